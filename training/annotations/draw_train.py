"""Draws the articles that are labelled to be learnt from, with a fixed seed, and prints them for labelling.

    python3 annotations/draw_train.py citations FOLDER            writes FOLDER/<set>__<name>.txt
    python3 annotations/draw_train.py who FOLDER                  the same
    readout read --json FOLDER > RECORDS.jsonl
    python3 annotations/draw_train.py pronouns FOLDER RECORDS.jsonl > print.txt

None is an article of a test: PolNeAR's are of its training half, MEANTIME's are
those that no round of draw.py took. The third form prints articles with their
pronouns numbered and the entities that the reader found, to be corrected
(who-is-who/GUIDELINES-TRAIN.md).
"""
import hashlib
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import data  # noqa: E402
import draw  # noqa: E402
from draw_who import short  # noqa: E402
from mentions import PRONOUN  # noqa: E402

SEED = 20261129
MANY = {"citations": ("amounts-citations", 90, 36), "who": ("who-is-who", 60, 0)}  # folder, PolNeAR's, MEANTIME's


def articles(what):
    """[(set, name, text)] in order."""
    _, told, abroad = MANY[what]
    rng = random.Random(f"{SEED} {what}")
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    texts = {stem(p): open(p, encoding="utf8", newline="").read() for p in data.files("polnear/train/text/*.txt")}
    out = [("polnear", name, texts[name]) for name in sorted(rng.sample(sorted(texts), told))]
    if abroad:
        taken = {x[:2] for number in range(1, len(draw.ROUNDS) + 1) for x in draw.drawn(number)}
        left = [x for x in draw.articles()["meantime"] if ("meantime", x[0]) not in taken]
        out += [("meantime", *x) for x in sorted(rng.sample(left, min(abroad, len(left))))]
    return out


def write(what, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(HERE, MANY[what][0], "articles-train.tsv"), "w", encoding="utf8") as table:
        for corpus, name, text in articles(what):
            print(corpus, name, hashlib.sha256(text.encode()).hexdigest()[:16], sep="\t", file=table)
            with open(os.path.join(folder, short(corpus, name) + ".txt"), "w", encoding="utf8", newline="") as f:
                f.write(text)


def entity_line(entity):
    names = {}
    for m in entity["mentions"]:
        if m["kind"] == "name":
            names[m["exact"]] = names.get(m["exact"], 0) + 1
    return f"{entity['id']}\t{entity['type']}\t" + " | ".join(f"{' '.join(n.split())} ×{k}" for n, k in names.items()) if names else None


def pronouns(folder, records):
    for line in open(records, encoding="utf8"):
        record = json.loads(line)
        name = os.path.splitext(os.path.basename(record["meta"]["input"]))[0]
        text = open(os.path.join(folder, name + ".txt"), encoding="utf8", newline="").read()
        print(f"=== {name}")
        print(*filter(None, map(entity_line, record["entities"])), sep="\n")
        print("---")
        out, at = "", 0
        for number, m in enumerate(PRONOUN.finditer(text), 1):
            out, at = out + text[at:m.start()] + f"[{number}:{m[0]}]", m.end()
        print(*(p for p in (out + text[at:]).split("\n") if p.strip()), sep="\n")


if __name__ == "__main__":
    if sys.argv[1] == "pronouns":
        pronouns(*sys.argv[2:4])
    else:
        write(*sys.argv[1:3])

"""Draws the articles that are labelled to be learnt from, with a fixed seed, and prints them for labelling.

    python3 annotations/draw_train.py citations FOLDER            writes FOLDER/<set>__<name>.txt
    python3 annotations/draw_train.py who FOLDER                  the same
    python3 annotations/draw_train.py roles FOLDER                the same
    readout read --json FOLDER > RECORDS.jsonl
    python3 annotations/draw_train.py pronouns FOLDER RECORDS.jsonl > print.txt

None is an article of a test: PolNeAR's are of its training half, MEANTIME's are
those that no round of draw.py took. Those for roles stand in no other table of
articles and in no table of a test; sentences of them may stand in tables to learn
other things from. The last form prints articles with their pronouns numbered and
the entities that the reader found, to be corrected (who-is-who/GUIDELINES-TRAIN.md).
"""
import glob
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
MANY = {  # table, PolNeAR's articles, MEANTIME's
    "citations": ("amounts-citations/articles-train.tsv", 90, 36),
    "who": ("who-is-who/articles-train.tsv", 60, 0),
    "roles": ("who-is-who/articles-roles-train-3.tsv", 30, 0),
}


def taken(table):
    """Words of all other tables of articles and of all tables of tests: names of articles among them."""
    paths = set(glob.glob(os.path.join(HERE, "*", "articles*.tsv")) + glob.glob(os.path.join(HERE, "*", "*-test*.tsv")))
    return {word for p in paths - {os.path.join(HERE, table)} for word in open(p, encoding="utf8").read().split()}


def articles(what):
    """[(set, name, text)] in order."""
    table, told, abroad = MANY[what]
    rng = random.Random(f"{SEED} {what}")
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    texts = {stem(p): open(p, encoding="utf8", newline="").read() for p in data.files("polnear/train/text/*.txt")}
    free = set(texts) - taken(table) if what == "roles" else texts
    out = [("polnear", name, texts[name]) for name in sorted(rng.sample(sorted(free), told))]
    if abroad:
        tested = {x[:2] for number in range(1, len(draw.ROUNDS) + 1) for x in draw.drawn(number)}
        left = [x for x in draw.articles()["meantime"] if ("meantime", x[0]) not in tested]
        out += [("meantime", *x) for x in sorted(rng.sample(left, min(abroad, len(left))))]
    return out


def write(what, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(HERE, MANY[what][0]), "w", encoding="utf8") as table:
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

"""Draws judgements of the author that the program prints, for judging them.

    python3 annotations/draw_narrative.py FOLDER READOUT SEED      writes FOLDER/print.txt and narrative/items-SEED.tsv

Texts are PolNeAR, MEANTIME, TimeML, the written genres of GUM's training
half and the pages that the program is tested on, in the text that it takes from them.
"""
import gzip
import hashlib
import json
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
from draw_who import short  # noqa: E402

TABLES = os.path.join(HERE, "narrative")
MANY = 150
GENRES = ("news", "bio", "academic", "textbook", "voyage")  # those in which an author writes
APART = 0.5  # share of the documents whose judgements may be judged; the others are for improving the rows


def texts():
    """{(set, name): text}."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score, out = evaluate.scorer(), {}
    for path in [p for half in ("train", "dev") for p in data.files(f"polnear/{half}/text/*.txt")]:
        with open(path, encoding="utf8", newline="") as f:
            out["polnear", stem(path)] = f.read()
    out |= {("meantime", stem(p)): corpora.meantime(p)[0] for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")}
    out |= {("timeml", name): text for name, (text, _) in corpora.timeml(score).items()}
    return out | {("gum", stem(p)): score.gum(p)[0] for genre in GENRES for p in data.files(f"gum/train/GUM_{genre}_*.conllu")}


def halves(all_texts):
    """The documents to draw from, and those that the rows were improved on: half of PolNeAR's training half, MEANTIME and GUM's news."""
    train = {os.path.splitext(os.path.basename(p))[0] for p in data.files("polnear/train/text/*.txt")}
    open_to_all = lambda key: key[0] == "meantime" or key[1] in train or key[1].startswith("GUM_news")
    digest = lambda key: int(hashlib.sha256("/".join(key).encode()).hexdigest()[:8], 16) / 2**32
    improved = {k for k in all_texts if open_to_all(k) and digest(k) >= APART}
    return sorted(set(all_texts) - improved), sorted(improved)


def read(all_texts, keys, readout, folder):
    """[(key, start, end, act, certainty)] of the judgements that the program finds; texts of pages go to all_texts."""
    names, place = {}, os.path.join(folder, "texts")
    os.makedirs(place, exist_ok=True)
    for path in data.files("pages/html/*.html.gz"):
        name = os.path.basename(path)[:-len(".gz")]
        names[name] = "pages", name[:-len(".html")]
        with gzip.open(path) as page, open(os.path.join(place, name), "wb") as f:
            f.write(page.read())
    for key in keys:
        names[short(*key) + ".txt"] = key
        with open(os.path.join(place, short(*key) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(all_texts[key])
    run = subprocess.run([readout, "read", "--json", "--quiet", "--no-progress", place], capture_output=True, text=True)
    out = []
    for line in run.stdout.splitlines():
        record = json.loads(line)
        key = names[os.path.basename(record["meta"]["input"])]
        all_texts[key] = record["document"]["text"]
        for s in record["statements"]:
            if s["form"] == "narrative":
                out.append((key, *s["content"]["spans"][0], s["act"], s["certainty"]))
    return sorted(out)


def main():
    folder, readout, seed = sys.argv[1:4]
    os.makedirs(TABLES, exist_ok=True)
    all_texts = texts()
    found = read(all_texts, halves(all_texts)[0], os.path.abspath(readout), folder)
    items = sorted(random.Random(int(seed)).sample(found, min(MANY, len(found))))
    with open(os.path.join(TABLES, f"items-{seed}.tsv"), "w", encoding="utf8") as table, \
            open(os.path.join(folder, "print.txt"), "w", encoding="utf8") as out:
        for number, (key, a, b, act, certainty) in enumerate(items, 1):
            text = all_texts[key]
            print(number, *key, hashlib.sha256(text.encode()).hexdigest()[:16], f"{a}-{b}", act, certainty, sep="\t", file=table)
            before, after = " ".join(text[max(0, a - 220):a].split()), " ".join(text[b:b + 80].split())
            print(f"#{number} [{short(*key)[:44]}] {act} {certainty}\n   …{before} {{{' '.join(text[a:b].split())}}} {after}…", file=out)
    print(len(found), "found,", len(items), "drawn")


if __name__ == "__main__":
    main()

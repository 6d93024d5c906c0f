"""Draws the articles of amounts-citations/ with a fixed seed and prints them for labelling.

    python3 annotations/draw.py FOLDER      writes FOLDER/<set>__<name>.txt, 20 of each set

The corpora stay where they are; only names and digests are kept, in articles.tsv.
"""
import glob
import hashlib
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402

SEED, EACH = 20261124, 20


def articles():
    """{set: [(name, text)]} of all articles that may be drawn, sorted by name."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    return {
        "gum": [(stem(p), score.gum(p)[0]) for p in data.files("gum/*/GUM_news_*.conllu")],
        "meantime": [(stem(p), corpora.meantime(p)[0]) for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")],
        "polnear": [(stem(p), open(p, encoding="utf8", newline="").read()) for p in data.files("polnear/dev/text/*.txt")],
    }


def drawn():
    """[(set, name, text)] of the articles drawn."""
    rng = random.Random(SEED)
    out = []
    for name, items in articles().items():
        out += [(name, *x) for x in sorted(rng.sample(items, EACH))]
    return out


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(HERE, "amounts-citations", "articles.tsv"), "w", encoding="utf8") as table:
        for corpus, name, text in drawn():
            digest = hashlib.sha256(text.encode()).hexdigest()[:16]
            print(corpus, name, digest, sep="\t", file=table)
            short = re.sub(r"[^A-Za-z0-9_-]", "_", name)
            with open(os.path.join(folder, f"{corpus}__{short}.txt"), "w", encoding="utf8") as f:
                f.write(text)


if __name__ == "__main__":
    main()

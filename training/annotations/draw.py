"""Draws the articles of amounts-citations/ with fixed seeds and prints them for labelling.

    python3 annotations/draw.py ROUND FOLDER      writes FOLDER/<set>__<name>.txt

The articles of a round are none of an earlier one. The corpora stay where they
are; only names and digests are kept, in the round's table.

Four rounds and what is learnt from took all of MEANTIME, GUM's news and
PolNeAR's development half. The fifth, of citations only, is therefore of PolNeAR's
training half: the rules for citations are written by hand, so that an article
is unseen when nobody read its citations. Its articles are none of LEARNT, and their
names have digests in the upper half: those in the lower half are left to learn
from. Nobody looks for citations in the upper half.
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

ROUNDS = [  # (table, seed, articles of each set)
    ("articles.tsv", 20261124, 20),
    ("articles-2.tsv", 20261125, 18),
    ("articles-3.tsv", 20261126, 18),
    ("articles-4.tsv", 20261127, 28),
]
FIFTH = ("articles-5.tsv", 20261128, 80)  # articles in all
LEARNT = ("articles-train.tsv", "articles-train-2.tsv", "items-sentences.tsv")
TABLES = os.path.join(HERE, "amounts-citations")


def articles():
    """{set: [(name, text)]} of all articles that may be drawn, sorted by name."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    return {
        "gum": [(stem(p), score.gum(p)[0]) for p in data.files("gum/*/GUM_news_*.conllu")],
        "meantime": [(stem(p), corpora.meantime(p)[0]) for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")],
        "polnear": [(stem(p), open(p, encoding="utf8", newline="").read()) for p in data.files("polnear/dev/text/*.txt")],
    }


def upper(name):
    """Whether the digest of an article's name is in the upper half."""
    return hashlib.sha256(name.encode()).hexdigest()[0] >= "8"


def fifth():
    """[(set, name, text)] of the fifth round."""
    read = {word for table in LEARNT for word in open(os.path.join(TABLES, table), encoding="utf8").read().split()}
    texts = {os.path.splitext(os.path.basename(p))[0]: p for p in data.files("polnear/train/text/*.txt")}
    names = random.Random(FIFTH[1]).sample(sorted(n for n in texts if n not in read and upper(n)), FIFTH[2])
    return [("polnear", n, open(texts[n], encoding="utf8", newline="").read()) for n in sorted(names)]


def drawn(number):
    """[(set, name, text)] of the articles drawn in a round, from 1."""
    if number > len(ROUNDS):
        return fifth()
    taken = set()
    for _, seed, each in ROUNDS[:number]:
        rng, out = random.Random(seed), []
        for name, items in articles().items():
            left = [x for x in items if (name, x[0]) not in taken]
            out += [(name, *x) for x in sorted(rng.sample(left, min(each, len(left))))]
        taken |= {(corpus, name) for corpus, name, _ in out}
    return out


def main():
    number, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(TABLES, [*ROUNDS, FIFTH][number - 1][0]), "w", encoding="utf8") as table:
        for corpus, name, text in drawn(number):
            digest = hashlib.sha256(text.encode()).hexdigest()[:16]
            print(corpus, name, digest, sep="\t", file=table)
            short = re.sub(r"[^A-Za-z0-9_-]", "_", name)
            with open(os.path.join(folder, f"{corpus}__{short}.txt"), "w", encoding="utf8") as f:
                f.write(text)


if __name__ == "__main__":
    main()

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
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import data  # noqa: E402
import evaluate  # noqa: E402

SEED, EACH = 20261124, 20
NO_SPACE_BEFORE = set(".,;:!?)]}%") | {"'s", "n't", "'", "’s", "’", "'re", "'ve", "'ll", "'d", "'m", "''", "”"}
NO_SPACE_AFTER = set("([{$£€#") | {"``", "“"}


def meantime(path):
    """The text of a MEANTIME document from its tokens: one line a sentence, title and date apart."""
    lines, row, quote = [], [], False
    for t in ET.parse(path).getroot().iter("token"):
        n = int(t.get("sentence"))
        while len(lines) <= n:
            lines.append("")
        word = t.text or ""
        old = lines[n]
        straight = word in ('"', "``", "''")
        glued = not old or word in NO_SPACE_BEFORE or old.split(" ")[-1] in NO_SPACE_AFTER or old[-1] in NO_SPACE_AFTER
        if straight:
            glued, word = glued or quote, '"'
        elif old.endswith('"') and quote:
            glued = True
        if straight:
            quote = not quote if old else True
        lines[n] = old + ("" if glued else " ") + word
    return "\n\n".join(x for x in lines if x) + "\n"


def articles():
    """{set: [(name, text)]} of all articles that may be drawn, sorted by name."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    return {
        "gum": [(stem(p), score.gum(p)[0]) for p in data.files("gum/*/GUM_news_*.conllu")],
        "meantime": [(stem(p), meantime(p)) for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")],
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

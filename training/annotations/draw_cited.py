"""Draws the sentences of amounts-citations/ that citations are learnt from, with a fixed seed, and prints them for labelling.

    python3 annotations/draw_cited.py FOLDER              writes FOLDER/cited-*.txt and items-sentences.tsv
    python3 annotations/draw_cited.py convert LINES... > labels-sentences.tsv

Four in five are sought by words near which sources are cited. None is of
PolNeAR's development half or of an article that a test was drawn from.

A line of a labeller: number, exact words of the citation, its sources,
separated by " | "; `number -` where the sentence has none. A label: number,
span, spans of sources, in code points of the article.
"""
import glob
import hashlib
import os
import random
import re
import sys

from draw_events import HERE, sentences, texts

SEED = 20261202
TABLES = os.path.join(HERE, "amounts-citations")
LATER = ("articles-train-2.tsv", "articles-train-3.tsv", "articles-train-4.tsv", "articles-5.tsv")  # drawn after these sentences, and apart from them
DRAWN = {"polnear": 660, "gum": 90, "timeml": 150}
SOUGHT = re.compile(
    r"according to|\bper\b|\bciting\b|\bcited\b|quoted|\btold\b|interview|tweet|twitter|facebook|instagram|blog|statement to|speaking (to|with)|comments? to|"
    r"\b(reports?|reported|reporting|found|shows?|showed)\b|\b(CNN|NBC|CBS|ABC|Fox|MSNBC|Reuters|AP|Times|Post|Journal|Politico|BBC|Bloomberg|Guardian|News|"
    r"poll|survey|study|magazine|newspaper|agency|website|radio|show|podcast)\b|\bpublished\b|\bwrites?\b|\bwrote\b|op-ed|\b(on|in) (the )?[A-Z]\w+['’]s\b", re.I)
PARTS = 3


def drawn():
    """[(set, name, start, end)] in the order of the table, and all texts."""
    rng, all_texts, out = random.Random(SEED), texts(), []
    tests = set()
    for path in set(glob.glob(os.path.join(TABLES, "articles*.tsv"))) - {os.path.join(TABLES, table) for table in LATER}:
        with open(path, encoding="utf8") as f:
            tests |= {tuple(line.split("\t")[:2]) for line in f}
    for corpus, many in DRAWN.items():
        found = [(corpus, n, *s) for n in sorted(all_texts[corpus]) if (corpus, n) not in tests for s in sentences(all_texts[corpus][n])]
        likely = [x for x in found if SOUGHT.search(all_texts[corpus][x[1]][x[2]:x[3]])]
        some = rng.sample(likely, min(many * 4 // 5, len(likely)))
        taken = set(some)
        out += some + rng.sample([x for x in found if x not in taken], many - len(some))
    return rng.sample(out, len(out)), all_texts


def convert(paths):
    with open(os.path.join(TABLES, "items-sentences.tsv"), encoding="utf8") as f:
        items = {r[0]: r[1:] for r in (line.rstrip("\n").split("\t") for line in f)}
    all_texts = texts()
    for path in paths:
        for line in open(path, encoding="utf8"):
            number, exact, sources = (line.rstrip("\n").split("\t") + ["", ""])[:3]
            if exact in ("", "-"):
                continue
            corpus, name, _, place = items[number]
            start, end = map(int, place.split("-"))
            text = all_texts[corpus][name]
            at = re.search(r"\s+".join(map(re.escape, exact.split())), text[start:end])
            if not at:
                print(f"{path}: {number}: {exact!r} not in the sentence", file=sys.stderr)
                continue
            a, b = start + at.start(), start + at.end()
            inner = [re.search(r"\s+".join(map(re.escape, s.split())), text[a:b]) for s in sources.split(" | ") if s.strip()]
            print(number, f"{a}-{b}", " ".join(f"{a + m.start()}-{a + m.end()}" for m in inner if m), sep="\t")


def main():
    if sys.argv[1] == "convert":
        return convert(sys.argv[2:])
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    items, all_texts = drawn()
    digest = lambda text: hashlib.sha256(text.encode()).hexdigest()[:16]
    with open(os.path.join(TABLES, "items-sentences.tsv"), "w", encoding="utf8") as f:
        for number, (corpus, name, a, b) in enumerate(items, 1):
            print(number, corpus, name, digest(all_texts[corpus][name]), f"{a}-{b}", sep="\t", file=f)
    size = -(-len(items) // PARTS)
    for part in range(PARTS):
        with open(os.path.join(folder, f"cited-{part + 1}.txt"), "w", encoding="utf8") as f:
            for number, (corpus, name, a, b) in list(enumerate(items, 1))[part * size:(part + 1) * size]:
                print(f"#{number} {' '.join(all_texts[corpus][name][a:b].split())}", file=f)


if __name__ == "__main__":
    main()

"""Draws the sentences of events/ with a fixed seed and prints them for labelling.

    python3 annotations/draw_events.py FOLDER      writes FOLDER/test.txt, FOLDER/train-*.txt and the tables

Test sentences are of documents that no training sentence is drawn from. The
stories of plover-synthetic give training sentences of violence and protest,
which the other texts seldom tell of; PLOVER's own records are never read.
"""
import csv
import glob
import gzip
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
from draw_who import short  # noqa: E402

SEED = 20261130
TABLES = os.path.join(HERE, "events")
TEST = {"polnear": 90, "meantime": 60, "gum": 50}
TRAIN = {"polnear": 260, "meantime": 140, "gum": 160, "timeml": 240, "synthetic": 400}
MORE = {"polnear": 140, "meantime": 80, "gum": 80, "timeml": 150, "synthetic": 330}  # a second draw to learn from
SOUGHT = (  # words near events of types that the first draw has few of
    r"deploy|troops|mobili[sz]|on alert|recruit|missile test|reservist", r"withdr[ae]w|cease-?fire|pull(ed|ing)? out|surrender|disarm|truce|retreat",
    r"sanction|embargo|expel|tariff|suspend|recall|cut off|sever|fined", r"threat|warn|ultimatum", r"endors|prais|back(s|ed|ing)\b|support|congratulat|defend",
    r"reject|refus|veto|oppos|den(y|ied)|turn(ed)? down|declin", r"cooperat|joint|alliance|partner|intelligence|extradit|coalition",
    r"\baid\b|donat|humanitarian|relief|grant|loan|asylum|bail", r"strike|protest|rall(y|ied)|march|demonstrat|boycott", r"releas|concede|resign|lift|eas(e|ed)\b|apologi")
THIRD = {"polnear": 60, "meantime": 30, "gum": 30, "timeml": 80, "synthetic": 160}  # a third one, likewise
FOURTH = {"polnear": 140, "meantime": 40, "gum": 60, "timeml": 200, "synthetic": 200}  # a fourth one
FIFTH = {"polnear": 100, "meantime": 30, "gum": 40, "timeml": 200, "synthetic": 400}  # a fifth one
SIXTH = {"polnear": 360, "meantime": 80, "gum": 80, "timeml": 200, "synthetic": 250}  # a sixth one, most of it plain news
SEVENTH = {"polnear": 480, "meantime": 60, "gum": 60, "timeml": 220, "synthetic": 60}  # a seventh one, likewise
EIGHTH = {"polnear": 560, "meantime": 60, "gum": 60, "timeml": 260, "synthetic": 60}  # and an eighth one
SECOND = 176  # of them are never learnt from
EACH = 13  # sentences of each set for each of them
APART = 0.3  # share of the documents that are set aside
PARTS = 4
END = re.compile(r"[.!?][”\"')]*(?=\s+[A-Z“\"'‘(]|\s*\n|\s*$)|\n+")
NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|U\.S|U\.N|U\.K|No|vs|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$")


def texts():
    """{set: {name: text}}."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    plain = lambda p: open(p, encoding="utf8", newline="").read()
    with gzip.open(os.path.join(data.SHARED, "data", "plover-synthetic", "synthetic-events.csv.gz"), "rt", encoding="utf8", newline="") as f:
        stories = {f"{i:04d}": row["text"] for i, row in enumerate(csv.DictReader(f)) if row["text"].strip()}
    return {"polnear": {stem(p): plain(p) for p in data.files("polnear/train/text/*.txt")},
            "meantime": {stem(p): corpora.meantime(p)[0] for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")},
            "gum": {stem(p): score.gum(p)[0] for g in ("news", "speech", "court", "bio") for p in data.files(f"gum/train/GUM_{g}_*.conllu")},
            "timeml": {name: text for name, (text, _) in corpora.timeml(score).items()},
            "synthetic": stories}


def sentences(text):
    """Spans of sentences of 8 to 70 words, roughly cut."""
    out, start = [], 0
    for m in [*END.finditer(text), None]:
        end = m.end() if m else len(text)
        if m and m[0][0] != "\n" and NO_END.search(text[max(0, start):m.start() + 1]):
            continue
        a, b = start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
        start = end
        if 8 <= len(text[a:b].split()) <= 70:
            out.append((a, b))
    return out


def drawn():
    """(test, training) as sorted lists of (set, name, start, end), all texts, and the documents that are set aside."""
    rng, all_texts, test, train, all_apart = random.Random(SEED), texts(), [], [], set()
    for corpus, by_name in all_texts.items():
        names = sorted(by_name)
        apart = set(rng.sample(names, int(len(names) * APART))) if corpus in TEST else set()
        all_apart |= {(corpus, n) for n in apart}
        found = lambda chosen: [(corpus, n, *s) for n in chosen for s in sentences(by_name[n])]
        if corpus in TEST:
            test += rng.sample(found(sorted(apart)), TEST[corpus])
        train += rng.sample(found([n for n in names if n not in apart]), TRAIN[corpus])
    return sorted(test), sorted(train), all_texts, all_apart


def more(many_of=MORE, seed=SEED + 1, before=()):
    """A further draw to learn from, of documents that are not set aside, half of it sought by words."""
    _, train, all_texts, apart = drawn()
    rng, taken, out = random.Random(seed), {*train, *before}, []
    found = {c: [(c, n, *s) for n in sorted(t) if (c, n) not in apart for s in sentences(t[n]) if (c, n, *s) not in taken] for c, t in all_texts.items()}
    for corpus, many in many_of.items():
        out += rng.sample(found[corpus], many)
    for pattern in SOUGHT:
        for corpus, items in found.items():
            chosen = set(out)
            left = [x for x in items if x not in chosen and re.search(pattern, all_texts[corpus][x[1]][x[2]:x[3]], re.I)]
            out += rng.sample(left, min(len(left), EACH))
    return sorted(out), all_texts


def second(sixth):
    """The sixth draw in two: sentences that measure, and the others."""
    return ("second", sixth[:SECOND], 1), ("train-sixth", sixth[SECOND:], 6)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    test, train, all_texts, _ = drawn()
    again, _ = more()
    third, _ = more(THIRD, SEED + 2, again)
    fourth, _ = more(FOURTH, SEED + 3, [*again, *third])
    fifth, _ = more(FIFTH, SEED + 4, [*again, *third, *fourth])
    sixth, _ = more(SIXTH, SEED + 5, [*again, *third, *fourth, *fifth])
    seventh, _ = more(SEVENTH, SEED + 6, [*again, *third, *fourth, *fifth, *sixth])
    eighth, _ = more(EIGHTH, SEED + 7, [*again, *third, *fourth, *fifth, *sixth, *seventh])
    rng = random.Random(SEED)
    mixed = lambda items: rng.sample(items, len(items))  # every part has some of each set
    for name, items, parts in (("test", test, 1), ("train", mixed(train), PARTS), ("train-more", mixed(again), PARTS), ("train-third", mixed(third), 2),
                               ("train-fourth", mixed(fourth), 3), ("train-fifth", mixed(fifth), 3), *second(mixed(sixth)), ("train-seventh", mixed(seventh), 5),
                               ("train-eighth", mixed(eighth), 8)):
        with open(os.path.join(TABLES, f"items-{name}.tsv"), "w", encoding="utf8") as f:
            for number, (corpus, doc, a, b) in enumerate(items, 1):
                print(number, corpus, doc, hashlib.sha256(all_texts[corpus][doc].encode()).hexdigest()[:16], f"{a}-{b}", sep="\t", file=f)
        size = -(-len(items) // parts)
        for part in range(parts):
            path = os.path.join(folder, f"{name}-{part + 1}.txt" if parts > 1 else f"{name}.txt")
            with open(path, "w", encoding="utf8") as f:
                for number, (corpus, doc, a, b) in list(enumerate(items, 1))[part * size:(part + 1) * size]:
                    text = all_texts[corpus][doc]
                    before = " ".join(text[max(0, a - 300):a].split())[-160:]
                    print(f"#{number} [{short(corpus, doc)[:30]}] …{before}\n  {' '.join(text[a:b].split())}", file=f)
    print(len(test), "set aside,", len(train), len(again), len(third), len(fourth), len(fifth), len(sixth), len(seventh), len(eighth), "for training")


if __name__ == "__main__":
    main()

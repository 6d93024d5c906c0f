"""Turns blocks of who is who, as GUIDELINES-TRAIN.md has them, into stand-off labels, and compares two labellings.

    python3 annotations/mentions.py convert TEXTS BLOCKS... > labels.tsv
    python3 annotations/mentions.py agree A.tsv B.tsv

A label is: article, form (name, pronoun, nominal), start, end (code points),
kind, chain. Of a nominal only its head noun is marked.
"""
import os
import re
import sys

PRONOUN = re.compile(r"\b(I|me|my|myself|mine|we|us|our|ours|ourselves|he|him|his|himself|she|her|hers|herself|they|them|their|theirs"
                     r"|themselves|it|its|itself)\b", re.I)


def words(text, exact):
    """Starts of exact in text where it stands as whole words."""
    return [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(exact) + r"(?!\w)", text)]


def numbered(exact):
    """(words, occurrence or 0) of "words@2"."""
    m = re.fullmatch(r"(.*)@(\d+)", exact)
    return (m.group(1), int(m.group(2))) if m else (exact, 0)


def head(exact):
    """Where the head noun of a nominal stands in it: the last word before a preposition."""
    before = re.split(r" (?:of|for|in|at|on|to|from|with|who|that|,)\b", exact)[0].rstrip()
    return before.rfind(" ") + 1, len(before)


def split(field):
    return [x.strip() for x in field.split(" | ") if x.strip()]


def blocks(path):
    """(article, [fields]) of a file of blocks."""
    article, rows = None, []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            if article:
                yield article, rows
            article, rows = line[2:].strip(), []
        elif line.strip():
            rows.append(line.split("\t") + ["", "", ""])
    if article:
        yield article, rows


def names(text, rows):
    """(start, end, kind, chain) of the names: exceptions before the rest, longer before shorter; none overlap."""
    found = []
    for chain, (kind, exacts, *_) in enumerate(rows):
        for exact in split(exacts):
            string, nth = numbered(exact)
            at = words(text, string)
            found += [(not nth, -len(string), s, s + len(string), kind, chain) for s in (at[nth - 1:nth] if nth else at)]
    kept = []
    for _, _, start, end, kind, chain in sorted(found):
        if not any(start < k[1] and k[0] < end for k in kept):
            kept.append((start, end, kind, chain))
    return kept


def convert(texts, paths):
    for path in paths:
        for article, rows in blocks(path):
            text = open(os.path.join(texts, article + ".txt"), encoding="utf8", newline="").read()
            pronouns = [m.span() for m in PRONOUN.finditer(text)]
            out = [(start, end, "name", kind, chain) for start, end, kind, chain in names(text, rows)]
            for chain, (kind, _, numbers, nominals, *_) in enumerate(rows):
                out += [(*pronouns[int(n) - 1], "pronoun", kind, chain) for n in numbers.split()]
                for exact in split(nominals):
                    string, nth = numbered(exact)
                    a, b = head(string)
                    at = words(text, string)[nth - 1]
                    out.append((at + a, at + b, "nominal", kind, chain))
            for start, end, form, kind, chain in sorted(out):
                print(article, form, start, end, kind, chain, sep="\t")


def read(path):
    """{article: {(form, start, end): (kind, chain)}}."""
    out = {}
    for line in open(path, encoding="utf8"):
        article, form, start, end, kind, chain = line.rstrip("\n").split("\t")
        out.setdefault(article, {})[form, int(start), int(end)] = kind, chain
    return out


def agree(a, b):
    """Prints how far two labellings agree on the articles of both: names, their kinds, and the pairs of each chain."""
    a, b = read(a), read(b)
    both = sorted(set(a) & set(b))
    spans = [len(set(x[n])) for x in (a, b) for n in both]
    same = [(n, m) for n in both for m in a[n] if m in b[n]]
    kinds = sum(a[n][m][0] == b[n][m][0] for n, m in same)
    pairs = lambda x, n: {(m, k) for m in x[n] for k in x[n] if m < k and x[n][m][1] == x[n][k][1]}
    shared = sum(len(pairs(a, n) & pairs(b, n)) for n in both)
    total = sum(len(pairs(x, n)) for x in (a, b) for n in both)
    print(f"{len(both)} articles: mentions F1 {200 * len(same) / max(1, sum(spans)):.1f}, kinds {100 * kinds / max(1, len(same)):.1f}, "
          f"pairs of a chain F1 {200 * shared / max(1, total):.1f}")


if __name__ == "__main__":
    if sys.argv[1] == "agree":
        agree(*sys.argv[2:4])
    else:
        convert(sys.argv[2], sys.argv[3:])

"""Turns labelled lines (exact words) of amounts-citations/ into stand-off labels, and compares two labellings.

    python3 annotations/standoff.py convert TEXTS LINES... > labels.tsv
    python3 annotations/standoff.py agree A.tsv B.tsv

A label is: article, kind, start, end (code points), then the fields of
GUIDELINES.md. Sources and times are start-end pairs.
"""
import os
import sys

WIDTH = {"cite": 6}
KINDS = ("money", "percent", "count", "measure", "cite")


def occurrence(text, exact, nth):
    """Start of the nth occurrence of exact in text, or -1."""
    at = -1
    for _ in range(nth):
        at = text.find(exact, at + 1)
        if at < 0:
            return -1
    return at


def inside(exact, part, start):
    """A source or time inside a citation as start-end."""
    at = exact.find(part)
    return f"{start + at}-{start + at + len(part)}" if at >= 0 else None


def convert(texts, paths):
    """Prints labels; wrong lines go to stderr and are left out."""
    bad = 0
    for path in paths:
        for number, line in enumerate(open(path, encoding="utf8"), 1):
            f = line.rstrip("\n").split("\t")
            if not line.strip():
                continue
            f += [""] * (WIDTH.get(f[1] if len(f) > 1 else "", 10) - len(f))
            article, kind, exact, nth = f[:4]
            text = open(os.path.join(texts, article + ".txt"), encoding="utf8").read()
            start = occurrence(text, exact, int(nth or 1))
            rest = f[4:]
            if kind == "cite" and start >= 0:
                rest = [" ".join(str(inside(exact, p.strip(), start)) for p in x.split(" | ") if p.strip()) for x in rest[:2]]
            if kind not in KINDS or start < 0 or "None" in " ".join(rest[:2] if kind == "cite" else []).split():
                print(f"{path}:{number}: {exact!r} {nth}: not in the text", file=sys.stderr)
                bad += 1
                continue
            print(article, kind, start, start + len(exact), *rest, sep="\t")
    return bad


def read(path):
    """{article: [(kind, start, end, fields)]}."""
    out = {}
    for line in open(path, encoding="utf8"):
        f = line.rstrip("\n").split("\t")
        out.setdefault(f[0], []).append((f[1], int(f[2]), int(f[3]), tuple(f[4:])))
    return out


def agree(a, b):
    """Agreement of two labellings on the articles both have: F1 of spans that overlap, and of equal values among them."""
    for group in (KINDS[:4], KINDS[4:]):
        n_a = n_b = same = equal = 0
        for article in sorted(set(a) & set(b)):
            x = [r for r in a[article] if r[0] in group]
            y = [r for r in b[article] if r[0] in group]
            n_a, n_b = n_a + len(x), n_b + len(y)
            used = set()
            for r in x:
                hit = next((i for i, s in enumerate(y) if i not in used and s[1] < r[2] and r[1] < s[2]), None)
                if hit is not None:
                    used.add(hit)
                    same += 1
                    equal += r[0] == y[hit][0] and r[3][:3] == y[hit][3][:3] if group[0] != "cite" else r[3][0] == y[hit][3][0]
        print(f"{'/'.join(group)}: {n_a} and {n_b} labels, found by both F {200 * same / max(1, n_a + n_b):.1f}, equal values F {200 * equal / max(1, n_a + n_b):.1f}")


if __name__ == "__main__":
    if sys.argv[1] == "convert":
        sys.exit(1 if convert(sys.argv[2], sys.argv[3:]) else 0)
    agree(read(sys.argv[2]), read(sys.argv[3]))

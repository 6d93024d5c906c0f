"""Labels of acts/: from labellers' lines to stand-off, agreement of two labellings, and gold for score.py.

    python3 annotations/acts.py convert FOLDER test|train|test-rare|… LINES... > labels-test.tsv   (FOLDER as draw_acts.py fills it)
    python3 annotations/acts.py agree A.tsv B.tsv
    python3 annotations/acts.py gold FOLDER > gold.json        the test for `score.py act`; it holds texts, so keep it out

A label is: number, act, polarity, certainty, then spans (code points, start-end)
of addressees, due, conditions and hedges. A wrong find has the act x.
"""
import collections
import json
import os
import re
import sys

import draw_acts
from draw_acts import HERE

TABLES = os.path.join(HERE, "acts")
FIELDS = ("addressee", "due", "condition", "hedges")
KINDS = ("act", "polarity", "certainty")


def rows(path):
    with open(path, encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip()]


def spans(field):
    return [tuple(map(int, x.split("-"))) for x in field.split()]


def items(name):
    """{number: (key, source, cue, content)} of test or train."""
    return {r[0]: ((r[1], r[2]), *map(spans, r[4:7])) for r in rows(os.path.join(TABLES, f"items-{name}.tsv"))}


def texts(folder):
    return {k: t for k, (t, _) in {**draw_acts.told(), **draw_acts.read(folder)}.items()}


def nearest(text, words, anchor):
    """The place of words in text that is nearest to the span anchor, any white space for a space."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [m.span() for m in re.finditer(pattern, text)]
    gap = lambda s: max(0, s[0] - anchor[1], anchor[0] - s[1])
    best = min(found, key=lambda s: (gap(s), s), default=None)
    return best if best and gap(best) < 900 else None


def convert(folder, name, paths):
    all_items, all_texts, lost = items(name), texts(folder), 0
    for path in paths:
        for number, *fields in rows(path):
            key, source, cue, content = all_items[number]
            around = min(source + cue + content)[0], max(b for _, b in source + cue + content)
            anchor = (cue or content)[0]
            if fields[0] == "x":
                print(number, "x", sep="\t")
                continue
            out = []
            for field in (fields[3:] + [""] * 4)[:4]:
                found = []
                for words in field.split(" | "):
                    if words.strip() in ("", "-"):
                        continue
                    at = nearest(all_texts[key], words.strip(), anchor)
                    if at is None or at[1] < around[0] - 600:
                        print(f"{path}: {number}: {words!r} not near", file=sys.stderr)
                        lost += 1
                        continue
                    found.append(f"{at[0]}-{at[1]}")
                out.append(" ".join(found))
            print(number, *fields[:3], *out, sep="\t")
    return lost


def agree(a, b):
    """Prints agreement, Cohen's kappa and the F1 of spans over the statements that both take for statements."""
    one, two = ({r[0]: r[1:] + [""] * 7 for r in rows(p)} for p in (a, b))
    both = [n for n in one if n in two and "x" not in (one[n][0], two[n][0])]
    print(f"{len(both)} statements; wrong finds: {sum(r[0] == 'x' for r in one.values())} and {sum(r[0] == 'x' for r in two.values())}")
    for i, kind in enumerate(KINDS):
        x, y = [one[n][i] for n in both], [two[n][i] for n in both]
        same = sum(p == q for p, q in zip(x, y)) / len(both)
        by_chance = sum(x.count(v) * y.count(v) for v in set(x)) / len(both) ** 2
        print(f"{kind}: {100 * same:.1f} %, kappa {(same - by_chance) / (1 - by_chance):.2f}  " +
              " ".join(f"{p}/{q} {n}" for (p, q), n in collections.Counter((p, q) for p, q in zip(x, y) if p != q).most_common(6)))
    for i, field in enumerate(FIELDS, 3):
        x, y = ([s for n in both for s in r[n][i].split()] for r in (one, two))
        common = sum(any(s[0] < t[1] and t[0] < s[1] for t in spans(two[n][i])) for n in both for s in spans(one[n][i]))
        print(f"{field}: {len(x)} and {len(y)}, found by both F1 {200 * common / max(1, len(x) + len(y)):.1f}")


def gold(folder):
    all_texts, out, used = texts(folder), [], {}
    labels = {r[0]: r[1:] + [""] * 7 for r in rows(os.path.join(TABLES, "labels-test.tsv"))}
    for number, (key, _, cue, content) in items("test").items():
        act, polarity, certainty, addressee, due = labels[number][:5]
        if act == "x":
            continue
        text, doc = all_texts[key], draw_acts.short(key)
        used[doc] = text
        first = lambda f: next((text[a:b] for a, b in spans(f)), None)
        out.append({"doc": doc, "cue": cue, "content": content, "act": act, "polarity": polarity, "certainty": certainty,
                    "addressee": first(addressee), "due": first(due)})
    print(json.dumps({"texts": used, "items": out}, ensure_ascii=False))


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "convert":
        convert(rest[0], rest[1], rest[2:])
    elif what == "agree":
        agree(*rest)
    else:
        gold(*rest)

"""Labels of acts/: from labellers' lines to stand-off, agreement of two labellings, and gold for score.py.

    python3 annotations/acts.py convert test|train|test-rare|… LINES... > labels-test.tsv
    python3 annotations/acts.py agree A.tsv B.tsv
    python3 annotations/acts.py gold [NAMES] > gold.json   the test for `score.py act`; it holds texts, so keep it out
    python3 annotations/acts.py texts NAMES TO          writes the labelled articles to the folder TO
    python3 annotations/acts.py figures RECORDS NAMES   how well records of them agree with the labels

NAMES are tables, as train,train-rare; RECORDS is what `readout read --json TO` prints.

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


def texts():
    told = draw_acts.told() | draw_acts.told("dev", "polnear-dev")
    return {k: t for k, (t, _) in told.items()} | draw_acts.abroad() | draw_acts.timeml()


def nearest(text, words, anchor):
    """The place of words in text that is nearest to the span anchor, any white space for a space."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [m.span() for m in re.finditer(pattern, text)]
    gap = lambda s: max(0, s[0] - anchor[1], anchor[0] - s[1])
    best = min(found, key=lambda s: (gap(s), s), default=None)
    return best if best and gap(best) < 900 else None


def convert(name, paths):
    all_items, all_texts, lost = items(name), texts(), 0
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


def gold(names="test"):
    all_texts, out, used = texts(), [], {}
    for key, cue, content, label in labelled(names):
        act, polarity, certainty, addressee, due = (label + [""] * 5)[:5]
        text, doc = all_texts[key], draw_acts.short(key)
        used[doc] = text
        first = lambda f: next((text[a:b] for a, b in spans(f)), None)
        out.append({"doc": doc, "cue": cue, "content": content, "act": act, "polarity": polarity, "certainty": certainty,
                    "addressee": first(addressee), "due": first(due)})
    print(json.dumps({"texts": used, "items": out}, ensure_ascii=False))


def labelled(names):
    """[(key, cue, content, label)] of tables whose names are separated by commas, wrong finds left out."""
    out = []
    for name in names.split(","):
        found = items(name)
        for number, *label in rows(os.path.join(TABLES, f"labels-{name}.tsv")):
            if label[0] != "x":
                key, _, cue, content = found[number]
                out.append((key, cue, content, label + [""] * 7))
    return out


def write_texts(names, to):
    all_texts = texts()
    os.makedirs(to, exist_ok=True)
    for key in sorted({key for key, *_ in labelled(names)}):
        with open(os.path.join(to, draw_acts.short(key) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(all_texts[key])


def common(a, b):
    """How many code points two lists of spans share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def said(record, cue, content):
    """The statement of a record that shares cue and content with a label, the one that shares most."""
    best = lambda s: common([s["cue"]["span"]], cue) * 1000 + common(s["content"]["spans"], content)
    found = [s for s in record["statements"] if s.get("cue") and common([s["cue"]["span"]], cue) and common(s["content"]["spans"], content)]
    return max(found, key=best, default=None)


def marked(record, s):
    """Spans of addressees, due, condition and hedges of a statement."""
    times, due = {t["id"]: t["span"] for t in record["times"]}, s.get("due") or {}
    return ([a["span"] for a in s.get("addressees", ())], [times[due["time"]]] if due.get("time") else [],
            [due["condition"]["span"]] if due.get("condition") else [], [h["span"] for h in s.get("hedges", ())])


def figures(path, names):
    """Prints the share of statements found, of right values among them, and the F1 of spans by overlap."""
    all_texts, records, labels = texts(), {}, labelled(names)
    with open(path, encoding="utf8") as f:
        for line in f:
            record = json.loads(line)
            records[record["document"]["text"]] = record
    pairs = {kind: [] for kind in KINDS}
    spans_of = {field: [0, 0, 0] for field in FIELDS}  # shared, found, labelled
    for key, cue, content, label in labels:
        record = records[all_texts[key]]
        s = said(record, cue, content)
        if not s:
            continue
        for kind, want in zip(KINDS, label):
            pairs[kind].append((want, s.get(kind, "-")))
        for field, got, want in zip(FIELDS, marked(record, s), map(spans, label[len(KINDS):])):
            counts = spans_of[field]
            counts[0] += sum(common(got, [w]) > 0 for w in want)
            counts[1] += len(got)
            counts[2] += len(want)
    print(f"{len(labels)} statements, {len(pairs['act'])} found")
    for kind, both in pairs.items():
        wrong = collections.Counter((a, b) for a, b in both if a != b)
        print(f"{kind}: {100 * (1 - sum(wrong.values()) / max(1, len(both))):.1f} %  " +
              " ".join(f"{a}/{b} {n}" for (a, b), n in wrong.most_common(8)))
    for field, (shared, found, want) in spans_of.items():
        print(f"{field}: {found} found, {want} labelled, {shared} shared, F1 {200 * shared / max(1, found + want):.1f}")


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "convert":
        convert(rest[0], rest[1:])
    elif what == "agree":
        agree(*rest)
    elif what == "texts":
        write_texts(*rest)
    elif what == "figures":
        figures(*rest)
    else:
        gold(*rest)

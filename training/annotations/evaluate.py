"""Scores records against the labels of a round: precision and recall of amounts and of citations.

    readout read --json FOLDER > RECORDS.jsonl        (FOLDER as draw.py prints it)
    python3 annotations/evaluate.py RECORDS.jsonl [--round 2|train|train-2|train-3|train-4] [--half odd|even] [--errors]

A record belongs to the article that its meta.input names. An amount is found
when it is paired, one to one, with a label whose span overlaps, and has the same
kind and equal value, low and high; a citation when its span overlaps and its
sources pair one to one with those of the label. Halves are by the line of the
article in its table, from 1. In rounds 4 and 5, and in what is learnt from
(train to train-4), only citations are labelled.
"""
import argparse
import json
import os
import re
from decimal import Decimal

import standoff

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "amounts-citations")
ROUNDS = ("1", "2", "3", "4", "5", "train", "train-2", "train-3", "train-4")
CITATIONS_ONLY = ("4", "5", "train", "train-2", "train-3", "train-4")


def table(stem, name):
    """The path of a table of a round."""
    return os.path.join(HERE, stem + (".tsv" if name == "1" else f"-{name}.tsv"))


def articles(path, half):
    """Names of the articles of a half of a round, or of all."""
    names = []
    for number, line in enumerate(open(path, encoding="utf8"), 1):
        corpus, name, _ = line.rstrip("\n").split("\t")
        if half in (None, ("even", "odd")[number % 2]):
            names.append(f"{corpus}__" + re.sub(r"[^A-Za-z0-9_-]", "_", name))
    return names


def labels(path, names):
    """({article: amounts}, {article: citations}) as labelled; an amount is a dict as in a record."""
    amounts, citations = {n: [] for n in names}, {n: [] for n in names}
    for article, rows in standoff.read(path).items():
        for kind, start, end, fields in rows if article in amounts else []:
            if kind == "cite":
                sources = [tuple(map(int, x.split("-"))) for x in fields[0].split()]
                citations[article].append({"span": (start, end), "sources": sources})
                continue
            keys = dict(zip(("value", "low", "high", "unit", "approx", "of"), fields))
            amounts[article].append({"span": (start, end), "kind": kind, **keys, "approx": keys["approx"] == "1"})
    return amounts, citations


def records(path, names):
    """The same of records, one JSON object a line."""
    amounts, citations, read = {n: [] for n in names}, {n: [] for n in names}, set()
    for line in open(path, encoding="utf8"):
        record = json.loads(line)
        name = os.path.basename(record["meta"]["input"]).removesuffix(".txt")
        read.add(name)
        if name not in amounts:
            continue
        amounts[name] = [dict(a, span=tuple(a["span"])) for a in record.get("amounts") or []]
        citations[name] = [{"span": tuple(c["span"]), "sources": [tuple(s["span"]) for s in c["sources"]]}
                           for c in record.get("citations") or []]
    if missing := set(names) - read:
        raise SystemExit(f"no record for {len(missing)} articles, such as {min(missing)}")
    return amounts, citations


def overlap(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def pairs(found, wanted):
    """Pairs of overlapping items, one to one: equal spans first, then equal items, then in order."""
    out, used = [], (set(), set())
    levels = (lambda f, w: f["span"] == w["span"], lambda f, w: overlap(f["span"], w["span"]) and equal(f, w),
              lambda f, w: overlap(f["span"], w["span"]))
    for fits in levels:
        for i, f in enumerate(found):
            for j, w in enumerate(wanted):
                if i not in used[0] and j not in used[1] and fits(f, w):
                    out.append((f, w))
                    used[0].add(i)
                    used[1].add(j)
    return out


def number(x):
    return Decimal(x) if x else None


def equal(f, w):
    """Whether an item counts as found: equal amounts, or citations with equal sources."""
    if "sources" in w:
        return len(f["sources"]) == len(w["sources"]) and all(map(overlap, sorted(f["sources"]), sorted(w["sources"])))
    return f["kind"] == w["kind"] and all(number(f.get(k)) == number(w[k]) for k in ("value", "low", "high"))


def rate(part, whole):
    return f"{100 * part / whole:5.1f} ({part}/{whole})" if whole else "    - (0/0)"


def report(title, found, wanted, fields, errors):
    """Prints one kind of item, and with errors what is wrong in which article."""
    hits, n_found, n_wanted, overlapping = [], 0, 0, 0
    for name in wanted:
        both = pairs(found[name], wanted[name])
        good = [p for p in both if equal(*p)]
        hits += good
        n_found, n_wanted, overlapping = n_found + len(found[name]), n_wanted + len(wanted[name]), overlapping + len(both)
        if errors:
            explain(name, found[name], wanted[name], both)
    print(f"{title:<10} precision {rate(len(hits), n_found)}  recall {rate(len(hits), n_wanted)}  overlapping {overlapping}")
    for field, same in fields.items():
        print(f"{'':10}   of these, equal {field:<7} {rate(sum(same(f, w) for f, w in hits), len(hits))}")


def explain(name, found, wanted, both):
    for f, w in both:
        if not equal(f, w):
            print(f"{name}: is {f}, should be {w}")
    for title, items, side in (("too many", found, 0), ("missed", wanted, 1)):
        for x in items:
            if not any(x is p[side] for p in both):
                print(f"{name}: {title} {x}")


AMOUNT = {"span": lambda f, w: f["span"] == w["span"]} | {
    key: lambda f, w, key=key: (f.get(key) or "") == (w[key] or "") for key in ("unit", "approx", "of")}
CITATION = {"span": lambda f, w: f["span"] == w["span"],
            "sources": lambda f, w: sorted(f["sources"]) == sorted(w["sources"])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", help="records, one JSON object a line")
    parser.add_argument("--half", choices=("odd", "even"), help="score these articles only")
    parser.add_argument("--round", choices=ROUNDS, default="1", help="which drawing of articles")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, too many or missed")
    options = parser.parse_args()
    names = articles(table("articles", options.round), options.half)
    wanted, found = labels(table("labels", options.round), names), records(options.records, names)
    if options.round not in CITATIONS_ONLY:
        report("amounts", found[0], wanted[0], AMOUNT, options.errors)
        for kind in standoff.KINDS[:4]:
            only = [{n: [a for a in items if a["kind"] == kind] for n, items in side[0].items()} for side in (found, wanted)]
            report("  " + kind, *only, {}, False)
    report("citations", found[1], wanted[1], CITATION, options.errors)


if __name__ == "__main__":
    main()

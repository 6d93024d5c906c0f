"""Labels of due/: from labellers' lines to stand-off, and how well a reader finds due dates and addressees.

    python3 annotations/evaluate_due.py convert test|develop LINES > labels-test.tsv
    python3 annotations/evaluate_due.py score test|develop READOUT [--errors]

A labeller's line is number|kind|cue|words|value: kind d (due) or a (addressee),
with ? behind it where either answer will do; words in the sentence, with " ~ "
between those of which one is enough; the value of a due date. A mark of the
reader is right when it overlaps a label, and does not count where it overlaps
one with ?. --errors prints texts: for develop only.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import draw_due
from evaluate_silences import rows, span

TABLES = draw_due.TABLES
KINDS = {"d": "due", "a": "addressee"}
Item = collections.namedtuple("Item", "key day start end")
Label = collections.namedtuple("Label", "kind open cue spans value")


def items(name):
    """{number: Item}."""
    return {r[0]: Item((r[1], r[2]), r[4], *span(r[5])) for r in rows(os.path.join(TABLES, f"items-{name}.tsv"))}


def labels(name):
    """{number: [Label]} of all items."""
    out = {n: [] for n in items(name)}
    for number, kind, cue, spans, value in rows(os.path.join(TABLES, f"labels-{name}.tsv")):
        out[number].append(Label(kind.rstrip("?"), kind.endswith("?"), span(cue) if cue != "-" else None, [span(s) for s in spans.split()], value))
    return out


def convert(name, path):
    """Prints lines as labels in code points."""
    all_items, all_texts, lost = items(name), draw_due.texts(), 0
    with open(path, encoding="utf8") as f:
        lines = [line.rstrip("\n").split("|") for line in f if line.strip()]
    for number, kind, cue, words, *value in lines:
        item = all_items[number]
        sentence, found = all_texts[item.key][item.start:item.end], []
        for part in (cue, *words.split(" ~ ")):
            if part == "-":
                found.append("-")
                continue
            edge = lambda c: r"\b" if c.isalnum() else ""
            m = re.search(edge(part[0]) + r"\s+".join(map(re.escape, part.split())) + edge(part[-1]), sentence, re.I)
            if m is None:
                print(f"{number}: {part!r} is not in the sentence", file=sys.stderr)
                lost += 1
                continue
            found.append(f"{item.start + m.start()}-{item.start + m.end()}")
        print(number, KINDS[kind[0]] + kind[1:], found[0], " ".join(found[1:]), *(value or "-"), sep="\t")
    return lost


def read(all_texts, all_items, readout):
    """{key: record} of the articles, each with its day of publication."""
    days, out = {}, {}
    for item in all_items.values():
        days.setdefault(item.day, set()).add(item.key)
    with tempfile.TemporaryDirectory() as folder:
        for day, keys in sorted(days.items()):
            names = {}
            for key in sorted(keys):
                path = os.path.join(folder, "__".join(key) + ".txt")
                with open(path, "w", encoding="utf8", newline="") as f:
                    f.write(all_texts[key])
                names[path] = key
            done = subprocess.run([readout, "read", "--json", "--jobs", "1", "--date", day, *names], capture_output=True, check=True)
            for key, line in zip(names.values(), done.stdout.decode().splitlines()):
                out[key] = json.loads(line)
                assert out[key]["document"]["text"] == all_texts[key], key
    return out


def meets(a, b):
    return a[0] < b[1] and b[0] < a[1]


def marks(record, item):
    """({kind: {span: value}} that the reader has in the sentence of an item, the cues in it)."""
    times = {t["id"]: t for t in record["times"]}
    here, out = (item.start, item.end), {"due": {}, "addressee": {}}
    for s in record["statements"]:
        due = times.get((s.get("due") or {}).get("time"))
        if due and meets(due["span"], here):
            out["due"][tuple(due["span"])] = {due.get("timex", "")[:10], due.get("edtf", "")}
        for a in s.get("addressees", ()):
            if meets(a["span"], here):
                out["addressee"][tuple(a["span"])] = set()
    return out, [s["cue"]["span"] for s in record["statements"] if s.get("cue") and meets(s["cue"]["span"], here)]


def score(name, readout, errors):
    all_items, all_labels, all_texts = items(name), labels(name), draw_due.texts()
    records = read(all_texts, all_items, readout)
    counts = {k: collections.Counter() for k in KINDS.values()}
    for number, item in all_items.items():
        text = all_texts[item.key]
        found, cues = marks(records[item.key], item)
        told = []
        for kind, of in found.items():
            wanted = [x for x in all_labels[number] if x.kind == kind]
            n = counts[kind]
            for x in wanted:
                if x.open:
                    continue
                got = [s for s in of if any(meets(s, t) for t in x.spans)]
                stated = not x.cue or any(meets(x.cue, c) for c in cues)
                n["labels"] += 1
                n["hit"] += bool(got)
                n["stated"] += stated
                n["stated hit"] += bool(got) and stated
                if got and x.value != "-":
                    n["valued"] += 1
                    n["value"] += x.value in of[got[0]]
                    if x.value not in of[got[0]]:
                        told.append(f"value {text[slice(*got[0])]!r} is {x.value}, read {sorted(of[got[0]])}")
                if not got:
                    told.append(f"missed {kind} {text[slice(*x.spans[0])]!r}" + " (no statement)" * (not stated))
            for s in of:
                over = [x for x in wanted if any(meets(s, t) for t in x.spans)]
                right = any(not x.open for x in over)
                n["right"] += right
                n["wrong"] += not over
                if not over:
                    told.append(f"wrong {kind} {text[slice(*s)]!r}")
        if errors and told:
            print(f"#{number}", "; ".join(told), "\n   ", " ".join(text[item.start:item.end].split()))
    for kind, n in counts.items():
        precision, recall, stated = (a / max(1, b) for a, b in ((n["right"], n["right"] + n["wrong"]), (n["hit"], n["labels"]), (n["stated hit"], n["stated"])))
        f1 = lambda r: f"{200 * precision * r / max(1e-9, precision + r):.1f}"
        print(f"{kind}: {n['labels']} labelled, {n['hit']} found; {n['wrong']} wrong; precision {100 * precision:.1f} recall {100 * recall:.1f} F1 {f1(recall)}")
        print(f"    where the statement is found: {n['stated hit']} of {n['stated']}, F1 {f1(stated)}" + f"; values {n['value']} of {n['valued']}" * (kind == "due"))


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["convert", "score"])
    ap.add_argument("half", choices=["test", "develop"])
    ap.add_argument("path", help="the lines to convert, or the program that reads")
    ap.add_argument("--errors", action="store_true")
    opt = ap.parse_args()
    if opt.what == "convert":
        sys.exit(bool(convert(opt.half, opt.path)))
    score(opt.half, opt.path, opt.errors and opt.half == "develop")

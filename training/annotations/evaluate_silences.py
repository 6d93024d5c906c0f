"""Labels of silences/: from labellers' lines to stand-off, and how many items a reader gets right.

    python3 annotations/evaluate_silences.py convert test|develop LINES > labels-test.tsv
    python3 annotations/evaluate_silences.py score test|develop READOUT [--errors]

A labeller's line is number|polarity|cue|content|speaker in exact words of the
sentence; an item without a line is a trap. A label is found when a statement of
its polarity overlaps both its cue and its content. An item is right when all
its labels are found, and nothing else in it is said to be omitted or declined.
--errors prints texts: for develop only.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import draw_silences
from draw_who import short

import calibrate

TABLES = draw_silences.TABLES
POLARITY = {"o": "omitted", "d": "declined"}
SILENT = set(POLARITY.values())


def rows(path):
    with open(path, encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip()]


def span(field):
    return tuple(map(int, field.split("-")))


def items(name):
    """{number: (key, sentence)}."""
    return {r[0]: ((r[1], r[2]), span(r[4])) for r in rows(os.path.join(TABLES, f"items-{name}.tsv"))}


def labels(name):
    """{number: [(polarity, cue, content)]}."""
    out = {n: [] for n in items(name)}
    for number, polarity, cue, content, _ in rows(os.path.join(TABLES, f"labels-{name}.tsv")):
        out[number].append((polarity, span(cue), span(content)))
    return out


def convert(name, path):
    """Prints lines as labels in code points."""
    all_items, all_texts, lost = items(name), draw_silences.texts(), 0
    with open(path, encoding="utf8") as f:
        lines = [line.rstrip("\n").split("|") for line in f if line.strip()]
    for number, polarity, *parts in lines:
        key, (start, end) = all_items[number]
        sentence, found, least = all_texts[key[0]][key[1]][start:end], [], 0
        for i, words in enumerate(parts):
            if words == "-":
                found.append("-")
                continue
            pattern = re.compile(r"\b" * words[0].isalnum() + r"\s+".join(map(re.escape, words.split())) + r"\b" * words[-1].isalnum())
            at = [m for m in pattern.finditer(sentence)]
            cue = span(found[0])[0] - start if found else 0
            m = min(at, key=lambda m: (m.start() < cue if i == 1 else m.start() > cue, abs(m.start() - cue)), default=None) if i else (at or [None])[0]
            if m is None:
                print(f"{number}: {words!r} is not in the sentence", file=sys.stderr)
                lost += 1
                continue
            found.append(f"{start + m.start()}-{start + m.end()}")
        print(number, POLARITY[polarity], *found, sep="\t")
    return lost


def read(all_texts, keys, readout):
    """{key: [(polarity, cue, content pieces, score)]} of the documents, as the program reads them."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for key in sorted(keys):
            path = os.path.join(folder, short(*key) + ".txt")
            names[os.path.basename(path)] = key
            with open(path, "w", encoding="utf8", newline="") as f:
                f.write(all_texts[key[0]][key[1]])
        run = subprocess.run([readout, "read", "--json", "--quiet", "--no-progress", folder], capture_output=True, text=True, check=True)
    out = {}
    for line in run.stdout.splitlines():
        record = json.loads(line)
        key = names[os.path.basename(record["meta"]["input"])]
        assert record["document"]["text"] == all_texts[key[0]][key[1]], key
        out[key] = [(s["polarity"], tuple(s["cue"]["span"]), [tuple(c) for c in s["content"]["spans"]], s["score"])
                    for s in record["statements"] if s.get("cue") and s.get("polarity") in SILENT]
    return out


def overlap(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def fits(label, found):
    return label[0] == found[0] and overlap(label[1], found[1]) and any(overlap(label[2], c) for c in found[2])


def score(name, readout, errors):
    all_items, gold, all_texts = items(name), labels(name), draw_silences.texts()
    found = read(all_texts, {key for key, _ in all_items.values()}, readout)
    right = {True: [0, 0], False: [0, 0]}
    missed, scores = 0, []
    for number, (key, sentence) in all_items.items():
        here = [f for f in found[key] if overlap(f[1], sentence)]
        lost = [g for g in gold[number] if not any(fits(g, f) for f in here)]
        more = [f for f in here if not any(fits(g, f) for g in gold[number])]
        missed += len(lost)
        scores += [(f[3], f not in more) for f in here]
        tally = right[bool(gold[number])]
        tally[0] += not lost and not more
        tally[1] += 1
        if errors and (lost or more):
            text = all_texts[key[0]][key[1]]
            say = lambda x: f"{x[0]} «{text[slice(*x[1])]}» " + " … ".join(text[a:b] for a, b in (x[2] if isinstance(x[2], list) else [x[2]]))
            print(f"#{number} {' '.join(text[slice(*sentence)].split())}", *["   lost " + say(x) for x in lost], *["   more " + say(x) for x in more], sep="\n")
    both = [a + b for a, b in zip(*right.values())]
    share = lambda t: f"{t[0]} of {t[1]} ({100 * t[0] / max(1, t[1]):.1f} %)"
    print(f"{name}: items right {share(both)}; silences {share(right[True])}, traps {share(right[False])}; labels missed {missed} of {sum(map(len, gold.values()))}; "
          f"scores: expected calibration error {calibrate.expected_error(scores):.3f} over {len(scores)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("convert", "score"))
    parser.add_argument("name", choices=("test", "develop"))
    parser.add_argument("path", help="labellers' lines, or the program")
    parser.add_argument("--errors", action="store_true")
    opt = parser.parse_args()
    if opt.what == "convert":
        sys.exit(1 if convert(opt.name, opt.path) else 0)
    if opt.errors and opt.name == "test":
        parser.error("--errors shows sentences: for develop only")
    score(opt.name, os.path.abspath(opt.path), opt.errors)


if __name__ == "__main__":
    main()

"""Labels of events/: from labellers' lines to stand-off, agreement, and figures of records on the test.

    python3 annotations/events.py convert test|train LINES... > labels-test.tsv
    python3 annotations/events.py agree A.tsv B.tsv [LAST]           up to sentence LAST
    python3 annotations/events.py texts FOLDER [test|second|train]          the articles of the test, or of those to learn from
    readout read --json FOLDER > RECORDS.jsonl
    python3 annotations/events.py score RECORDS.jsonl [test|second|train] [--errors]

A label is: number of the sentence, span of the trigger (code points), type,
status, spans of actors, recipients, time and place. A sentence without events
has no line. A trigger is found when an event of the same type overlaps it; an
actor or recipient of it when it overlaps, one to one; status is of those found.
"""
import collections
import json
import os
import re
import sys

import draw_events
from draw_events import TABLES

import calibrate
from draw_who import short

STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "negated")
TYPES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
         "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")


def rows(path):
    with open(path, encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip()]


def spans(field):
    return [tuple(map(int, x.split("-"))) for x in field.split()]


def items(name):
    """{number: (set, article, (start, end))}."""
    return {r[0]: (r[1], r[2], spans(r[4])[0]) for r in rows(os.path.join(TABLES, f"items-{name}.tsv"))}


def place(text, sentence, words, near=None):
    """The span of words in a sentence: the occurrence that "words@2" names, else the nearest to a span."""
    m = re.fullmatch(r"(.*)@(\d+)", words)
    exact, nth = (m[1], int(m[2])) if m else (words, 0)
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, exact.split())) + r"(?!\w)"
    found = [x.span() for x in re.compile(pattern).finditer(text, *sentence)]
    if nth:
        return found[nth - 1] if nth <= len(found) else None
    return min(found, key=lambda s: abs(s[0] - (near or s)[0]), default=None)


def convert(name, paths):
    all_items, all_texts = items(name), draw_events.texts()
    for path in paths:
        for number, *f in rows(path):
            if f[0] == "-":
                continue
            corpus, article, sentence = all_items[number]
            text = all_texts[corpus][article]
            f += ["-"] * (7 - len(f))
            trigger = place(text, sentence, f[0])
            if trigger is None or f[1] not in TYPES or f[2] not in STATUSES:
                print(f"{path}: {number} {f[:3]}: not in the text or the vocabularies", file=sys.stderr)
                continue
            out = []
            for field in f[3:7]:
                found = [place(text, sentence, w.strip(), trigger) for w in field.split(" | ") if w.strip() not in ("", "-")]
                if None in found:
                    print(f"{path}: {number} {field!r}: not in the text", file=sys.stderr)
                out.append(" ".join(f"{a}-{b}" for a, b in filter(None, found)))
            print(number, f"{trigger[0]}-{trigger[1]}", *f[1:3], *out, sep="\t")


def meet(a, b):
    return a[0] < b[1] and b[0] < a[1]


def paired(found, gold):
    """Pairs of spans that overlap, one to one."""
    left, out = list(gold), []
    for s in found:
        hit = next((g for g in left if meet(s, g)), None)
        if hit is not None:
            left.remove(hit)
            out.append((s, hit))
    return out


class Tally:
    """Events of one labelling against those of another, by sentence: (trigger, type, status, actors, recipients)."""

    def __init__(self):
        self.trigger, self.who, self.kinds, self.status, self.alike = [0, 0, 0], [0, 0, 0], collections.defaultdict(lambda: [0, 0, 0]), [0, 0], 0
        self.wrong, self.scores = collections.Counter(), []

    def add(self, found, gold):
        self.trigger[1] += len(found)
        self.trigger[2] += len(gold)
        for e in found:
            self.kinds[e[1]][1] += 1
            self.who[1] += len(e[3]) + len(e[4])
        for e in gold:
            self.kinds[e[1]][2] += 1
            self.who[2] += len(e[3]) + len(e[4])
        left = list(gold)
        for e in found:
            self.alike += any(meet(e[0], g[0]) for g in gold)
            hit = next((g for g in left if meet(e[0], g[0]) and e[1] == g[1]), None)
            self.scores += [(e[5], hit is not None)] if len(e) > 5 else []
            if hit is None:
                self.wrong[e[1], next((g[1] for g in gold if meet(e[0], g[0])), "-")] += 1
                continue
            left.remove(hit)
            self.trigger[0] += 1
            self.kinds[e[1]][0] += 1
            self.status[0] += e[2] == hit[2]
            self.status[1] += 1
            self.who[0] += len(paired(e[3], hit[3])) + len(paired(e[4], hit[4]))
        for g in left:
            if not any(meet(e[0], g[0]) for e in found):
                self.wrong["-", g[1]] += 1

    def show(self):
        f = lambda c: f"P {100 * c[0] / max(1, c[1]):.1f} R {100 * c[0] / max(1, c[2]):.1f} F {200 * c[0] / max(1, c[1] + c[2]):.1f}"
        print(f"trigger with type: {f(self.trigger)} of {self.trigger[1]} and {self.trigger[2]}; trigger alone F {200 * self.alike / max(1, sum(self.trigger[1:])):.1f}")
        print(f"actors and recipients: {f(self.who)}; status right {100 * self.status[0] / max(1, self.status[1]):.1f} of {self.status[1]}")
        print(" ".join(f"{k} {c[0]}/{c[1]}/{c[2]}" for k, c in sorted(self.kinds.items())))
        if self.scores:
            print(f"scores: expected calibration error {calibrate.expected_error(self.scores):.3f} over {len(self.scores)}")


def labelled(path):
    out = collections.defaultdict(list)
    for r in rows(path):
        r += [""] * (8 - len(r))
        out[r[0]].append((spans(r[1])[0], r[2], r[3], spans(r[4]), spans(r[5])))
    return out


def agree(a, b, last):
    one, two, tally = labelled(a), labelled(b), Tally()
    for number in range(1, last + 1):
        tally.add(one[str(number)], two[str(number)])
    tally.show()


def score(path, name, errors):
    gold, all_items, tally, texts = labelled(os.path.join(TABLES, f"labels-{name}.tsv")), items(name), Tally(), {}
    of = lambda args: [tuple(x["span"]) for x in args or [] if x.get("span")]
    by_article = {}
    for line in open(path, encoding="utf8"):
        record = json.loads(line)
        article = os.path.splitext(os.path.basename(record["meta"]["input"]))[0]
        by_article[article] = [(tuple(e["trigger"]["span"]), e["type"], e["status"], of(e["actors"]), of(e.get("recipients")), e["score"]) for e in record["events"]]
        texts[article] = record["document"]["text"]
    for number, (corpus, article, (a, b)) in all_items.items():
        if short(corpus, article) not in by_article:
            continue
        found = [e for e in by_article[short(corpus, article)] if a <= e[0][0] < b]
        tally.add(found, gold[number])
        if errors:
            text = texts[short(corpus, article)]
            words = lambda e: (text[slice(*e[0])], e[1], e[2], [text[slice(*s)] for s in e[3]], [text[slice(*s)] for s in e[4]])
            print(f"#{number} {text[a:b]}", *(f"  found {words(e)}" for e in found), *(f"  gold  {words(e)}" for e in gold[number]), sep="\n")
    tally.show()
    if errors:
        print(tally.wrong.most_common(40))


def write(folder, name):
    os.makedirs(folder, exist_ok=True)
    all_texts = draw_events.texts()
    for corpus, article, _ in items(name).values():
        with open(os.path.join(folder, short(corpus, article) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(all_texts[corpus][article])


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    plain = [x for x in rest if not x.startswith("--")]
    if what == "convert":
        convert(plain[0], plain[1:])
    elif what == "agree":
        agree(plain[0], plain[1], int((plain + ["100000"])[2]))
    elif what == "texts":
        write(plain[0], (plain + ["test"])[1])
    else:
        score(plain[0], (plain + ["test"])[1], "--errors" in rest)

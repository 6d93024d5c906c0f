"""How well the heads of the second top do on the labels that are set aside, given the places: acts, triggers, addressees.

    python3 evaluate_second.py CHECKPOINT
"""
import collections
import sys

import torch

import bases
import corpora
import data
import evaluate
import labels
from model import MARKS, STANCE

SPACE = 60  # pieces read on each side of what is asked
WINDOW = 222  # pieces read at once, as export.py has it
BEFORE, BEHIND = 3, 30  # pieces around a cue in which marks of addressees are taken for its own


def texts():
    """{article: text} of the corpora that tests are drawn from."""
    out, score = {}, evaluate.scorer()
    stem = lambda p: p.rsplit("/", 1)[1].rsplit(".", 1)[0]
    for path in data.files("polnear/train/text/*.txt"):
        with open(path, encoding="utf8", newline="") as f:
            out[labels.file_name("polnear", stem(path))] = f.read()
    for path in data.files("gum/train/*.conllu"):
        out[labels.file_name("gum", stem(path))] = score.gum(path)[0]
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        out[labels.file_name("meantime", stem(path))] = corpora.meantime(path)[0]
    return out


def tests():
    """(windows with a statement each, windows with a sentence's events each)."""
    tokenizer, all_texts, docs = bases.tokenizer(), texts(), {}

    def doc(corpus, name):
        key = labels.file_name(corpus, name)
        if key not in docs:
            docs[key] = data.make(name, all_texts[key], tokenizer)
        return docs[key]

    def window(d, spans):
        places = [p for p in (data.piece_range(d, *s) for s in spans) if p]
        first, last = min(i for i, _ in places), max(j for _, j in places)
        start = max([0] + [e for e in d.ends if first - SPACE <= e <= first][:1])
        return d, start, min(len(d.ids), max(start + WINDOW, last), last + SPACE)
    statements, events = [], []
    for draw in ("test", "test-rare"):
        label = {r[0]: r[1:] + [""] * 7 for r in labels.rows("acts", f"labels-{draw}.tsv")}
        for number, corpus, name, _, _, cue, content in labels.rows("acts", f"items-{draw}.tsv"):
            if label[number][0] != "x":
                d = doc(corpus, name)
                cue, content = labels.spans(cue), labels.spans(content)
                d.stances = []
                data.write_stance(d, cue, content, [kinds.index(v) for kinds, v in zip(STANCE.values(), label[number])], None)
                statements.append((*window(d, cue + content), d.stances[0], labels.spans(label[number][3])))
    found = collections.defaultdict(list)
    for number, trigger, kind, *_ in labels.rows("events", "labels-test.tsv"):
        found[number].append((labels.spans(trigger)[0], kind))
    for number, corpus, name, _, sentence in labels.rows("events", "items-test.tsv"):
        d = doc(corpus, name)
        events.append((*window(d, labels.spans(sentence)), data.piece_range(d, *labels.spans(sentence)[0]), found[number]))
    return statements, events


@torch.no_grad()
def read(net, doc, start, end):
    """Outputs of a window, without its edges."""
    x = data.sample(doc, start, end)
    out = net(torch.tensor([x["ids"]]), torch.tensor([x["shapes"]]), torch.ones(1, len(x["ids"]), dtype=torch.bool))
    return [o[0, 1:-1].float() for o in out]


def spans(tags, names):
    """[(start, end, kind)] of the best tags."""
    out = []
    for i, t in enumerate(tags):
        if names[t][0] == "B":
            out.append([i, i + 1, names[t][2:]])
        elif names[t][0] == "I" and out and out[-1][1] == i:
            out[-1][1] = i + 1
    return out


def line(net, sets):
    """The figures in one line."""
    net.eval()
    statements, events = sets
    right, heads = collections.Counter(), list(MARKS)
    want, got, both = 0, 0, 0
    for doc, start, end, (cue, content, *values), addressees in statements:
        out = read(net, doc, start, end)
        shift = lambda pieces: [p - start for p in pieces if start <= p < end]
        scores, at = net.stance_scores(out[1 + len(MARKS)], shift(cue), shift(content)), 0
        for (name, kinds), value in zip(STANCE.items(), values):
            right[name] += int(scores[at:at + len(kinds)].argmax()) == value
            at += len(kinds)
        near = range(max(0, cue[0] - BEFORE), cue[-1] + BEHIND) if cue else ()
        chars = lambda s: (doc.spans[start + s[0]][0], doc.spans[start + s[1] - 1][1])
        marked = [chars(s) for s in spans(out[1 + heads.index("addressees")].argmax(-1).tolist(), MARKS["addressees"]) if start + s[0] in near]
        want, got = want + len(addressees), got + len(marked)
        both += sum(any(a < d and c < b for c, d in marked) for a, b in addressees)
    triggers = [0, 0, 0]
    for doc, start, end, (first, last), found in events:
        tags = read(net, doc, start, end)[1 + heads.index("triggers")].argmax(-1).tolist()
        chars = lambda s: (doc.spans[start + s[0]][0], doc.spans[start + s[1] - 1][1])
        marked = [(*chars(s), s[2]) for s in spans(tags, MARKS["triggers"]) if first <= start + s[0] < last]
        triggers[0] += sum(any(a < d and c < b and kind == k for c, d, k in marked) for (a, b), kind in found)
        triggers[1] += len(marked)
        triggers[2] += len(found)
    f1 = lambda b, x, y: 200 * b / max(1, x + y)
    return (" ".join(f"{k} {100 * v / len(statements):.1f}" for k, v in right.items()) + f" addressees {f1(both, got, want):.1f} ({got}/{want})"
            f" triggers {f1(*triggers):.1f} ({triggers[1]}/{triggers[2]})")


def main():
    print(line(evaluate.load(sys.argv[1]), tests()))


if __name__ == "__main__":
    main()

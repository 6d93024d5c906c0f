"""Prints why names are wrong, by the rule of ../shared/score/score.py entity.

    python3 name_errors.py GOLD --records FILE    what readout read (score.py --dump)
    python3 name_errors.py GOLD --labels          the labels that names are learnt from, as if they were read

GOLD is a folder of GUM. A gold name is right, of another kind, taken (the name
over it answers a name inside it already), cut (a name found beside its head) or
missed; a name found too many lies over a gold name that is answered (again),
over a mention that is no name (no name), inside one (inside) or over none.
"""
import argparse
import collections
import glob
import json
import os

import corpora
import evaluate


def records(score, path, labels, dumped):
    """(start, end, kind) of the names of one document."""
    if labels:
        _, outer, inner = corpora.gum_names(score, path)
        return sorted(outer + inner, key=lambda n: (n[1] - n[0], n))
    return [(*m["span"], e["type"]) for e in dumped["entities"] for m in e["mentions"] if m["kind"] == "name"]


def gold_names(score, path):
    """(text, gold names, tokens that are proper, heads left out, other heads); names as score.py counts them."""
    text, toks, mentions = score.gum(path)
    names, left_out, other = [], [], []
    for a, b, kind, chain in mentions:
        heads = [i for i in range(a, b + 1) if not a <= toks[i][4] <= b]
        h = heads[0] if heads else b
        article, named = toks[a][3] == "DET" and a != h, toks[h][3] == "PROPN"
        g = {"span": (toks[a][0], toks[b][1]), "kind": kind, "head": toks[h][:2], "chain": chain}
        if named and kind in score.KINDS and not article:
            names.append(g)
        else:
            (left_out if named else other).append(g["head"])
    return text, names, [t[:2] for t in toks if t[3] == "PROPN"], left_out, other


def judge(score, path, found):
    """Yields (gold or found, verdict, kind, other kind, words, place)."""
    text, names, proper, left_out, other = gold_names(score, path)
    found = [f for f in found if any(score.meets(f, t) for t in proper)]
    over = lambda f, head: f[0] <= head[0] and head[1] <= f[1]
    used = {}
    for g in sorted(names, key=lambda g: g["span"][1] - g["span"][0]):
        all_over = [i for i, f in enumerate(found) if over(f, g["head"])]
        hit = next((i for i in all_over if i not in used), None)
        words = text[slice(*g["span"])]
        if hit is not None:
            used[hit] = g["kind"]
            kind = found[hit][2]
            yield "gold", "right" if kind == g["kind"] else "kind", g["kind"], kind, f"{words} <{text[slice(*found[hit][:2])]}>", g["span"]
        elif all_over:
            yield "gold", "taken", g["kind"], "", words, g["span"]
        else:
            cut = next((f for f in found if score.meets(f, g["span"])), None)
            yield "gold", "cut" if cut else "missed", g["kind"], cut[2] if cut else "", words + (f" <{text[slice(*cut[:2])]}>" if cut else ""), g["span"]
    for i, f in enumerate(found):
        if f[2] not in score.KINDS or (i not in used and any(score.meets(f, h) for h in left_out)):
            continue
        if i in used:
            yield "found", "right" if used[i] == f[2] else "kind", f[2], used[i], text[slice(*f[:2])], f[:2]
            continue
        verdict = "again" if any(over(f, g["head"]) for g in names) else "no name" if any(over(f, h) for h in other) else \
            "inside" if any(score.meets(f, g["span"]) for g in names) else "none"
        yield "found", verdict, f[2], "", f"{text[max(0, f[0] - 30):f[0]]}[{text[slice(*f[:2])]}]{text[f[1]:f[1] + 20]}".replace("\n", " "), f[:2]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("gold")
    p.add_argument("--records", help="records of the folder's texts in order, as score.py dumps them")
    p.add_argument("--labels", action="store_true")
    p.add_argument("--errors", action="store_true", help="print each error, not counts alone; never on a held-out folder")
    opt = p.parse_args()
    score = evaluate.scorer()
    paths = sorted(glob.glob(os.path.join(opt.gold, "*.conllu")))
    dumped = [json.loads(line) for line in open(opt.records, encoding="utf8")] if opt.records else [None] * len(paths)
    count, sums = collections.Counter(), collections.Counter()
    for path, rec in zip(paths, dumped):
        for side, verdict, kind, other, words, span in judge(score, path, records(score, path, opt.labels, rec)):
            count[side, verdict, kind, other] += 1
            sums[side, verdict == "right"] += 1
            if opt.errors and verdict != "right":
                print(os.path.basename(path)[4:-7], *span, side, verdict, kind, other, words.replace("\n", " "), sep="\t")
    for (side, verdict, kind, other), n in sorted(count.items(), key=lambda c: (c[0][0], c[0][1] != "right", -c[1])):
        print(f"{side:6} {verdict:8} {kind:13} {other:13} {n:5}")
    right, gold = sums["gold", True], sums["gold", True] + sums["gold", False]
    taken = sums["found", True] + sums["found", False]
    print("P {:.1f} R {:.1f} F {:.1f}".format(*score.f1(right, taken, right, gold)), f"gold {gold} found {taken}")


if __name__ == "__main__":
    main()

"""Teaching one model what several agree on, and to read a text alike wherever it stands.

The teachers' scores are averaged and become soft labels of every tagging head
on the last layer, also on texts that no one has labelled for that head.
"""
import random

import numpy as np
import torch
import torch.nn.functional as F

import bases
import data
import evaluate
from model import FIRST_TOP, MARKS

NEWLINE, GAP = 16, 8
MASK = 103
LONGEST = 56  # pieces of a paragraph that is put before a window


def before(first, rest):
    """One sample of two: the paragraph first, then rest on a new line; rest keeps its soft labels' place in "moved"."""
    move = len(first["ids"]) - 2
    out = {k: np.concatenate([first[k][:-1], rest[k][1:]]) for k in ("roles", *MARKS)}
    out["ids"] = first["ids"][:-1] + rest["ids"][1:]
    shapes = list(rest["shapes"][1:])
    shapes[0] = shapes[0] % GAP + NEWLINE
    out["shapes"] = first["shapes"][:-1] + shapes
    out["links"] = first["links"] + [(k, a + move, b + move) for k, a, b in rest["links"]]
    out["chains"] = [(p, ("before", chain), form) for p, chain, form in first["chains"]]
    out["chains"] += [(p + move, chain, form) for p, chain, form in rest["chains"]]
    add = lambda pieces: [p + move for p in pieces]
    out["stances"] = first["stances"] + [(add(cue), add(content), *values) for cue, content, *values in rest["stances"]]
    out["events"] = first["events"] + [(add(trigger), status, *map(add, parts)) for trigger, status, *parts in rest["events"]]
    out["story"] = rest["story"]
    out["moved"] = (move, rest)
    return out


def openings(docs):
    """Samples of paragraphs of at most LONGEST pieces."""
    out = []
    for doc in docs:
        starts = [i for i, s in enumerate(doc.shapes) if s >= NEWLINE or i == 0] + [len(doc.ids)]
        out += [data.sample(doc, a, b) for a, b in zip(starts, starts[1:]) if 6 <= b - a <= LONGEST]
    return out


def put_before(samples, docs, share, seed):
    """The samples, a share of them behind a paragraph of another text."""
    if not share:
        return samples
    rng, pool = random.Random(seed), openings(docs)
    labelled = lambda x: x["roles"][1, 0] != data.IGNORE
    pools = {kind: [x for x in pool if labelled(x) == kind] for kind in (True, False)}
    return [before(rng.choice(pools[labelled(x)]), x) if rng.random() < share and pools[labelled(x)] else x for x in samples]


def hide(samples, share, seed):
    """Puts [MASK] for a share of the pieces, so that no word alone decides; the labels stay, and "whole" has the pieces."""
    rng = random.Random(seed)
    for x in samples:
        x["whole"] = x["ids"]
        x["ids"] = [MASK if 0 < i < len(x["ids"]) - 1 and rng.random() < share else p for i, p in enumerate(x["ids"])]
    return samples


class Teachers:
    """Checkpoints whose mean scores are soft labels."""

    def __init__(self, paths):
        self.nets = [evaluate.load(p).eval() for p in paths]
        for net in self.nets:
            net.enc.to(bases.kind())
            net.enc.encoder["branch"] = torch.nn.ModuleList()  # nothing is learnt from its second top

    @torch.no_grad()
    def scores(self, ids, shapes, mask):
        """Mean log-probabilities [b, n, tags] of each tagging head, the three roles in one list."""
        sums = None
        for net in self.nets:
            scores = net(ids, shapes, mask)[:1 + len(FIRST_TOP)]  # the first of MARKS
            each = [F.log_softmax(s, -1) for s in scores]
            sums = each if sums is None else [a + b for a, b in zip(sums, each)]
        return [s / len(self.nets) for s in sums]

    def soft(self, batch):
        """Soft labels of a batch as its pieces stand, and the mask of the pieces that have them."""
        n, rows = batch
        plain = [x["moved"][1] if "moved" in x else x for x in rows]
        ids, shapes = torch.zeros(len(rows), n, dtype=torch.long), torch.zeros(len(rows), n, dtype=torch.long)
        for i, x in enumerate(plain):
            ids[i, :len(x["ids"])], shapes[i, :len(x["ids"])] = torch.tensor(x.get("whole", x["ids"])), torch.tensor(x["shapes"])
        lengths = torch.tensor([len(x["ids"]) for x in plain])
        out = self.scores(ids, shapes, torch.arange(n)[None] < lengths[:, None])
        known = torch.zeros(len(rows), n, dtype=torch.bool)
        for i, x in enumerate(rows):
            move, end = x["moved"][0] if "moved" in x else 0, int(lengths[i]) - 1
            if move:
                for s in out:
                    s[i, move + 1:move + end] = s[i, 1:end].clone()
            known[i, move + 1:move + end] = True
        return out, known


def loss(scores, soft, known):
    """Mean divergence of the scores of each head from the soft labels, over the known pieces; roles count once each."""
    total = 0
    for s, t in zip(scores, soft):
        s, t = F.log_softmax(s[known], -1), t[known]
        t = torch.log_softmax(t, -1)
        each = F.kl_div(s, t, reduction="none", log_target=True).sum(-1)
        total = total + (each.sum(1).mean() if each.dim() == 2 else each.mean())
    return total

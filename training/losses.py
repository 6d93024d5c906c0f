"""The losses of the heads over one batch (length, samples), samples as data.sample makes them."""
import numpy as np
import torch
import torch.nn.functional as F

import data
import distil
from model import FIRST_TOP, MARKS, NEVER, ROLES, STANCE, crf_loss


def tensors(batch):
    """Padded arrays of a batch (length, samples): ids, shapes, mask, roles, and the labels of each head of MARKS."""
    n, rows = batch

    def pad(key, fill):
        edges = [[(0, n - len(x["ids"]))] + [(0, 0)] * (np.ndim(x[key]) - 1) for x in rows]
        return torch.tensor(np.stack([np.pad(np.asarray(x[key]), e, constant_values=fill) for x, e in zip(rows, edges)]))
    mask = torch.arange(n)[None] < torch.tensor([len(x["ids"]) for x in rows])[:, None]
    return pad("ids", 0), pad("shapes", 0), mask, *(pad(k, data.IGNORE) for k in ("roles", *MARKS))


def link_loss(net, batch, roles, query, key):
    """Mean cross-entropy: each content chooses its cue or none (score 0), each cue its source or none.

    The cue of a share of contents is hidden, as the tagger will miss some.
    """
    terms = []
    for i, x in enumerate(batch):
        starts = [torch.nonzero((roles[i, :, r] == data.B) | (roles[i, :, r] == data.S)).flatten() for r in range(len(ROLES))]
        sources, cues, contents = starts
        if len(cues) == 0:
            continue
        place = {int(c): j for j, c in enumerate(cues)}
        cue_of = {b: place[a] for k, a, b in x["links"] if k == 1 and a in place}
        source_of = {a: b for k, a, b in x["links"] if k == 0}
        known = [c for c in contents.tolist() if c in cue_of]
        if known:
            s = net.link_scores(query[i], key[i], cues, torch.tensor(known), 1)
            want = torch.tensor([cue_of[c] for c in known])
            missed = torch.rand(len(known)) < MISSED
            s = s.masked_fill(missed & (torch.arange(len(cues))[:, None] == want), NEVER)
            s = torch.cat([torch.zeros(1, len(known)), s])
            terms.append(F.cross_entropy(s.T, (want + 1).masked_fill(missed, 0), reduction="none"))
        if len(sources):
            at = {int(s): j + 1 for j, s in enumerate(sources)}
            s = net.link_scores(query[i], key[i], cues, sources, 0)
            want = torch.tensor([at.get(source_of.get(int(c)), 0) for c in cues])
            terms.append(F.cross_entropy(torch.cat([torch.zeros(len(cues), 1), s], 1), want, reduction="none"))
    return torch.cat(terms).mean() if terms else query.sum() * 0


def chain_loss(net, batch, query, key):
    """Mean loss of choosing, for each pronoun and nominal, a mention before it of its chain, or none (score 0).

    What is chosen among are the names and pronouns before it in the window; any
    of the chain is right.
    """
    terms = []
    for i, x in enumerate(batch):
        for at, (piece, chain, form) in enumerate(x["chains"]):
            left = [c for c in x["chains"][:at] if c[2] != "nominal"]
            if form == "name" or not left:
                continue
            s = net.link_scores(query[i], key[i], torch.tensor([piece]), torch.tensor([c[0] for c in left]), 2)[0]
            s = F.log_softmax(torch.cat([torch.zeros(1), s]), 0)
            right = torch.tensor([not any(c[1] == chain for c in left)] + [c[1] == chain for c in left])
            terms.append(-torch.logsumexp(s[right], 0))
    return torch.stack(terms).mean() if terms else None


def stance_losses(net, batch, stance):
    """Mean cross-entropy of act, polarity and certainty over the statements of a batch where they are known."""
    known = [(i, s) for i, x in enumerate(batch) for s in x["stances"]]
    if not known:
        return {}
    scores = torch.stack([net.stance_scores(stance[i], cue, content) for i, (cue, content, *_) in known])
    out, at = {}, 0
    for kind, (name, values) in enumerate(STANCE.items()):
        want = torch.tensor([s[2 + kind] for _, s in known])
        if (want >= 0).any():
            out[name] = F.cross_entropy(scores[:, at:at + len(values)], want, ignore_index=data.IGNORE)
        at += len(values)
    return out


def event_losses(net, batch, tags, status, query, key):
    """Mean losses of the status of events, of who takes part in them and how, and of the type of event in a story."""
    out, scores, args, stories = {}, [], [], []
    for i, x in enumerate(batch):
        for trigger, value, actors, recipients, known in x["events"]:
            scores.append(F.cross_entropy(status[i, trigger].mean(0), torch.tensor(value)))
            for kind, right in ((3, actors), (4, recipients)):
                if known:
                    s = net.link_scores(query[i], key[i], torch.tensor(trigger[:1]), torch.tensor(known), kind)[0]
                    args.append(F.binary_cross_entropy_with_logits(s, torch.tensor([float(p in right) for p in known])))
        if x["story"] >= 0:  # some piece of the story begins an event of this type
            begins = F.log_softmax(tags["triggers"][i, 1:len(x["ids"]) - 1], -1)[:, 1 + 2 * x["story"]]
            stories.append(-begins.max())
    for name, terms in (("status", scores), ("args", args), ("stories", stories)):
        if terms:
            out[name] = torch.stack(terms).mean()
    return out


def of(net, batch, teachers=None):
    """The loss of each head over one batch, and how far the heads are from the teachers."""
    ids, shapes, mask, roles, *labels = tensors(batch)
    outputs = net(ids, shapes, mask)
    scores, *tags, _, _, query, key = outputs
    out = {"soft": distil.loss((scores, *tags), *teachers.soft(batch))} if teachers else {}
    out |= marks(FIRST_TOP, tags, labels) | of_second(net, batch, outputs, labels)
    rows = roles[:, 0, 0] >= 0
    if rows.any():
        pick = lambda t: t[rows]
        gold = pick(roles).clamp(min=0)
        live = pick(mask).sum()
        out["tags"] = F.cross_entropy(pick(scores).flatten(0, 2), pick(roles).flatten(), ignore_index=data.IGNORE) * len(ROLES)
        out["paths"] = crf_loss(pick(scores), net.transitions(), gold, pick(mask)) / live
        out["links"] = link_loss(net, batch[1], roles, query, key)
    return out


def marks(heads, tags, labels):
    """Mean cross-entropy of those of the heads that a batch has labels for."""
    out = {}
    for name, s, want in zip(MARKS, tags, labels):
        if name in heads and (want >= 0).any():
            out[name] = F.cross_entropy(s.flatten(0, 1), want.flatten(), ignore_index=data.IGNORE)
    return out


def of_second(net, batch, outputs, labels):
    """The loss of each head on the second top."""
    _, *tags, stance, status, query, key = outputs
    out = marks(set(MARKS) - set(FIRST_TOP), tags, labels)
    out |= stance_losses(net, batch[1], stance) | event_losses(net, batch[1], dict(zip(MARKS, tags)), status, query, key)
    if (chains := chain_loss(net, batch[1], query, key)) is not None:
        out["chains"] = chains
    return out


MISSED = 0.2  # share of contents whose cue is hidden from the link head; taggers of one epoch miss a quarter
WEIGHTS = {"names": 0.7, "inner": 0.5, "times": 0.7, "cites": 0.7, "cited": 0.5, "addressees": 0.5, "act": 1.0, "polarity": 0.6, "certainty": 0.6, "triggers": 2.0, "participants": 1.0,
           "status": 0.4, "args": 0.7, "stories": 0.05,
           "tags": 0.5, "paths": 1.0, "links": 0.7, "soft": 1.0, "chains": 0.5}

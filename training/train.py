"""Trains the reader model: attribution on PolNeAR, names on GUM and silver labels, times on TimeML and MEANTIME.

The encoder computes in bfloat16; the optimiser keeps float32 weights. One
checkpoint is written after every epoch; --resume goes on from it.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import bases
import corpora
import data
import distil
import evaluate
import labels
from model import MARKS, NEVER, ROLES, STANCE, Reader, crf_loss


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--base", choices=sorted(bases.BASES), default="minilm", help="pretrained encoder")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=1.8e-4, help="learning rate of the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of the heads")
    p.add_argument("--window", type=int, default=222, help="pieces of a window at most")
    p.add_argument("--budget", type=int, default=3072, help="padded pieces of a batch at most")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--silver", default="", help="folder with texts and CoreNLP output (in/, out/); empty: none")
    p.add_argument("--out", default="run", help="folder for checkpoints and the log")
    p.add_argument("--start", default="", help="checkpoint whose weights to start from instead of the base")
    p.add_argument("--gum-copies", type=int, default=1, help="how often an epoch reads GUM")
    p.add_argument("--time-copies", type=int, default=1, help="how often an epoch reads the texts with times")
    p.add_argument("--own-copies", type=int, default=1, help="how often an epoch reads PolNeAR's texts that have labels of our own")
    p.add_argument("--teachers", nargs="*", default=[], help="checkpoints whose mean scores become soft labels")
    p.add_argument("--before", type=float, default=0, help="share of windows that are read behind a paragraph of another text")
    p.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    p.add_argument("--minutes", type=float, default=0, help="end after so long, the rate decaying to fit; 0: run all epochs")
    p.add_argument("--limit", type=int, default=0, help="documents of each corpus at most; 0: all")
    return p.parse_args()


class Mixed:
    """A bfloat16 encoder for computing, and float32 masters for the optimiser; word vectors stay as they are."""

    def __init__(self, module):
        module.embeddings.word_embeddings.weight.requires_grad = False
        masters = [p.detach().float().clone().requires_grad_() for p in module.parameters() if p.requires_grad]
        self.module = module.to(torch.bfloat16)
        self.live = [p for p in module.parameters() if p.requires_grad]
        self.master = masters

    def collect(self):
        for m, p in zip(self.master, self.live):
            m.grad = None if p.grad is None else p.grad.float()
            p.grad = None

    def spread(self):
        with torch.no_grad():
            for m, p in zip(self.master, self.live):
                p.copy_(m)


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


def losses(net, batch, teachers=None):
    """The loss of each head over one batch, and how far the heads are from the teachers."""
    ids, shapes, mask, roles, *labels = tensors(batch)
    scores, *tags, stance, query, key = net(ids, shapes, mask)
    out = {"soft": distil.loss((scores, *tags), *teachers.soft(batch))} if teachers else {}
    for name, s, want in zip(MARKS, tags, labels):
        if (want >= 0).any():
            out[name] = F.cross_entropy(s.flatten(0, 1), want.flatten(), ignore_index=data.IGNORE)
    out |= stance_losses(net, batch[1], stance)
    if (chains := chain_loss(net, batch[1], query, key)) is not None:
        out["chains"] = chains
    rows = roles[:, 0, 0] >= 0
    if rows.any():
        pick = lambda t: t[rows]
        gold = pick(roles).clamp(min=0)
        live = pick(mask).sum()
        out["tags"] = F.cross_entropy(pick(scores).flatten(0, 2), pick(roles).flatten(), ignore_index=data.IGNORE) * len(ROLES)
        out["paths"] = crf_loss(pick(scores), net.transitions(), gold, pick(mask)) / live
        out["links"] = link_loss(net, batch[1], roles, query, key)
    return out


MISSED = 0.2  # share of contents whose cue is hidden from the link head; taggers of one epoch miss a quarter
WEIGHTS = {"names": 0.7, "inner": 0.5, "times": 0.7, "cites": 0.7, "cited": 0.5, "addressees": 0.5, "act": 0.5, "polarity": 0.4, "certainty": 0.4,
           "tags": 0.5, "paths": 1.0, "links": 0.7, "soft": 1.0, "chains": 0.5}


def documents(opt, tokenizer):
    """(documents with attributions and silver names, documents with names or times only)."""
    cut, own = opt.limit or None, labels.Own()
    silver = corpora.silver(opt.silver, "pn__") if opt.silver else {}
    told = list(data.polnear("train", tokenizer))[:cut]
    for doc in told:
        if doc.name in silver:
            data.write_marks(doc, "names", silver[doc.name][1])
        own.write(doc, "polnear")
    score = evaluate.scorer()
    named = []
    for path in data.files("gum/train/*.conllu")[:cut]:
        text, names, inner = corpora.gum_names(score, path)
        doc = data.make(os.path.basename(path), text, tokenizer)
        data.write_marks(doc, "names", names)
        data.write_marks(doc, "inner", inner)
        data.write_chains(doc, corpora.gum_chains(score, path))
        own.write(doc, "gum")
        named.append(doc)
    more = [d for d in told for _ in range(opt.own_copies - 1) if own.has(d)]
    return told + more, named * opt.gum_copies + timed(opt, tokenizer, score, own)[:cut] * opt.time_copies


def timed(opt, tokenizer, score, own):
    """TimeBank, AQUAINT and MEANTIME with times, the former with silver names."""
    silver = corpora.silver(opt.silver, "tm__") if opt.silver else {}
    out = []
    for name, (text, times) in corpora.timeml(score).items():
        doc = data.make(name, text, tokenizer)
        data.write_marks(doc, "times", times)
        if name in silver and silver[name][0] == text:
            data.write_marks(doc, "names", silver[name][1])
        out.append(doc)
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        text, _, (times, end) = corpora.meantime(path)
        doc = data.make(os.path.basename(path), text[:end], tokenizer)
        data.write_marks(doc, "times", times)
        own.write(doc, "meantime")
        out.append(doc)
    return out


def optimiser(net, mixed, opt):
    """AdamW over the float32 masters of the encoder and the heads."""
    heads = [p for n, p in net.named_parameters() if not n.startswith("enc.")]
    return torch.optim.AdamW([{"params": mixed.master, "top": opt.rate}, {"params": heads, "top": opt.head_rate}],
                             lr=opt.rate, weight_decay=0.01, fused=True)


def epoch(net, teachers, mixed, adam, plan, log, clock):
    """One pass over the plan [(step, total, batch)]; clock gives the share of the time used. True when all is used."""
    seen, began = {}, time.time()
    net.train()
    for step, total, batch in plan:
        done = max(step / total, clock())
        if done >= 1:
            return True
        share = min(1, step / (total * 0.06)) * (1 - done)
        for group in adam.param_groups:
            group["lr"] = group["top"] * share
        parts = losses(net, batch, teachers)
        sum(WEIGHTS[k] * v for k, v in parts.items()).backward()
        mixed.collect()
        heads = adam.param_groups[1]["params"]
        torch.nn.utils.clip_grad_norm_(mixed.master + heads, 1.0)
        adam.step()
        mixed.spread()
        adam.zero_grad()
        for k, v in parts.items():
            seen.setdefault(k, []).append(v.item())
        if step % 20 == 0:
            log(f"step {step}/{total} {time.time() - began:.0f}s " + " ".join(f"{k} {np.mean(v[-20:]):.4f}" for k, v in seen.items()))
    return False


def main():
    opt = arguments()
    os.makedirs(opt.out, exist_ok=True)
    torch.manual_seed(opt.seed)
    rng = random.Random(opt.seed)
    file = open(os.path.join(opt.out, "log.txt"), "a", encoding="utf8")

    def log(line):
        print(line, flush=True)
        print(line, file=file, flush=True)
    log(json.dumps(vars(opt)))
    tokenizer = bases.tokenizer()
    told, named = documents(opt, tokenizer)
    dev = list(data.polnear("dev", tokenizer))[:opt.limit or None]
    net = Reader(bases.layers(opt.base))
    bases.load(net.enc, opt.base)
    if opt.start:
        net = evaluate.load(opt.start)
    first, saved = 0, os.path.join(opt.out, "checkpoint.pt")
    mixed = Mixed(net.enc)
    adam = optimiser(net, mixed, opt)
    if opt.resume and os.path.exists(saved):
        state = torch.load(saved, weights_only=False)
        net.load_state_dict(state["net"])
        for m, s in zip(mixed.master, state["master"]):
            m.data.copy_(s)
        adam.load_state_dict(state["adam"])
        first = state["epoch"]
        mixed.spread()
    began = time.time()
    clock = lambda: (time.time() - began) / (60 * opt.minutes) if opt.minutes else 0.0
    teachers = distil.Teachers(opt.teachers) if opt.teachers else None
    lengths = [opt.window + 2 + 56 * i for i in range(-3, 1 + (opt.before > 0))]
    for number in range(opt.epochs):
        samples = [data.sample(d, s, e) for d in told + named for s, e in data.windows(d, opt.window, rng.randrange(opt.window // 2))]
        samples = distil.put_before(samples, told + named, opt.before, opt.seed + number)
        batches = data.batches(samples, opt.budget, lengths, rng)
        if number < first:
            continue
        steps = len(batches)
        ended = epoch(net, teachers, mixed, adam, [(number * steps + i, opt.epochs * steps, b) for i, b in enumerate(batches)], log, clock)
        torch.save({"net": net.state_dict(), "master": mixed.master, "adam": adam.state_dict(), "epoch": number + 1, "layers": bases.layers(opt.base)}, saved)
        if ended:
            break
        log(f"epoch {number + 1} " + evaluate.line(evaluate.figures(net, dev, opt.window)))


if __name__ == "__main__":
    main()

"""Trains the second top and its heads on labels of our own, all below it staying as it is.

What stands below is computed once for each window, so that an epoch takes a
fifth of the time of one of train.py, and attributions, names and times of the
model stay what they were. Figures after each epoch are of the labels set aside
as tests, given their places.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch

import bases
import data
import distil
import documents
import evaluate
import evaluate_second
import losses
from model import FIRST_TOP, MARKS


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("start", help="checkpoint whose weights to start from")
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--rate", type=float, default=2e-4, help="learning rate of the second top's layers")
    p.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of its heads")
    p.add_argument("--cuts", type=int, default=3, help="ways in which texts are cut into windows, taken in turn by the epochs")
    p.add_argument("--before", type=float, default=0.2, help="share of windows that are read behind a paragraph of another text")
    p.add_argument("--hide", type=float, default=0, help="share of pieces that are hidden behind [MASK], in all cuts but the first")
    p.add_argument("--stories", type=int, default=0, help="synthetic stories without labels of events that are read for the type of their event")
    p.add_argument("--window", type=int, default=222, help="pieces of a window at most")
    p.add_argument("--budget", type=int, default=3072, help="padded pieces of a batch at most")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--out", default="second", help="folder for checkpoints and the log")
    p.add_argument("--limit", type=int, default=0, help="documents of each corpus at most; 0: all")
    return p.parse_args()


def samples_of(docs, opt, seed):
    """The windows of one way to cut the texts."""
    rng = random.Random(seed)
    out = [data.sample(d, s, e) for d in docs for s, e in data.windows(d, opt.window, rng.randrange(opt.window // 2))]
    return distil.put_before([x for x in out if data.told(x)], docs, opt.before, seed)


@torch.no_grad()
def below(net, samples, lengths, budget):
    """Puts into each sample what the layers below the second top make of it: "below", of bases.kind() [pieces, hidden]."""
    for batch in data.batches(samples, budget, lengths, random.Random(0)):
        ids, shapes, mask, *_ = losses.tensors(batch)
        x, _ = net.enc.below(ids, shapes, mask)
        for row, sample in zip(x, batch[1]):
            sample["below"] = row[:len(sample["ids"])].clone()


def loss(net, batch):
    """The losses of the heads of the second top over one batch."""
    n, rows = batch
    _, _, mask, _, *labels = losses.tensors(batch)
    x = torch.stack([torch.nn.functional.pad(s["below"], (0, 0, 0, n - len(s["ids"]))) for s in rows])
    bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
    h = net.dropout(net.enc.second(x, bias)).float()
    return losses.of_second(net, batch, net.outputs(h, h), labels)


def main():
    opt = arguments()
    os.makedirs(opt.out, exist_ok=True)
    torch.manual_seed(opt.seed)
    file = open(os.path.join(opt.out, "log.txt"), "a", encoding="utf8")

    def log(line):
        print(line, flush=True)
        print(line, file=file, flush=True)
    log(json.dumps(vars(opt)))
    opt.silver, opt.own_copies, opt.time_copies, opt.gum_copies = "", 1, 1, 1
    docs = sum(documents.all_of(opt, bases.tokenizer()), [])
    tests = evaluate_second.tests()
    net = evaluate.load(opt.start)
    net.eval()
    net.enc.to(bases.kind())
    lengths = [opt.window + 2 + 56 * i for i in range(-3, 2)]
    cuts = [distil.hide(samples_of(docs, opt, opt.seed + i), opt.hide if i else 0, opt.seed + i) for i in range(opt.cuts)]
    began = time.time()
    for samples in cuts:
        below(net, samples, lengths, opt.budget)
    log(f"{[len(c) for c in cuts]} windows, {time.time() - began:.0f}s")
    heads = [p for n, p in net.named_parameters() if n.split(".")[0] in {*MARKS, "stance", "status", "query2", "key2", "distance"} - set(FIRST_TOP)]
    live = list(net.enc.encoder["branch"].parameters())
    master = [p.detach().float().clone().requires_grad_() for p in live]
    for p in net.parameters():
        p.requires_grad = False
    for p in live + heads:
        p.requires_grad = True
    adam = torch.optim.AdamW([{"params": master, "top": opt.rate}, {"params": heads, "top": opt.head_rate}], lr=opt.rate, weight_decay=0.01, fused=True)
    log(evaluate_second.line(net, tests))
    rng, began = random.Random(opt.seed), time.time()
    plans = [data.batches(cuts[i % opt.cuts], opt.budget, lengths, rng) for i in range(opt.epochs)]
    total, step = sum(map(len, plans)), 0
    for number, plan in enumerate(plans):
        seen = {}
        net.train()
        for batch in plan:
            for group in adam.param_groups:
                group["lr"] = group["top"] * min(1, step / (total * 0.06)) * (1 - step / total)
            parts = loss(net, batch)
            sum(losses.WEIGHTS[k] * v for k, v in parts.items()).backward()
            for m, p in zip(master, live):
                m.grad, p.grad = p.grad.float(), None
            torch.nn.utils.clip_grad_norm_(master + heads, 1.0)
            adam.step()
            adam.zero_grad()
            with torch.no_grad():
                for m, p in zip(master, live):
                    p.copy_(m)
            for k, v in parts.items():
                seen.setdefault(k, []).append(v.item())
            step += 1
            if step % 40 == 0:
                log(f"step {step}/{total} {time.time() - began:.0f}s " + " ".join(f"{k} {np.mean(v[-40:]):.4f}" for k, v in seen.items()))
        log(f"epoch {number + 1} " + evaluate_second.line(net, tests))
        save(net, live, master, os.path.join(opt.out, "checkpoint.pt"), opt.start)


def save(net, live, master, path, start):
    """A checkpoint like those of train.py."""
    of = {id(p): m for p, m in zip(live, master)}
    words = net.enc.embeddings.word_embeddings.weight
    first = torch.load(start, weights_only=False)
    first["net"] = net.state_dict()
    first["master"] = [of.get(id(p), p).detach().float() for p in net.enc.parameters() if p is not words]
    torch.save(first, path)


if __name__ == "__main__":
    main()

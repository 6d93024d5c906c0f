"""Trains the reader model: attribution on PolNeAR, names on GUM and silver labels, times on TimeML and MEANTIME.

The encoder computes in bfloat16 where the processor can; the optimiser keeps float32 weights. One
checkpoint is written after every epoch; --resume goes on from it.
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
import losses
from model import Reader


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
    p.add_argument("--stories", type=int, default=1200, help="synthetic stories that an epoch reads for the type of their event")
    p.add_argument("--own-copies", type=int, default=1, help="how often an epoch reads PolNeAR's texts that have labels of our own")
    p.add_argument("--teachers", nargs="*", default=[], help="checkpoints whose mean scores become soft labels")
    p.add_argument("--before", type=float, default=0, help="share of windows that are read behind a paragraph of another text")
    p.add_argument("--hide", type=float, default=0, help="share of pieces that are hidden behind [MASK], from the learner alone")
    p.add_argument("--share", type=float, default=1, help="share of the windows without anything for the second top that an epoch reads")
    p.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    p.add_argument("--minutes", type=float, default=0, help="end after so long, the rate decaying to fit; 0: run all epochs")
    p.add_argument("--limit", type=int, default=0, help="documents of each corpus at most; 0: all")
    return p.parse_args()


class Mixed:
    """An encoder for computing, of numbers that suit the processor, and float32 masters for the optimiser; word vectors stay as they are."""

    def __init__(self, module):
        module.embeddings.word_embeddings.weight.requires_grad = False
        masters = [p.detach().float().clone().requires_grad_() for p in module.parameters() if p.requires_grad]
        self.module = module.to(bases.kind())
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
        parts = losses.of(net, batch, teachers)
        sum(losses.WEIGHTS[k] * v for k, v in parts.items()).backward()
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
    told, named = documents.all_of(opt, tokenizer)
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
        if opt.share < 1:
            samples = [x for x in samples if data.told(x) or rng.random() < opt.share]
        samples = distil.put_before(samples, told + named, opt.before, opt.seed + number)
        samples = distil.hide(samples, opt.hide, opt.seed + number) if opt.hide else samples
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

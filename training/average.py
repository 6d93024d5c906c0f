"""Averages the weights of checkpoints of one training path.

    python3 average.py OUT WEIGHT CHECKPOINT [WEIGHT CHECKPOINT]...

A head that a checkpoint does not have yet is averaged over the others.
"""
import sys

import torch


def average(parts):
    """The average of [(weight, state)]: what evaluate.load reads, without the optimiser's state."""
    first, total = parts[0][1], sum(w for w, _ in parts)
    net = {}
    for key in first["net"]:
        have = [(w, s["net"][key].float()) for w, s in parts if key in s["net"]]
        net[key] = (sum(w * v for w, v in have) / sum(w for w, _ in have)).to(first["net"][key].dtype)
    master = [sum(w * s["master"][i].detach().float() for w, s in parts) / total for i in range(len(first["master"]))]
    return {"net": net, "master": master, "epoch": first["epoch"], "layers": first["layers"]}


def main():
    out, rest = sys.argv[1], sys.argv[2:]
    parts = [(float(w), torch.load(p, weights_only=False, map_location="cpu")) for w, p in zip(rest[::2], rest[1::2])]
    torch.save(average(parts), out)


if __name__ == "__main__":
    main()

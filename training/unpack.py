"""Reads a model file back into a checkpoint, so that training can go on from released weights.

Weights come back as they were rounded to int8; a model that is trained on from
them differs from one that goes on from the float32 checkpoint by that rounding.
The format is that of pack.py.
"""
import argparse
import json
import struct

import numpy as np
import torch

import pack
from model import FIRST_LINKS, LINK_DIM, LINKS, MARKS, ROLES, STANCES, STATUS, TAGS, Reader


class Sections:
    """The sections of a model file, one after another."""

    def __init__(self, data, at):
        self.data, self.at = data, at

    def next(self, dtype, *shape):
        count = int(np.prod(shape))
        out = np.frombuffer(self.data, dtype, count, self.at).reshape(shape)
        self.at += -(-out.nbytes // pack.ALIGNMENT) * pack.ALIGNMENT
        return out

    def linear(self, rows, columns):
        """Weight [rows, columns] and bias [rows] of a dense layer, as float32."""
        panels = self.next(np.int8, rows // pack.LANES, columns // 4, pack.LANES, 4)
        numbers = self.next(np.float32, rows // pack.LANES, 3, pack.LANES).transpose(1, 0, 2).reshape(3, rows)
        weight = panels.transpose(0, 2, 1, 3).reshape(rows, columns)
        return weight.astype(np.float32) * numbers[0][:, None], numbers[2]


def layer(read, at, hidden, inner):
    """The parameters of one layer by their names."""
    out = {}

    def dense(weight, bias, *names):
        for name, w, b in zip(names, np.split(weight, len(names)), np.split(bias, len(names))):
            out[f"{at}{name}.weight"], out[f"{at}{name}.bias"] = w, b

    def norm(name):
        out[f"{at}{name}.weight"], out[f"{at}{name}.bias"] = read.next(np.float32, 2, hidden)
    dense(*read.linear(3 * hidden, hidden), *(f"attention.self.{n}" for n in ("query", "key", "value")))
    dense(*read.linear(hidden, hidden), "attention.output.dense")
    norm("attention.output.LayerNorm")
    dense(*read.linear(inner, hidden), "intermediate.dense")
    dense(*read.linear(hidden, inner), "output.dense")
    norm("output.LayerNorm")
    return out


def unpack(data):
    """(layers, encoder parameters, head weights [outputs, hidden], head biases, configuration) of a model file's bytes; heads of both tops below one another."""
    magic, version, layers, hidden, inner, vocabulary, positions, shapes, outputs, config, _, branch, more = struct.unpack_from("<8s8I2Q2I", data)
    if magic != pack.MAGIC or version != pack.VERSION:
        raise ValueError("not a model file of this version")
    read = Sections(data, pack.HEADER)
    settings = json.loads(read.next(np.uint8, config).tobytes())
    words, scales = read.next(np.int8, vocabulary, hidden), read.next(np.float32, vocabulary)
    state = {"embeddings.word_embeddings.weight": words.astype(np.float32) * scales[:, None],
             "embeddings.position_embeddings.weight": read.next(np.float32, positions, hidden),
             "embeddings.token_type_embeddings.weight": np.zeros((2, hidden), np.float32),  # packed into the positions
             "shape_embeddings.weight": read.next(np.float32, shapes, hidden)}
    state["embeddings.LayerNorm.weight"], state["embeddings.LayerNorm.bias"] = read.next(np.float32, 2, hidden)
    weights, biases = [], []
    for stack, many, rows in zip(pack.STACKS, (layers, branch), (outputs, more)):
        for i in range(many):
            state |= layer(read, f"encoder.{stack}.{i}.", hidden, inner)
        padded = -(-rows // pack.LANES) * pack.LANES
        weights.append(read.next(np.float32, padded // pack.LANES, hidden, pack.LANES).transpose(0, 2, 1).reshape(padded, hidden)[:rows])
        biases.append(read.next(np.float32, padded)[:rows])
    return layers, state, np.concatenate(weights), np.concatenate(biases), settings


def heads(weight, bias, settings):
    """The parameters of the heads by their names."""
    query, key = (settings["offsets"][h] for h in ("query", "key"))
    places = {"roles": (settings["offsets"]["roles"], len(ROLES) * len(TAGS)),
              "query": (query[0], FIRST_LINKS * LINK_DIM), "query2": (query[FIRST_LINKS], (len(LINKS) - FIRST_LINKS) * LINK_DIM),
              "key": (key[0], FIRST_LINKS * LINK_DIM), "key2": (key[FIRST_LINKS], (len(LINKS) - FIRST_LINKS) * LINK_DIM),
              "stance": (settings["stance"]["offset"], 2 * STANCES), "status": (settings["status"]["offset"], len(STATUS)),
              **{h: (m["offset"], len(MARKS[h])) for h, m in settings["marks"].items()}}
    out = {}
    for head, (at, rows) in places.items():
        out[f"{head}.weight"], out[f"{head}.bias"] = weight[at:at + rows], bias[at:at + rows]
    out["distance"] = np.array(settings["distance_scores"], np.float32)
    out["moves"] = np.maximum(np.array(settings["moves"], np.float32), -30)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("model", help="model file to read")
    p.add_argument("checkpoint", help="checkpoint to write")
    p.add_argument("--without", nargs="*", default=[], help="heads that the file has but that were never trained")
    opt = p.parse_args()
    with open(opt.model, "rb") as f:
        layers, state, weight, bias, settings = unpack(f.read())
    own = {k: v for k, v in heads(weight, bias, settings).items() if k.split(".")[0] not in opt.without}
    net = {f"enc.{k}": torch.tensor(v) for k, v in state.items()} | {k: torch.tensor(v) for k, v in own.items()}
    words = "embeddings.word_embeddings.weight"
    tuned = [net[f"enc.{k}"].clone() for k, _ in Reader(layers).enc.named_parameters() if k != words]
    torch.save({"net": net, "master": tuned, "epoch": 0, "layers": layers}, opt.checkpoint)


if __name__ == "__main__":
    main()

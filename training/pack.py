"""Write the model file that readout's encoder reads, and its test vectors.

The format is specified byte by byte in internal/neural/encoder/file.go. Weights
of dense layers become int8, symmetric for each output channel; activations are
quantised when the model runs, so that no calibration data is needed.

    pack(path, state_dict, tops, config_json)

writes a model with the parameter names of Hugging Face's BertModel, plus
`shape_embeddings.weight` and the second top's `encoder.branch.N`. Run as a program, this file writes the small random
model and the vectors of internal/neural/encoder/testdata.
"""

import argparse
import hashlib
import json
import math
import struct
from pathlib import Path

import numpy as np

MAGIC, VERSION = b"RDENCODE", 2
HEADER, ALIGNMENT = 64, 64
LANES = 32  # columns of a panel, and the width of an attention head
EPSILON = 1e-12


def as_float32(tensor):
    """Return a torch tensor or an array as a contiguous float32 array."""
    if hasattr(tensor, "detach"):
        tensor = tensor.detach().cpu().float().numpy()
    return np.ascontiguousarray(tensor, dtype=np.float32)


def quantise_rows(weight):
    """Quantise each row symmetrically: int8 in [-127, 127] and its scale."""
    largest = np.abs(weight).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return np.rint(weight / scale[:, None]).astype(np.int8), scale


def panels(weight, depth):
    """Order weight [out][in] as [out/32][in/depth][32][depth]."""
    rows, columns = weight.shape
    blocks = weight.reshape(rows // LANES, LANES, columns // depth, depth)
    return np.ascontiguousarray(blocks.transpose(0, 2, 1, 3))


def linear(weight, bias):
    """Return the two sections of a dense layer: weights and columns."""
    quantised, scale = quantise_rows(weight)
    sums = quantised.astype(np.int64).sum(axis=1)
    columns = np.stack([scale, (scale * sums).astype(np.float32), bias])
    columns = columns.reshape(3, -1, LANES).transpose(1, 0, 2)
    return [panels(quantised, 4), np.ascontiguousarray(columns)]


class Parameters:
    """The parameters of a BertModel as float32 arrays, by the file's parts."""

    def __init__(self, state_dict):
        self.state = state_dict

    def __getitem__(self, name):
        return as_float32(self.state[name])

    def norm(self, name):
        return np.stack([self[name + ".weight"], self[name + ".bias"]])

    def dense(self, *names):
        """Return weight and bias of dense layers, stacked as one."""
        weight = np.concatenate([self[n + ".weight"] for n in names])
        bias = np.concatenate([self[n + ".bias"] for n in names])
        return weight, bias

    def layer(self, i, stack="layer"):
        """Return the parts of layer i of a stack in the order of the file."""
        at = f"encoder.{stack}.{i}."
        attend = [f"{at}attention.self.{n}" for n in ("query", "key", "value")]
        return [
            self.dense(*attend),
            self.dense(at + "attention.output.dense"),
            self.norm(at + "attention.output.LayerNorm"),
            self.dense(at + "intermediate.dense"),
            self.dense(at + "output.dense"),
            self.norm(at + "output.LayerNorm"),
        ]

    def positions(self):
        """Return the position vectors with that of token type 0 added."""
        kind = self["embeddings.token_type_embeddings.weight"][0]
        return self["embeddings.position_embeddings.weight"] + kind


STACKS = ("layer", "branch")  # of the encoder's layers: all to the last, and those of the second top


def sections(state_dict, tops):
    """Yield the sections behind the configuration, in the order of the file."""
    p = Parameters(state_dict)
    words, scales = quantise_rows(p["embeddings.word_embeddings.weight"])
    yield from (words, scales, p.positions(), p["shape_embeddings.weight"])
    yield p.norm("embeddings.LayerNorm")
    for stack, (layers, heads_weight, heads_bias) in zip(STACKS, tops):
        for i in range(layers):
            for part in p.layer(i, stack):
                yield from linear(*part) if isinstance(part, tuple) else [part]
        outputs, hidden = heads_weight.shape
        padded = -(-outputs // LANES) * LANES
        weight = np.zeros((padded, hidden), np.float32)
        bias = np.zeros(padded, np.float32)
        weight[:outputs], bias[:outputs] = heads_weight, heads_bias
        yield from (panels(weight, 1), bias)


def check_shapes(hidden, inner, tops, state_dict):
    """Refuse a network that the file cannot hold."""
    if hidden % LANES or inner % LANES:
        raise ValueError(f"widths {hidden} and {inner} must be multiples of {LANES}")
    for stack, (layers, _, _) in zip(STACKS, tops):
        if f"encoder.{stack}.{layers}.output.dense.weight" in state_dict:
            raise ValueError(f"the state holds more than the {layers} layers of {stack} to write")


def pack(path, state_dict, tops, config_json):
    """Write a model file and return its SHA-256 digest.

    state_dict    parameters of a BertModel, torch tensors or arrays
    tops          one or two (layers, heads_weight, heads_bias): the number of
                  layers, all that the state holds, and [outputs, hidden] and
                  [outputs] of the heads on the last one below one another
    config_json   what the reader needs besides: text or a value for JSON
    """
    p = Parameters(state_dict)
    tops = [(n, as_float32(weight), as_float32(bias)) for n, weight, bias in tops]
    vocabulary, hidden = p["embeddings.word_embeddings.weight"].shape
    positions = p["embeddings.position_embeddings.weight"].shape[0]
    inner = p["encoder.layer.0.intermediate.dense.weight"].shape[0]
    shapes = p["shape_embeddings.weight"].shape[0]
    check_shapes(hidden, inner, tops, state_dict)
    if not isinstance(config_json, (str, bytes)):
        config_json = json.dumps(config_json, sort_keys=True)
    if isinstance(config_json, str):
        config_json = config_json.encode()

    body = bytearray()

    def add(data):
        body.extend(data)
        body.extend(bytes(-len(body) % ALIGNMENT))

    add(config_json)
    for section in sections(state_dict, tops):
        if section.dtype == np.float32 and not np.isfinite(section).all():
            raise ValueError("a parameter is not finite")
        add(section.tobytes())
    (layers, _, bias), (branch, _, second) = (*tops, (0, None, ()))[:2]
    sizes = (layers, hidden, inner, vocabulary, positions, shapes, len(bias))
    header = struct.pack("<8s8I2Q2I", MAGIC, VERSION, *sizes,
                         len(config_json), HEADER + len(body), branch, len(second))
    Path(path).write_bytes(header + body)
    return hashlib.sha256(header + body).hexdigest()


def layer_norm(x, norm):
    """Normalise each row of x."""
    x = x - x.mean(axis=-1, keepdims=True)
    variance = (x * x).mean(axis=-1, keepdims=True)
    return x / np.sqrt(variance + EPSILON) * norm[0] + norm[1]


def gelu(x):
    """Return x times the normal distribution function of x."""
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def attention(qkv):
    """Return multi-head self-attention over rows of queries, keys, values."""
    n, width = qkv.shape
    split = qkv.reshape(n, 3, width // 3 // LANES, LANES).transpose(1, 2, 0, 3)
    queries, keys, values = split
    scores = queries @ keys.transpose(0, 2, 1) / math.sqrt(LANES)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ values).transpose(1, 0, 2).reshape(n, width // 3)


def through(x, layer):
    """Return the rows x after one layer."""
    attend, project, attended, expand, contract, fed = layer
    context = attention(x @ attend[0].T + attend[1])
    x = layer_norm(x + context @ project[0].T + project[1], attended)
    inner = gelu(x @ expand[0].T + expand[1])
    return layer_norm(x + inner @ contract[0].T + contract[1], fed)


def reference(state_dict, tops, window):
    """Return the head outputs of a window, computed with plain float arrays."""
    p = Parameters(state_dict)
    ids, shapes = window
    x = p["embeddings.word_embeddings.weight"][ids] + p.positions()[: len(ids)]
    x = x + p["shape_embeddings.weight"][shapes]
    x = layer_norm(x.astype(np.float64), p.norm("embeddings.LayerNorm"))
    shared, out = tops[0][0] - sum(n for n, _, _ in tops[1:]), []
    for i in range(shared):
        x = through(x, p.layer(i))
    for stack, (layers, weight, bias) in zip(STACKS, tops):
        y = x
        for i in range(shared if stack == "layer" else 0, layers):
            y = through(y, p.layer(i, stack))
        out.append(y @ as_float32(weight).T + as_float32(bias))
    return np.concatenate(out, axis=1)


def random_state(rng, layers, hidden, inner, sizes, branch=0):
    """Return random parameters that make attention and GELU do something."""
    state = {}

    def normal(name, *shape, scale=1.0, mean=0.0):
        state[name] = rng.normal(mean, scale, shape).astype(np.float32)

    def norm(name):
        normal(name + ".weight", hidden, scale=0.2, mean=1)
        normal(name + ".bias", hidden, scale=0.2)

    def dense(name, rows, columns):
        normal(name + ".weight", rows, columns, scale=1.2 / math.sqrt(columns))
        normal(name + ".bias", rows, scale=0.1)

    for name, size in sizes.items():
        normal(name, size, hidden)
    norm("embeddings.LayerNorm")
    for at in [f"encoder.layer.{i}." for i in range(layers)] + [f"encoder.branch.{i}." for i in range(branch)]:
        for name in ("query", "key", "value"):
            dense(f"{at}attention.self.{name}", hidden, hidden)
        dense(at + "attention.output.dense", hidden, hidden)
        norm(at + "attention.output.LayerNorm")
        dense(at + "intermediate.dense", inner, hidden)
        dense(at + "output.dense", hidden, inner)
        norm(at + "output.LayerNorm")
    return state


def write_vectors(folder, seed=1):
    """Write a small random model and what it should answer to some windows."""
    rng = np.random.default_rng(seed)
    layers, branch, hidden, inner = 2, 1, 64, 128
    vocabulary, positions, shapes = 200, 80, 8
    state = random_state(rng, layers, hidden, inner, {
        "embeddings.word_embeddings.weight": vocabulary,
        "embeddings.position_embeddings.weight": positions,
        "embeddings.token_type_embeddings.weight": 2,
        "shape_embeddings.weight": shapes,
    }, branch)
    tops = [(n, rng.normal(0, 0.2, (outputs, hidden)).astype(np.float32), rng.normal(0, 0.2, outputs).astype(np.float32))
            for n, outputs in ((layers, 37), (branch, 41))]
    config = {"labels": ["O", "B", "I"], "note": "random weights, for tests"}
    pack(folder / "small.bin", state, tops, config)
    windows = []
    for n in (1, 2, 13, 32, 40, positions):
        ids = rng.integers(0, vocabulary, n)
        kinds = rng.integers(0, shapes, n)
        outs = reference(state, tops, (ids, kinds))
        windows.append({"ids": ids.tolist(), "shapes": kinds.tolist(),
                        "outputs": [float(f"{v:.5g}") for v in outs.ravel()]})
    text = json.dumps({"seed": seed, "windows": windows}, separators=(",", ":"))
    (folder / "small.json").write_text(text + "\n")


def main():
    root = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=write_vectors.__doc__)
    parser.add_argument("--folder", type=Path, help="where to write",
                        default=root / "internal/neural/encoder/testdata")
    parser.add_argument("--seed", type=int, default=1, help="of the random weights")
    arguments = parser.parse_args()
    write_vectors(arguments.folder, arguments.seed)


if __name__ == "__main__":
    main()

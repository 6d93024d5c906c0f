"""Writes a trained model as the file that the Go reader embeds.

The configuration stored with the weights says where each head's outputs lie in
a row and holds what decoding needs besides: tag transitions, costs, distance
scores of links, and the calibration of scores (see internal/neural/tag).
"""
import argparse
import json

import torch

import evaluate
import pack
from model import DISTANCES, LINK_DIM, LINKS, NAME_TAGS, ROLES, TAGS, TIME_TAGS


def configuration(net, opt):
    """The JSON block of the model file."""
    rows, out = 0, {}
    for name, size in (("roles", len(ROLES) * len(TAGS)), ("names", len(NAME_TAGS)),
                       ("inner", len(NAME_TAGS)), ("times", len(TIME_TAGS)), ("query", len(LINKS) * LINK_DIM), ("key", len(LINKS) * LINK_DIM)):
        out[name], rows = rows, rows + size
    numbers = lambda t: [[round(float(x), 5) for x in row] for row in t]
    return {
        "offsets": out, "window": opt.window, "context": opt.context, "link_width": LINK_DIM,
        "name_tags": list(NAME_TAGS), "name_costs": [name_cost(t, opt) for t in NAME_TAGS], "roles": list(ROLES),
        "inner_costs": [opt.cost_no_inner if t == "O" else 0.0 for t in NAME_TAGS],
        "time_tags": list(TIME_TAGS), "time_costs": [opt.cost_no_time if t == "O" else 0.0 for t in TIME_TAGS],
        "moves": [numbers(m) for m in net.transitions().detach()],
        "start_cost": [opt.cost_source, opt.cost_cue, opt.cost_content],
        "source_cost": opt.source_cost, "content_cost": opt.link_cost,
        "distances": list(DISTANCES), "distance_scores": numbers(net.distance.detach()),
        "statement_calibration": opt.calibration,
    }


def name_cost(tag, opt):
    """The cost of a name tag: no name at all, or a name of the rest class, must be surer than a proper kind."""
    return opt.cost_no_name if tag == "O" else opt.cost_other if tag.endswith("-other") else 0.0


def heads(net):
    """Weight [outputs, HIDDEN] and bias [outputs] of all heads below one another."""
    parts = (net.roles, net.names, net.inner, net.times, net.query, net.key)
    return torch.cat([p.weight for p in parts]).detach(), torch.cat([p.bias for p in parts]).detach()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out", help="model file to write")
    p.add_argument("--window", type=int, default=222, help="pieces of a window at most")
    p.add_argument("--context", type=int, default=36, help="of them, pieces of context on each side at most")
    p.add_argument("--cost-source", type=float, default=-0.75, help="cost of starting a source")
    p.add_argument("--cost-cue", type=float, default=-0.75)
    p.add_argument("--cost-content", type=float, default=-0.75)
    p.add_argument("--cost-no-name", type=float, default=1.0, help="cost of the name tag O")
    p.add_argument("--cost-other", type=float, default=0.5, help="cost of the name tags of the kind other")
    p.add_argument("--cost-no-inner", type=float, default=0.4, help="cost of the tag O of names inside names")
    p.add_argument("--cost-no-time", type=float, default=0.0, help="cost of the time tag O")
    p.add_argument("--source-cost", type=float, default=-1.5, help="a source must score above this to be linked")
    p.add_argument("--link-cost", type=float, default=0.5, help="a content must score above this to be linked")
    p.add_argument("--calibration", type=float, nargs=2, default=[0.557, 0.585], metavar=("A", "B"),
                   help="score = sigmoid(A + B logit(product of probabilities))")
    opt = p.parse_args()
    net = evaluate.load(opt.checkpoint)
    state = {k: v.detach() for k, v in net.enc.state_dict().items()}
    weight, bias = heads(net)
    layers = len(net.enc.encoder["layer"])
    print(pack.pack(opt.out, state, layers, weight, bias, json.dumps(configuration(net, opt), sort_keys=True)))


if __name__ == "__main__":
    main()

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
from model import DISTANCES, FIRST_LINKS, FIRST_TOP, LINK_DIM, LINKS, MARKS, ROLES, STANCE, STATUS


def configuration(net, opt):
    """The JSON block of the model file."""
    rows, at = 0, {}
    for name, part in (*first(net), *second(net)):
        at[name], rows = rows, rows + part.out_features
    ends = lambda name: [at[name] + i * LINK_DIM for i in range(FIRST_LINKS)] + [at[name + "2"] + i * LINK_DIM for i in range(len(LINKS) - FIRST_LINKS)]
    numbers = lambda t: [[round(float(x), 5) for x in row] for row in t]
    return {
        "offsets": {"roles": at["roles"], "query": ends("query"), "key": ends("key")}, "window": opt.window, "context": opt.context, "link_width": LINK_DIM,
        "marks": {name: {"offset": at[name], "tags": list(tags), "costs": [cost(name, t, opt) for t in tags]} for name, tags in MARKS.items()},
        "stance": {"offset": at["stance"], **{kind: list(values) for kind, values in STANCE.items()}},
        "status": {"offset": at["status"], "values": list(STATUS)},
        "roles": list(ROLES),
        "moves": [numbers(m) for m in net.transitions().detach()],
        "start_cost": [opt.cost_source, opt.cost_cue, opt.cost_content],
        "source_cost": opt.source_cost, "content_cost": opt.link_cost, "argument_cost": opt.argument_cost,
        "distances": list(DISTANCES), "distance_scores": numbers(net.distance.detach()),
        "statement_calibration": opt.calibration,
    }


def cost(head, tag, opt):
    """The cost of a head's tag: no mark at all, or a name of the rest class, must be surer than a proper kind."""
    none = {"names": opt.cost_no_name, "inner": opt.cost_no_inner, "times": opt.cost_no_time, "cites": opt.cost_no_cite, "cited": opt.cost_no_cited, "addressees": opt.cost_no_addressee,
            "triggers": opt.cost_no_trigger, "participants": opt.cost_no_participant}
    return none[head] if tag == "O" else opt.cost_other if (head, tag[2:]) == ("names", "other") else 0.0


def first(net):
    """(name, layer) of the heads on the last layer, in the order of the outputs."""
    return [(name, getattr(net, name)) for name in ("roles", *FIRST_TOP, "query", "key")]


def second(net):
    """(name, layer) of the heads on the second top."""
    marks = [name for name in MARKS if name not in FIRST_TOP]
    return [(name, getattr(net, name)) for name in (*marks, "stance", "status", "query2", "key2")]


def top(layers, heads):
    """A top as pack.py takes it: weight [outputs, HIDDEN] and bias [outputs] of its heads below one another."""
    return len(layers), torch.cat([p.weight for _, p in heads]).detach(), torch.cat([p.bias for _, p in heads]).detach()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out", help="model file to write")
    p.add_argument("--window", type=int, default=222, help="pieces of a window at most")
    p.add_argument("--context", type=int, default=36, help="of them, pieces of context on each side at most")
    p.add_argument("--cost-source", type=float, default=-1.0, help="cost of starting a source")
    p.add_argument("--cost-cue", type=float, default=-1.0)
    p.add_argument("--cost-content", type=float, default=-0.75)
    p.add_argument("--cost-no-name", type=float, default=1.5, help="cost of the name tag O")
    p.add_argument("--cost-other", type=float, default=1.0, help="cost of the name tags of the kind other")
    p.add_argument("--cost-no-inner", type=float, default=0.0, help="cost of the tag O of names inside names")
    p.add_argument("--cost-no-time", type=float, default=0.0, help="cost of the time tag O")
    p.add_argument("--cost-no-cite", type=float, default=0.0, help="cost of the tag O of citations")
    p.add_argument("--cost-no-cited", type=float, default=0.0, help="cost of the tag O of sources in citations")
    p.add_argument("--cost-no-addressee", type=float, default=0.0, help="cost of the tag O of addressees")
    p.add_argument("--cost-no-trigger", type=float, default=0.0, help="cost of the tag O of events")
    p.add_argument("--cost-no-participant", type=float, default=0.0, help="cost of the tag O of who takes part in them")
    p.add_argument("--argument-cost", type=float, default=0.0, help="an actor or recipient must score above this")
    p.add_argument("--source-cost", type=float, default=-1.5, help="a source must score above this to be linked")
    p.add_argument("--link-cost", type=float, default=0.5, help="a content must score above this to be linked")
    p.add_argument("--calibration", type=float, nargs=2, default=[0.519, 0.581], metavar=("A", "B"),
                   help="score = sigmoid(A + B logit(product of probabilities))")
    opt = p.parse_args()
    net = evaluate.load(opt.checkpoint)
    state = {k: v.detach() for k, v in net.enc.state_dict().items()}
    tops = [top(net.enc.encoder[stack], heads(net)) for stack, heads in zip(pack.STACKS, (first, second))]
    print(pack.pack(opt.out, state, tops, json.dumps(configuration(net, opt), sort_keys=True)))


if __name__ == "__main__":
    main()

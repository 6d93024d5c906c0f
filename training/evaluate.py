"""Figures of a model on development texts, by the same rules as ../shared/score/score.py."""
import argparse
import importlib.util
import os

import torch

import bases
import data
import decode
from model import MARKS, ROLES, Reader

START_COST = {"source": 0.0, "cue": 0.0, "content": 0.0}


def scorer():
    """The scorer beside the project as a module."""
    path = os.path.join(data.SHARED, "score", "score.py")
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@torch.no_grad()
def outputs(net, doc, window, size=8):
    """Head outputs of each window of a document: [(start, end, roles, marks…, stance, status, query, key)] without the edges."""
    net.eval()
    out, cuts = [], data.windows(doc, window)
    for i in range(0, len(cuts), size):
        ids = torch.zeros(size, window + 2, dtype=torch.long)
        shapes, lengths = torch.zeros_like(ids), torch.ones(size, 1, dtype=torch.long)
        for row, (start, end) in enumerate(cuts[i:i + size]):
            x = data.sample(doc, start, end)
            lengths[row] = n = len(x["ids"])
            ids[row, :n], shapes[row, :n] = torch.tensor(x["ids"]), torch.tensor(x["shapes"])
        heads = net(ids, shapes, torch.arange(window + 2)[None] < lengths)
        for row, (start, end) in enumerate(cuts[i:i + size]):
            *scores, query, key = (h[row, 1:1 + end - start] for h in heads)
            out.append((start, end, *(s.numpy() for s in scores), query, key))
    return out


def attributions(net, doc, outs, cost=START_COST, links=(0.0, 0.0)):
    """(all spans by role, attributions) of a document, in characters."""
    moves = net.transitions().detach().numpy()
    spans, atts = {r: [] for r in ROLES}, []
    for start, _, roles, *_, query, key in outs:
        found = {r: decode.spans(decode.viterbi(roles[:, i], moves[i], cost[r])) for i, r in enumerate(ROLES)}
        chars = lambda s: (doc.spans[start + s[0]][0], doc.spans[start + s[1] - 1][1])

        def scores(kind, left, right):
            with torch.no_grad():
                return net.link_scores(query, key, torch.tensor(left), torch.tensor(right), kind).numpy()
        for source, cue, contents in decode.link(found, scores, *links):
            atts.append((source and chars(source), chars(cue), [chars(c) for c in contents]))
        for r in ROLES:
            spans[r] += [chars(s) for s in found[r]]
    return spans, atts


def whole(score, pred, gold):
    """(exact, overlapping) pairs of attributions, as score.py pairs them."""
    common = lambda x, y: sum(score.shared(a, b) for a in x for b in y)
    meet = lambda p, g: all((not p[k] and not g[k]) or common(p[k], g[k]) for k in range(3))
    size = lambda p, g: common(p[2], g[2]) if meet(p, g) else 0
    return len(set(pred) & set(gold)), score.pairs(pred, gold, size)


def figures(net, docs, window, cost=START_COST, links=(0.0, 0.0), cache=None):
    """{name: F1 in percent} over the first annotation of each document."""
    score, seen, total = scorer(), set(), [0, 0, 0, 0]
    counts = {r: score.Count() for r in ROLES}
    for doc in docs:
        if doc.name in seen:
            continue
        seen.add(doc.name)
        outs = cache[doc.name] if cache and doc.name in cache else outputs(net, doc, window)
        if cache is not None:
            cache[doc.name] = outs
        _, atts = attributions(net, doc, outs, cost, links)
        gold = [tuple(score.trim(doc.text, a[r]) for r in ROLES) for a in doc.gold]
        pred = [(score.trim(doc.text, [s] if s else []), score.trim(doc.text, [c]), score.trim(doc.text, x)) for s, c, x in atts]
        for i, r in enumerate(ROLES):
            counts[r].add([s for a in pred for s in a[i]], [s for a in gold for s in a[i]])
        exact, over = whole(score, pred, gold)
        total = [x + y for x, y in zip(total, (exact, over, len(pred), len(gold)))]
    out = {}
    for r in ROLES:
        e, o = counts[r].figures()
        out[r], out[r + " overlap"] = e[2], o[2]
        out[r + " P"], out[r + " R"] = o[0], o[1]
    out["whole"] = score.f1(total[0], total[2], total[0], total[3])[2]
    out["whole overlap"] = score.f1(total[1], total[2], total[1], total[3])[2]
    return out


def line(f):
    return " ".join(f"{k} {v:.1f}" for k, v in f.items())


GRID = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0)


def worth(f):
    """What costs are chosen by: the mean of exact and overlapping figures, the whole counted as a role."""
    return sum(f[k] + f[k + " overlap"] for k in (*ROLES, "whole")) / 8


def tune(net, docs, window):
    """Start costs by role, and costs of linking a source and a content, that do best one after another."""
    cache, cost, links = {}, dict(START_COST), (0.0, 0.0)
    for role in ("cue", "content", "source"):
        tried = {c: worth(figures(net, docs, window, {**cost, role: c}, links, cache)) for c in GRID}
        cost[role] = max(tried, key=tried.get)
        print(role, {c: round(v, 2) for c, v in tried.items()}, flush=True)
    for pairs in ([(s, 0.0) for s in GRID], [(None, c) for c in GRID]):
        tried = {c: worth(figures(net, docs, window, cost, c, cache)) for c in [(links[0] if s is None else s, c) for s, c in pairs]}
        links = max(tried, key=tried.get)
        print("links", {c: round(v, 2) for c, v in tried.items()}, flush=True)
    return cost, links, figures(net, docs, window, cost, links, cache)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("--window", type=int, default=222)
    p.add_argument("--limit", type=int, default=0, help="documents at most; 0: all")
    p.add_argument("--costs", action="store_true", help="look for the best costs of starting spans and linking sources")
    opt = p.parse_args()
    net = load(opt.checkpoint)
    docs = list(data.polnear("dev", bases.tokenizer()))[:opt.limit or None]
    if opt.costs:
        cost, links, found = tune(net, docs, opt.window)
        print(cost, "links", links, line(found))
    else:
        print(line(figures(net, docs, opt.window)))


def load(path):
    """A model from a checkpoint, in float32."""
    state = torch.load(path, weights_only=False, map_location="cpu")
    net = Reader(state["layers"])
    known = net.state_dict()
    for key, value in state["net"].items():  # a head may have more rows than the weights had
        if key in known and known[key].shape != value.shape:
            state["net"][key] = torch.cat([value, known[key][len(value):].to(value.dtype)])
    missing, _ = net.load_state_dict(state["net"], strict=False)  # heads may be newer than the weights
    net.untrained = {k.split(".")[0] for k in missing}
    if net.untrained - {*MARKS, "stance", "status"}:
        raise ValueError(f"{path}: no weights for {missing[:5]}")
    tuned = [p for p in net.enc.parameters() if p is not net.enc.embeddings.word_embeddings.weight]
    for p, m in zip(tuned, state["master"]):
        p.data = m.data.float()
    return net.float()


if __name__ == "__main__":
    main()

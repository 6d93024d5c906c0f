"""Fits the calibration of statement scores to development texts.

Reads the records that `score.py attribution --dump` wrote with a model exported
without calibration. A statement is right when speaker, cue and content all
overlap those of one gold attribution. Prints A and B for export.py, and the
expected calibration error of each half of the documents under the fit of the
other half.
"""
import argparse
import json
import math

import numpy as np

import data
import evaluate


def judged(score, text, gold, record):
    """[(score, right)] of the statements of one record."""
    wanted = [tuple(score.trim(text, a[r]) for r in score.ROLES) for a in gold]
    common = lambda x, y: sum(score.shared(a, b) for a in x for b in y)
    out = []
    for s in (x for x in record["statements"] if x["form"] != "narrative"):
        spans = lambda x: score.trim(text, [x["span"]] if x else [])
        p = (spans(s["speaker"]), spans(s["cue"]), score.trim(text, s["content"]["spans"]))
        right = any(all((not p[k] and not g[k]) or common(p[k], g[k]) for k in range(3)) for g in wanted)
        out.append((s["score"], right))
    return out


def logit(p):
    p = np.clip(p, 0.005, 0.995)  # records hold two decimals
    return np.log(p / (1 - p))


def fit(pairs, steps=50):
    """A and B of sigmoid(A + B logit(score)) by Newton's method."""
    x = np.stack([np.ones(len(pairs)), logit(np.array([p for p, _ in pairs]))], 1)
    y = np.array([float(r) for _, r in pairs])
    w = np.array([0.0, 1.0])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        w = w + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (y - p))
    return w


def expected_error(pairs, w=(0.0, 1.0), bins=10):
    """Expected calibration error of scores under a fit, or as they are, in bins of equal width."""
    p = 1 / (1 + np.exp(-(w[0] + w[1] * logit(np.array([s for s, _ in pairs])))))
    y = np.array([float(r) for _, r in pairs])
    at = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[at == b].mean() - y[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any())


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("records", help="JSON lines in the order of score.py's documents")
    opt = p.parse_args()
    score = evaluate.scorer()
    gold = list(score.polnear(f"{data.SHARED}/data/polnear/dev"))
    halves = [[], []]
    for i, (line, (text, atts)) in enumerate(zip(open(opt.records, encoding="utf8"), gold)):
        halves[i % 2] += judged(score, text, atts, json.loads(line))
    both = halves[0] + halves[1]
    raw = expected_error(both)
    held = [expected_error(halves[1 - i], fit(halves[i])) for i in (0, 1)]
    a, b = fit(both)
    print(f"--calibration {a:.3f} {b:.3f}")
    print(f"statements {len(both)}, right {sum(r for _, r in both) / len(both):.3f}; error before {raw:.3f}, "
          f"of one half by the other {held[0]:.3f} {held[1]:.3f}, mean {math.fsum(held) / 2:.3f}")


if __name__ == "__main__":
    main()

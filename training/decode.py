"""From scores to spans and attributions; the Go reader follows these rules step by step."""
import numpy as np

from model import FIRST, LAST, NAME_TAGS, NEVER

B, I, E, S = 1, 2, 3, 4


def viterbi(scores, moves, start_cost):
    """Best allowed tag sequence of one role: scores [n, 5], moves [5, 5]; start_cost is taken from B and S."""
    n = len(scores)
    cost = np.array([0, start_cost, 0, 0, start_cost])
    best = scores[0] - cost + np.where(FIRST, 0, NEVER)
    back = np.zeros((n, 5), int)
    for t in range(1, n):
        through = best[:, None] + moves
        back[t] = through.argmax(0)
        best = through.max(0) + scores[t] - cost
    tags = [int((best + np.where(LAST, 0, NEVER)).argmax())]
    for t in range(n - 1, 0, -1):
        tags.append(int(back[t, tags[-1]]))
    return tags[::-1]


def spans(tags):
    """(first, after last) of the B..E and S runs."""
    out, start = [], None
    for i, t in enumerate(tags):
        if t == S:
            out.append((i, i + 1))
        elif t == B:
            start = i
        elif t == E and start is not None:
            out.append((start, i + 1))
    return out


def names(scores):
    """(first, after last, kind) from name scores [n, 13]: greedy, an I that continues nothing starts a name."""
    out, now = [], None
    for i, t in enumerate(scores.argmax(1)):
        label = NAME_TAGS[t]
        kind = label[2:]
        if label == "O":
            now = None
        elif now is not None and label[0] == "I" and out[now][2] == kind:
            out[now] = (out[now][0], i + 1, kind)
        else:
            now = len(out)
            out.append((i, i + 1, kind))
    return out


def link(found, scores, source_cost=0.0, content_cost=0.0):
    """Attributions (source or None, cue, [contents]) from spans by role and link scores.

    found is {role: [spans]}, scores(kind, cue starts, other starts) gives a
    matrix. Every content goes to its best cue when that scores above
    content_cost; every cue that has a content takes its best source when that
    scores above source_cost.
    """
    cues = found["cue"]
    if not cues:
        return []
    heads = [c[0] for c in cues]
    taken = {i: [] for i in range(len(cues))}
    if found["content"]:
        s = scores(1, heads, [x[0] for x in found["content"]])
        for j, c in enumerate(s.argmax(0)):
            if s[c, j] > content_cost:
                taken[int(c)].append(found["content"][j])
    owner = {}
    if found["source"]:
        s = scores(0, heads, [x[0] for x in found["source"]])
        for i in range(len(cues)):
            j = int(s[i].argmax())
            if s[i, j] > source_cost:
                owner[i] = found["source"][j]
    return [(owner.get(i), cues[i], parts) for i, parts in taken.items() if parts]

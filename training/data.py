"""Corpora -> documents of word pieces with labels -> windows for training.

Reads the corpora beside the project (see README.md) and copies none of them.
Offsets are code points of the document's text.
"""
import bisect
import glob
import json
import os
import re
import unicodedata
from dataclasses import dataclass, field

import numpy as np

from model import EVENTS, FIRST_TOP, MARKS, ROLES, STANCE, STATUS

SHARED = os.environ.get("READOUT_SHARED", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared"))
IGNORE = -100
B, I, E, S = 1, 2, 3, 4  # after O = 0, as model.TAGS
FORMS = ("name", "pronoun", "nominal")  # of a mention in a chain


@dataclass
class Document:
    """A text as pieces. Labels are IGNORE where not annotated."""
    name: str
    text: str
    ids: list
    spans: list
    shapes: list
    ends: list                       # piece index after each sentence
    roles: np.ndarray
    marks: dict                      # labels [n] of each head of model.MARKS
    links: list = field(default_factory=list)  # (kind, from piece, to piece)
    stances: list = field(default_factory=list)  # (cue pieces, content pieces, value or IGNORE of each of STANCE)
    events: list = field(default_factory=list)   # (trigger pieces, status, actors, recipients, who else takes part), by first pieces
    story: int = IGNORE              # the type of event that the text tells of, in EVENTS
    gold: list = field(default_factory=list)   # attributions in characters: {role: [spans]}
    chains: list = field(default_factory=list) # mentions by piece: (piece, chain, form), form as FORMS


def word_shape(word):
    """The case pattern of a word: 0 none, 1 digits, 2 other, 3 lower, 4 UPPER, 5 A, 6 Title, 7 mixed."""
    if not word:
        return 0
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() else 7


def is_word(c):
    """Whether a character belongs to words: letters, digits, and the marks that combine with them."""
    return c.isalnum() or (c > "\u02ff" and unicodedata.category(c)[0] == "M")


def shapes_of(text, spans):
    """Shape ids: the shape of a piece with the word characters around it, plus 8 after a space, 16 after a newline."""
    out, last, run, shape = [], 0, (0, 0), 0
    for a, b in spans:
        within = all(map(is_word, text[a:b]))
        if not (within and run[0] <= a and b <= run[1]):
            start, end = a, b
            while within and start > 0 and is_word(text[start - 1]):
                start -= 1
            while within and end < len(text) and is_word(text[end]):
                end += 1
            run = (start, end) if within else (0, 0)  # a sign has a run of its own
            shape = word_shape("".join(c for c in text[start:end] if unicodedata.category(c)[0] != "M"))
        gap = text[last:a]
        while gap and unicodedata.category(gap[0])[0] == "M":  # a mark belongs to the piece before it
            gap = gap[1:]
        out.append(shape + (16 if "\n" in gap else 8 if gap else 0))
        last = b
    return out


def sentence_ends(text, spans):
    """Piece indices after which a window may end."""
    ends = []
    for i, (a, b) in enumerate(spans):
        if i + 1 == len(spans):
            ends.append(i + 1)
            continue
        gap, word = text[b:spans[i + 1][0]], text[a:b]
        closed = i > 0 and word in '”"’)' and text[spans[i - 1][0]:spans[i - 1][1]] in ".!?"
        if "\n" in gap or (gap and (word in ".!?" or closed)):
            ends.append(i + 1)
    return ends


# Quotation marks and the plain ones that stand for them, so that typography changes no reading.
PLAIN = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′", "'")})


def make(name, text, tokenizer):
    """A document without labels."""
    e = tokenizer.encode(text.translate(PLAIN), add_special_tokens=False)
    n = len(e.ids)
    return Document(name, text, e.ids, e.offsets, shapes_of(text, e.offsets), sentence_ends(text, e.offsets),
                    np.full((n, len(ROLES)), IGNORE), {head: np.full(n, IGNORE) for head in MARKS})


def piece_range(doc, start, end):
    """The pieces that lie in a span of characters as (first, after last), or None."""
    i = bisect.bisect_left(doc.spans, (start, 0))
    if i > 0 and doc.spans[i - 1][1] > start:
        i -= 1
    j = i
    while j < len(doc.spans) and doc.spans[j][0] < end:
        j += 1
    return (i, j) if j > i else None


def files(pattern):
    """Files of the shared data by pattern, sorted."""
    return sorted(glob.glob(os.path.join(SHARED, "data", pattern)))


def put(tags, i, j):
    """Writes one span as BIES tags."""
    tags[i:j] = I
    tags[i], tags[j - 1] = B, E
    if j - i == 1:
        tags[i] = S


def brat(path):
    """Attributions of one brat file: [{role: [spans]}]."""
    spans, out = {}, []
    for line in open(path, encoding="utf8"):
        cols = line.rstrip("\n").split("\t")
        if re.match(r"T\d+\t\w+ \d", line):
            spans[cols[0]] = [tuple(map(int, x.split())) for x in cols[1].split(" ", 1)[1].split(";")]
        elif re.match(r"E\d+\t", line):
            a = {r: [] for r in ROLES}
            for part in cols[1].split():
                role, at = part.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in a and at in spans:
                    a[role] += spans[at]
            out.append(a)
    return out


def polnear(split, tokenizer):
    """PolNeAR documents, one for each annotator."""
    base = os.path.join(SHARED, "data", "polnear", split)
    for path in sorted(glob.glob(base + "/attributions/*.ann")):
        stem = re.sub(r"_[0-9a-f]{4}$", "", os.path.splitext(os.path.basename(path))[0])
        text = open(f"{base}/text/{stem}.txt", encoding="utf8", newline="").read()
        doc = make(stem, text, tokenizer)
        doc.roles[:] = 0
        doc.gold = brat(path)
        for a in doc.gold:
            at = {r: [p for p in (piece_range(doc, *s) for s in sorted(a[r])) if p] for r in ROLES}
            for r, role in enumerate(ROLES):
                for i, j in at[role]:
                    put(doc.roles[:, r], i, j)
            for c, _ in at["cue"][:1]:
                doc.links += [(0, c, i) for i, _ in at["source"][:1]]
                doc.links += [(1, c, i) for i, _ in at["content"]]
        yield doc


def write_marks(doc, head, found, scope=None):
    """Writes (start, end, kind) as BIO labels of a head over a document, or a scope of it, where all of them are known."""
    labels, tags = doc.marks[head], MARKS[head]
    labels[slice(*(scope and piece_range(doc, *scope) or (0, None)))] = 0
    for start, end, kind in found:
        p = piece_range(doc, start, end)
        if p:
            labels[p[0]:p[1]] = tags.index("I-" + kind)
            labels[p[0]] = tags.index("B-" + kind)


CONTENT = 48  # pieces of a content that its stance is read from, the first ones


def write_stance(doc, cue, content, values, addressees):
    """Writes a statement's stance and addressees, given in characters; values has an index or IGNORE for each of STANCE.

    Where addressees are known: near the cue, where one may stand, pieces become O or the
    addressee's; the rest of the text is not known to have none.
    """
    pieces = lambda spans: [p for r in (piece_range(doc, *s) for s in spans) if r for p in range(*r)]
    cue, content = pieces(cue), pieces(content)
    if not content:
        return
    doc.stances.append((cue, content[:CONTENT], *values))
    if addressees is None:
        return
    labels, tags = doc.marks["addressees"], MARKS["addressees"]
    if cue:
        near = labels[max(0, cue[0] - 2):max(cue[-1] + NEAR, content[0] if content[0] > cue[0] else 0)]
        near[near == IGNORE] = 0
    for s in addressees:
        own = pieces([s])
        labels[own], labels[own[:1]] = tags.index("I-addressee"), tags.index("B-addressee")


NEAR = 14  # pieces behind a cue's end in which nine of ten addressees stand


def write_events(doc, sentence, events):
    """Writes the events of a sentence, in characters: (trigger, type, status, actors, recipients), where all of them are known."""
    scope = piece_range(doc, *sentence)
    if scope is None:
        return
    triggers, parts = doc.marks["triggers"], doc.marks["participants"]
    triggers[slice(*scope)] = parts[slice(*scope)] = 0
    at = lambda span: (piece_range(doc, *span) or (None, None))
    everyone = {at(s) for _, _, _, actors, recipients in events for s in actors + recipients} - {(None, None)}
    for i, j in sorted(everyone, key=lambda r: r[0] - r[1]):  # the longest first: shorter ones inside them are left out
        if not parts[i:j].any():
            tags = MARKS["participants"]
            parts[i:j], parts[i] = tags.index("I-participant"), tags.index("B-participant")
    known = sorted(i for i, _ in everyone)
    for trigger, kind, status, actors, recipients in events:
        i, j = at(trigger)
        if i is not None:
            tags = MARKS["triggers"]
            triggers[i:j], triggers[i] = tags.index("I-" + kind), tags.index("B-" + kind)
            starts = [[p for p in (at(s)[0] for s in spans) if p is not None] for spans in (actors, recipients)]
            doc.events.append((list(range(i, j)), STATUS.index(status), *starts, known))


def event_inside(event, start, end):
    """An event by the pieces of the window [start, end), or None where its trigger is not in it."""
    trigger, status, *parts = event
    if not all(start <= p < end for p in trigger):
        return None
    shift = lambda pieces: [p - start + 1 for p in pieces if start <= p < end]
    return shift(trigger), status, *map(shift, parts)


def inside(stance, start, end):
    """A stance by the pieces of the window [start, end), or None where its cue or its content is not in it."""
    cue, content, *values = stance
    shift = lambda pieces: [p - start + 1 for p in pieces if start <= p < end]
    if not shift(content) or len(shift(cue)) != len(cue):
        return None
    return shift(cue), shift(content), *values


def write_chains(doc, mentions):
    """Writes mentions (character, chain, form) by the pieces that stand there."""
    at = {s: i for i, (s, _) in enumerate(doc.spans)}
    doc.chains = [(at[c], chain, form) for c, chain, form in mentions if c in at]


def windows(doc, limit, offset=0):
    """Cuts a document at sentence ends into windows of at most limit pieces; the first is offset pieces shorter."""
    out, start, last = [], 0, 0
    room = limit - offset
    for end in doc.ends:
        while end - start > room:
            cut = last if last > start else start + room
            out.append((start, cut))
            start, room = cut, limit
        last = end
    if start < len(doc.ids):
        out.append((start, len(doc.ids)))
    return out


def sample(doc, start, end):
    """One window as arrays with [CLS] and [SEP]."""
    edge = np.full((1, len(ROLES)), IGNORE if doc.roles[0, 0] == IGNORE else 0)
    bare = lambda labels: np.concatenate([[IGNORE], labels[start:end], [IGNORE]])
    out = {"ids": [101] + doc.ids[start:end] + [102], "shapes": [0] + doc.shapes[start:end] + [0],
           "roles": np.concatenate([edge, doc.roles[start:end], edge]),
           **{head: bare(labels) for head, labels in doc.marks.items()},
           "links": [(k, c - start + 1, x - start + 1) for k, c, x in doc.links if start <= c < end and start <= x < end],
           "stances": [s for s in (inside(x, start, end) for x in doc.stances) if s],
           "events": [e for e in (event_inside(x, start, end) for x in doc.events) if e],
           "story": doc.story if start == 0 else IGNORE,
           "chains": [(p - start + 1, *rest) for p, *rest in doc.chains if start <= p < end]}
    roles = out["roles"]
    if roles[1, 0] != IGNORE and end > start:  # a span that the window cuts ends, or starts, at its edge
        roles[1] = np.choose(roles[1], [0, B, B, S, S])
        roles[-2] = np.choose(roles[-2], [0, S, E, E, S])
    return out


def told(x):
    """Whether a window has anything to learn from for the heads of the second top."""
    return x["stances"] or x["events"] or x["story"] >= 0 or x["chains"] or any((x[h] >= 0).any() for h in MARKS if h not in FIRST_TOP)


def batches(samples, budget, lengths, rng):
    """Groups samples by the length they are padded to, about budget pieces a batch.

    Few fixed shapes, because the CPU library compiles its kernels for each.
    """
    groups = {n: [] for n in lengths}
    for x in samples:
        groups[min(n for n in lengths if n >= len(x["ids"]))].append(x)
    out = []
    for n, group in groups.items():
        rng.shuffle(group)
        size = budget // n
        out += [(n, group[i:i + size]) for i in range(0, len(group), size)]
    rng.shuffle(out)
    return out

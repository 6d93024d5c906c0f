"""Corpora -> documents of word pieces with labels -> windows for training.

Reads the corpora beside the project (see README.md) and copies none of them.
Offsets are code points of the document's text.
"""
import bisect
import glob
import json
import os
import re
from dataclasses import dataclass, field

import numpy as np

from model import NAME_TAGS, ROLES

SHARED = os.environ.get("READOUT_SHARED", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared"))
IGNORE = -100
B, I, E, S = 1, 2, 3, 4  # after O = 0, as model.TAGS


@dataclass
class Document:
    """A text as pieces. roles [n, 3] and names [n] are IGNORE where not annotated."""
    name: str
    text: str
    ids: list
    spans: list
    shapes: list
    ends: list                       # piece index after each sentence
    roles: np.ndarray
    names: np.ndarray
    links: list = field(default_factory=list)  # (kind, from piece, to piece)
    gold: list = field(default_factory=list)   # attributions in characters: {role: [spans]}


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


def shapes_of(text, spans):
    """Shape ids: the shape of a piece with the letters and digits around it, plus 8 after a space, 16 after a newline."""
    out, last, run, shape = [], 0, (0, 0), 0
    for a, b in spans:
        if not (text[a:b].isalnum() and run[0] <= a and b <= run[1]):
            start, end = a, b
            while start > 0 and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and text[end].isalnum():
                end += 1
            run = (start, end) if text[a:b].isalnum() else (0, 0)  # a sign has a run of its own
            shape = word_shape(text[start:end])
        gap = text[last:a]
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


def make(name, text, tokenizer):
    e = tokenizer.encode(text, add_special_tokens=False)
    n = len(e.ids)
    return Document(name, text, e.ids, e.offsets, shapes_of(text, e.offsets), sentence_ends(text, e.offsets),
                    np.full((n, len(ROLES)), IGNORE), np.full(n, IGNORE))


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


SILVER = {"PERSON": "person", "ORGANIZATION": "organization", "CITY": "place", "COUNTRY": "place", "STATE_OR_PROVINCE": "place",
          "LOCATION": "place", "MISC": "other", "IDEOLOGY": "group", "RELIGION": "group"}


def name_tags(doc, found):
    """Writes (start, end, kind) as BIO name labels over a document whose names are all known."""
    doc.names[:] = 0
    for start, end, kind in found:
        p = piece_range(doc, start, end)
        if p:
            doc.names[p[0]:p[1]] = NAME_TAGS.index("I-" + kind)
            doc.names[p[0]] = NAME_TAGS.index("B-" + kind)


def silver_names(text, parsed):
    """(start, end, kind) of the names that CoreNLP found, in code points."""
    astral = any(ord(c) > 0xFFFF for c in text)
    for sentence in parsed["sentences"]:
        for m in sentence["entitymentions"]:
            kind = SILVER.get(m["ner"])
            if m["ner"] == "NATIONALITY":
                kind = "place" if sentence["tokens"][m["tokenBegin"]]["pos"] == "JJ" else "group"
            start, end = m["characterOffsetBegin"], m["characterOffsetEnd"]
            if astral or kind is None or m["text"].lower() in PRONOUNS or text[start:end].replace("\n", " ") != m["text"].replace("\n", " "):
                continue
            if m["text"][:1].isupper() or m["text"][:1].isdigit():
                yield start, end, kind


def silver(folder, prefix):
    """Texts with silver names, by file name: {stem: (text, [(start, end, kind)])}."""
    out = {}
    for path in sorted(glob.glob(os.path.join(folder, "out", prefix + "*.json"))):
        stem = os.path.basename(path)[len(prefix):-len(".txt.json")]
        text = open(os.path.join(folder, "in", prefix + stem + ".txt"), encoding="utf8", newline="").read()
        out[stem] = text, list(silver_names(text, json.load(open(path, encoding="utf8"))))
    return out


KIND_OF_GUM = {"person": "person", "place": "place", "organization": "organization", "time": None}
TITLES = {"president", "minister", "prime", "senator", "secretary", "king", "queen", "judge", "professor", "doctor", "director",
          "mayor", "governor", "chancellor", "chairman", "chair", "pope", "captain", "general", "mr.", "mrs.", "ms.", "dr.", "sir"}
BRIDGE = {"of", "the", "and", "for", "de", "la", "von", "van", "du", "al", "&", "-"}
PRONOUNS = {"i", "he", "she", "his", "her", "him", "it", "its", "they", "we", "you", "my", "our", "their"}


def name_span(tokens, first, last, head):
    """The name inside a mention: proper words around its head, bridged by small words; titles before it left out."""
    proper = lambda i: tokens[i]["upos"] == "PROPN" or tokens[i]["xpos"] in ("NNP", "NNPS")
    titles = {i for i in range(first, last + 1) if tokens[i]["rel"].startswith("nmod:desc")}

    def walk(i, step, stop):
        best, skipped = i, 0
        while i != stop:
            i += step
            if i in titles or skipped > 2:
                break
            if proper(i) or (tokens[i]["upos"] == "NUM" and skipped == 0):
                best, skipped = i, 0
            elif tokens[i]["form"].lower() in BRIDGE:
                skipped += 1
            else:
                break
        return best
    return walk(head, -1, first), walk(head, 1, last)


def gum_names(score, path):
    """(text, [(start, end, kind)]) of one GUM file; longer names win over names inside them."""
    text, toks, mentions = score.gum(path)
    rows = [line.split("\t") for line in open(path, encoding="utf8") if re.match(r"\d+\t", line)]
    tokens = [{"form": r[1], "upos": r[3], "xpos": r[4], "rel": r[7]} for r in rows]
    found = []
    for a, b, kind, _ in mentions:
        heads = [i for i in range(a, b + 1) if not a <= toks[i][4] <= b]
        h = heads[0] if heads else b
        if tokens[h]["upos"] != "PROPN" or (kind == "person" and tokens[h]["form"].lower() in TITLES):
            continue
        kind = KIND_OF_GUM.get(kind, "other")
        if kind == "person" and tokens[h]["xpos"] == "NNPS":
            kind = "group"
        if kind:
            i, j = name_span(tokens, a, b, h)
            found.append((toks[i][0], toks[j][1], kind))
    kept = []
    for s in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if not any(s[0] < k[1] and k[0] < s[1] for k in kept):
            kept.append(s)
    return text, kept


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


STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}  # “ ” ‘ ’ -> " " ' '


def sample(doc, start, end, rng=None):
    """One window as arrays with [CLS] and [SEP]; with rng, a third of them get straight quotation marks."""
    ids = doc.ids[start:end]
    if rng and rng.random() < 1 / 3:
        ids = [STRAIGHT.get(i, i) for i in ids]
    edge = np.full((1, len(ROLES)), IGNORE if doc.roles[0, 0] == IGNORE else 0)
    out = {"ids": [101] + ids + [102], "shapes": [0] + doc.shapes[start:end] + [0],
           "roles": np.concatenate([edge, doc.roles[start:end], edge]),
           "names": np.concatenate([[IGNORE], doc.names[start:end], [IGNORE]]),
           "links": [(k, c - start + 1, x - start + 1) for k, c, x in doc.links if start <= c < end and start <= x < end]}
    roles = out["roles"]
    if roles[1, 0] != IGNORE and end > start:  # a span that the window cuts ends, or starts, at its edge
        roles[1] = np.choose(roles[1], [0, B, B, S, S])
        roles[-2] = np.choose(roles[-2], [0, S, E, E, S])
    return out



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

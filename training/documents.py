"""The documents that are learnt from, with all labels that are known of each."""
import csv
import gzip
import os
import random

import corpora
import data
import evaluate
import labels
from model import EVENTS


def all_of(opt, tokenizer):
    """(documents with attributions and silver names, documents with names or times only)."""
    cut, own = opt.limit or None, labels.Own()
    silver = corpora.silver(opt.silver, "pn__") if opt.silver else {}
    told = list(data.polnear("train", tokenizer))[:cut]
    for doc in told:
        if doc.name in silver:
            data.write_marks(doc, "names", silver[doc.name][1])
        own.write(doc, "polnear")
    score = evaluate.scorer()
    named = []
    for path in data.files("gum/train/*.conllu")[:cut]:
        text, names, inner = corpora.gum_names(score, path)
        doc = data.make(os.path.basename(path), text, tokenizer)
        data.write_marks(doc, "names", names)
        data.write_marks(doc, "inner", inner)
        data.write_chains(doc, corpora.gum_chains(score, path))
        own.write(doc, "gum")
        named.append(doc)
    more = [d for d in told for _ in range(opt.own_copies - 1) if own.has(d)]
    more += stories(opt, tokenizer, own)[:cut]
    return told + more, named * opt.gum_copies + timed(opt, tokenizer, score, own)[:cut] * opt.time_copies


def timed(opt, tokenizer, score, own):
    """TimeBank, AQUAINT and MEANTIME with times, the former with silver names."""
    silver = corpora.silver(opt.silver, "tm__") if opt.silver else {}
    out = []
    for name, (text, times) in corpora.timeml(score).items():
        doc = data.make(name, text, tokenizer)
        data.write_marks(doc, "times", times)
        own.write(doc, "timeml")
        if name in silver and silver[name][0] == text:
            data.write_marks(doc, "names", silver[name][1])
        out.append(doc)
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        text, _, (times, end) = corpora.meantime(path)
        doc = data.make(os.path.basename(path), text, tokenizer)
        data.write_marks(doc, "times", times)
        doc.marks["times"][[s >= end for s, _ in doc.spans]] = data.IGNORE  # behind the sentences that are annotated
        own.write(doc, "meantime")
        out.append(doc)
    return out


def stories(opt, tokenizer, own):
    """Synthetic stories with the type of event they were written for: those with labels of our own, and opt.stories others, drawn."""
    with gzip.open(os.path.join(data.SHARED, "data", "plover-synthetic", "synthetic-events.csv.gz"), "rt", encoding="utf8", newline="") as f:
        found = [(f"{i:04d}", row["text"], row["label"]) for i, row in enumerate(csv.DictReader(f)) if row["text"].strip()]
    labelled = [x for x in found if labels.file_name("synthetic", x[0]) in own.events]
    others = [x for x in found if x not in labelled and x[2] in EVENTS]
    out = []
    for name, text, kind in labelled + random.Random(opt.seed).sample(others, min(opt.stories, len(others))):
        doc = data.make(name, text, tokenizer)
        doc.story = EVENTS.index(kind) if kind in EVENTS else data.IGNORE
        own.write(doc, "synthetic")
        out.append(doc)
    return out

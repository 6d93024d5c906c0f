"""Labels of our own that are learnt from (annotations/): citations, who is who, and the stance of statements.

Every place is in code points of the text that the label's table names with its
digest. Articles of PolNeAR's development half are never learnt from.
"""
import os

import data
from model import STANCE

ANNOTATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotations")


def rows(*path):
    """Rows of a table as lists of fields."""
    with open(os.path.join(ANNOTATIONS, *path), encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip()]


def spans(field):
    """Spans of "3-8 10-12"."""
    return [tuple(map(int, x.split("-"))) for x in field.split()]


def file_name(corpus, name):
    """An article's name in the tables of labels."""
    return f"{corpus}__" + "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "_" for c in name)


def annotated(folder, *numbers):
    """Rows of labels by article, also of articles without any, out of the tables with these endings: {article: [fields]}."""
    out = {}
    for number in numbers:
        out |= {file_name(*r[:2]): [] for r in rows(folder, f"articles{number}.tsv")}
        for article, *fields in rows(folder, f"labels{number}.tsv"):
            out[article].append(fields)
    return out


def citations():
    """{article: (citations, their sources)} as (start, end, kind); rounds one and two of the test, whose errors were read, are among them."""
    out = {}
    for article, fields in annotated("amounts-citations", "-train", "-train-2", "-train-3", "-train-4", "", "-2").items():
        cited = [f + [""] * 4 for f in fields if f[0] == "cite"]
        sources = [(*s, "source") for f in cited for s in spans(f[3])]
        out[article] = [(int(f[1]), int(f[2]), "citation") for f in cited], sources
    return out


def cited_sentences():
    """{article: {sentence: (citations, their sources)}} of sentences drawn to learn citations from."""
    out, places = {}, {}
    for number, corpus, name, _, sentence in rows("amounts-citations", "items-sentences.tsv"):
        places[number] = found = out.setdefault(file_name(corpus, name), {}).setdefault(spans(sentence)[0], ([], []))
    for number, span, *sources in rows("amounts-citations", "labels-sentences.tsv"):
        citations, cited = places[number]
        citations.append((*spans(span)[0], "citation"))
        cited += [(*s, "source") for field in sources for s in spans(field)]
    return out


def who():
    """{article: (names, chains)}: names as (start, end, kind), chains as corpora.gum_chains has them."""
    out = {}
    for article, fields in annotated("who-is-who", "-train").items():
        names = [(int(start), int(end), kind) for form, start, end, kind, _ in fields if form == "name"]
        chains = [(int(start), chain if chain != "-" else f"-{start}", form) for form, start, _, _, chain in fields if form != "first"]
        out[article] = names, sorted(chains)
    return out


def acts():
    """{article: [(cue, content, values, addressees)]}: spans in code points, a value's index for each of STANCE, None for addressees not labelled."""
    out = {}
    for draw in ("train", "train-rare", "train-more", "train-third", "train-quick", "train-fourth", "train-fifth", "train-sixth"):
        label = {r[0]: r[1:] + [""] * 7 for r in rows("acts", f"labels-{draw}.tsv")}
        for number, corpus, name, _, _, cue, content in rows("acts", f"items-{draw}.tsv"):
            if number in label and label[number][0] != "x":
                values = [kinds.index(value) for kinds, value in zip(STANCE.values(), label[number])]
                out.setdefault(file_name(corpus, name), []).append((spans(cue), spans(content), values, addressees(label[number][3])))
    return out


def addressees(field):
    """Spans, or None for "?": not labelled."""
    return None if field == "?" else spans(field)


def events():
    """{article: {sentence: [(trigger, type, status, actors, recipients)]}}, spans in code points."""
    out = {}
    for draw in ("train", "train-more", "train-third", "train-fourth", "train-fifth", "train-sixth", "train-seventh", "train-eighth"):
        found = {}
        for number, trigger, kind, status, actors, recipients, *_ in rows("events", f"labels-{draw}.tsv"):
            found.setdefault(number, []).append((spans(trigger)[0], kind, status, spans(actors), spans(recipients)))
        for number, corpus, name, _, sentence in rows("events", f"items-{draw}.tsv"):
            out.setdefault(file_name(corpus, name), {})[spans(sentence)[0]] = found.get(number, [])
    return out


class Own:
    """All labels of our own, to be written over documents."""

    def __init__(self):
        self.citations, self.sentences, self.who, self.acts, self.events = citations(), cited_sentences(), who(), acts(), events()

    def has(self, doc, corpus="polnear"):
        article = file_name(corpus, doc.name)
        return any(article in known for known in (self.citations, self.sentences, self.who, self.acts, self.events))

    def write(self, doc, corpus):
        """Writes what is known of a document of a corpus."""
        article = file_name(corpus, doc.name.removesuffix(".xml").removesuffix(".conllu"))
        for head, found in zip(("cites", "cited"), self.citations.get(article, ())):
            data.write_marks(doc, head, found)
        for sentence, found in self.sentences.get(article, {}).items():
            for head, marks in zip(("cites", "cited"), found):
                data.write_marks(doc, head, marks, sentence)
        if article in self.who:
            names, chains = self.who[article]
            data.write_marks(doc, "names", names)
            data.write_chains(doc, chains)
        for statement in self.acts.get(article, ()):
            data.write_stance(doc, *statement)
        for sentence, found in self.events.get(article, {}).items():
            data.write_events(doc, sentence, found)

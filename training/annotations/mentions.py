"""Turns corrections of what the reader found, as GUIDELINES-TRAIN.md has them, into stand-off labels.

    python3 annotations/mentions.py FOLDER RECORDS.jsonl LINES... > labels-train.tsv

A label is: article, form, start, end (code points), kind, chain. The form is
name, nominal, pronoun (of the third person) or first (I, we and theirs). Of a
nominal only its head noun is marked. A pronoun that means nobody who is named
has the chain "-".
"""
import json
import os
import re
import sys

from standoff import occurrence

PRONOUN = re.compile(r"\b(I|me|my|myself|mine|we|us|our|ours|ourselves|he|him|his|himself|she|her|hers|herself|they|them|their|theirs"
                     r"|themselves|it|its|itself)\b", re.I)
FIRST = {"i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"}


def words(text, exact):
    """Spans of exact in text where it stands as whole words."""
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(exact) + r"(?!\w)", text)]


def head(exact):
    """Where the head noun of a nominal stands in it: the last word before a preposition."""
    before = re.split(r" (?:of|for|in|at|on|to|from|with|who|that|,)\b", exact)[0].rstrip()
    return before.rfind(" ") + 1, len(before)


class Article:
    """The names, kinds and references of one article, as they are corrected."""

    def __init__(self, text, entities):
        self.text, self.one = text, {}
        self.kind = {e["id"]: e["type"] for e in entities}
        self.names = {tuple(m["span"]): e["id"] for e in entities for m in e["mentions"] if m["kind"] == "name"}
        self.pronouns = [m.span() for m in PRONOUN.finditer(text)]
        self.means, self.nominals = {}, {}

    def correct(self, kind, fields):
        getattr(self, f"do_{kind}")(*fields)

    def do_p(self, numbers, entity):
        self.means |= {self.pronouns[int(n) - 1]: entity for n in numbers.split()}

    def do_n(self, exact, nth, entity):
        at = occurrence(self.text, exact, int(nth or 1))
        if at < 0:
            raise ValueError(f"{exact!r} {nth} is not in the text")
        a, b = head(exact)
        self.nominals[at + a, at + b] = entity

    def do_kind(self, entity, kind):
        self.kind[entity] = kind

    def do_same(self, entity, other):
        self.one[other] = entity

    def do_not(self, entity, exact):
        gone = [s for s, e in self.names.items() if e == entity and exact in ("*", self.text[slice(*s)])]
        for s in gone:
            del self.names[s]

    def do_name(self, exact, kind, entity):
        self.kind.setdefault(entity, kind)
        for s in words(self.text, exact):
            if not any(s[0] < b and a < s[1] for a, b in self.names):
                self.names[s] = entity

    def chain(self, entity):
        while entity in self.one:
            entity = self.one[entity]
        return entity

    def labels(self):
        """(form, start, end, kind, chain), in order."""
        known = lambda e: (self.kind[self.chain(e)], self.chain(e))
        out = [("name", *s, self.kind[e], self.chain(e)) for s, e in self.names.items()]
        out += [("nominal", *s, *known(e)) for s, e in self.nominals.items()]
        for s in self.pronouns:
            form = "first" if self.text[slice(*s)].lower() in FIRST else "pronoun"
            out.append((form, *s, *(known(self.means[s]) if s in self.means else ("-", "-"))))
        return sorted(out, key=lambda x: x[1:3])


def blocks(paths):
    """(article, [(where, fields)]) of files of lines."""
    out = {}
    for path in paths:
        article = None
        for number, line in enumerate(open(path, encoding="utf8"), 1):
            line = line.rstrip("\n")
            if line.startswith("# "):
                article = out.setdefault(line[2:].strip(), [])
            elif line.strip():
                article.append((f"{path}:{number}", line.split("\t")))
    return out


def main():
    folder, records, *paths = sys.argv[1:]
    known = blocks(paths)
    for line in open(records, encoding="utf8"):
        record = json.loads(line)
        name = os.path.splitext(os.path.basename(record["meta"]["input"]))[0]
        if name not in known:
            continue
        article = Article(open(os.path.join(folder, name + ".txt"), encoding="utf8", newline="").read(), record["entities"])
        # Entities of new names first, then what refers to them.
        for where, (kind, *fields) in sorted(known[name], key=lambda x: ("same", "not", "kind", "name").index(x[1][0]) if x[1][0] in ("same", "not", "kind", "name") else 9):
            try:
                article.correct(kind, fields)
            except (ValueError, IndexError, TypeError, AttributeError) as err:
                print(f"{where}: {err}", file=sys.stderr)
        for label in article.labels():
            print(name, *label, sep="\t")


if __name__ == "__main__":
    main()

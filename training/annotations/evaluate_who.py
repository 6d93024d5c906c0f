"""Scores records against the labels of who-is-who/, and compares two labellings.

    readout read --json FOLDER/texts > RECORDS.jsonl       (FOLDER as draw_who.py fills it)
    python3 annotations/evaluate_who.py score RECORDS.jsonl [--errors]
    python3 annotations/evaluate_who.py train RECORDS.jsonl [--errors]   roles of articles-roles-train*.tsv
    python3 annotations/evaluate_who.py second RECORDS.jsonl             roles of articles-roles-2.tsv, a second test
    python3 annotations/evaluate_who.py texts FOLDER                     writes the texts of these articles
    python3 annotations/evaluate_who.py agree
    python3 annotations/evaluate_who.py convert FOLDER speakers|roles LINES...   stand-off labels to stdout

A pronoun speaker is right when the pronoun is a mention of an entity one of
whose names lies over the label's name, or equals its words, or, where the label
is none, of no entity that has a name. A role is found when it overlaps, one to
one, with a label of the same holder: an entity one of whose names lies over the
holder's name, or equals its words.
"""
import argparse
import json
import os
import sys

from standoff import occurrence

LEARN = [(f"articles-roles-train{x}.tsv", f"roles-train{x}.tsv") for x in ("", "-2", "-3", "-4", "-5", "-6")]
SECOND_TWICE = 10  # articles of the second test that were labelled twice
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "who-is-who")


def convert(folder, kind, paths):
    """Prints lines of labellers as labels in code points."""
    for path in paths:
        for line in open(path, encoding="utf8"):
            f = line.rstrip("\n").split("\t")
            if not line.strip():
                continue
            article, pairs = (f[1], [f[3:5]]) if kind == "speakers" else (f[0], [f[1:3], f[3:5]])
            with open(os.path.join(folder, "texts", article + ".txt"), encoding="utf8", newline="") as file:
                text = file.read()
            spans = []
            for exact, nth in [p for p in pairs if p[0] != "-"]:
                at = occurrence(text, exact, int(nth))
                if at < 0:
                    sys.exit(f"{path}: {exact!r} {nth}: not in {article}")
                spans += [at, at + len(exact)]
            print(*(f[1:3] if kind == "speakers" else f[:1]), *(spans or ["-"]), sep="\t")


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f]


def overlap(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def agree():
    """Prints how far the second labelling agrees with the first."""
    first = {tuple(r[:2]): r[2:] for r in rows("speakers.tsv")}
    second = {tuple(r[:2]): r[2:] for r in rows("speakers-blind.tsv")}
    same = sum(first[k] == v or ("-" not in first[k] + v and overlap(*[tuple(map(int, x)) for x in (first[k], v)])) for k, v in second.items())
    print(f"pronoun speakers: same place of the name for {same} of {len(second)}")
    agree_on_roles(rows("roles.tsv"), rows("roles-blind.tsv"), twice())
    again = sorted(stem(*r[:2]) for r in rows("articles-roles-2.tsv"))[:SECOND_TWICE]
    agree_on_roles(rows("roles-2.tsv"), rows("roles-2-blind.tsv"), again)


def agree_on_roles(one, two, articles):
    """Prints how far two labellings of articles have the same marks of roles."""
    one = [r for r in one if r[0] in articles]
    left, both = list(two), 0
    for r in one:
        hit = next((x for x in left if x[0] == r[0] and overlap(*[(int(y[1]), int(y[2])) for y in (r, x)])), None)
        if hit:
            left.remove(hit)
            both += 1
    print(f"roles: {len(one)} and {len(two)} marks, found by both F {200 * both / (len(one) + len(two)):.1f}")


def twice():
    """Articles of roles that were labelled twice, those without marks too."""
    return [r[0] for r in rows("roles-twice.tsv")]


class Article:
    """A record with what labels ask of it."""

    def __init__(self, record):
        self.text = record["document"]["text"]
        self.entities = record["entities"]

    def names(self, entity, span):
        """Whether an entity has a name over a span, or one of the same words."""
        exact = self.text[span[0]:span[1]]
        names = [m for m in entity["mentions"] if m["kind"] == "name"]
        return any(overlap(m["span"], span) or m["exact"] == exact for m in names)

    def of(self, span):
        """Entities that a pronoun at a span is a mention of."""
        return [e for e in self.entities for m in e["mentions"] if m["kind"] == "pronoun" and tuple(m["span"]) == span]


def speakers(articles, errors):
    """(right, answered rightly with a name, items) of the pronoun speakers."""
    right, answered, of_named, items = 0, 0, 0, rows("items.tsv")
    for item, label in zip(items, rows("speakers.tsv")):
        a, span = articles[label[0]], (int(item[3]), int(item[4]))
        found = [e for e in a.of(span) if any(m["kind"] == "name" for m in e["mentions"])]
        if label[2] == "-":
            good = not found
        else:
            good = any(a.names(e, (int(label[2]), int(label[3]))) for e in found)
            answered += bool(found)
            of_named += 1
        right += good
        if errors and not good:
            near = " ".join((a.text[max(0, span[0] - 200):span[0]] + "[[" + a.text[slice(*span)] + "]]" + a.text[span[1]:span[1] + 60]).split())
            want = "-" if label[2] == "-" else a.text[int(label[2]):int(label[3])]
            print(f"{label[0]}: is {[e['name'] for e in found]}, should be {want}: {near}")
    print(f"pronoun speakers right {100 * right / len(items):.1f} ({right}/{len(items)}), answered {answered} of {of_named} that have a name")


def texts(folder):
    """Writes the articles that roles are learnt from."""
    sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))
    import draw_events  # only here: it needs what training needs
    all_texts = draw_events.texts()
    for corpus, name, _ in [r for table, _ in LEARN for r in rows(table)]:
        text = all_texts[corpus][name]
        with open(os.path.join(folder, stem(corpus, name) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(text)


def roles(articles, errors, table="articles.tsv", marks="roles.tsv"):
    """Prints precision and recall of roles."""
    found, wanted, hits = 0, 0, 0
    labels = rows(marks)
    for corpus, name, _ in rows(table):
        article = next(k for k in articles if k == stem(corpus, name))
        a = articles[article]
        mine = [(tuple(m["span"]), e) for e in a.entities for m in e.get("roles") or []]
        want = [((int(r[1]), int(r[2])), (int(r[3]), int(r[4]))) for r in labels if r[0] == article]
        found, wanted, left = found + len(mine), wanted + len(want), list(mine)
        for span, holder in want:
            hit = next((x for x in left if overlap(x[0], span) and a.names(x[1], holder)), None)
            if hit:
                left.remove(hit)
                hits += 1
            elif errors:
                print(f"{article}: missed {a.text[slice(*span)]!r} of {a.text[slice(*holder)]!r}: ...{a.text[max(0, span[0] - 60):span[1] + 60]!r}")
        for span, e in left if errors else []:
            print(f"{article}: too many {a.text[slice(*span)]!r} of {e['name']!r}: ...{a.text[max(0, span[0] - 60):span[1] + 60]!r}")
    print(f"roles precision {100 * hits / max(1, found):.1f} ({hits}/{found})  recall {100 * hits / wanted:.1f} ({hits}/{wanted})")


def stem(corpus, name):
    return f"{corpus}__" + "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "_" for c in name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=("score", "second", "train", "texts", "agree", "convert"))
    parser.add_argument("files", nargs="*")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, too many or missed")
    options = parser.parse_args()
    if options.do == "agree":
        agree()
    elif options.do == "texts":
        texts(options.files[0])
    elif options.do == "convert":
        convert(options.files[0], options.files[1], options.files[2:])
    else:
        records = [json.loads(line) for line in open(options.files[0], encoding="utf8")]
        articles = {os.path.basename(r["meta"]["input"]).removesuffix(".txt"): Article(r) for r in records}
        if options.do == "train":
            for table, marks in LEARN:
                roles(articles, options.errors, table, marks)
        elif options.do == "second":
            roles(articles, options.errors, "articles-roles-2.tsv", "roles-2.tsv")
        else:
            speakers(articles, options.errors)
            roles(articles, options.errors)


if __name__ == "__main__":
    main()

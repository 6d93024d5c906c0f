"""Draws the statements of acts/ with a fixed seed and prints them for labelling.

    python3 annotations/draw_acts.py texts FOLDER              writes the international texts to FOLDER/texts
    readout read --json FOLDER/texts > FOLDER/records.jsonl
    python3 annotations/draw_acts.py items FOLDER              writes FOLDER/test.txt, FOLDER/train-*.txt and the tables
    python3 annotations/draw_acts.py fourth|fifth FOLDER       likewise a later draw, which needs no records
    python3 annotations/draw_acts.py sixth FOLDER              likewise the last one, of texts and records of all sets
    python3 annotations/draw_acts.py develop FOLDER            statements of PolNeAR's development half, to choose by

PolNeAR's statements are its own annotations; in GUM and MEANTIME, which have
none, they are those that the reader finds. Whole documents are set aside for
the test. Statements of rare kinds are sought by words of cue and content.
"""
import glob
import hashlib
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402

SEED = 20261128
TABLES = os.path.join(HERE, "acts")
GENRES = ("news", "interview", "speech", "court")
TEST = {"polnear": (28, 170), "abroad": (30, 130)}  # documents and statements set aside
TRAIN = {"polnear": 420, "abroad": 560}
PARTS = 3
SOUGHT = [  # statements of a rare kind: words in the cue, words at the start of the content, how many
    ("omitted", r"mention|reference|address|silent|omit|nothing|avoid|ignor|fail|without|acknowledg|did not say|didn.t say", "", 70),
    ("declined", r"declin|refus|would not|wouldn.t|won.t|will not|no comment|neither|unwilling|not comment", "", 75),
    ("denied", r"\bden[yi]|reject|dismiss|refut|disput|rebut|contradict|disagree", "", 70),
    ("ask", r"\bask|question|wonder|quer", "", 75),
    ("possible", r"", r"\b(may|might|could|possibl[ey]|perhaps|maybe)\b", 60),
    ("probable", r"", r"\b(likely|probably|unlikely|presumably|expected)\b", 60),
    ("expects", r"expect|predict|forecast|project|hope|fear|anticipat", "", 60),
    ("commit", r"promis|pledg|vow|plan|agree|threat|intend|commit|will\b", "", 60),
    ("request", r"urg|demand|\bcall|order|want|request|insist|should|push", "", 60),
]


def told(half="train", name_of="polnear"):
    """{name: (text, [statement])} of a half of PolNeAR, first annotation of each article."""
    out, base = {}, os.path.join(data.SHARED, "data", "polnear", half)
    for path in data.files(f"polnear/{half}/text/*.txt"):
        name = os.path.splitext(os.path.basename(path))[0]
        marks = sorted(glob.glob(glob.escape(os.path.join(base, "attributions", name)) + "*.ann"))
        text = open(path, encoding="utf8", newline="").read()
        found = [(sorted(a["source"]), sorted(a["cue"]), sorted(a["content"])) for a in data.brat(marks[0])] if marks else []
        out[name_of, name] = text, sorted(set((tuple(s), tuple(c), tuple(x)) for s, c, x in found if c and x))
    return out


def abroad():
    """{(set, name): text} of the texts that have no statements of their own."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    out = {("meantime", stem(p)): corpora.meantime(p)[0] for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")}
    for genre in GENRES:
        out |= {("gum", stem(p)): score.gum(p)[0] for p in data.files(f"gum/train/GUM_{genre}_*.conllu")}
    return out


def timeml():
    """{(set, name): text} of TimeBank and AQUAINT, but for the documents that times are tested on."""
    return {("timeml", name): text for name, (text, _) in corpora.timeml(evaluate.scorer()).items()}


def short(key):
    return f"{key[0]}__" + re.sub(r"[^A-Za-z0-9_-]", "_", key[1])


def read(folder):
    """Statements that the reader found, in the form of told."""
    texts, out = {short(k): (k, t) for k, t in (abroad() | timeml()).items()}, {}
    for line in open(os.path.join(folder, "records.jsonl"), encoding="utf8"):
        record = json.loads(line)
        key, text = texts[os.path.splitext(os.path.basename(record["meta"]["input"]))[0]]
        span = lambda m: (tuple(m["span"]),) if m and m.get("span") else ()
        found = [(span(s.get("speaker")), span(s.get("cue")), tuple(map(tuple, s["content"]["spans"])))
                 for s in record["statements"] if s["form"] != "narrative" and s.get("cue")]
        assert record["document"]["text"] == text, key
        out[key] = text, sorted(set(found))
    return out


def all_of(docs):
    return [(key, s) for key, (_, statements) in sorted(docs.items()) for s in statements]


def sought(rng, docs, taken):
    """Statements of rare kinds out of the documents that are left."""
    out = []
    for _, cue, content, many in SOUGHT:
        found = [(k, s) for k, s in all_of(docs) if (k, s) not in taken and matches(docs[k][0], s, cue, content)]
        some = rng.sample(found, min(many, len(found)))
        taken |= set(some)
        out += some
    return out


RARE = [  # a second draw, out of PolNeAR's documents that the first left: words in the cue or the content, how many to test, how many to train
    ("omitted", r"(not|n.t|never|no|without|nor)\b.{0,20}\b(mention|refer|address|acknowledg|discuss|say|said|talk|bring|explain|disclos|reveal|provid|specif|elaborat)|"
                r"silent|silence|said nothing|says nothing|omit|avoid|ignor|gloss|sidestep|fail(ed|s)? to|left out|leav(es|ing) out|little to say|unmentioned", "", 16, 70),
    ("declined", r"declin|refus|would not|wouldn.t|won.t|no comment|neither|not (immediately )?(respond|comment|answer|return)", "", 16, 40),
    ("denied", r"\bden[yi]|reject|dismiss|refut|disput|rebut|disagree|doubt", "", 14, 20),
    ("ask", r"\bask|question|wonder", "", 12, 10),
    ("possible", r"", r"\b(may|might|could|possibl[ey]|perhaps|maybe)\b", 12, 30),
    ("probable", r"", r"\b(likely|probably|unlikely|presumably)\b", 14, 40),
    ("expects", r"expect|predict|forecast|project|anticipat", "", 10, 30),
]


def rare(folder):
    """(test, training) of the second draw."""
    first = [*drawn(folder)[0], *drawn(folder)[1]]
    used = {key for key, _ in first}
    docs = {k: v for k, v in told().items() if k not in used}
    rng, out = random.Random(SEED + 1), ([], [])
    apart = set(rng.sample(sorted(docs), len(docs) // 3))
    for i, chosen in enumerate((apart, set(docs) - apart)):
        of, taken = {k: v for k, v in docs.items() if k in chosen}, set()
        for _, cue, content, *many in RARE:
            found = [(k, s) for k, s in all_of(of) if (k, s) not in taken and matches(of[k][0], s, cue, content)]
            some = rng.sample(found, min(many[i], len(found)))
            taken |= set(some)
            out[i].extend(some)
    return sorted(out[0]), sorted(out[1]), docs


MORE = {"polnear": 500, "abroad": 400}  # statements of a third draw, to learn from
THIRD = {"polnear": 900, "abroad": 150}  # and of a fourth, with as many again sought by words


def more(folder):
    """Statements to learn from, of documents that are not set aside, at random."""
    test, train, docs = drawn(folder)
    rare_test, rare_train, _ = rare(folder)
    apart, taken = {k for k, _ in test + rare_test}, set(train) | set(rare_train)
    rng, left = random.Random(SEED + 2), [x for x in all_of(docs) if x[0] not in apart and x not in taken]
    told_here = lambda x: x[0][0] == "polnear"
    out = rng.sample([x for x in left if told_here(x)], MORE["polnear"]) + rng.sample([x for x in left if not told_here(x)], MORE["abroad"])
    return [], sorted(out), docs


def third(folder):
    """Statements to learn from, like those of more, and such as SOUGHT names."""
    test, train, docs = drawn(folder)
    rare_test, rare_train, _ = rare(folder)
    apart, taken = {k for k, _ in test + rare_test}, set(train) | set(rare_train) | set(more(folder)[1])
    rng, docs = random.Random(SEED + 3), {k: v for k, v in docs.items() if k not in apart}
    out = []
    for name, many in THIRD.items():
        left = [x for x in all_of(docs) if x not in taken and (x[0][0] == "polnear") == (name == "polnear")]
        out += rng.sample(left, min(many, len(left)))
    return [], sorted(out + sought(rng, docs, taken | set(out))), docs


QUICK = 4800  # statements of PolNeAR of a fifth draw, labelled in one quick pass by act, polarity and certainty only


def quick(folder):
    """Many statements to learn from, of PolNeAR's documents that are not set aside."""
    test, train, docs = drawn(folder)
    rare_test, rare_train, _ = rare(folder)
    apart, taken = {k for k, _ in test + rare_test}, {*train, *rare_train, *more(folder)[1], *third(folder)[1]}
    left = [x for x in all_of(docs) if x[0][0] == "polnear" and x[0] not in apart and x not in taken]
    return [], sorted(random.Random(SEED + 4).sample(left, min(QUICK, len(left)))), docs


# Statements of PolNeAR of two last draws, labelled in one pass by act, polarity, certainty and addressees.
LATER = {"fourth": (5000, SEED + 5), "fifth": (5100, SEED + 6)}


def later(name):
    """A later draw to learn from, of statements that are in no table before it."""
    docs, apart, taken = told(), set(), set()
    for path in sorted(glob.glob(os.path.join(TABLES, "items-*.tsv"))):
        draw = os.path.basename(path)[len("items-train-"):-len(".tsv")]
        if draw in list(LATER)[list(LATER).index(name):]:
            continue
        with open(path, encoding="utf8") as f:
            for _, corpus, article, _, _, cue, content in (line.rstrip("\n").split("\t") for line in f):
                taken.add(((corpus, article), cue, content))
                if "items-test" in path:
                    apart.add((corpus, article))
    many, seed = LATER[name]
    left = [(k, s) for k, s in all_of(docs) if k not in apart and (k, place(s[1]), place(s[2])) not in taken]
    return [], sorted(random.Random(seed).sample(left, many)), docs


SIXTH = {"polnear": 241, "abroad": 500, "timeml": 900}  # statements of a sixth draw, most of sets whose statements the reader found


def sixth(folder):
    """Statements to learn from that are in no table before it, also such as the reader finds in TimeBank and AQUAINT."""
    docs, apart, taken = told() | read(folder), set(), set()
    for path in sorted(glob.glob(os.path.join(TABLES, "items-*.tsv"))):
        if path.endswith("-sixth.tsv"):
            continue
        with open(path, encoding="utf8") as f:
            for _, corpus, article, _, _, cue, content in (line.rstrip("\n").split("\t") for line in f):
                taken.add(((corpus, article), cue))
                if "items-test" in path:
                    apart.add((corpus, article))
    rng, out = random.Random(SEED + 7), []
    left = [(k, s) for k, s in all_of(docs) if k not in apart and (k, place(s[1])) not in taken]
    for name, many in SIXTH.items():
        of = [x for x in left if x[0][0] == name or name == "abroad" and x[0][0] in ("gum", "meantime")]
        out += rng.sample(of, min(many, len(of)))
    return [], sorted(out), docs


DEVELOP = 1200  # statements of PolNeAR's development half, to choose by and never to learn from


def develop():
    """Statements to develop with, as PolNeAR's annotators marked them."""
    docs = told("dev", "polnear-dev")
    return sorted(random.Random(SEED + 8).sample(all_of(docs), DEVELOP)), [], docs


QUICK_ONES = ("-quick", "-fourth", "-fifth", "-sixth", "-develop")  # draws that are printed without the sentence before


def matches(text, statement, cue, content):
    """Whether the words of cue and content are in a statement's cue and at the start of its content."""
    words = lambda spans: " ".join(text[a:b] for a, b in spans).lower()
    return (not cue or re.search(cue, words(statement[1]))) and (not content or re.search(content, words(statement[2])[:120]))


def drawn(folder):
    """(test, training) as lists of (key, statement), and all documents."""
    rng, found = random.Random(SEED), read(folder)
    docs = {"polnear": told(), "abroad": {k: v for k, v in found.items() if k[0] != "timeml"}}
    test, train = [], []
    for name, (many, statements) in TEST.items():
        apart = set(rng.sample(sorted(k for k, (_, s) in docs[name].items() if s), many))
        test += rng.sample([x for x in all_of(docs[name]) if x[0] in apart], statements)
        left = {k: v for k, v in docs[name].items() if k not in apart}
        some = rng.sample(all_of(left), TRAIN[name])
        if name == "polnear":
            some += sought(rng, left, set(some))
        train += some
    return sorted(test), sorted(train), docs["polnear"] | docs["abroad"]


def shown(number, key, statement, text, before=True):
    """One statement as it is printed: its sentence and, if asked, the one before, cue and content marked."""
    source, cue, content = statement
    spans = [*source, *cue, *content]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    left = max([0] + [m.end() for m in re.finditer(r"[.!?][”\"')]*\s+|\n+", text[:start])][-2:-1 if before else None])
    stop = re.search(r"[.!?][”\"')]*(?=\s|$)|\n", text[end:])
    right = end + (stop.end() if stop else 0)
    marks = sorted([(a, 1, "«") for a, _ in cue] + [(b, 0, "»") for _, b in cue] + [(a, 1, "{") for a, _ in content] + [(b, 0, "}") for _, b in content])
    out, at = "", left
    for place, _, mark in marks:
        out, at = out + text[at:place] + mark, place
    return f"#{number} [{short(key)[:34]}] speaker: {' … '.join(text[a:b] for a, b in source) or '-'}\n" + " ".join((out + text[at:right]).split())


def place(spans):
    return " ".join(f"{a}-{b}" for a, b in spans)


def main():
    what, folder = sys.argv[1:3]
    if what == "texts":
        os.makedirs(os.path.join(folder, "texts"), exist_ok=True)
        for key, text in (abroad() | timeml()).items():
            with open(os.path.join(folder, "texts", short(key) + ".txt"), "w", encoding="utf8", newline="") as f:
                f.write(text)
        return
    if what in LATER:
        write(folder, "-" + what, *later(what))
        return
    if what == "develop":
        write(folder, "-develop", *develop())
        return
    if what == "sixth":
        write(folder, "-sixth", *sixth(folder))
        return
    write(folder, "", *drawn(folder))
    write(folder, "-rare", *rare(folder))
    write(folder, "-more", *more(folder))
    write(folder, "-third", *third(folder))
    write(folder, "-quick", *quick(folder))


def write(folder, ending, test, train, docs):
    """The tables of a draw and its prints."""
    digest = lambda key: hashlib.sha256(docs[key][0].encode()).hexdigest()[:16]
    for name, items in (("test", test), ("train", train)):
        if not items:
            continue
        if ending in ("-more", "-third", *QUICK_ONES):  # every part has some of each set
            items = random.Random(SEED).sample(items, len(items))
        name = "" if ending == "-develop" else name
        with open(os.path.join(TABLES, f"items-{name}{ending}.tsv".replace("--", "-")), "w", encoding="utf8") as f:
            for number, (key, s) in enumerate(items, 1):
                print(number, *key, digest(key), *map(place, s), sep="\t", file=f)
        parts = 8 if ending == "-develop" else 6 if ending in QUICK_ONES else PARTS if name == "train" and ending != "-rare" else 1
        size = -(-len(items) // parts)
        for part in range(parts):
            path = os.path.join(folder, (f"{name}{ending}-{part + 1}.txt" if parts > 1 else f"{name}{ending}.txt").lstrip("-"))
            with open(path, "w", encoding="utf8") as f:
                for number, (key, s) in list(enumerate(items, 1))[part * size:(part + 1) * size]:
                    print(shown(number, key, s, docs[key][0], ending not in QUICK_ONES), file=f)
    print(len(test), "set aside,", len(train), "for training")


if __name__ == "__main__":
    main()

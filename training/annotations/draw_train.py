"""Draws the articles that are labelled to be learnt from, with a fixed seed, and prints them for labelling.

    python3 annotations/draw_train.py citations FOLDER            writes FOLDER/<set>__<name>.txt
    python3 annotations/draw_train.py citations-more FOLDER       the same; TimeBank's and AQUAINT's for MEANTIME's
    python3 annotations/draw_train.py citations-third FOLDER      the same, further ones; citations-fourth: further ones
    python3 annotations/draw_train.py who FOLDER                  the same
    python3 annotations/draw_train.py roles FOLDER                the same; roles-more, roles-third: further ones
    python3 annotations/draw_train.py wires FOLDER                the same, of TimeBank, AQUAINT and MEANTIME
    readout read --json FOLDER > RECORDS.jsonl
    python3 annotations/draw_train.py pronouns FOLDER RECORDS.jsonl > print.txt

None is an article of a test: PolNeAR's are of its training half, MEANTIME's are
those that no round of draw.py took. Those for roles and of wires stand in no
other table of articles (MEANTIME's: in none of a test) and in no table of a test;
sentences of them may stand in tables to learn other things from. Those of citations-more stand in no other
table of articles, of a test or of sentences with citations, those of citations-third and -fourth in none of a test or with citations;
the third's articles of PolNeAR have names whose digests begin with 0 to 7, since a test was drawn of the others at the same time. A table that was
written stays as it is: its articles are printed again. The last form prints articles with their pronouns numbered and
the entities that the reader found, to be corrected (who-is-who/GUIDELINES-TRAIN.md).
"""
import glob
import hashlib
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
import draw  # noqa: E402
from draw_who import short  # noqa: E402
from mentions import PRONOUN  # noqa: E402

SEED = 20261129
MANY = {  # table, PolNeAR's articles, MEANTIME's; of wires TimeBank's and AQUAINT's stand first, of citations-more and -third last
    "citations": ("amounts-citations/articles-train.tsv", 90, 36),
    "who": ("who-is-who/articles-train.tsv", 60, 0),
    "roles": ("who-is-who/articles-roles-train-3.tsv", 30, 0),
    "wires": ("who-is-who/articles-roles-train-4.tsv", 30, 4),
    "roles-more": ("who-is-who/articles-roles-train-5.tsv", 30, 0),
    "roles-third": ("who-is-who/articles-roles-train-6.tsv", 64, 0),
    "citations-more": ("amounts-citations/articles-train-2.tsv", 50, 20),
    "citations-third": ("amounts-citations/articles-train-3.tsv", 90, 10),
    "citations-fourth": ("amounts-citations/articles-train-4.tsv", 74, 46),
}


def taken(table, learnt=True):
    """Words of all tables of tests and of articles drawn before, or not of those learnt from: names of articles among them."""
    tables = [os.path.join(HERE, t) for t, _, _ in MANY.values()]
    later = tables[tables.index(os.path.join(HERE, table)):]
    paths = {p for form in ("articles*.tsv", "*-test*.tsv", "items.tsv") for p in glob.glob(os.path.join(HERE, "*", form))}
    paths = {p for p in paths - set(later) if learnt or "-train" not in p}
    return {word for p in paths for word in open(p, encoding="utf8").read().split()}


def wires():
    """[(set, name, text)] of TimeBank's and AQUAINT's learning part and of MEANTIME."""
    table, told, abroad = MANY["wires"]
    rng = random.Random(f"{SEED} wires")
    times = {name: text for name, (text, _) in corpora.timeml(evaluate.scorer()).items()}
    names = sorted(rng.sample(sorted(set(times) - taken(table)), told))
    texts = dict(draw.articles()["meantime"])
    left = sorted(set(texts) - taken(table, learnt=False))
    return [("timeml", x, times[x]) for x in names] + [("meantime", x, texts[x]) for x in sorted(rng.sample(left, min(abroad, len(left))))]


def political():
    """{name: text} of PolNeAR's training half."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    return {stem(p): open(p, encoding="utf8", newline="").read() for p in data.files("polnear/train/text/*.txt")}


def words(table):
    """The words of a table: names of articles among them."""
    return set(open(os.path.join(HERE, table), encoding="utf8").read().split())


def lower_half(name):
    """Whether the digest of a name begins with 0 to 7."""
    return hashlib.sha256(name.encode()).hexdigest()[0] < "8"


def more_cited(what):
    """[(set, name, text)] of PolNeAR's training half and of TimeBank's and AQUAINT's learning part."""
    table, told, older = MANY[what]
    rng, out = random.Random(f"{SEED} {what}"), []
    used = taken(table, learnt=what == "citations-more") | words("amounts-citations/items-sentences.tsv")
    before = MANY if what == "citations-fourth" else ("citations", "citations-more")
    if what != "citations-more":
        used = used.union(*(words(MANY[x][0]) for x in before if x.startswith("citations") and x != what))
    times = {name: text for name, (text, _) in corpora.timeml(evaluate.scorer()).items()}
    texts = {n: t for n, t in political().items() if what != "citations-third" or lower_half(n)}
    for corpus, texts, many in (("polnear", texts, told), ("timeml", times, older)):
        out += [(corpus, x, texts[x]) for x in sorted(rng.sample(sorted(set(texts) - used), many))]
    return out


def articles(what):
    """[(set, name, text)] in order."""
    if what == "wires":
        return wires()
    if what.startswith("citations-"):
        return more_cited(what)
    table, told, abroad = MANY[what]
    rng, texts = random.Random(f"{SEED} {what}"), political()
    free = set(texts) - taken(table) if what.startswith("roles") else texts
    out = [("polnear", name, texts[name]) for name in sorted(rng.sample(sorted(free), told))]
    if abroad:
        tested = {x[:2] for number in range(1, len(draw.ROUNDS) + 1) for x in draw.drawn(number)}
        left = [x for x in draw.articles()["meantime"] if ("meantime", x[0]) not in tested]
        out += [("meantime", *x) for x in sorted(rng.sample(left, min(abroad, len(left))))]
    return out


def written(table):
    """[(set, name, text)] of a table that was drawn before; other tables may have come since."""
    texts = {"polnear": political(), "meantime": dict(draw.articles()["meantime"]),
             "timeml": {name: text for name, (text, _) in corpora.timeml(evaluate.scorer()).items()}}
    with open(table, encoding="utf8") as f:
        return [(corpus, name, texts[corpus][name]) for corpus, name, _ in (line.split("\t") for line in f)]


def write(what, folder):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(HERE, MANY[what][0])
    items = written(path) if os.path.exists(path) else articles(what)
    with open(path, "w", encoding="utf8") as table:
        for corpus, name, text in items:
            print(corpus, name, hashlib.sha256(text.encode()).hexdigest()[:16], sep="\t", file=table)
            with open(os.path.join(folder, short(corpus, name) + ".txt"), "w", encoding="utf8", newline="") as f:
                f.write(text)


def entity_line(entity):
    names = {}
    for m in entity["mentions"]:
        if m["kind"] == "name":
            names[m["exact"]] = names.get(m["exact"], 0) + 1
    return f"{entity['id']}\t{entity['type']}\t" + " | ".join(f"{' '.join(n.split())} ×{k}" for n, k in names.items()) if names else None


def pronouns(folder, records):
    for line in open(records, encoding="utf8"):
        record = json.loads(line)
        name = os.path.splitext(os.path.basename(record["meta"]["input"]))[0]
        text = open(os.path.join(folder, name + ".txt"), encoding="utf8", newline="").read()
        print(f"=== {name}")
        print(*filter(None, map(entity_line, record["entities"])), sep="\n")
        print("---")
        out, at = "", 0
        for number, m in enumerate(PRONOUN.finditer(text), 1):
            out, at = out + text[at:m.start()] + f"[{number}:{m[0]}]", m.end()
        print(*(p for p in (out + text[at:]).split("\n") if p.strip()), sep="\n")


if __name__ == "__main__":
    if sys.argv[1] == "pronouns":
        pronouns(*sys.argv[2:4])
    else:
        write(*sys.argv[1:3])

"""Draws the pronoun speakers and the articles for roles of who-is-who/ with a fixed seed and prints them for labelling.

    python3 annotations/draw_who.py FOLDER     writes FOLDER/texts/<set>__<name>.txt and FOLDER/speakers.txt
    python3 annotations/draw_who.py FOLDER 2   the texts of a second draw of articles for roles

A pronoun speaker is, in PolNeAR's development half, the source of an
attribution that is one pronoun (first annotation of an article); in MEANTIME,
which has no attributions, a pronoun beside a verb of saying. Only names,
digests and places are kept, in items.tsv and articles.tsv.
"""
import glob
import hashlib
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402

SEED, SPEAKERS, ARTICLES = 20261124, 200, 40
SECOND_SEED, SECOND = 20261202, 30
PRONOUNS = ("he", "she", "they", "it", "we", "i")
SAID = (r"(?:(?:has|have|had|also|later|then|further|once|recently)\s+)*(?:said|says|say|saying|told|tells|added|adds|announced|"
        r"argued|argues|believes|believed|claimed|claims|confirmed|declared|denied|expects|expected|explained|insisted|noted|"
        r"predicted|promised|pledged|reported|stated|stressed|suggested|thinks|thought|urged|warned|wrote|continued|hopes|hoped)\b")
BESIDE = re.compile(r"\b(?P<a>he|she|they|it|we|i)\s+" + SAID + r"|" + SAID + r"\s+(?P<b>he|she|they|we|i)\b", re.I)


def short(corpus, name):
    return f"{corpus}__" + re.sub(r"[^A-Za-z0-9_-]", "_", name)


def texts():
    """{corpus: {name: text}} of the articles that may be drawn."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    return {"meantime": {stem(p): corpora.meantime(p)[0] for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")},
            "polnear": {stem(p): open(p, encoding="utf8", newline="").read() for p in data.files("polnear/dev/text/*.txt")}}


def sources(name, text):
    """Places of the pronouns that are sources in the first annotation of a PolNeAR article."""
    paths = sorted(glob.glob(glob.escape(os.path.join(data.SHARED, "data", "polnear", "dev", "attributions", name)) + "*.ann"))
    found = {tuple(s) for a in data.brat(paths[0]) for s in a["source"] if len(a["source"]) == 1} if paths else set()
    return sorted(s for s in found if text[slice(*s)].strip().lower() in PRONOUNS)


def beside(text):
    """Places of the pronouns beside verbs of saying."""
    return sorted(m.span("a" if m["a"] else "b") for m in BESIDE.finditer(text))


def drawn():
    """([(corpus, name, start, end)], [(corpus, name)]): a third of the speakers from MEANTIME, if it has them."""
    rng, all_texts = random.Random(SEED), texts()
    found = {"meantime": [], "polnear": []}
    for corpus, of in (("meantime", lambda n, t: beside(t)), ("polnear", sources)):
        for name, text in sorted(all_texts[corpus].items()):
            found[corpus] += [(corpus, name, *s) for s in of(name, text)]
    some = rng.sample(found["meantime"], min(SPEAKERS // 3, len(found["meantime"])))
    some += rng.sample(found["polnear"], SPEAKERS - len(some))
    whole = [(corpus, name) for corpus in sorted(all_texts) for name in rng.sample(sorted(all_texts[corpus]), ARTICLES // 2)]
    return sorted(some), sorted(whole)


def second(folder, all_texts):
    """Draws articles of PolNeAR's development half for roles that the first draw left, and writes their texts."""
    tables = os.path.join(HERE, "who-is-who")
    first = {tuple(line.split("\t")[:2]) for line in open(os.path.join(tables, "articles.tsv"), encoding="utf8")}
    free = sorted(n for n in all_texts["polnear"] if ("polnear", n) not in first)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(tables, "articles-roles-2.tsv"), "w", encoding="utf8") as f:
        for name in sorted(random.Random(SECOND_SEED).sample(free, SECOND)):
            text = all_texts["polnear"][name]
            print("polnear", name, hashlib.sha256(text.encode()).hexdigest()[:16], sep="\t", file=f)
            with open(os.path.join(folder, short("polnear", name) + ".txt"), "w", encoding="utf8", newline="") as out:
                out.write(text)


def main():
    folder, all_texts = sys.argv[1], texts()
    if sys.argv[2:] == ["2"]:
        return second(folder, all_texts)
    speakers, whole = drawn()
    os.makedirs(os.path.join(folder, "texts"), exist_ok=True)
    tables = os.path.join(HERE, "who-is-who")
    digest = lambda c, n: hashlib.sha256(all_texts[c][n].encode()).hexdigest()[:16]
    with open(os.path.join(tables, "articles.tsv"), "w", encoding="utf8") as f:
        for corpus, name in whole:
            print(corpus, name, digest(corpus, name), sep="\t", file=f)
    with open(os.path.join(tables, "items.tsv"), "w", encoding="utf8") as f:
        for corpus, name, start, end in speakers:
            print(corpus, name, digest(corpus, name), start, end, sep="\t", file=f)
    for corpus, name in sorted({x[:2] for x in speakers} | set(whole)):
        with open(os.path.join(folder, "texts", short(corpus, name) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(all_texts[corpus][name])
    with open(os.path.join(folder, "speakers.txt"), "w", encoding="utf8") as f:
        for number, (corpus, name, start, end) in enumerate(speakers, 1):
            text = all_texts[corpus][name]
            near = text[max(0, start - 60):start] + "[[" + text[start:end] + "]]" + text[end:end + 60]
            print(number, short(corpus, name), start, end, " ".join(near.split()), sep="\t", file=f)


if __name__ == "__main__":
    main()

"""Names and times in corpora: GUM, CoreNLP's silver names, TimeML, MEANTIME.

    python3 corpora.py FOLDER     writes the texts for silver names to FOLDER/in

Every function gives a text with (start, end, kind) in code points. A name that
stands inside a longer one ("Leiden" in "Leiden University") is an inner name.
"""
import json
import os
import random
import re
import sys
import xml.etree.ElementTree as ET

import data

HERE = os.path.dirname(os.path.abspath(__file__))
SILVER = {"PERSON": "person", "ORGANIZATION": "organization", "CITY": "place", "COUNTRY": "place", "STATE_OR_PROVINCE": "place",
          "LOCATION": "place", "MISC": "other", "IDEOLOGY": "group", "RELIGION": "group"}
PRONOUNS = {"i", "he", "she", "his", "her", "him", "it", "its", "they", "we", "you", "my", "our", "their"}


def silver_names(text, parsed):
    """(start, end, kind) of the names that CoreNLP found."""
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
    for entry in sorted(os.listdir(os.path.join(folder, "out"))):
        if not entry.startswith(prefix) or not entry.endswith(".txt.json"):
            continue
        stem = entry[len(prefix):-len(".txt.json")]
        text = open(os.path.join(folder, "in", prefix + stem + ".txt"), encoding="utf8", newline="").read()
        with open(os.path.join(folder, "out", entry), encoding="utf8") as f:
            out[stem] = text, list(silver_names(text, json.load(f)))
    return out


KIND_OF_GUM = {"person": "person", "place": "place", "organization": "organization", "time": None}
# Heads that are no name of a person but a title: a title alone is a nominal.
TITLES = set("""president minister prime vice senator congresswoman congressman representative administrator secretary king queen judge
    professor doctor director mayor governor chancellor chairman chairwoman chair pope captain general mr. mrs. ms. dr. sir emperor empress
    earl baron lord protector speaker ambassador dean commissioner officer colonel ph.d.""".split())
HONORIFICS = {"mr.", "mr", "madam", "madame", "mister"}
NUMBERED = {"figure", "fig.", "table", "chapter", "listing", "section", "part", "factor", "rule", "step", "volume", "example", "question"}
DIVISIONS = {"state", "republic", "kingdom", "province", "county", "district", "region", "island", "city", "town", "village", "suburb", "port"}
BRIDGE = {"of", "the", "and", "for", "de", "la", "von", "van", "du", "al", "&", "-", "’s", "'s"}
PERSON_BRIDGE = {"de", "la", "von", "van", "du", "al", "the", "-"}


def name_span(tokens, first, last, head, bridge):
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
            elif tokens[i]["form"].lower() in bridge:
                skipped += 1
            else:
                break
        return best
    return walk(head, -1, first), walk(head, 1, last)


def described(tokens, head, last, kind):
    """Where the name stands behind the noun of a mention: "actor Dennis Hopper", "the state of Texas"; or the noun's own place."""
    at = head + 2 if kind == "place" and tokens[head]["form"].lower() in DIVISIONS else head + 1
    named = at <= last and tokens[at]["upos"] == "PROPN" and tokens[at]["rel"] in ("flat", "appos", "nmod")
    of = at == head + 1 or tokens[head + 1]["form"] == "of"
    return at if named and of else head


def nameable(words):
    """Whether words of the rest class are a name: no address on the net, no pronoun, no "Figure 2"."""
    whole = " ".join(words)
    numbered = len(words) > 1 and words[0].lower() in NUMBERED and words[1][:1].isdigit()
    return any(c.isupper() for c in whole) and "@" not in whole and "/" not in whole and not numbered and whole.lower() not in PRONOUNS


def split_authors(text, found):
    """Puts two people for a work that is named by them: "Dye & Bavelier" of 2010."""
    for start, end in [s for s, kind in found.items() if kind == "other"]:
        m = re.fullmatch(r"([\w’'-]+) (?:&|and) ([\w’'-]+)(?: \d{4})?", text[start:end])
        if m and found.get((start + m.start(2), start + m.end(2))) == "person":
            del found[start, end]
            found[start, start + m.end(1)] = "person"


def gum_names(score, path):
    """(text, names, inner names) of one GUM file."""
    text, toks, mentions = score.gum(path)
    rows = [line.split("\t") for line in open(path, encoding="utf8") if re.match(r"\d+\t", line)]
    tokens = [{"form": r[1], "upos": r[3], "xpos": r[4], "rel": r[7]} for r in rows]
    found = {}
    for a, b, kind, _ in sorted(mentions, key=lambda m: (m[1] - m[0], m)):
        heads = [i for i in range(a, b + 1) if not a <= toks[i][4] <= b]
        h = heads[0] if heads else b
        kind = KIND_OF_GUM.get(kind, "other")
        if tokens[h]["upos"] == "NOUN" and kind != "other":
            h = described(tokens, h, b, kind)
        if tokens[h]["upos"] != "PROPN" or kind is None:
            continue
        if kind == "person" and tokens[h]["xpos"] == "NNPS" and tokens[h]["form"].endswith("s"):
            kind = "group"
        i, j = name_span(tokens, a, b, h, PERSON_BRIDGE if kind == "person" else BRIDGE)
        while kind == "group" and tokens[i]["upos"] == "NUM":
            i += 1
        if kind in ("person", "other") and j == h and tokens[h]["form"].lower() in TITLES:
            before = tokens[h - 1] if h > a else {"form": "", "rel": ""}
            if before["form"].lower() in HONORIFICS:  # "Madam Speaker" is how someone is called
                i = h - 1
            elif not before["rel"].startswith("nmod:desc"):  # "Congresswoman Dean"
                continue
        if kind != "other" or nameable([t["form"] for t in tokens[i:j + 1]]):
            found.setdefault((toks[i][0], toks[j][1]), kind)  # of equal names, the kind of the shortest mention
    split_authors(text, found)
    names = [(*s, k) for s, k in found.items()]
    outer = disjoint(names)
    inside = [n for n in names if n not in outer and any(o[0] <= n[0] and n[1] <= o[1] for o in outer)]
    return text, outer, disjoint(inside)


PERSONAL = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves",
            "it", "its", "itself"}


def gum_chains(score, path):
    """Mentions of a GUM file that may corefer: (character of the piece that stands for it, chain, form).

    A name stands at its first word, a pronoun at itself, a nominal with a
    determiner or a possessive at its head noun. Other mentions are left out.
    """
    _, toks, mentions = score.gum(path)
    rows = [line.split("\t") for line in open(path, encoding="utf8") if re.match(r"\d+\t", line)]
    tokens = [{"form": r[1], "upos": r[3], "xpos": r[4], "rel": r[7]} for r in rows]
    out = {}
    for a, b, kind, chain in sorted(mentions, key=lambda m: (m[1] - m[0], m)):
        heads = [i for i in range(a, b + 1) if not a <= toks[i][4] <= b]
        h = heads[0] if heads else b
        if tokens[h]["upos"] == "PROPN":
            bridge = PERSON_BRIDGE if kind == "person" else BRIDGE
            out.setdefault(toks[name_span(tokens, a, b, h, bridge)[0]][0], (chain, "name"))
        elif a == b and tokens[a]["form"].lower() in PERSONAL:
            out.setdefault(toks[a][0], (chain, "pronoun"))
        elif tokens[h]["upos"] == "NOUN" and tokens[a]["xpos"] in ("DT", "PRP$"):
            out.setdefault(toks[h][0], (chain, "nominal"))
    return sorted((at, *rest) for at, rest in out.items())


def disjoint(names):
    """The longest names that do not overlap."""
    kept = []
    for n in sorted(names, key=lambda n: (n[0] - n[1], n)):
        if not any(n[0] < k[1] and k[0] < n[1] for k in kept):
            kept.append(n)
    return kept


TIMES = ("date", "time", "duration", "set")
HELD_OUT_SEED = 20261124


def timeml_dev():
    """The fixed fifth of TimeBank and AQUAINT that stays out of training: file names, sorted."""
    names = sorted(os.path.basename(p) for p in data.files("timeml/*/*.tml"))
    return sorted(random.Random(HELD_OUT_SEED).sample(names, len(names) // 5))


def timeml(score):
    """{stem: (text, times)} of TimeBank and AQUAINT but for the fifth held out."""
    out, dev = {}, set(timeml_dev())
    for folder in ("TimeBank", "AQUAINT"):
        for name, text, _, gold in score.timeml(os.path.join(data.SHARED, "data", "timeml", folder)):
            if name not in dev:
                out[os.path.splitext(name)[0]] = text, [(*s, k.lower()) for s, k, _ in gold if k.lower() in TIMES]
    return out


NO_SPACE_BEFORE = set(".,;:!?)]}%") | {"'s", "n't", "'", "’s", "’", "'re", "'ve", "'ll", "'d", "'m", "''", "”"}
NO_SPACE_AFTER = set("([{$£€#") | {"``", "“"}


def meantime(path):
    """(text, {token id: (start, end)}, times) of a MEANTIME document, one line a sentence.

    The text is put together from tokens. Times are those of the sentences that
    are annotated; the text after them is left out of what is returned as
    annotated: the third value holds (times, end of the annotated text).
    """
    root = ET.parse(path).getroot()
    text, at, sentence_of, sentence, quoted = "", {}, {}, 0, False
    for t in root.iter("token"):
        word, n = t.text or "", int(t.get("sentence"))
        if n != sentence:
            text, sentence = text.rstrip() + "\n\n", n
        start_of_line = not text or text.endswith("\n")
        mark = word in ('"', "``", "''")
        last = text[len(text.rstrip("\n")) if start_of_line else text.rfind(" ") + 1:]
        glued = start_of_line or word in NO_SPACE_BEFORE or last[-1:] in NO_SPACE_AFTER or last in NO_SPACE_AFTER
        glued = glued or (mark and quoted) or (not mark and quoted and text.endswith('"'))
        if mark:
            word, quoted = '"', start_of_line or not quoted
        text += ("" if glued else " ") + word
        at[t.get("t_id")] = len(text) - len(word), len(text)
        sentence_of[t.get("t_id")] = n
    known = max((sentence_of[a.get("t_id")] for a in root.find("Markables").iter("token_anchor")), default=-1)
    times = []
    for m in root.iter("TIMEX3"):
        own = [at[a.get("t_id")] for a in m.findall("token_anchor")]
        if own and m.get("type", "").lower() in TIMES:
            times.append((own[0][0], own[-1][1], m.get("type").lower()))
    end = max((at[i][1] for i, n in sentence_of.items() if n <= known), default=0)
    return text + "\n", at, (times, end)


def main():
    import evaluate
    folder = os.path.join(sys.argv[1], "in")
    os.makedirs(folder, exist_ok=True)
    texts = {"tm__" + name: text for name, (text, _) in timeml(evaluate.scorer()).items()}
    for path in data.files("polnear/train/text/*.txt"):
        texts["pn__" + os.path.basename(path)[:-len(".txt")]] = open(path, encoding="utf8", newline="").read()
    for name, text in texts.items():
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(text)


if __name__ == "__main__":
    main()

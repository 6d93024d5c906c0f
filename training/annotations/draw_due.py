"""Draws the sentences of due/ with a fixed seed and prints them for labelling.

    python3 annotations/draw_due.py FOLDER      writes FOLDER/test.txt, FOLDER/develop.txt and the tables

They are sought by words: something undertaken, wanted or foreseen beside a time,
and words that may lead to whom something is said, with traps. Documents of other
tests are left out, and sentences whose statements addressees are learnt from; of
the rest half are set aside for the test.
"""
import glob
import hashlib
import os
import random
import re
import sys
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
from draw_events import sentences  # noqa: E402

SEED = 20261128
TABLES = os.path.join(HERE, "due")
TESTS = ("acts/items-test*", "events/items-test*", "silences/items-test*", "narrative/items-*", "who-is-who/articles*",
         "who-is-who/items*", "amounts-citations/articles*")
LATER = "articles-5.tsv"  # drawn after these sentences
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
NUMBER = r"(?:\d+|a|one|two|three|four|five|six|seven|ten|several|few|couple of)"
LENGTH = NUMBER + r"[- ](?:hours?|days?|weeks?|months?|years?)"
ACT = (r"\b(?:promis|pledg|vow(?:s|ed|ing)?\b|plan(?:s|ned|ning)?\b|agree|propos|intend|expect|forecast|predict|project|anticipat|urg(?:e|ing)|demand|order|threaten|"
       r"hop(?:e|es|ed|ing)\b|want|request|offer|guarantee|refus|schedul|call(?:s|ed|ing)? (?:on|for)\b)\w*")
SAY = r"\b(?:said|says?|told|tells|announced|added|wrote|warned|according to|insisted|estimated?s?|indicated|noted|assured|declared|confirmed|asked)\b"
AHEAD = r"\b(?:will|would|should|must|could|may|might|shall|can|need|to be|likely|due|set)\b|['’]ll\b|won['’]t"
TIMES = 12  # of the kinds, the first ones: they are sought where something is undertaken, wanted or foreseen
KINDS = [  # name, words, sentences of each half
    ("by", rf"\bby (?:the (?:end|middle|beginning|start)|(?:early |late |mid-?)?(?:{MONTH}|{DAY}|\d{{4}}\b)|next|this|tomorrow|then|mid)", 9),
    ("before", rf"\b(?:before|until|till|through) (?:the |early |late )?(?:end|{MONTH}|{DAY}|\d{{4}}\b|next|tomorrow|election|deadline|\d)", 7),
    ("within", rf"\b(?:within|over|in) (?:the )?(?:next |coming |about |just )?{LENGTH}\b(?! ago)", 9),
    ("next", r"\b(?:next|coming) (?:week|month|year|spring|summer|autumn|fall|winter|few|decade|" + DAY + ")", 7),
    ("this", rf"\b(?:later )?this (?:week|month|year|spring|summer|autumn|fall|winter|weekend|afternoon|evening|{DAY})|\b(?:tomorrow|tonight)\b", 6),
    ("on", rf"\b(?:on )?(?:{DAY}|{MONTH} \d{{1,2}}\b)", 9),
    ("in", rf"\b(?:in|from|after|for|since|of) (?:early |late |mid-?)?(?:{MONTH}|20[1-4]\d\b|19[89]\d\b)", 7),
    ("from-today", rf"\b(?:{LENGTH} (?:from now|later|from today)|starting|beginning|as (?:soon|early) as|no later than|at the latest)\b", 4),
    ("quarter", r"\b(?:quarter|fiscal|half of|decade|century|deadline)\b", 3),
    ("past", rf"\b(?:last (?:week|month|year|{DAY})|yesterday|{LENGTH} ago|earlier this)\b", 4),
    ("said-on", rf"\b(?:said|told|promised|pledged|announced|vowed|warned)\b (?:\w+ ){{0,2}}(?:on )?{DAY}\b", 3),
    ("for", rf"\b(?:for (?:the next |another |at least |up to )?{LENGTH}|every (?:day|week|month|year)|a (?:year|month|week)\b)", 2),
    ("told", r"\b(?:tells?|told|telling) (?:the|a|an|his|her|their|its|him|her|them|us|me|[A-Z]\w+|\w+s)\b", 9),
    ("urged", r"\b(?:urg|remind|assur|warn|advis|order|instruct|encourag|challeng|implor|invit)(?:es?|ed|ing|s) (?:\w+ ){1,6}(?:to|that|not)\b", 8),
    ("asked", r"\b(?:[Aa]sk|[Qq]uestion|[Pp]ress|quizz|interview)ed\b", 6),
    ("promised", r"\b(?:promis|pledg|vow|guarantee)(?:es?|ed|ing|d)\b (?!to |that |a )", 3),
    ("letter", r"\b(?:a|an|the|his|her|their|in) (?:\w+ ){0,2}(?:letter|email|e-mail|memo|message|statement|note|speech|address|testimony|interview|plea|appeal) (?:to|with)\b", 7),
    ("called", r"\b(?:call(?:s|ed|ing)? (?:on|upon)|appeal(?:s|ed|ing) to|plead(?:s|ed|ing)? with)\b", 5),
    ("said-to", r"\b(?:said|says|wrote|writes|explained|complained|confided|announced|admitted|boasted|suggested|confirmed|recounted|testified|pitched|spoke|talked)\b"
                r"(?: \w+){0,2} (?:to|with) (?:the|a|an|his|her|their|its|him|them|us|me|[A-Z]\w+|\w+s)\b", 7),
    ("vocative", r"(?:^|[“\"] ?|, )(?:Mr\.? (?:President|Speaker|Chairman|Secretary)|Madam \w+|Your Honor|ladies and gentlemen|my friends?|(?:dear|fellow) \w+|sir|folks|guys)\b", 3),
    ("trap", r"\b(?:told of|asked about|(?:was|were) told|ordered (?:an?|the)|warned (?:of|against|about)|asked for|promised (?:an?|the)|telling (?:the truth|stories))\b", 6),
]

WHEN = (rf"(?:(?:by|before|until|on|in|from) (?:the (?:end|middle|start) of |early |late |mid-?)?(?:next |this )?(?:{MONTH}|{DAY}|20[1-4]\d\b|199\d\b|year|month|week|quarter|summer|fall)"
        rf"|(?:within|in|over) (?:the )?(?:next |coming )?{LENGTH}|(?:late |early |later )?(?:next|this) (?:year|month|week|quarter|summer|fall|spring|{DAY})|{DAY}\b|tomorrow)")
FIRM = r"\b(?:will|would|expect\w*|plan\w*|promised|pledged|vowed|agreed|scheduled|predict\w*|forecasts?|ordered|urged|must|should|called|demand\w*|intend\w*|propos\w*|threaten\w*)"
AGAIN = rf"{FIRM} (?:[\w$,.'’%-]+ ){{1,9}}{WHEN}"  # a second draw: what is to come, and a time near behind it
MANY = 36


def published():
    """{(set, name): day} of the articles whose day is known."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    out = {}
    for path in data.files("polnear/train/text/*.txt"):
        out["polnear", stem(path)] = stem(path).split("_")[1]
    for path in data.files("timeml/*/*.tml"):
        with open(path, encoding="utf8") as f:
            day = re.search(r'functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)|value="(\d{4}-\d\d-\d\d)[^>]*functionInDocument="CREATION_TIME"', f.read())
        if day:
            out["timeml", stem(path)] = day[1] or day[2]
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        for t in ET.parse(path).getroot().iter("TIMEX3"):
            if t.get("functionInDocument") == "CREATION_TIME" and len(t.get("value")) >= 10:
                out["meantime", stem(path)] = t.get("value")[:10]
    for path in data.files("gum/train/*.conllu"):
        with open(path, encoding="utf8") as f:
            day = re.search(r"dateCreated = (\d{4}-\d\d-\d\d)", f.read())
        if day:
            out["gum", stem(path)] = day[1]
    return out


def texts():
    """{(set, name): text} of the articles whose day is known and that no other test is drawn from."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score, tests, out = evaluate.scorer(), set(), {}
    for pattern in TESTS:
        for path in glob.glob(os.path.join(HERE, pattern + ".tsv")):
            if "-train" in path or path.endswith(LATER):
                continue
            with open(path, encoding="utf8") as f:
                tests |= {tuple(fields) for line in f for fields in zip(line.split("\t"), line.rstrip("\n").split("\t")[1:])}
    for path in data.files("polnear/train/text/*.txt"):
        with open(path, encoding="utf8", newline="") as f:
            out["polnear", stem(path)] = f.read()
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        out["meantime", stem(path)] = corpora.meantime(path)[0]
    for path in data.files("gum/train/*.conllu"):
        if path.split("GUM_")[1].split("_")[0] in ("news", "interview", "speech", "court"):
            out["gum", stem(path)] = score.gum(path)[0]
    out |= {("timeml", name): text for name, (text, _) in corpora.timeml(score).items()}
    days = published()
    return {key: text for key, text in out.items() if key in days and key not in tests}


def learnt():
    """{(set, name): [cue]} of the statements that addressees are learnt from."""
    out = {}
    for path in sorted(glob.glob(os.path.join(HERE, "acts", "items-train*.tsv"))):
        with open(path, encoding="utf8") as f:
            for _, corpus, name, _, _, cue, _ in (line.rstrip("\n").split("\t") for line in f):
                out.setdefault((corpus, name), []).extend(int(c.split("-")[0]) for c in cue.split())
    return out


def acts(sentence):
    """Whether words of a sentence may be those of a statement about what is to come."""
    return re.search(ACT, sentence) or re.search(SAY, sentence) and re.search(AHEAD, sentence)


def drawn():
    """(test, develop) as lists of (number, set, name, start, end), and all texts."""
    rng, all_texts, known = random.Random(SEED), texts(), learnt()
    names = sorted(all_texts)
    apart = set(rng.sample(names, len(names) // 2))
    halves, out = ([], []), ([], [])
    for key in names:
        halves[key not in apart].extend((*key, a, b) for a, b in sentences(all_texts[key]))
    words = lambda x: " ".join(all_texts[x[:2]][x[2]:x[3]].split())
    for i, (_, pattern, many) in enumerate(KINDS):
        fits = lambda x: re.search(pattern, words(x)) and (acts(words(x)) if i < TIMES else not any(x[2] <= c < x[3] for c in known.get(x[:2], ())))
        for chosen, half in zip(out, halves):
            chosen += some_of(rng, [x for x in half if x not in chosen and fits(x)], many)
    for chosen, half in zip(out, halves):
        chosen.sort()
        attributed = re.compile(rf"{SAY}|{ACT}")
        chosen += sorted(some_of(rng, [x for x in half if x not in chosen and re.search(AGAIN, words(x)) and attributed.search(words(x))], MANY))
    told = {words(x) for x in out[1]}  # agencies send a report again
    return [(n, *x) for n, x in enumerate(out[0], 1) if words(x) not in told], list((n, *x) for n, x in enumerate(out[1], 1)), all_texts


def some_of(rng, found, many):
    """A sample, half of it of texts that are not PolNeAR's where there are so many."""
    abroad, rest = ([x for x in found if (x[0] == "polnear") == at_home] for at_home in (False, True))
    some = rng.sample(abroad, min(len(abroad), many // 2))
    return some + rng.sample(rest, min(many - len(some), len(rest)))


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    os.makedirs(TABLES, exist_ok=True)
    *halves, all_texts = drawn()
    days = published()
    for name, items in zip(("test", "develop"), halves):
        with open(os.path.join(TABLES, f"items-{name}.tsv"), "w", encoding="utf8") as f:
            for number, *key, a, b in items:
                digest = hashlib.sha256(all_texts[tuple(key)].encode()).hexdigest()[:16]
                print(number, *key, digest, days[tuple(key)], f"{a}-{b}", sep="\t", file=f)
        with open(os.path.join(folder, f"{name}.txt"), "w", encoding="utf8") as f:
            for number, *key, a, b in items:
                before = " ".join(all_texts[tuple(key)][max(0, a - 120):a].split())
                print(f"#{number} {days[tuple(key)]} …{before} || {' '.join(all_texts[tuple(key)][a:b].split())}", file=f)
    print(*map(len, halves))


if __name__ == "__main__":
    main()

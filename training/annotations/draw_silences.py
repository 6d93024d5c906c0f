"""Draws the sentences of silences/ with a fixed seed and prints them for labelling.

    python3 annotations/draw_silences.py FOLDER      writes FOLDER/test.txt, FOLDER/develop.txt and the tables

A sentence is drawn because words in it may tell of something left unsaid or
refused to be said, or look as if they did. Whole documents are set aside for
the test. Every kind has its own number, so that a common formula does not crowd out the
rest; half of them are of texts other than PolNeAR's while there are any.
"""
import hashlib
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import corpora  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
from draw_events import sentences  # noqa: E402
from draw_who import short  # noqa: E402

SEED = 20261201
TABLES = os.path.join(HERE, "silences")
APART = 0.35  # share of the documents that are set aside
NOT = r"(?:\bnot|n.t|\bnever)\b(?:\s+\w+ly|\s+even|\s+once|\s+yet)?"
TELLING = (r"(?:mention|refer|address|acknowledg|discuss|say|tell|talk|comment|respon|repl|answer|explain|disclos|reveal|specif|elaborat|identif|"
           r"nam(?:e|ing)\b|confirm|provid|offer|giv|releas|rais|bring up|speculat|rule out|return|detail|describ|clarif|indicat|speak|touch on|divulg|cite|citing|state)")
KINDS = [  # name, words, sentences of the test, sentences to develop with
    ("no-mention", r"\bno (?:\w+ )?(?:mention|reference|allusion|acknowledg)", 8, 14),
    ("no-details", r"\b(?:had|has|have|gave|give[ns]?|giving|offer\w*|provid\w*|with|there (?:was|is|were)) no (?:\w+ )?"
                   r"(?:details?|explanation|reason|comment|response|answer|word|indication|timeline|clue|names?|hint|specifics|information)\b", 11, 16),
    ("without", r"\bwithout (?:\w+ly |even |ever )?" + TELLING, 10, 14),
    ("declined", r"\bdeclin(?:e|es|ed|ing) (?:to|an?|requests?|comment|further|repeated)\b", 8, 12),
    ("refused", r"\brefus(?:e|es|ed|ing|al) to " + TELLING, 6, 9),
    ("did-not", r"\b(?:do|does|did|has|have|had|is|was|were)(?: ?" + NOT + r")\s*(?:immediately |directly |specifically |publicly )?(?:be |been )?" + TELLING, 15, 24),
    ("would-not", r"\b(?:wo|would|will|could|can)(?: ?" + NOT + r")\s*" + TELLING, 9, 14),
    ("failed", r"\bfail(?:s|ed|ing|ure)? to " + TELLING, 6, 9),
    ("nor", r"\bnor (?:did|does|do|has|have|had|would|will)\b|\bneither (?:confirm|den)|\bneither \w+ nor \w+ (?:mention|comment|respond|answer)", 6, 9),
    ("silent", r"\bsilent\b|\bsilence\b|\bmum\b|tight-lipped|\bcoy\b|non-?committal|\bno comment", 9, 12),
    ("nothing", r"\b(?:say|says|said|saying|reveal\w*|disclos\w*) (?:nothing|little|not a word)|\bnever (?:once |even )?" + TELLING, 7, 10),
    ("avoided", r"\b(?:dodg|sidestep|evad|deflect|omit|skirt|gloss|left out|leaving out|stopp?(?:s|ed) short|unwilling to|reluctant to|brushed off|demurr|shied away|"
                r"steer\w* clear)|\bavoid(?:s|ed|ing)? " + TELLING, 8, 14),
    ("unreached", r"\bbe reached\b|unavailable for|available for comment|unresponsive|unanswered|\breturn\w* (?:a )?(?:phone |telephone )?(?:call|message|email)s?|"
                  r"requests? for (?:comment|an interview)\b", 6, 9),
    ("trap", r"\bnot to mention|needless to say|goes without saying|without a word|comments? sections?|silent majority|"
             r"mention(?:ed|s)? no\b|no secret|say no\b|said no\b|says no\b|refus\w+ (?:entry|to (?!comment|say|answer|discuss|talk|name))|"
             r"declin\w+ (?:by|from|\d|sharply|slightly)|without (?:saying goodbye|doubt|question)|no need to (?:say|mention)|not (?:say|saying) that", 22, 28),
    ("plain", r"\b(?:made|makes|making) (?:no|scant|little) mention|declin\w+ to (?:comment|say|name|discuss|identify|disclose|elaborate|answer|speak|give|provide)|"
              r"(?:did|has|have|had)(?: not|n.t) (?:immediately )?(?:respond|mention|address|elaborate|repl[yi]|return|specif|discuss|explain)|"
              r"(?:would|will)(?: not|n.t) (?:say|comment|confirm|discuss|elaborate|disclose|identify)|(?:gave|offered|provided) no|"
              r"without (?:mentioning|naming|saying|elaborating|giving|providing|specifying|identifying|offering|citing|explaining)|refus\w+ to (?:comment|say|answer|discuss)|"
              r"fail\w+ to (?:mention|disclose|address|explain|say)|was not (?:mentioned|disclosed|specified)|not immediately (?:clear|available)", 40, 20),
]


def texts():
    """{set: {name: text}}."""
    stem = lambda p: os.path.splitext(os.path.basename(p))[0]
    score = evaluate.scorer()
    plain = lambda p: open(p, encoding="utf8", newline="").read()
    return {"polnear": {stem(p): plain(p) for half in ("train", "dev") for p in data.files(f"polnear/{half}/text/*.txt")},
            "meantime": {stem(p): corpora.meantime(p)[0] for p in data.files("meantime/intra_cross-doc_annotation/*/*.xml")},
            "gum": {stem(p): score.gum(p)[0] for p in data.files("gum/train/GUM_*.conllu")},
            "timeml": {name: text for name, (text, _) in corpora.timeml(score).items()}}


def drawn():
    """(test, develop) as lists of (set, name, start, end), and all texts."""
    rng, all_texts = random.Random(SEED), texts()
    test, develop = [], []
    halves = ([], [])
    for corpus, by_name in sorted(all_texts.items()):
        names = sorted(by_name)
        apart = set(rng.sample(names, int(len(names) * APART)))
        for n in names:
            halves[n not in apart].extend((corpus, n, *s) for s in sentences(by_name[n]))
    for _, pattern, *many in KINDS:
        seek = re.compile(pattern, re.I)
        for out, half, count in ((test, halves[0], many[0]), (develop, halves[1], many[1])):
            found = [x for x in half if x not in out and seek.search(all_texts[x[0]][x[1]][x[2]:x[3]])]
            abroad = [x for x in found if x[0] != "polnear"]
            some = rng.sample(abroad, min(len(abroad), count // 2))
            out += some + rng.sample([x for x in found if x[0] == "polnear"], min(count - len(some), len(found) - len(abroad)))
    words = lambda x: " ".join(all_texts[x[0]][x[1]][x[2]:x[3]].split())
    told = set()
    once = lambda items: [x for x in items if words(x) not in told and not told.add(words(x))]  # agencies send a report again
    return once(sorted(test)), once(sorted(develop)), all_texts


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    os.makedirs(TABLES, exist_ok=True)
    *halves, all_texts = drawn()
    for name, items in zip(("test", "develop"), halves):
        with open(os.path.join(TABLES, f"items-{name}.tsv"), "w", encoding="utf8") as f:
            for number, (corpus, doc, a, b) in enumerate(items, 1):
                print(number, corpus, doc, hashlib.sha256(all_texts[corpus][doc].encode()).hexdigest()[:16], f"{a}-{b}", sep="\t", file=f)
        with open(os.path.join(folder, f"{name}.txt"), "w", encoding="utf8") as f:
            for number, (corpus, doc, a, b) in enumerate(items, 1):
                print(f"#{number} [{short(corpus, doc)[:12]}] {' '.join(all_texts[corpus][doc][a:b].split())}", file=f)
    print(*map(len, halves))


if __name__ == "__main__":
    main()

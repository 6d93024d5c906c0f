"""Vectors that hold the Go word pieces to the trainer's tokenizer.

    tables   write internal/neural/wordpiece/tables.go
    digest   write the digest of the tokenizer's behaviour on every code point
    vectors  write texts with their pieces, one JSON list a line:
             [text, [id, shape, start, end, id, shape, start, end, ...]]
             with start and end in bytes of the text's UTF-8

The Go tests read testdata/vectors.jsonl (news of GUM and generated texts) and,
when it is there, training/work/wordpieces.jsonl (10,000 sentences).
"""
import argparse
import glob
import hashlib
import json
import os
import random
import re
import sys
import unicodedata

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VOCAB = os.path.join(ROOT, "internal/neural/weights/vocab.txt")
PACKAGE = os.path.join(ROOT, "internal/neural/wordpiece")
DATA = os.path.join(os.path.dirname(ROOT), "shared/data")
SURROGATES = range(0xD800, 0xE000)


def tokenizer():
    """The tokenizer of training, on the vocabulary that Go embeds.

    The words of control pieces ("[SEP]") in a text are read as words here, as
    in Go: no text can put a control piece into the input of the model.
    """
    with open(VOCAB, encoding="utf-8") as f:
        vocab = {line.rstrip("\n"): i for i, line in enumerate(f)}
    t = Tokenizer(WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    t.pre_tokenizer = BertPreTokenizer()
    return t


# Quotation marks that are read as those of typewriters.
PLAIN = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′", "'")})


def encode(t, text):
    return t.encode(text.translate(PLAIN), add_special_tokens=False)


def is_mark(ch):
    return unicodedata.category(ch)[0] == "M"


def is_word(ch):
    """Whether a character belongs to words: letters, numbers, and the marks that combine with them."""
    return ch.isalnum() or is_mark(ch)


def shape(s):
    """The shape of a run, its marks left out, as the model is trained on it."""
    s = "".join(ch for ch in s if not is_mark(ch))
    if not s:
        return 0
    if not any(ch.isalpha() for ch in s):
        return 1 if any(ch.isdigit() for ch in s) else 2
    if s.islower():
        return 3
    if s.isupper():
        return 4 if len(s) > 1 else 5
    return 6 if s[0].isupper() else 7


def shape_at(text, a, b):
    """The shape of the word around a piece; a piece with any other character is a run of its own."""
    if all(map(is_word, text[a:b])):
        while a > 0 and is_word(text[a - 1]):
            a -= 1
        while b < len(text) and is_word(text[b]):
            b += 1
    return shape(text[a:b])


def pieces(t, text):
    e = encode(t, text)
    at = [0]
    for ch in text:
        at.append(at[-1] + len(ch.encode("utf-8")))
    out = []
    for i, (a, b) in zip(e.ids, e.offsets):
        out += [i, shape_at(text, a, b), at[a], at[b]]
    return out


# Sentences

def gum(pattern):
    for path in sorted(glob.glob(os.path.join(DATA, "gum/train", pattern))):
        for line in open(path, encoding="utf-8"):
            if line.startswith("# text = "):
                yield line[9:].rstrip("\n")


def polnear():
    for path in sorted(glob.glob(os.path.join(DATA, "polnear/train/text/*"))):
        text = open(path, encoding="utf-8", newline="").read()
        yield from (s for s in re.split(r"(?<=[.!?\n])\s", text) if s.strip())


def timebank():
    for path in sorted(glob.glob(os.path.join(DATA, "timeml/TimeBank/*.tml"))):
        text = re.sub(r"<[^>]*>", "", open(path, encoding="utf-8").read())
        yield from (s for s in re.split(r"(?<=[.!?])\s", text) if s.strip())


def meantime():
    for path in sorted(glob.glob(os.path.join(DATA, "meantime/intra_cross*/*/*.xml"))):
        sentences = {}
        for n, word in re.findall(r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<', open(path, encoding="utf-8").read()):
            sentences.setdefault(int(n), []).append(word)
        yield from (" ".join(words) for _, words in sorted(sentences.items()))


WORDS = ("the minister said U.S. don't Zürich naïve Ærø İstanbul ǅungla Straße ﬁne São Łódź "
         "McDonald UNITED A eBay 2024 3rd ½ ² x² ① Ⅷ 12,500.75 $3.2bn €100 £5m 20°C café RÉSUMÉ "
         "Ελλάδα ΣΟΦΟΣ Москва Київ العربية עברית हिन्दी ไทย 한국어 日本語 東京 北京市 𠮷野 ㍿ ＡＢＣ １２３ "
         "[SEP] [UNK] [MASK] ## ##ing @user #tag http://a.b/c?d=e …—–\u2011 “quoted” ‘q’ «g» „so‟ ‚so‛ 5′6″ ≠ ≮ ; `").split()
ODD = ["\u0301", "\u0308\u0323", "\u20dd", "\u0903", "\u200d", "\ufe0f", "\u200b", "\ufeff", "\u00ad", "\u0000", "\u0007",
       "\u0085", "\ufffd", "\u00a0", "\u2003", "\u2028", "\u3000", "\t", "\r\n", "\n\n", "\u202e", "\ue000", "\U000e0067",
       "👨\u200d👩\u200d👧\u200d👦", "🇩🇪", "🏴\U000e0067\U000e0062\U000e007f", "🤷🏽\u200d♀️", "😀", "1️⃣", "e\u0301", "I\u0307", "각", "각"]


def settled(c):
    """Whether versions of Unicode agree on a character: Python's follows its own, Go's another."""
    return unicodedata.ucd_3_2_0.category(c) not in ("Cs", "Cn")


def generated(rng):
    while True:
        parts = []
        for _ in range(rng.randint(1, 14)):
            kind = rng.random()
            if kind < 0.55:
                parts.append(rng.choice(WORDS))
            elif kind < 0.8:
                parts.append(rng.choice(ODD))
            elif kind < 0.83:
                parts.append(rng.choice("aé字1.") * rng.choice([98, 99, 100, 101, 250]))
            elif kind < 0.9:
                drawn = [chr(rng.choice([rng.randrange(0x20, 0x250), rng.randrange(0x250, 0x2e80)])) for _ in range(4)]
                parts.append("".join(filter(settled, drawn)))
            elif kind < 0.94:
                c = chr(rng.randrange(0x110000))
                parts.append(c if settled(c) else "")
            else:
                w = rng.choice(WORDS)
                parts.append(w[: rng.randint(0, len(w))].swapcase())
            parts.append(rng.choice(["", " ", " ", " "]))
        yield "".join(parts)


def draw(args):
    """args.count sentences, seeded: three in ten generated where there is other text."""
    rng = random.Random(args.seed)
    sources = [gum("GUM_news_*")] if args.open else [polnear(), gum("*"), timebank(), meantime()]
    real = sorted({s for source in sources for s in source})
    real = rng.sample(real, min(len(real), args.count * 7 // 10))
    made = generated(rng)
    return real + [next(made) for _ in range(args.count - len(real))]


def write_vectors(args):
    t = tokenizer()
    os.makedirs(os.path.dirname(os.path.abspath(args.out)), exist_ok=True)
    with open(args.out, "w", encoding="utf-8") as f:
        for text in draw(args):
            f.write(json.dumps([text, pieces(t, text)], ensure_ascii=False, separators=(",", ":")) + "\n")


# Every code point

def behaviour():
    """(code point, normalised form, kind) of every code point within "a?b"."""
    t = tokenizer()
    for c in range(0x110000):
        if c in SURROGATES:
            continue
        inside = "a" + chr(c) + "b"
        form = t.normalizer.normalize_str(inside)[1:-1]
        parts = len(t.pre_tokenizer.pre_tokenize_str(inside))
        yield c, form, {1: "word", 2: "space", 3: "punctuation"}[parts]


def write_digest(args):
    t = tokenizer()
    h = hashlib.sha256()
    for c in range(0x110000):
        if c in SURROGATES:
            continue
        found = encode(t, "a" + chr(c) + "b")
        row = " ".join(f"{i}:{a}:{b}" for i, (a, b) in zip(found.ids, found.offsets))
        h.update(f"{c:04X} {row}\n".encode())
    with open(args.out, "w") as f:
        f.write(h.hexdigest() + "\n")


def ranges(points):
    out = []
    for c in points:
        if out and out[-1][1] == c - 1:
            out[-1][1] = c
        else:
            out.append([c, c])
    return out


def table(name, comment, points):
    rows = ranges(points)
    wide = [r for r in rows if r[1] > 0xFFFF]
    short = [r for r in rows if r[1] <= 0xFFFF]
    latin = sum(r[1] <= 0xFF for r in short)
    body = "".join(f"\t\t{{0x{a:04x}, 0x{b:04x}, 1}},\n" for a, b in short)
    body32 = "".join(f"\t\t{{0x{a:05x}, 0x{b:05x}, 1}},\n" for a, b in wide)
    return (f"// {comment}\nvar {name} = &unicode.RangeTable{{\n\tR16: []unicode.Range16{{\n{body}\t}},\n"
            f"\tR32: []unicode.Range32{{\n{body32}\t}},\n\tLatinOffset: {latin},\n}}\n")


def write_tables(args):
    seen = list(behaviour())
    dropped = [c for c, form, _ in seen if form == ""]
    punctuation = [c for c, form, kind in seen if kind == "punctuation"]
    digits = [c for c in range(0x110000) if chr(c).isdigit() and not chr(c).isdecimal()]
    with open(args.out, "w", encoding="utf-8") as f:
        f.write("// Code generated by training/tokenizer_check.py tables. DO NOT EDIT.\n\npackage wordpiece\n\n"
                "import \"unicode\"\n\n")
        f.write(table("dropped", "dropped holds what the normaliser removes: controls and marks.", dropped) + "\n")
        f.write(table("punctuation", "punctuation holds what stands as a word of its own.", punctuation) + "\n")
        f.write(table("digits", "digits holds the digits that are not decimal, such as ² and ①.", digits))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = p.add_subparsers(dest="verb", required=True)
    for name, run, out in (("tables", write_tables, PACKAGE + "/tables.go"),
                           ("digest", write_digest, PACKAGE + "/testdata/unicode.sha256"),
                           ("vectors", write_vectors, ROOT + "/training/work/wordpieces.jsonl")):
        v = verbs.add_parser(name)
        v.add_argument("--out", default=out, help="file to write")
        v.set_defaults(run=run)
        if name == "vectors":
            v.add_argument("--count", type=int, default=10000, help="how many texts")
            v.add_argument("--seed", type=int, default=1, help="seed of the draw")
            v.add_argument("--open", action="store_true", help="only texts that may be published: GUM news, generated")
    args = p.parse_args()
    args.run(args)


if __name__ == "__main__":
    sys.exit(main())

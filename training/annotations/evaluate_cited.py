"""Scores records against the labelled sentences of amounts-citations/: precision and recall of citations.

    python3 annotations/evaluate_cited.py write FOLDER              writes FOLDER/<set>__<name>.txt
    readout read --json FOLDER > RECORDS.jsonl
    python3 annotations/evaluate_cited.py score RECORDS.jsonl [--half odd|even] [--errors]

A citation of a record counts when it overlaps a labelled sentence. It is found
when it is paired, one to one, with a label that it overlaps. Halves are by the
number of the sentence; rules were written while the errors of the odd ones were
read, so --errors shows those alone.
"""
import argparse
import hashlib
import json
import os
import re
import sys

TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "amounts-citations")
PARITY = ("even", "odd")


def rows(name):
    with open(os.path.join(TABLES, name), encoding="utf8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip()]


def short(corpus, name):
    return f"{corpus}__" + re.sub(r"[^A-Za-z0-9_-]", "_", name)


def span(field):
    return tuple(map(int, field.split("-")))


def items(half):
    """{number: (name of the file, sentence)} of a half, or of all."""
    return {n: (short(corpus, doc), span(place)) for n, corpus, doc, _, place in rows("items-sentences.tsv")
            if half in (None, PARITY[int(n) % 2])}


def labels(numbers):
    """{number: citations}, each with its span and sources."""
    out = {n: [] for n in numbers}
    for number, place, sources in rows("labels-sentences.tsv"):
        if number in out:
            out[number].append({"span": span(place), "sources": [span(s) for s in sources.split()]})
    return out


def write(folder):
    import draw_cited  # loads the corpora and all that reads them

    os.makedirs(folder, exist_ok=True)
    texts = draw_cited.texts()
    for _, corpus, doc, digest, _ in rows("items-sentences.tsv"):
        text = texts[corpus][doc]
        assert hashlib.sha256(text.encode()).hexdigest()[:16] == digest, f"{corpus} {doc} is another text"
        with open(os.path.join(folder, short(corpus, doc) + ".txt"), "w", encoding="utf8", newline="") as f:
            f.write(text)


def read(path):
    """{name of the file: (text, citations)} of records, one JSON object a line."""
    out = {}
    with open(path, encoding="utf8") as f:
        for record in map(json.loads, f):
            cited = [{"span": tuple(c["span"]), "sources": [tuple(s["span"]) for s in c["sources"]]} for c in record.get("citations") or []]
            out[os.path.basename(record["meta"]["input"]).removesuffix(".txt")] = record["document"]["text"], cited
    return out


def overlap(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def pairs(found, wanted):
    """Pairs that overlap, one to one, in the order of the text."""
    out, left = [], list(wanted)
    for f in found:
        w = next((w for w in left if overlap(f["span"], w["span"])), None)
        if w:
            left.remove(w)
            out.append((f, w))
    return out


def rate(part, whole):
    return f"{100 * part / max(1, whole):.1f} ({part}/{whole})"


def equal(f, w):
    return len(f["sources"]) == len(w["sources"]) and all(map(overlap, sorted(f["sources"]), sorted(w["sources"])))


def show(number, text, sentence, missed, more):
    words = lambda s: " ".join(text[slice(*s)].split())
    print(f"#{number} {words(sentence)}", *[f"   missed {words(x['span'])}" for x in missed],
          *[f"   more   {words(x['span'])}" for x in more], sep="\n")


def score(path, half, errors):
    chosen, read_texts = items(half), read(path)
    if missing := {name for name, _ in chosen.values()} - set(read_texts):
        raise SystemExit(f"no record for {len(missing)} articles, such as {min(missing)}")
    wanted = labels(chosen)
    n_found = n_wanted = hits = same = 0
    for number, (name, sentence) in chosen.items():
        text, cited = read_texts[name]
        found = [c for c in cited if overlap(c["span"], sentence)]
        both = pairs(found, wanted[number])
        n_found, n_wanted, hits = n_found + len(found), n_wanted + len(wanted[number]), hits + len(both)
        same += sum(equal(*p) for p in both)
        missed = [w for w in wanted[number] if not any(w is p[1] for p in both)]
        more = [f for f in found if not any(f is p[0] for p in both)]
        if errors and (missed or more) and int(number) % 2:
            show(number, text, sentence, missed, more)
    print(f"citations of {half or 'all'} sentences: precision {rate(hits, n_found)}  recall {rate(hits, n_wanted)}  of these, equal sources {rate(same, hits)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("write", "score"))
    parser.add_argument("path", help="a folder, or records")
    parser.add_argument("--half", choices=PARITY, help="score these sentences only")
    parser.add_argument("--errors", action="store_true", help="print what is missed or too many, of odd sentences")
    options = parser.parse_args()
    if options.what == "write":
        sys.exit(write(options.path))
    score(options.path, options.half, options.errors)


if __name__ == "__main__":
    main()

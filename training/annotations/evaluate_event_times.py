"""How often the time of a dated event is right, on MEANTIME.

    python3 annotations/evaluate_event_times.py BINARY [--apart]    --apart: documents set aside by draw_events.py alone

An event of MEANTIME is dated when a relation says that it lies in, or is at, a time of the text other than the
document's own date. Each document is read with its date. A dated event is found when an event of the record
overlaps it; its time is right when the value is that of the relation, and its words are right when they overlap.
"""
import collections
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import draw_events
import corpora
import data

INSIDE = ("IS_INCLUDED", "SIMULTANEOUS")
TURNED = {"INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES"}


def dated(root, at):
    """[(span of the event, [(value, span of the time)])] of the events that the text dates, and the date of the document."""
    marks = {m.get("m_id"): m for m in root.find("Markables")}
    own = next((i for i, m in marks.items() if m.get("functionInDocument") == "CREATION_TIME"), None)
    span = lambda m: (at[m.findall("token_anchor")[0].get("t_id")][0], at[m.findall("token_anchor")[-1].get("t_id")][1])
    times = collections.defaultdict(list)
    for link in root.find("Relations").findall("TLINK"):
        a, b, kind = link.find("source").get("m_id"), link.find("target").get("m_id"), link.get("reltype")
        if a not in marks or b not in marks:
            continue
        if marks[a].tag == "TIMEX3":
            a, b, kind = b, a, TURNED.get(kind, kind)
        event, time = marks[a], marks[b]
        if kind in INSIDE and event.tag == "EVENT_MENTION" and time.tag == "TIMEX3" and b != own and time.find("token_anchor") is not None:
            if time.get("type") in ("DATE", "TIME") and re.match(r"\d{4}", time.get("value")):
                times[a].append((time.get("value"), span(time)))
    return [(span(marks[i]), found) for i, found in times.items() if marks[i].find("token_anchor") is not None], marks[own].get("value") if own else ""


def read(binary, text, date):
    args = [binary, "read", "--json"] + (["--date", date] if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else []) + ["-"]
    out = subprocess.run(args, input=text.encode(), capture_output=True, check=True).stdout
    return json.loads(out)


def meet(a, b):
    return a[0] < b[1] and b[0] < a[1]


def main():
    binary, c = sys.argv[1], collections.Counter()
    apart = draw_events.drawn()[3] if "--apart" in sys.argv else None
    for path in data.files("meantime/intra_cross-doc_annotation/*/*.xml"):
        name = os.path.splitext(os.path.basename(path))[0]
        if apart is not None and ("meantime", name) not in apart:
            continue
        text, at, _ = corpora.meantime(path)
        gold, date = dated(ET.parse(path).getroot(), at)
        record = read(binary, text, date[:10])
        times = {t["id"]: t for t in record["times"]}
        for span, known in gold:
            found = [e for e in record["events"] if meet(e["trigger"]["span"], span)]
            given = [times[e["time"]] for e in found if e.get("time")]
            c["dated"] += 1
            c["found"] += bool(found)
            c["given"] += bool(given)
            c["value"] += any(t["timex"] == value for t in given for value, _ in known)
            c["words"] += any(meet(t["span"], s) for t in given for _, s in known)
    share = lambda a, b: f"{100 * c[a] / max(1, c[b]):.1f} %"
    print(f"{c['dated']} dated events, {c['found']} of them found, {c['given']} with a time: value right {c['value']}, words right {c['words']}")
    print(f"time right: {share('value', 'found')} of those found, {share('value', 'given')} of those with a time (words: {share('words', 'found')}, {share('words', 'given')})")


if __name__ == "__main__":
    main()

"""Write bounds.tsv: EDTF strings of every form that is printed, with the first
and last day that the PyPI package edtf (5.0.2) gives for them.

    pip install edtf==5.0.2 && python bounds.py > bounds.tsv

The days are `lower_strict` and `upper_strict`; an open end is empty. A string
with "~" has the days of the same string without it.
"""
import calendar
import random

from edtf import parse_edtf


def day(value):
    return "" if isinstance(value, float) else "%04d-%02d-%02d" % tuple(value[:3])


def date(rng, unit):
    y, m = rng.randint(1000, 2199), rng.randint(1, 12)
    d = rng.randint(1, calendar.monthrange(y, m)[1])
    return {"year": f"{y:04d}", "month": f"{y:04d}-{m:02d}", "day": f"{y:04d}-{m:02d}-{d:02d}",
            "decade": f"{y // 10:03d}X", "century": f"{y // 100:02d}XX"}[unit]


def strings(rng):
    yield from ("2000-02-29", "1900-02", "2100-02", "2020-02", "0999", "0001-01-01", "9999-12-31")
    for unit in ("year", "month", "day"):
        for _ in range(30):
            yield date(rng, unit)
            yield date(rng, unit) + "~"
            a, b = sorted(date(rng, unit) for _ in range(2))
            yield f"{a}/{b}"
            yield f"{a}~/{b}~"
            yield f"{a}/.."
            yield f"../{b}"
    for unit in ("decade", "century"):
        for _ in range(10):
            yield date(rng, unit)


if __name__ == "__main__":
    print("edtf\tstart\tend")
    for s in dict.fromkeys(strings(random.Random(4))):
        e = parse_edtf(s)
        print(s, day(e.lower_strict()), day(e.upper_strict()), sep="\t")

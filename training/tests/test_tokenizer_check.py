"""The generated files of wordpiece are what tokenizer_check.py writes today."""
import json
import os
import sys
from types import SimpleNamespace

import pytest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import tokenizer_check as check

TESTDATA = os.path.join(check.PACKAGE, "testdata")


def test_tables_are_current(tmp_path):
    out = tmp_path / "tables.go"
    check.write_tables(SimpleNamespace(out=str(out)))
    with open(os.path.join(check.PACKAGE, "tables.go"), encoding="utf-8") as f:
        assert out.read_text(encoding="utf-8") == f.read()


def test_committed_vectors_are_current():
    t = check.tokenizer()
    with open(os.path.join(TESTDATA, "vectors.jsonl"), encoding="utf-8") as f:
        for line in f:
            text, want = json.loads(line)
            assert check.pieces(t, text) == want, text


def test_draw_is_the_same_twice():
    args = SimpleNamespace(count=50, seed=3, open=True)
    assert check.draw(args) == check.draw(args)


@pytest.mark.parametrize("word, want", [
    ("house", 3), ("UN", 4), ("A", 5), ("McDonald", 6), ("eBay", 7), ("2024", 1), ("…", 2), ("3rd", 3),
    ("É", 5), ("E\u0301", 5), ("E\u0301a", 6), ("\u0903", 0),
])
def test_shape(word, want):
    assert check.shape(word) == want

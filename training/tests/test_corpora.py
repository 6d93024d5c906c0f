"""Tests of how GUM's mentions become labels of names: python -m pytest training/tests"""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import corpora
except ImportError as missing:
    raise unittest.SkipTest(f"needs training/requirements.txt: {missing}") from missing


def token(form, upos, rel="dep"):
    return {"form": form, "upos": upos, "xpos": "", "rel": rel}


class NamesTest(unittest.TestCase):
    def test_a_name_may_stand_behind_the_noun_of_its_mention(self):
        actor = [token("actor", "NOUN"), token("Dennis", "PROPN", "flat"), token("Hopper", "PROPN", "flat")]
        state = [token("state", "NOUN"), token("of", "ADP"), token("Texas", "PROPN", "nmod")]
        firm = [token("firm", "NOUN"), token("of", "ADP"), token("Texas", "PROPN", "nmod")]
        self.assertEqual(corpora.described(actor, 0, 2, "person"), 1)
        self.assertEqual(corpora.described(state, 0, 2, "place"), 2)
        self.assertEqual(corpora.described(firm, 0, 2, "organization"), 0)

    def test_addresses_and_numbered_figures_are_no_names(self):
        for words in (["info@travelheels.dk"], ["cra.org/resources"], ["it"], ["Figure", "1.5"]):
            self.assertFalse(corpora.nameable(words), words)
        for words in (["Nobel", "Peace", "Prize"], ["wikiHow"], ["Windows", "10"]):
            self.assertTrue(corpora.nameable(words), words)

    def test_authors_of_a_cited_work_are_people(self):
        text = "(Dye & Bavelier 2010)"
        found = {(1, 20): "other", (7, 15): "person"}
        corpora.split_authors(text, found)
        self.assertEqual(found, {(1, 4): "person", (7, 15): "person"})


if __name__ == "__main__":
    unittest.main()

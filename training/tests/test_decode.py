"""Tests of decode.py and of labels: python -m pytest training/tests"""
import itertools
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import numpy as np
    import torch

    import data
    import decode
    import model
except ImportError as missing:
    raise unittest.SkipTest(f"needs training/requirements.txt: {missing}") from missing


def allowed(tags):
    steps = all(bool(model.ALLOWED[a, b]) for a, b in zip(tags, tags[1:]))
    return bool(model.FIRST[tags[0]]) and bool(model.LAST[tags[-1]]) and steps


class DecodeTest(unittest.TestCase):
    def test_the_best_path_is_that_of_all_allowed_paths(self):
        rng = np.random.default_rng(1)
        for _ in range(20):
            scores, moves = rng.normal(0, 2, (4, 5)), rng.normal(0, 1, (5, 5))
            moves[~model.ALLOWED.numpy()] = model.NEVER
            weigh = lambda p: sum(scores[i, t] for i, t in enumerate(p)) + sum(moves[a, b] for a, b in zip(p, p[1:]))
            want = max((p for p in itertools.product(range(5), repeat=4) if allowed(p)), key=weigh)
            self.assertEqual(tuple(decode.viterbi(scores, moves, 0.0)), want)

    def test_a_cost_makes_spans_rarer(self):
        scores, moves = np.zeros((3, 5)), np.where(model.ALLOWED.numpy(), 0.0, model.NEVER)
        scores[1, 4] = 1.0
        self.assertEqual(decode.spans(decode.viterbi(scores, moves, 0.5)), [(1, 2)])
        self.assertEqual(decode.spans(decode.viterbi(scores, moves, 1.5)), [])

    def test_each_content_goes_to_its_best_cue(self):
        found = {"source": [(0, 1)], "cue": [(1, 2), (5, 6)], "content": [(2, 4), (6, 8)]}
        scores = lambda kind, left, right: np.array([[2.0, 0.1], [1.0, 3.0]]) if kind == 1 else np.array([[1.0], [-1.0]])
        self.assertEqual(decode.link(found, scores), [((0, 1), (1, 2), [(2, 4)]), (None, (5, 6), [(6, 8)])])

    def test_a_cue_without_content_is_dropped(self):
        found = {"source": [], "cue": [(1, 2)], "content": []}
        self.assertEqual(decode.link(found, None), [])

    def test_paths_weigh_as_much_as_all_of_them(self):
        scores, moves = torch.randn(1, 3, 3, 5), torch.where(model.ALLOWED, 0.0, model.NEVER).repeat(3, 1, 1)
        mask = torch.ones(1, 3, dtype=torch.bool)
        paths = [p for p in itertools.product(range(5), repeat=3) if allowed(p)]
        loss = lambda p: model.crf_loss(scores, moves, torch.tensor(p)[None, :, None].repeat(1, 1, 3), mask)
        # Over one role the probabilities of all paths sum to one; three roles share one path here.
        one = [torch.exp(-model.crf_loss(scores[:, :, :1], moves[:1], torch.tensor(p)[None, :, None], mask)) for p in paths]
        self.assertAlmostEqual(float(sum(one)), 1.0, places=3)
        self.assertGreater(float(loss(paths[0])), 0)


def document(pieces, ends):
    """A document of pieces of one character each, without labels."""
    marks = {head: np.zeros(pieces, int) for head in model.MARKS}
    return data.Document("d", "x" * pieces, [7] * pieces, [(i, i + 1) for i in range(pieces)], [3] * pieces, ends,
                         np.zeros((pieces, 3), int), marks)


class LabelTest(unittest.TestCase):
    def test_a_statement_gives_its_stance_and_whom_it_is_told(self):
        doc = document(20, [20])
        doc.marks["addressees"][:] = data.IGNORE
        data.write_stance(doc, [(3, 4)], [(6, 9)], (0, 1, 2), [(4, 6)])
        self.assertEqual(doc.stances, [([3], [6, 7, 8], 0, 1, 2)])
        self.assertEqual(doc.marks["addressees"].tolist(), [-100, 0, 0, 0, 1, 2] + [0] * 11 + [-100] * 3)
        self.assertEqual(data.sample(doc, 2, 20)["stances"], [([2], [5, 6, 7], 0, 1, 2)])
        self.assertEqual(data.sample(doc, 4, 20)["stances"], [])

    def test_a_statement_whose_addressees_are_not_known_says_nothing_of_them(self):
        doc = document(9, [9])
        doc.marks["addressees"][:] = data.IGNORE
        data.write_stance(doc, [(3, 4)], [(6, 9)], (0, 1, 2), None)
        self.assertEqual(set(doc.marks["addressees"].tolist()), {data.IGNORE})

    def test_events_know_who_takes_part_in_their_sentence(self):
        doc = document(10, [6, 10])
        for head in ("triggers", "participants"):
            doc.marks[head][:] = data.IGNORE
        data.write_events(doc, (0, 6), [((2, 3), "CONSULT", "planned", [(0, 2)], [(4, 6)])])
        begins = model.MARKS["triggers"].index("B-CONSULT")
        self.assertEqual(doc.marks["triggers"].tolist(), [0, 0, begins, 0, 0, 0] + [data.IGNORE] * 4)
        self.assertEqual(doc.marks["participants"].tolist(), [1, 2, 0, 0, 1, 2] + [data.IGNORE] * 4)
        self.assertEqual(data.sample(doc, 0, 10)["events"], [([3], 2, [1], [5], [1, 5])])

    def test_shapes_tell_case_and_what_stands_before(self):
        text = "The U.S. won\n3 eBay"
        spans = [(0, 3), (4, 5), (5, 6), (6, 7), (7, 8), (9, 12), (13, 14), (15, 19)]
        self.assertEqual(data.shapes_of(text, spans), [6, 8 + 5, 2, 5, 2, 8 + 3, 16 + 1, 8 + 7])

    def test_a_span_becomes_its_tags(self):
        tags = np.zeros(6, int)
        data.put(tags, 0, 1)
        data.put(tags, 2, 5)
        self.assertEqual(tags.tolist(), [4, 0, 1, 2, 3, 0])
        self.assertEqual(decode.spans(tags.tolist()), [(0, 1), (2, 5)])

    def test_a_window_that_cuts_a_span_closes_it(self):
        doc = document(6, [3, 6])
        data.put(doc.roles[:, 2], 1, 5)
        self.assertEqual(data.sample(doc, 0, 3)["roles"][:, 2].tolist(), [0, 0, 1, 3, 0])
        self.assertEqual(data.sample(doc, 3, 6)["roles"][:, 2].tolist(), [0, 1, 3, 0, 0])

    def test_windows_end_where_sentences_end(self):
        doc = document(10, [4, 7, 10])
        self.assertEqual(data.windows(doc, 8), [(0, 7), (7, 10)])
        self.assertEqual(data.windows(doc, 3), [(0, 3), (3, 4), (4, 7), (7, 10)])


if __name__ == "__main__":
    unittest.main()

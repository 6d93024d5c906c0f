"""Tests of pack.py: python -m unittest discover training/tests"""

import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

import pack  # noqa: E402


class PackTest(unittest.TestCase):
    def test_rows_are_quantised_within_half_a_step(self):
        weight = np.random.default_rng(1).normal(0, 1, (64, 96)).astype(np.float32)
        weight[3] = 0
        quantised, scale = pack.quantise_rows(weight)
        self.assertLessEqual(np.abs(quantised.astype(int)).max(), 127)
        error = np.abs(quantised * scale[:, None] - weight)
        self.assertTrue((error <= scale[:, None] * 0.501).all())

    def test_panels_stand_as_the_file_says(self):
        weight = np.arange(64 * 8).reshape(64, 8)
        panels = pack.panels(weight, 4)
        self.assertEqual(panels.shape, (2, 2, 32, 4))
        self.assertEqual(panels[1, 1, 5, 2], weight[32 + 5, 4 + 2])

    def test_columns_hold_scale_sum_and_bias(self):
        weight = np.ones((32, 32), np.float32)
        bias = np.arange(32, dtype=np.float32)
        quantised, columns = pack.linear(weight, bias)
        self.assertEqual(quantised.min(), 127)
        self.assertAlmostEqual(columns[0, 1, 0], 32, places=4)
        self.assertEqual(columns[0, 2, 7], 7)

    def test_what_is_not_finite_is_refused(self):
        sizes = {
            "embeddings.word_embeddings.weight": 5,
            "embeddings.position_embeddings.weight": 4,
            "embeddings.token_type_embeddings.weight": 2,
            "shape_embeddings.weight": 8,
        }
        state = pack.random_state(np.random.default_rng(1), 1, 32, 32, sizes)
        state["encoder.layer.0.output.dense.bias"][0] = np.nan
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(ValueError):
            pack.pack(Path(folder) / "model.bin", state, [(1, np.zeros((3, 32)), np.zeros(3))], "{}")

    def test_committed_model_is_what_pack_writes(self):
        testdata = ROOT / "internal/neural/encoder/testdata"
        with tempfile.TemporaryDirectory() as folder:
            pack.write_vectors(Path(folder))
            for name in ("small.bin", "small.json"):
                written = (Path(folder) / name).read_bytes()
                self.assertEqual(written, (testdata / name).read_bytes(), name)


if __name__ == "__main__":
    unittest.main()

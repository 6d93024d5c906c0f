"""Tests of unpack.py: python -m pytest training/tests"""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import numpy as np

    import pack
    import unpack
except ImportError as missing:
    raise unittest.SkipTest(f"needs training/requirements.txt: {missing}") from missing


class UnpackTest(unittest.TestCase):
    def test_what_is_packed_comes_back_but_for_the_rounding(self):
        rng = np.random.default_rng(1)
        state = pack.random_state(rng, 2, 64, 128, {
            "embeddings.word_embeddings.weight": 50, "embeddings.position_embeddings.weight": 16,
            "embeddings.token_type_embeddings.weight": 2, "shape_embeddings.weight": 8}, branch=1)
        tops = [(n, rng.normal(0, 0.2, (rows, 64)).astype(np.float32), rng.normal(0, 0.2, rows).astype(np.float32)) for n, rows in ((2, 37), (1, 5))]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "small.bin"
            pack.pack(path, state, tops, {"window": 8})
            layers, got, heads, biases, settings = unpack.unpack(path.read_bytes())
        self.assertEqual((layers, settings), (2, {"window": 8}))
        np.testing.assert_array_equal(heads, np.concatenate([t[1] for t in tops]))
        np.testing.assert_array_equal(biases, np.concatenate([t[2] for t in tops]))
        state["embeddings.position_embeddings.weight"] = pack.Parameters(state).positions()
        state["embeddings.token_type_embeddings.weight"] = np.zeros((2, 64), np.float32)
        self.assertEqual(set(got), set(state))
        for name, want in state.items():
            step = np.abs(want).max() / 127 if want.ndim == 2 else 0  # of int8, at most
            np.testing.assert_allclose(got[name], want, atol=step, err_msg=name)


if __name__ == "__main__":
    unittest.main()

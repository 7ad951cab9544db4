"""An MPNet classifier as one ONNX graph, built by hand.

By hand because no exporter writes it so: int8 matrices with a scale per output channel, multiplied
by activations that are quantised as they come (DynamicQuantizeMatMul), word vectors as int8 rows,
and no attention mask: the runtime runs one pair at a time, so there is neither padding nor a
batch-mate whose activations could move the scale.

Measured on an AVX512-VNNI core, 48 rows by 768 by 3072, in GMAC/s: fp32 37, MatMulNBits (8 bits)
no better than fp32, u8 by u8 50, u8 by s8 134. Hence signed weights.

Inputs: ``input_ids`` int64 [B, T]. Output: ``probabilities`` float32 [B, labels].
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from nli.smooth import Inputs

MICROSOFT = "com.microsoft"
LONGEST = 512
"""Tokens; the model's position table ends there."""

TOP = 63
"""Weights are integers in -63..63: with u8 activations two products then fit into the 16 bits in
which AVX2 adds them, so that a machine without VNNI gets the same scores. The price: the mean
change of a probability against fp32 is 0.018 with 63 where it is 0.012 with 127."""


@dataclass
class Builder:
    """Collects nodes and weights; ``inputs`` None keeps the matrices as floats."""

    inputs: dict[str, Inputs] | None = None
    nodes: list[Any] = field(default_factory=list)
    weights: list[Any] = field(default_factory=list)

    def constant(self, name: str, value: Any) -> str:
        """Adds a weight and returns its name."""
        self.weights.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def op(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any
    ) -> str:
        """Adds a node with one output and returns the output's name."""
        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output

    def floats(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """``x @ weight.T + bias`` in float32 for weight [out, in]."""
        product = self.op("MatMul", [x, self.constant(f"{name}.w", weight.T)], f"{name}.mm")
        return self.op("Add", [product, self.constant(f"{name}.bias", bias)], f"{name}.out")

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """The same in int8, outlying input dimensions apart; floats in a graph of floats."""
        if self.inputs is None:
            return self.floats(x, weight, bias, name)
        kept, factor = self.inputs[name].kept, self.inputs[name].factor
        apart = None
        if len(kept):
            rare = self.op(
                "Gather", [x, self.constant(f"{name}.kept", kept)], f"{name}.rare", axis=2
            )
            beside = self.constant(f"{name}.beside", weight[:, kept].T)
            apart = self.op("MatMul", [rare, beside], f"{name}.apart")
        shrink = (1 / factor).astype(np.float32)
        shrink[kept] = 0
        x = self.op("Mul", [x, self.constant(f"{name}.shrink", shrink)], f"{name}.shrunk")
        weight = weight * factor
        weight[:, kept] = 0
        scale = (np.maximum(np.abs(weight).max(1), 1e-9) / TOP).astype(np.float32)
        inputs = [
            x,
            self.constant(f"{name}.q", np.rint(weight / scale[:, None]).astype(np.int8).T),
            self.constant(f"{name}.s", scale),
            self.constant(f"{name}.z", np.zeros(len(scale), np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        out = self.op("DynamicQuantizeMatMul", inputs, f"{name}.int8", domain=MICROSOFT)
        return out if apart is None else self.op("Add", [out, apart], f"{name}.out")

    def norm(self, x: str, skip: str, module: Any, name: str) -> str:
        """Layer normalisation of ``x + skip``."""
        gamma = self.constant(f"{name}.gamma", array(module.weight))
        beta = self.constant(f"{name}.beta", array(module.bias))
        return self.op(
            "SkipLayerNormalization",
            [x, skip, gamma, beta],
            f"{name}.out",
            domain=MICROSOFT,
            epsilon=module.eps,
        )


def array(tensor: torch.Tensor) -> np.ndarray:
    """A parameter as float32 numpy."""
    value: np.ndarray = tensor.detach().to(torch.float32).numpy()
    return value


def relative_bias(encoder: Any) -> np.ndarray:
    """The attention bias by distance: float32 [2 * LONGEST - 1, heads], distance 0 amid."""
    distances = torch.arange(-(LONGEST - 1), LONGEST)
    return array(encoder.relative_attention_bias(encoder.relative_position_bucket(distances)))


def _positions(build: Builder, encoder: Any) -> str:
    """Adds ``steps`` [T] and returns the attention bias [1, heads, T, T]."""
    zero = build.constant("zero", np.array(0, np.int64))
    one = build.constant("one", np.array(1, np.int64))
    axis0 = build.constant("axis0", np.array([0], np.int64))
    axis1 = build.constant("axis1", np.array([1], np.int64))
    middle = build.constant("middle", np.array(LONGEST - 1, np.int64))
    length = build.op("Gather", [build.op("Shape", ["input_ids"], "shape"), one], "length")
    steps = build.op("Range", [zero, length, one], "steps")
    column = build.op("Unsqueeze", [steps, axis1], "column")
    index = build.op("Add", [build.op("Sub", [steps, column], "apart"), middle], "index")
    table = build.constant("relative", relative_bias(encoder))
    picked = build.op("Gather", [table, index], "picked")
    turned = build.op("Transpose", [picked], "turned", perm=[2, 0, 1])
    return build.op("Unsqueeze", [turned, axis0], "distance")


def _embed(build: Builder, embeddings: Any) -> str:
    words = array(embeddings.word_embeddings.weight)
    if build.inputs is None:
        word = build.op("Gather", [build.constant("word.w", words), "input_ids"], "word.out")
    else:
        scales = (np.maximum(np.abs(words).max(-1, keepdims=True), 1e-9) / 127).astype(np.float32)
        whole = build.constant("word.q", np.rint(words / scales).astype(np.int8))
        rows = build.op("Gather", [whole, "input_ids"], "word.rows")
        sizes = build.op("Gather", [build.constant("word.s", scales), "input_ids"], "word.sizes")
        cast = build.op("Cast", [rows], "word.floats", to=TensorProto.FLOAT)
        word = build.op("Mul", [cast, sizes], "word.out")
    # Positions start after the padding id and, without padding, run on from there.
    first = embeddings.padding_idx + 1
    table = array(embeddings.position_embeddings.weight)[first : first + LONGEST]
    place = build.op("Gather", [build.constant("place.w", table), "steps"], "place.out")
    total = build.op("Add", [word, place], "embed.sum")
    gamma = build.constant("embed.gamma", array(embeddings.LayerNorm.weight))
    beta = build.constant("embed.beta", array(embeddings.LayerNorm.bias))
    return build.op(
        "LayerNormalization", [total, gamma, beta], "embed.out", epsilon=embeddings.LayerNorm.eps
    )


def _layer(build: Builder, layer: Any, x: str, distance: str, heads: int, name: str) -> str:
    attention = layer.attention.attn
    sides = (attention.q, attention.k, attention.v)
    joined = build.linear(
        x,
        np.concatenate([array(side.weight) for side in sides]),
        np.concatenate([array(side.bias) for side in sides]),
        f"{name}.qkv",
    )
    parts = [f"{name}.query", f"{name}.key", f"{name}.value"]
    build.nodes.append(
        helper.make_node("Split", [joined], parts, name=f"{name}.split", axis=-1, num_outputs=3)
    )
    mixed = build.op(
        "MultiHeadAttention",
        [*parts, "", "", distance],
        f"{name}.mixed",
        domain=MICROSOFT,
        num_heads=heads,
    )
    out = build.linear(mixed, array(attention.o.weight), array(attention.o.bias), f"{name}.o")
    x = build.norm(out, x, layer.attention.LayerNorm, f"{name}.norm1")
    up, down = layer.intermediate.dense, layer.output.dense
    wide = build.linear(x, array(up.weight), array(up.bias), f"{name}.up")
    wide = build.op("Gelu", [wide], f"{name}.gelu", domain=MICROSOFT)
    narrow = build.linear(wide, array(down.weight), array(down.bias), f"{name}.down")
    return build.norm(narrow, x, layer.output.LayerNorm, f"{name}.norm2")


def _head(build: Builder, head: Any, x: str) -> None:
    first = build.op("Gather", [x, "zero"], "first", axis=1)
    dense = build.floats(first, array(head.dense.weight), array(head.dense.bias), "head.dense")
    curved = build.op("Tanh", [dense], "head.tanh")
    last = head.out_proj
    logits = build.floats(curved, array(last.weight), array(last.bias), "head.last")
    build.op("Softmax", [logits], "probabilities", axis=-1)


def build_graph(model: Any, inputs: dict[str, Inputs] | None) -> onnx.ModelProto:
    """An MPNetForSequenceClassification as ONNX: int8 with what smooth.py found, else fp32."""
    build = Builder(inputs=inputs)
    encoder = model.mpnet.encoder
    distance = _positions(build, encoder)
    x = _embed(build, model.mpnet.embeddings)
    for number, layer in enumerate(encoder.layer):
        x = _layer(build, layer, x, distance, encoder.n_heads, f"layer{number}")
    _head(build, model.classifier, x)
    graph = helper.make_graph(
        build.nodes,
        "nli",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["pairs", "tokens"])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["pairs", "labels"])],
        build.weights,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="claimtrack")

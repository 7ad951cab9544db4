"""Reads the shipped int8 graph back into a float model, so that training goes on from what ships.

The inverse of graph.py up to rounding: the float weights themselves are too large to be kept in
the repository. Continued training heals what int8 lost (a probability moves by 0.014 on average).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from nli.graph import LONGEST

GRAPH = "model.onnx"
PAD = 1
"""MPNet's padding id; the positions of tokens start after it."""


def unpack(folder: Path) -> Any:
    """An fp32 MPNet classifier from what export_nli.py wrote; KeyError for other graphs."""
    from transformers import MPNetConfig, MPNetForSequenceClassification

    graph = onnx.load(folder / GRAPH).graph
    weights = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    attributes = {each.name: each for node in graph.node for each in node.attribute}
    shipped = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    words = weights["word.q"].astype(np.float32) * weights["word.s"]
    config = MPNetConfig(
        vocab_size=len(words),
        hidden_size=words.shape[1],
        intermediate_size=len(weights["layer0.up.bias"]),
        num_attention_heads=attributes["num_heads"].i,
        layer_norm_eps=attributes["epsilon"].f,
        max_position_embeddings=len(weights["place.w"]) + PAD + 1,
        pad_token_id=PAD,
        num_hidden_layers=shipped["num_hidden_layers"],
        id2label={int(key): value for key, value in shipped["id2label"].items()},
        label2id={value: int(key) for key, value in shipped["id2label"].items()},
    )
    model = MPNetForSequenceClassification(config).eval()
    state = model.state_dict()

    def put(name: str, value: np.ndarray) -> None:
        state[name].copy_(torch.from_numpy(np.array(value, np.float32)))

    put("mpnet.embeddings.word_embeddings.weight", words)
    places = state["mpnet.embeddings.position_embeddings.weight"]
    places[PAD + 1 :].copy_(torch.from_numpy(weights["place.w"].copy()))
    put("mpnet.embeddings.LayerNorm.weight", weights["embed.gamma"])
    put("mpnet.embeddings.LayerNorm.bias", weights["embed.beta"])
    encoder = model.mpnet.encoder
    buckets = encoder.relative_position_bucket(torch.arange(-(LONGEST - 1), LONGEST))
    state["mpnet.encoder.relative_attention_bias.weight"][buckets] = torch.from_numpy(
        weights["relative"].copy()
    )
    for number in range(config.num_hidden_layers):
        ours, theirs = f"layer{number}", f"mpnet.encoder.layer.{number}"
        joined, bias = matrix(weights, f"{ours}.qkv"), weights[f"{ours}.qkv.bias"]
        for part, rows, values in zip("qkv", np.split(joined, 3), np.split(bias, 3), strict=True):
            put(f"{theirs}.attention.attn.{part}.weight", rows)
            put(f"{theirs}.attention.attn.{part}.bias", values)
        for one, place in (
            ("o", "attention.attn.o"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            put(f"{theirs}.{place}.weight", matrix(weights, f"{ours}.{one}"))
            put(f"{theirs}.{place}.bias", weights[f"{ours}.{one}.bias"])
        for one, place in (("norm1", "attention.LayerNorm"), ("norm2", "output.LayerNorm")):
            put(f"{theirs}.{place}.weight", weights[f"{ours}.{one}.gamma"])
            put(f"{theirs}.{place}.bias", weights[f"{ours}.{one}.beta"])
    for one, place in (("dense", "dense"), ("last", "out_proj")):
        put(f"classifier.{place}.weight", weights[f"head.{one}.w"].T)
        put(f"classifier.{place}.bias", weights[f"head.{one}.bias"])
    return model


def matrix(weights: dict[str, np.ndarray], name: str) -> np.ndarray:
    """One int8 matrix as float32 [out, in], its dimensions apart put back in their places."""
    whole = (weights[f"{name}.q"].astype(np.float32) * weights[f"{name}.s"]).T
    whole = whole * weights[f"{name}.shrink"]
    kept = weights.get(f"{name}.kept")
    if kept is not None:
        whole[:, kept] = weights[f"{name}.beside"].T
    return np.ascontiguousarray(whole)

"""What to do about outlying activations before int8: spread them over the weights, or keep a few.

One dimension of MPNet's hidden states reaches 48 where the median dimension's maximum is 1.4, so
that a scale over all dimensions leaves 4 of 255 steps for the rest. Two cures, both of which
change nothing in floats: dividing each input dimension by a factor and multiplying the matrix by
it (SmoothQuant, Xiao et al. 2023), and multiplying the few largest dimensions in fp32 beside the
int8 product (LLM.int8, Dettmers et al. 2022).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

STRENGTH = 0.6
"""Of the smoothing, from 0 (weights alone count) to 1 (activations alone)."""

KEPT = {"up": 16, "down": 64}
"""Input dimensions in fp32. Mean change of a probability on 50 pairs, int8 against fp32: 0.029 by
smoothing alone (strength 0.8; 0.035 at 0.65, 0.039 at 0.9); 0.018 with 16 and 32 dimensions apart;
0.013 with 16 and 64 at strength 0.5. By kind of matrix alone it was 0.007 for qkv, 0.003 for o,
0.020 for up and 0.026 for down: the last two have the outliers."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Of one matrix: a factor by input dimension, and the dimensions that stay in fp32."""

    factor: np.ndarray
    kept: np.ndarray


def _linears(model: Any) -> dict[str, list[Any]]:
    """Names as in graph.py, with the modules that share one input."""
    named: dict[str, list[Any]] = {}
    for number, layer in enumerate(model.mpnet.encoder.layer):
        attention = layer.attention.attn
        named[f"layer{number}.qkv"] = [attention.q, attention.k, attention.v]
        named[f"layer{number}.o"] = [attention.o]
        named[f"layer{number}.up"] = [layer.intermediate.dense]
        named[f"layer{number}.down"] = [layer.output.dense]
    return named


def _largest(model: Any, batches: list[dict[str, Any]]) -> dict[str, torch.Tensor]:
    """The largest absolute activation of each input dimension."""
    largest: dict[str, torch.Tensor] = {}
    hooks = []
    for name, modules in _linears(model).items():

        def see(_: Any, args: tuple[torch.Tensor], name: str = name) -> None:
            top = args[0].abs().amax(dim=(0, 1))
            largest[name] = torch.maximum(largest[name], top) if name in largest else top

        hooks.append(modules[0].register_forward_pre_hook(see))
    with torch.inference_mode():
        for batch in batches:
            model(**batch)
    for hook in hooks:
        hook.remove()
    return largest


def outliers(model: Any, batches: list[dict[str, Any]]) -> dict[str, Inputs]:
    """How the inputs of each matrix are to be treated, from the activations on ``batches``."""
    largest = _largest(model, batches)
    found = {}
    for name, modules in _linears(model).items():
        weight = torch.stack([module.weight.abs().amax(0) for module in modules]).amax(0)
        weight = weight.detach().clamp_min(1e-3)
        factor = largest[name].clamp_min(1e-3) ** STRENGTH / weight ** (1 - STRENGTH)
        count = KEPT.get(name.split(".")[1], 0)
        kept = np.sort(largest[name].topk(count).indices.numpy()).astype(np.int64)
        found[name] = Inputs((factor / factor.log().mean().exp()).numpy(), kept)
    return found

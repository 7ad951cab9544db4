"""Factors that spread outlying activations over the weights before int8 (SmoothQuant, Xiao 2023).

One dimension of MPNet's hidden states reaches 48 where the median dimension's maximum is 1.4, so
that a scale over all dimensions leaves 4 of 255 steps for the rest. Dividing each input dimension
by a factor and multiplying the matrix by it changes nothing in floats. Measured on the student,
64 pairs to calibrate and 80 others to look at: mean change of a probability 0.026 without,
0.014 with strength 0.65, 0.013 with 0.8.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

STRENGTH = 0.8


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


def smooth_factors(model: Any, inputs: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    """A factor per input dimension of each matrix, from the largest activations on ``inputs``."""
    largest: dict[str, torch.Tensor] = {}
    hooks = []
    for name, modules in _linears(model).items():

        def see(_: Any, args: tuple[torch.Tensor], name: str = name) -> None:
            top = args[0].abs().amax(dim=(0, 1))
            largest[name] = torch.maximum(largest[name], top) if name in largest else top

        hooks.append(modules[0].register_forward_pre_hook(see))
    with torch.inference_mode():
        for batch in inputs:
            model(**batch)
    for hook in hooks:
        hook.remove()
    factors = {}
    for name, modules in _linears(model).items():
        weight = torch.stack([module.weight.abs().amax(0) for module in modules]).amax(0)
        weight = weight.detach().clamp_min(1e-3)
        factor = largest[name].clamp_min(1e-3) ** STRENGTH / weight ** (1 - STRENGTH)
        factors[name] = (factor / factor.log().mean().exp()).numpy()
    return factors

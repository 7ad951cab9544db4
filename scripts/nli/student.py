"""Building a student from a teacher's layers, and the losses that make it follow the teacher."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from nli.workers import Workers

TWO_WAY = {3: (0, 2), 4: (1, 2)}
"""Labels that leave open which of two classes it is."""


def load_classifier(path: Path) -> Any:
    """An fp32 sequence classifier in evaluation mode from a local folder."""
    from transformers import AutoModelForSequenceClassification

    return AutoModelForSequenceClassification.from_pretrained(path, dtype=torch.float32).eval()


def cut_layers(teacher: Any, layers: list[int]) -> Any:
    """A copy of an MPNet classifier that keeps only ``layers`` (0-based, in this order)."""
    student = copy.deepcopy(teacher)
    encoder = student.mpnet.encoder
    encoder.layer = nn.ModuleList([encoder.layer[index] for index in layers])
    student.config.num_hidden_layers = len(layers)
    return student


def freeze(model: Any, layers: int = 0) -> list[nn.Parameter]:
    """Freezes the embeddings and the lowest ``layers``; returns the parameters that are trained.

    A quarter of the weights are word vectors; some ten thousand pairs would move only the words
    that they hold. Two frozen layers of eight save a sixth of a step.
    """
    for module in (model.mpnet.embeddings, *model.mpnet.encoder.layer[:layers]):
        for parameter in module.parameters():
            parameter.requires_grad_(False)
    if layers:
        # Shared by all layers; a gradient for it would run through the frozen ones too.
        model.mpnet.encoder.relative_attention_bias.weight.requires_grad_(False)
    # Dropout off: one pass over the data does not overfit, and hidden states are regressed.
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


def gold_loss(logits: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    """Mean cross-entropy of logits [B, 3]; two-way labels train on the sum of two classes."""
    three = labels < 3
    total = logits.new_zeros(())
    if bool(three.any()):
        total = total + F.cross_entropy(
            logits[three], labels[three], label_smoothing=smoothing, reduction="sum"
        )
    for label, classes in TWO_WAY.items():
        some = labels == label
        if bool(some.any()):
            log_p = logits[some].log_softmax(-1)
            total = total - torch.logsumexp(log_p[:, list(classes)], dim=-1).sum()
    return total / len(labels)


def hidden_loss(
    student: tuple[Tensor, ...], teacher: tuple[Tensor, ...], layers: list[int], mask: Tensor
) -> Tensor:
    """Mean over layers of the squared distance of hidden states [B, T, H], padding left out.

    Student layer i is held to the teacher's layer that it was made from, in units of that
    layer's variance, so that every layer weighs the same (as TinyBERT, Jiao et al. 2020).
    """
    weight = mask.unsqueeze(-1).to(student[0].dtype)
    count = weight.sum() * student[0].shape[-1]
    losses = []
    for index, layer in enumerate(layers):
        target = teacher[layer + 1]
        scale = ((target * weight) ** 2).sum() / count
        losses.append((((student[index + 1] - target) * weight) ** 2).sum() / count / scale)
    return torch.stack(losses).mean()


def evaluate(
    model: Any, tokenizer: Any, rows: list[Any], workers: Workers, batch: int = 16
) -> tuple[float, float]:
    """(accuracy, false contradiction rate among the rest); two-way rows count two-way."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].premise) + len(rows[i].hypothesis))

    def judge(start: int) -> list[tuple[Any, int]]:
        part = [rows[i] for i in order[start : start + batch]]
        inputs = tokenizer(
            [row.premise for row in part],
            [row.hypothesis for row in part],
            padding=True,
            truncation="longest_first",
            max_length=128,
            return_tensors="pt",
        )
        with torch.inference_mode():
            return list(zip(part, model(**inputs).logits.argmax(-1).tolist(), strict=True))

    training = model.training
    model.eval()
    judged = [item for some in workers.map(judge, range(0, len(order), batch)) for item in some]
    model.train(training)
    right = sum(best in TWO_WAY.get(row.label, (row.label,)) for row, best in judged)
    others = [best for row, best in judged if row.label in (1, 2, 4)]
    return right / max(1, len(rows)), sum(best == 0 for best in others) / max(1, len(others))

"""Training and export of the NLI student: what is drawn, what is lost, what the graph computes."""

from __future__ import annotations

import gzip
import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

import torch
from nli.data import Mix, Row, Source, Target, read_rows, split
from nli.graph import build_graph
from nli.smooth import outliers
from nli.student import cut_layers, freeze, gold_loss, hidden_loss
from nli.unpack import GRAPH, unpack
from nli.workers import Workers, parts


class Letters:
    """A tokenizer for tests: a letter a token."""

    def __call__(self, premises: list[str], hypotheses: list[str], **_: Any) -> dict[str, Any]:
        pairs = zip(premises, hypotheses, strict=True)
        return {"input_ids": [[ord(letter) for letter in a + "|" + b] for a, b in pairs]}

    def pad(self, inputs: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Pads with 0 to the longest."""
        rows = inputs["input_ids"]
        width = max(len(row) for row in rows)
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        return {"input_ids": ids, "attention_mask": (ids > 0).long()}


def sources() -> list[Source]:
    """Two sources of different size, one of them soon used up."""
    many = tuple(Row(f"premise {n}", "x" * (n % 7), n % 3) for n in range(90))
    few = tuple(Row(f"few {n}", "y", 0) for n in range(5))
    return [Source("many", many, 3, guided=True), Source("few", few, 1)]


def stream(start: int, count: int) -> list[tuple[int, list[list[int]], list[Target]]]:
    """``count`` steps of the mix from ``start`` on."""
    mix = Mix(sources(), Letters(), batch=4, seed=3, chunk_batches=5)
    batches = mix.batches(start)
    return [(s, i["input_ids"].tolist(), t) for s, i, t in (next(batches) for _ in range(count))]


def test_a_resumed_run_sees_what_it_would_have_seen() -> None:
    """Starting at step 17 gives the same batches as running up to it."""
    assert stream(17, 20) == stream(0, 37)[17:]


def test_shares_hold_and_every_row_comes_before_one_comes_twice() -> None:
    """A quarter of the pairs are of the source with a quarter of the share; none is favoured."""
    targets = [target for _, _, some in stream(0, 60) for target in some]
    assert len([t for t in targets if not t.guided]) == pytest.approx(len(targets) / 4, abs=2)
    seen = [tuple(row) for _, rows, _ in stream(0, 40) for row in rows]
    few = [row for row in seen if bytes(x for x in row if x).startswith(b"few")]
    assert len({row[4] for row in few}) == 5


def test_topics_stay_on_one_side() -> None:
    """No topic is both trained on and looked at."""
    rows = [Row(f"p{n}", "h", 0, topic=f"topic {n % 40}") for n in range(400)]
    train, dev = split(rows, percent=20)
    assert train
    assert dev
    assert not {row.topic for row in train} & {row.topic for row in dev}


def test_long_rows_are_left_out(tmp_path: Path) -> None:
    """Rows over the limit are not read; labels become numbers."""
    path = tmp_path / "rows.jsonl.gz"
    with gzip.open(path, "wt") as out:
        for text, label in (("short", "not_entailment"), ("long " * 100, "neutral")):
            out.write(json.dumps({"premise": text, "hypothesis": "h", "label": label}) + "\n")
    assert [row.label for row in read_rows(path)] == [3]


def test_two_way_labels_leave_open_which_of_two_it_is() -> None:
    """A two-way label costs the logarithm of two classes' sum, whichever of them it is."""
    logits = torch.tensor([[2.0, 0.0, -1.0], [-1.0, 0.0, 2.0]])
    loss = gold_loss(logits, torch.tensor([3, 3]), smoothing=0.05)
    p = logits.softmax(-1)
    assert float(loss) == pytest.approx(-math.log(float(p[0, 0] + p[0, 2])), abs=1e-6)
    compatible = gold_loss(logits, torch.tensor([4, 4]), smoothing=0.05)
    expected = -(p[:, 1] + p[:, 2]).log().mean()
    assert float(compatible) == pytest.approx(float(expected), abs=1e-6)
    right = gold_loss(logits, torch.tensor([0, 2]), smoothing=0.0)
    assert float(right) == pytest.approx(-math.log(float(p[0, 0])), abs=1e-6)


@pytest.fixture(scope="module")
def tiny() -> Any:
    """A random MPNet classifier with large activations in some dimensions."""
    from transformers import MPNetConfig, MPNetForSequenceClassification

    torch.manual_seed(2)
    config = MPNetConfig(
        vocab_size=200,
        hidden_size=96,
        num_hidden_layers=4,
        num_attention_heads=4,
        intermediate_size=192,
        initializer_range=0.1,
        num_labels=3,
    )
    model = MPNetForSequenceClassification(config).eval()
    with torch.no_grad():
        for layer in model.mpnet.encoder.layer:
            layer.attention.LayerNorm.weight[7] = 30.0
    return model


def tokens(length: int) -> torch.Tensor:
    """Random token ids [1, length]."""
    generator = torch.Generator().manual_seed(length)
    return torch.randint(5, 200, (1, length), generator=generator)


def run(graph: Any, ids: torch.Tensor) -> np.ndarray:
    """Probabilities of one pair."""
    import onnxruntime

    session = onnxruntime.InferenceSession(graph.SerializeToString())
    result: np.ndarray = session.run(None, {"input_ids": ids.numpy()})[0]
    return result


def test_the_float_graph_is_the_model(tiny: Any) -> None:
    """The graph built by hand computes what transformers computes, at any length."""
    graph = build_graph(tiny, None)
    for length in (5, 33, 180):
        with torch.inference_mode():
            expected = tiny(input_ids=tokens(length)).logits.softmax(-1).numpy()
        assert run(graph, tokens(length)) == pytest.approx(expected, abs=2e-5)


def test_the_int8_graph_is_near_the_model(tiny: Any) -> None:
    """Outlying dimensions do not spoil the integers; the factors are undone exactly."""
    batches = [{"input_ids": tokens(length)} for length in range(10, 30)]
    graph = build_graph(tiny, outliers(tiny, batches))
    apart = []
    for length in range(12, 40):
        with torch.inference_mode():
            expected = tiny(input_ids=tokens(length)).logits.softmax(-1).numpy()
        apart.append(np.abs(run(graph, tokens(length)) - expected).max())
    assert np.mean(apart) < 0.05


def test_training_goes_on_from_the_int8_graph(tiny: Any, tmp_path: Path) -> None:
    """What ships is read back into floats that give its probabilities, up to rounding."""
    graph = build_graph(tiny, outliers(tiny, [{"input_ids": tokens(20)}]))
    onnx.save(graph, tmp_path / GRAPH)
    config = {"num_hidden_layers": 4, "id2label": {"0": "no", "1": "yes", "2": "open"}}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    model = unpack(tmp_path)
    assert model.config.id2label == {0: "no", 1: "yes", 2: "open"}
    apart = []
    for length in range(12, 30):
        with torch.inference_mode():
            ours = model(input_ids=tokens(length)).logits.softmax(-1).numpy()
        apart.append(np.abs(run(graph, tokens(length)) - ours).max())
    assert np.mean(apart) < 0.05


def test_a_student_of_all_layers_follows_from_the_start(tiny: Any) -> None:
    """Hidden states are compared with the layers they were made from, padding left out."""
    student = cut_layers(tiny, [0, 1, 2, 3])
    ids, mask = tokens(9), torch.tensor([[1] * 6 + [0] * 3])
    with torch.inference_mode():
        ours = student(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        theirs = tiny(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        assert float(hidden_loss(ours, theirs, [0, 1, 2, 3], mask)) == pytest.approx(0, abs=1e-9)
        assert float(hidden_loss(ours, theirs, [0, 1, 3, 3], mask)) > 0.01
        torn = tuple(state.clone() for state in ours)
        torn[4][:, 6:] = 99.0
        assert float(hidden_loss(torn, theirs, [0, 1, 2, 3], mask)) == pytest.approx(0, abs=1e-9)


def test_frozen_layers_get_no_gradient(tiny: Any) -> None:
    """Embeddings and the lowest layers stay as they are; the rest is trained."""
    student = cut_layers(tiny, [0, 2, 3])
    trained = freeze(student, 1)
    student(input_ids=tokens(9)).logits.sum().backward()
    assert student.mpnet.encoder.layer[0].output.dense.weight.grad is None
    assert student.mpnet.embeddings.word_embeddings.weight.grad is None
    assert any(parameter.grad is not None for parameter in trained)
    assert student.mpnet.encoder.layer[1].output.dense.weight.grad.abs().sum() > 0


def test_parts_make_the_whole() -> None:
    """Parts of a batch hold each row once, in order, and the workers keep the order."""
    inputs = {"input_ids": torch.arange(10).reshape(5, 2)}
    some = parts(inputs, [1, 2, 3, 4, 5], 2)
    assert [labels for _, labels in some] == [[1, 2, 3], [4, 5]]
    assert torch.cat([part["input_ids"] for part, _ in some]).equal(inputs["input_ids"])
    assert Workers(2).map(lambda item: item * 2, [1, 2, 3]) == [2, 4, 6]

"""Label order, fingerprints and errors of the NLI adapters, on tiny models made here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from claimtrack.errors import ModelError
from claimtrack.judge.nli.models import CrossEncoderNli, label_columns, load_nli

TEXT = "the bridge was damaged not no by a storm on sunday monday held and trains run"
PAIRS = [
    ("The bridge was damaged", "The bridge was not damaged"),
    ("Trains run", "Trains run on Sunday and Monday by the bridge"),
    ("A storm", "No storm"),
]


def make_model(folder: Path, labels: list[str], rows: list[int]) -> Path:
    """A random two-layer BERT; ``rows`` permutes the rows of its head, ``labels`` names them."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    vocabulary = {
        word: n for n, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *TEXT.split()])
    }
    inner = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    inner.normalizer = Lowercase()
    inner.pre_tokenizer = Whitespace()
    inner.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=32,
    ).save_pretrained(folder)
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=32,
        initializer_range=0.5,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
    )
    model = BertForSequenceClassification(config)
    with torch.no_grad():
        model.classifier.weight.copy_(model.classifier.weight[rows].clone())
        model.classifier.bias.copy_(model.classifier.bias[rows].clone())
    model.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with the labels in one order."""
    folder = tmp_path_factory.mktemp("usual")
    return make_model(folder, ["contradiction", "entailment", "neutral"], [0, 1, 2])


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model with its outputs, and their names, in another order."""
    folder = tmp_path_factory.mktemp("turned")
    return make_model(folder, ["Entailment", "NEUTRAL", "contradictory"], [1, 2, 0])


def test_label_order_is_read_from_the_model(usual: Path, turned: Path) -> None:
    """Two models that differ only in the order of their labels give the same scores."""
    first, second = load_nli(usual).predict(PAIRS), load_nli(turned).predict(PAIRS)
    for left, right in zip(first, second, strict=True):
        assert left.entailment == pytest.approx(right.entailment, abs=1e-6)
        assert left.neutral == pytest.approx(right.neutral, abs=1e-6)
        assert left.contradiction == pytest.approx(right.contradiction, abs=1e-6)
        assert left.entailment + left.neutral + left.contradiction == pytest.approx(1, abs=1e-6)
    assert len({round(score.contradiction, 3) for score in first}) == len(PAIRS)


def test_score_does_not_depend_on_the_batch(usual: Path) -> None:
    """A pair scores the same alone, beside others and in another order."""
    nli = load_nli(usual)
    together = nli.predict(PAIRS)
    backwards = nli.predict(PAIRS[::-1])[::-1]
    alone = [nli.predict([pair])[0] for pair in PAIRS]
    for scores in zip(together, backwards, alone, strict=True):
        for score in scores[1:]:
            assert score.contradiction == pytest.approx(scores[0].contradiction, abs=1e-4)
            assert score.entailment == pytest.approx(scores[0].entailment, abs=1e-4)


def test_the_end_of_a_long_statement_counts(usual: Path) -> None:
    """What stands beyond the model's window is read and never silently cut."""
    nli = load_nli(usual)
    filler = "the bridge held and trains run by a bridge " * 6
    calm, clash = nli.predict(
        [("Trains run", filler), ("Trains run", filler + "not damaged by no storm monday sunday")]
    )
    assert calm != clash


def test_no_pairs_no_scores(usual: Path) -> None:
    """An empty list is answered by an empty list."""
    assert load_nli(usual).predict([]) == []


def test_fingerprint_follows_the_weights_and_not_the_folder(
    usual: Path, turned: Path, tmp_path: Path
) -> None:
    """A copy elsewhere has the same fingerprint, another model has not."""
    copy = shutil.copytree(usual, tmp_path / "elsewhere")
    assert load_nli(copy).fingerprint == load_nli(usual).fingerprint
    assert load_nli(turned).fingerprint != load_nli(usual).fingerprint


def test_labels_that_say_nothing_are_refused(usual: Path, tmp_path: Path) -> None:
    """LABEL_0 is not guessed at; the message says what to write where."""
    copy = shutil.copytree(usual, tmp_path / "unnamed")
    config = json.loads((copy / "config.json").read_text())
    config["id2label"] = {str(number): f"LABEL_{number}" for number in range(3)}
    config["label2id"] = {f"LABEL_{number}": number for number in range(3)}
    (copy / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match=r"LABEL_0.*set id2label in its config\.json"):
        CrossEncoderNli(copy)


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, (1, 2, 0)),
        ({"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}, (0, 1, 2)),
        ({0: "entails", 1: "contradictory", 2: " Neutral "}, (0, 2, 1)),
    ],
)
def test_spellings_of_labels(labels: dict[int, str], columns: tuple[int, int, int]) -> None:
    """Labels are understood in either case and in their usual forms."""
    assert label_columns(labels, "a model") == columns


@pytest.mark.parametrize(
    "labels",
    [
        {0: "entailment", 1: "not_entailment"},
        {0: "entailment", 1: "entailment", 2: "neutral"},
        {0: "neutral", 1: "entailment", 2: "contradiction", 3: "other"},
    ],
)
def test_models_that_are_not_three_way_are_refused(labels: dict[int, str]) -> None:
    """A model without exactly the three labels is an error and not a guess."""
    with pytest.raises(ModelError, match="do not say which is which"):
        label_columns(labels, "a model")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A path that does not exist is not taken for a name on a hub."""
    with pytest.raises(ModelError, match="there is no model folder"):
        load_nli(tmp_path / "nowhere")


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """An empty folder gives one line that says what to do."""
    with pytest.raises(ModelError, match="give a folder that holds it"):
        load_nli(tmp_path)

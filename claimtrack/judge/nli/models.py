"""The NLI port: the model that ships (ONNX) and any sentence-transformers CrossEncoder.

Heavy libraries are imported when an adapter is built, not when this module is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from claimtrack import models
from claimtrack.apart import available_cores
from claimtrack.errors import ModelError
from claimtrack.judge.nli.plain import plain_names
from claimtrack.judge.nli.windows import pair_windows, worst
from claimtrack.model import NliScores
from claimtrack.ports import Nli

Pairs = Sequence[tuple[str, str]]

SPARE = 8
"""Tokens kept free in a window: a slice may be tokenised a little otherwise than the whole."""


def label_columns(id2label: Mapping[Any, str], name: str) -> tuple[int, int, int]:
    """Columns of (entailment, neutral, contradiction) in a model's output, read from id2label.

    "CONTRADICTION", "contradictory" or "Entails" are understood. Raises ModelError for labels
    that do not say what they mean (LABEL_0) and for models that are not three-way.
    """
    columns: dict[str, int] = {}
    for key, label in id2label.items():
        word = str(label).strip().lower()
        for start, meaning in (("entail", "e"), ("neutral", "n"), ("contradict", "c")):
            if word.startswith(start):
                columns[meaning] = int(key)
    if len(id2label) != 3 or len(columns) != 3:
        given = ", ".join(f"{key}: {label}" for key, label in id2label.items())
        raise ModelError(
            f"the labels of {name} do not say which is which ({given}); set id2label in its "
            'config.json to its own order of "contradiction", "entailment" and "neutral"'
        )
    return columns["e"], columns["n"], columns["c"]


def _scores(row: Any, columns: tuple[int, int, int]) -> NliScores:
    entailment, neutral, contradiction = (float(row[column]) for column in columns)
    return NliScores(entailment=entailment, neutral=neutral, contradiction=contradiction)


class OnnxNli:
    """The judge that ships: an int8 ONNX cross-encoder in a folder with a manifest.

    Each pair is run by itself and ``threads`` pairs at a time. The int8 scale of the activations
    is taken over what is run at once; were that a batch, a score would depend on its batch-mates.
    It also means that there is no padding. The price is small: the int8 products of one pair of
    48 tokens run at 134 GMAC/s a core where four pairs at once reach 182. Where its config says
    ``plain_names``, rare names are read as common ones.
    """

    def __init__(self, path: str | Path, threads: int | None = None) -> None:
        """Loads the folder. Raises ModelError if it is incomplete or its labels are unclear."""
        import onnxruntime
        from tokenizers import Tokenizer

        self._path = Path(path)
        self._fingerprint = models.fingerprint(self._path)
        config = json.loads((self._path / "config.json").read_text(encoding="utf-8"))
        self._columns = label_columns(config["id2label"], str(path))
        self._window = int(config["window"])
        self._plain_names = bool(config.get("plain_names", False))
        self._tokenizer = Tokenizer.from_file(str(self._path / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._special = self._tokenizer.num_special_tokens_to_add(is_pair=True)
        self._rare: dict[str, bool] = {}
        self._threads = threads or available_cores()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(self._path / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own exceptions share no public base class
            raise ModelError(f"{self._path / 'model.onnx'} cannot be loaded: {error}") from error

    @property
    def fingerprint(self) -> str:
        """Hash of weights, configuration and tokenizer."""
        return self._fingerprint

    def _spans(self, text: str) -> list[tuple[int, int]]:
        offsets: list[tuple[int, int]] = self._tokenizer.encode(
            text, add_special_tokens=False
        ).offsets
        return offsets

    def _in_pieces(self, word: str) -> bool:
        """Whether the vocabulary has no such word."""
        if word not in self._rare:
            pieces = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._rare[word] = len(pieces) > 1
        return self._rare[word]

    def _run(self, ids: tuple[int, ...]) -> NliScores:
        import numpy as np

        row = self._session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})[0][0]
        return _scores(row, self._columns)

    def predict(self, pairs: Pairs) -> list[NliScores]:
        """Scores of each (premise, hypothesis), order kept; longer ones are windowed."""
        if self._plain_names:
            pairs = [plain_names(*pair, self._in_pieces) for pair in pairs]
        texts: list[list[tuple[str, str]]] = [[pair] for pair in pairs]
        encoded = self._tokenizer.encode_batch(list(pairs))
        for number, encoding in enumerate(encoded):
            if len(encoding.ids) > self._window:
                room = self._window - self._special - SPARE
                texts[number] = pair_windows(*pairs[number], self._spans, room)
        ids = [
            [tuple(whole.ids)]
            if len(parts) == 1
            else [tuple(part.ids) for part in self._tokenizer.encode_batch(parts)]
            for parts, whole in zip(texts, encoded, strict=True)
        ]
        # Each text once; the longest first, so that the threads end at about the same time.
        work = sorted(
            {item for items in ids for item in items}, key=lambda item: (-len(item), item)
        )
        with ThreadPoolExecutor(max_workers=self._threads) as pool:
            known = dict(zip(work, pool.map(self._run, work), strict=True))
        return [worst([known[item] for item in items]) for items in ids]


class CrossEncoderNli:
    """Any three-way sentence-transformers CrossEncoder, by local folder or hub name."""

    def __init__(self, name_or_path: str | Path, batch_size: int = 32) -> None:
        """Loads the model. Raises ModelError if it cannot be had or its labels are unclear."""
        import torch
        from sentence_transformers import CrossEncoder

        name = str(name_or_path)
        try:
            # Half-precision weights would be run as such, which is slow and coarse on a CPU.
            kind = {"dtype": torch.float32}
            self._model: Any = CrossEncoder(name, device="cpu", model_kwargs=kind)
        except (OSError, ValueError, KeyError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
            raise ModelError(
                f"the model {name} cannot be loaded ({reason}); give a folder that holds it"
            ) from error
        self._batch_size = batch_size
        config = self._model.config
        self._columns = label_columns(config.id2label, name)
        self._tokenizer: Any = self._model.tokenizer
        positions = int(getattr(config, "max_position_embeddings", 512) or 512)
        # RoBERTa and MPNet start to count after the padding id: their 514 positions hold 512.
        positions -= positions % 8
        self._window = min(int(self._tokenizer.model_max_length), positions)
        self._special = int(self._tokenizer.num_special_tokens_to_add(pair=True))
        self._fingerprint: str | None = None

    @property
    def fingerprint(self) -> str:
        """Hash of weights, labels and vocabulary; the folder's name has no part in it."""
        if self._fingerprint is None:
            total = hashlib.sha256()
            for key, tensor in sorted(self._model.model.state_dict().items()):
                total.update(f"{key} {tensor.dtype} {tuple(tensor.shape)}".encode())
                total.update(tensor.detach().contiguous().cpu().numpy().tobytes())
            labels = sorted((int(k), str(v)) for k, v in self._model.config.id2label.items())
            total.update(json.dumps(labels).encode())
            total.update(json.dumps(sorted(self._tokenizer.get_vocab().items())).encode())
            self._fingerprint = total.hexdigest()
        return self._fingerprint

    def _spans(self, text: str) -> list[tuple[int, int]]:
        encoding = self._tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        return [(int(start), int(end)) for start, end in encoding["offset_mapping"]]

    def predict(self, pairs: Pairs) -> list[NliScores]:
        """Scores of each (premise, hypothesis), order kept; longer ones are windowed."""
        if not pairs:
            return []
        room = self._window - self._special - SPARE
        texts = [
            pair_windows(premise, hypothesis, self._spans, room) for premise, hypothesis in pairs
        ]
        flat = [text for parts in texts for text in parts]
        # CrossEncoder.predict sorts by length and masks padding.
        rows = self._model.predict(
            flat, batch_size=self._batch_size, apply_softmax=True, show_progress_bar=False
        )
        scores = iter([_scores(row, self._columns) for row in rows])
        return [worst([next(scores) for _ in parts]) for parts in texts]


def load_nli(name_or_path: str | Path | None = None, threads: int | None = None) -> Nli:
    """The adapter for a model: the shipped one for None, else by folder or hub name.

    Raises ModelError with a way out if there is no such folder or the model cannot be read.
    """
    if name_or_path is None:
        return OnnxNli(models.folder("nli"), threads)
    path = Path(name_or_path).expanduser()
    if (path / models.MANIFEST).is_file():
        return OnnxNli(path, threads)
    if path.is_dir():
        return CrossEncoderNli(path)
    if path.is_absolute() or str(name_or_path).startswith((".", "~")):
        raise ModelError(f"there is no model folder {name_or_path}")
    return CrossEncoderNli(str(name_or_path))

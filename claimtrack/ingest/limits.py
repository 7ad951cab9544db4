"""What one input may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestLimits:
    """Bounds that keep one input from taking the whole machine.

    ``max_bytes`` bounds a file, a download, standard input, or one line of JSON Lines (the file
    itself is streamed and may be longer). ``max_characters`` bounds one article: 1,000,000 is
    ``spacy.Language.max_length``, past which spaCy's parser refuses a text; it is about 160,000
    words, which no news article has. ``max_pages`` bounds a PDF.
    """

    max_bytes: int = 25_000_000
    max_characters: int = 1_000_000
    max_pages: int = 2_000

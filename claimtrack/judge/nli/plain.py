"""Rare names read as common ones, so that what NLI says does not hang on how a name looks.

A name that the tokenizer has no word for falls into pieces ("Tam", "##arr", "##ow") that tell a
model nothing and take up its attention. A name carries no meaning in a comparison but that it is
the same on both sides or another (Hermann et al. 2015, "Teaching Machines to Read and Comprehend",
replace entities by markers for this reason); here the markers are names that are one word of the
vocabulary, which a model has seen in sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_CAPITALISED = re.compile(r"[A-Z][^\W\d_]+")
# Where any word is capitalised: at the beginning, after a full stop, at an opening quotation mark.
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“‘(]\s*)$")
# "Velleray's" and "Anselby Freight" are names wherever they stand.
_NAME_GOES_ON = re.compile(r"['’]s?\b|\s+[A-Z]")

PLAIN = (
    "Milton Preston Burton Norton Clayton Morgan Warren Douglas Stuart Lincoln Logan Spencer "
    "Nelson Harrison Jackson Austin Russell Stanley Howard Clifford"
).split()
"""Names of people, places and firms alike, each one word of BERT's vocabulary."""


def plain_names(premise: str, hypothesis: str, rare: Callable[[str], bool]) -> tuple[str, str]:
    """Return both texts with each rare name replaced, by the same common one on both sides.

    ``rare`` tells whether a word is rare. What stands capitalised only where a sentence begins
    is no name. The texts with their sides swapped are given the same names.
    """
    # In an order that no name decides.
    texts = sorted({premise, hypothesis}, key=lambda text: (_CAPITALISED.sub("", text), text))
    names = [name for name in dict.fromkeys(_names(texts)) if rare(name)]
    if not names:
        return premise, hypothesis
    free = [name for name in PLAIN if not any(name in text for text in texts)]
    # More names than there are common ones: the rest stay as they are.
    instead = dict(zip(names, free, strict=False))

    def replaced(text: str) -> str:
        return _CAPITALISED.sub(lambda word: instead.get(word.group(), word.group()), text)

    return replaced(premise), replaced(hypothesis)


def _names(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for word in _CAPITALISED.finditer(text):
            starts = _SENTENCE_START.search(text, max(0, word.start() - 3), word.start())
            if not starts or _NAME_GOES_ON.match(text, word.end()):
                yield word.group()

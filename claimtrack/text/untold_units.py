"""The unit of a bare number that only what stands around it tells: an age, a magnitude."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.text.people import is_human_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AGED = re.compile(
    r"\b(?:aged|ages?|ages? of|turned|turning|ages? (?:was|is)|"
    # "gave the age of the man who died as 70", "put her age at 34"
    r"(?:his|her|their|my|[’']s) ages? (?:at|as)|the age of [^.,;:]{1,60} (?:at|as|was|is))"
    r"(?: about| around| only| just)? $",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"\b(?:an?|the|one|this|that|another)(?: [a-z]+)*? (?P<noun>[a-z]+) of $", re.I
)
"""Before a number that nothing follows it tells the age of one person: "a mother of 34"."""
_COUNTED_AFTER = re.compile(r"\s*(?:[-–—]|%|per\b)|\s(?:more|other|\w+[^s\W]s|children|people)\b")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)? $", re.IGNORECASE)
_OLDEST = 115


def untold_unit(doc: Doc, start: int, end: int) -> str:
    """Return the unit of the bare number at ``start:end``; empty where nothing tells one."""
    before, after = doc.text[:start], doc.text[end:]
    if _AGED.search(before) or _age_of_one(doc, start, end) or _beside_name(doc, start, end):
        return "year"
    magnitude = _MAGNITUDE.search(before) or re.match(r"[- ]magnitude\b", after)
    return "magnitude" if magnitude else ""


def _age_of_one(doc: Doc, start: int, end: int) -> bool:
    """Whether it is said of one person: "a woman of 54 died", and not "a mother of two"."""
    number = doc.text[start:end]
    of = _OF_ONE.search(doc.text[:start])
    if of is None or not is_human_noun(of["noun"].lower()):
        return False
    if not number.isdigit() or not 13 <= int(number) <= _OLDEST:
        # "A father of nine" tells of nine children; "a girl of nine" is young herself.
        young = of["noun"].lower() in ("boy", "girl", "child", "lad", "schoolboy", "schoolgirl")
        return young and not _COUNTED_AFTER.match(doc.text[end:])
    following = next((token for token in doc if token.idx >= end), None)
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")


def _beside_name(doc: Doc, start: int, end: int) -> bool:
    """Whether it stands beside a name: "Ada Brandt, 31, said"."""
    before, after = doc.text[:start], doc.text[end:]
    if not re.search(r"[\w.], $", before):
        return False
    if not re.match(r"[,.)]| (?:was|is|has|had|and)\b", after):
        return False
    last = [token for token in doc if token.idx + len(token) <= start - 2][-1:]
    if last and last[0].ent_type_ == "PERSON":
        return True
    name = bool(last) and last[0].pos_ == "PROPN" and last[0].ent_type_ in ("", "ORG")
    return name and after[0] == "," and doc.text[start:end].isdigit()

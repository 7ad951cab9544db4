"""Two ages of one person: of one full name, or of the one whom both call the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.signals import Signal
from claimtrack.model import ConflictType
from claimtrack.text.names import strip_titles
from claimtrack.text.numbers import NUMERAL, value_of

_NAME = r"(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+"
_ROLE = (
    r"(?:the |their |its )(?P<role>youngest|oldest|eldest|baby of the \w+|driver|pilot|captain|"
    r"suspect|gunman|attacker|victim|mother|father|boy|girl|man|woman|mayor|skipper|sailor|climber|"
    r"cyclist|motorcyclist|pedestrian|defendant|accused|singer|actor|actress|striker|goalkeeper|"
    r"survivor|patient|teacher|nurse|doctor|bishop|queen|king|prince|princess)(?: of (?:them|all|"
    r"the \w+))?(?:, " + _NAME + r")?"
)
_AGE = rf"(?P<age>{NUMERAL})"
_STOP = r"(?=\s*(?:[,.;)!?]|$)| (?:years? old|when|at the time|and|on|in \w+ \d)\b)"
_PATTERNS = tuple(
    re.compile(pattern.replace("WHO", who))
    for who in (f"(?P<name>{_NAME})", f"(?i:{_ROLE})")
    for pattern in (
        rf"WHO,? (?:who )?(?i:is|was|has just turned|had just turned|turned|turns|has turned|"
        rf"will be)(?: aged| only| just)? (?i:{_AGE}){_STOP}",
        rf"WHO, (?:aged |age )?(?i:{_AGE})(?=[,.;)]|$| (?:was|is|has|had|said|[a-z]+ed|put|took|"
        rf"went|left|won|lost|told|fell|came|gave|made|spent|sold|bought|led|ran)\b)",
        r"WHO \((?P<age>\d{1,3})\)",
        rf"WHO, (?:an? )?(?:[a-z]+ ){{1,3}}(?:of|aged) (?i:{_AGE})\b",
        rf"WHO, (?:an? |the )?(?i:{_AGE})[- ]year[- ]old\b",
        rf"(?i:{_AGE})[- ]year[- ]old (?:[a-z]+,? ){{0,4}}WHO",
    )
)
_OLD_ROLE = re.compile(
    rf"(?i:\bthe )(?i:{_AGE})[- ]year[- ]old (?P<role>[a-z]+)"
    r"(?= (?:was|is|has|had|who|from)\b|[,.])"
)
_SAME = {"eldest": "oldest"}
_LAST = 115


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is: by the words of the name, or by what "the driver" calls one."""

    years: float
    name: str
    role: str


def age(a: Reading, b: Reading) -> Signal | None:
    """Two ages of one person clash where no birthday lies between them."""
    for m in ages(a):
        for n in ages(b):
            if _one_person(m, n) and abs(m.years - n.years) >= 2:
                said = f"One gives the age as {m.years:g}, the other as {n.years:g}."
                return Signal(
                    "quantity", ConflictType.QUANTITY, 0.9, said, sure=bool(m.name and n.name)
                )
    return None


@once
def ages(reading: Reading) -> list[Age]:
    """Return the ages that a statement gives people."""
    found = []
    for pattern in (*_PATTERNS, _OLD_ROLE):
        for match in pattern.finditer(reading.text):
            years = value_of(match["age"])
            if not 0 < years <= _LAST:
                continue
            who = match.groupdict()
            name = strip_titles(who.get("name") or "")
            role = (who.get("role") or "").lower()
            role = "youngest" if role.startswith("baby of") else _SAME.get(role, role)
            found.append(Age(years, name, role))
    return found


def _one_person(m: Age, n: Age) -> bool:
    """Whether the two are one: by two names, since a surname alone is a family's.

    What stands before the names may be a title: "Detective Inspector Ada Brandt".
    """
    if m.name and n.name:
        first, second = m.name.lower().split(), n.name.lower().split()
        few, many = sorted((first, second), key=len)
        return len(few) > 1 and few[-1] == many[-1] and few[-2] in many[-3:-1]
    return bool(m.role) and m.role == n.role

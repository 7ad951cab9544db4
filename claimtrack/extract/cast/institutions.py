"""The words for a body that somebody speaks from: which of them name it, how many it is."""

from __future__ import annotations

import re

from claimtrack.text.names import COMPANY_SUFFIXES, COMPANY_WORDS, ORG_ROLES, nation_of

_RANKS = frozenset(
    "vice new general senior deputy assistant acting executive managing chief interim associate "
    "regional then former".split()
)
"""Words before a role that tell its rank: "company vice president" is of the company."""

_LAWYERS = frozenset("attorney lawyer prosecutor solicitor barrister".split())
_OFFICES = frozenset("district prosecuting state city assistant deputy".split())
_AGE = re.compile(r"\d+-year-old|\d+ - year - old|\d+")
_ONE = frozenset("nations states times netherlands emirates philippines bahamas news".split())
"""Plural words in the names of one body."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
_MANY = frozenset(
    "forces troops authorities services police officials guards partners brothers authors".split()
)
_PLACES = frozenset(
    "county city town state village district region province borough island valley "
    "country nation republic".split()
)
_MEDIA = frozenset(
    """
    news wire press post times daily weekly evening herald courier radio channel television tv star
    mail gazette standard tribune journal chronicle telegraph express mirror guardian
    independent echo bulletin magazine review online podcast reporter broadcasting broadcaster
    newspaper network today tonight digest dispatch messenger
    """.split()
)
_ARTICLED = frozenset(
    "office ministry department government army navy agency bureau commission committee council "
    "board administration".split()
)
_COUNTRY_BODIES = frozenset(
    "ministry staff army military command government forces navy headquarters troops kremlin "
    "leadership administration".split()
)
_OF_PLACE = re.compile(r"\b(?:in|of) (?P<after>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)$")
_PLACE_S = re.compile(r"^(?:[Tt]he )?(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*)*)'s? ")


def plain_body(text: str, role: str | None) -> str | None:
    """Return the words before a role that name a body, or None where they name none.

    "company vice" (president) is the company, "Ardo County District" (attorney) the county; a
    minister's are his country and his field.
    """
    if role == "minister" and text.split()[-1].lower() not in ORG_ROLES:
        return None
    words = [w for w in text.split() if not _AGE.fullmatch(w) and w.lower() not in _DAYS]
    drop = _RANKS | (_OFFICES if role in _LAWYERS else frozenset())
    while words and words[-1].lower().rstrip(",") in drop:
        words.pop()
    return " ".join(words) or None


def says_we(text: str) -> bool:
    """Whether the words name a body well enough for a "we": "Velden Power", "the food office"."""
    words = text.removesuffix("'s").split()
    if not words:
        return False
    last = words[-1]
    known = last.lower() in ORG_ROLES | COMPANY_WORDS | _MANY
    bare = words[0].lower() not in ("the", "his", "her") and not any(w[0].isupper() for w in words)
    if last.lower() in _PLACES or (bare and len(words) == 1):
        return False
    return (known or last[0].isupper() or last[0].isdigit()) and nation_of(text) is None


def many(name: str, article: bool) -> bool:
    """Whether a body's name takes a plural verb: "the Hawks", "Velland's armed forces"."""
    words = re.split(r" (?:of|for) ", name)[0].split()
    last = words[-1].lower() if words else ""
    one = bool({word.lower() for word in words} & ORG_ROLES) or last in COMPANY_SUFFIXES | _ONE
    team = article and len(words) < 4 and last.endswith("s") and not last.endswith("ss")
    return (team and not one) or (last in _MANY and "department" not in name.lower())


def as_text(name: str) -> str:
    """Return a body's words with the article that running text gives them."""
    words = name.split()
    owned = any(w.endswith(("'s", "s'")) for w in words)
    named = owned or (words[-1][0].isupper() and words[-1].lower() not in _ARTICLED)
    if words[0].lower() in ("the", "a", "an", "his", "her", "its", "their") or named:
        return "the" + name[3:] if name.startswith("The ") else name
    return f"the {name}"


def is_institution(outlet: str) -> bool | None:
    """Whether an outlet's name is a public body's (True) or a medium's (False), None if neither.

    "Track Authority" publishes its own page; "Midland Wire Service" reports on others.
    """
    words = re.findall(r"[a-z]+", outlet.lower())
    if "." in outlet.strip(".") or any(word in _MEDIA for word in words):
        return False
    return True if any(word in ORG_ROLES for word in words) else None


def place_of(name: str) -> str | None:
    """Return the place in the name of a ministry or a general staff, or None.

    "the general staff in Ardo", "Ardo's defence ministry" and "the army of Ardo" are Ardo's.
    """
    words = {word.lower() for word in name.split()}
    if not words & _COUNTRY_BODIES:
        return None
    match = _OF_PLACE.search(name) or _PLACE_S.search(name)
    return match.group(1) if match else None

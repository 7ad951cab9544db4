"""People and institutions of a document, and when two descriptions mean one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from claimtrack.extract.cast.phrases import Description
from claimtrack.model import normalise
from claimtrack.text.given_names import gender_of_given_name
from claimtrack.text.names import (
    COMPANY_SUFFIXES,
    COMPANY_WORDS,
    EXECUTIVE_ROLES,
    GENERIC_ORG,
    LEADER_ROLES,
    ORG_ROLES,
)

Place = tuple[int, int]
"""Where a mention stands: index of the unit, index of the token in it."""


@dataclass(slots=True)
class Actor:
    """A person or an institution of the document."""

    name: str
    kind: str
    first: Place
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    modifiers: frozenset[str] = frozenset()
    head: str = ""
    institution: str | None = None
    spokes: bool = False
    genders: Counter[str] = field(default_factory=Counter)
    proper: bool = True
    plural: bool = False
    label: str = ""
    article: bool = False

    @property
    def behalf(self) -> str | None:
        """The body that the person speaks for, as its spokesperson or at its head."""
        return self.institution if self.spokes or self.roles & EXECUTIVE_ROLES else None

    @property
    def gender(self) -> str | None:
        """ "m", "f" or None, by titles, roles, pronouns and given name."""
        if self.genders:
            return self.genders.most_common(1)[0][0]
        return gender_of_given_name(self.name.split()[0]) if " " in self.name else None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named, and whether as a subject."""

    place: Place
    sentence: int
    actor: Actor = field(compare=False)
    subject: bool = False


def same_org(a: Actor, b: Actor) -> bool:
    """Whether two phrases name one institution: the same name, its acronym, or the same role.

    "Ukraine's security agency" is "Ukraine's Security Service": one nation, one field, and
    heads that writers exchange. Two ministries of one government stay two.
    """
    first, second = normalise(a.name), normalise(b.name)
    if first == second:
        return True
    if a.label in ("GPE", "NORP", "LOC") or b.label in ("GPE", "NORP", "LOC"):
        return False
    short, long = sorted((a.name, b.name), key=len)
    if (
        a.proper
        and b.proper
        and " " not in first.replace(second, "")
        and second != first
        and (
            long.lower().endswith((" " + short.lower(), "-" + short.lower()))
            and (" " in short or "-" in short)
            and a.head == b.head
        )
    ):
        return True
    if " " not in short and short.isupper() and len(short) > 1:
        initials = "".join(w if w.isupper() else w[0] for w in long.split() if w[0].isupper())
        if initials == short:
            return True
    words_short, words_long = short.lower().split(), long.lower().split()
    if a.proper and b.proper and len(words_short) < len(words_long):
        tail = set(words_long[len(words_short) :])
        if words_long[: len(words_short)] == words_short and tail <= (
            COMPANY_SUFFIXES | COMPANY_WORDS
        ):
            return True
    if a.nations and b.nations and a.nations != b.nations:
        return False
    heads = a.head == b.head or (a.head in GENERIC_ORG and b.head in GENERIC_ORG)
    if not heads or a.head not in ORG_ROLES:
        return False
    mods_a, mods_b = _fields(a), _fields(b)
    if not mods_a or not mods_b:
        return False
    if a.nations and b.nations:
        return mods_a <= mods_b or mods_b <= mods_a
    return mods_a == mods_b


def _fields(actor: Actor) -> frozenset[str]:
    return frozenset(
        w for w in actor.modifiers if w not in ("the", "'s", "its", "national", "federal", "state")
    )


def head_is_loose(found: Description) -> bool:
    """Whether "the club", "the hospital" may take up a body whose name does not tell its kind."""
    loose = COMPANY_WORDS | {
        "club",
        "team",
        "hospital",
        "school",
        "university",
        "charity",
        "party",
        "college",
        "museum",
        "institute",
        "foundation",
        "newspaper",
        "network",
    }
    return found.head in loose and not found.modifiers and not found.nation


def role_fit(found: Description, actor: Actor) -> int:
    """How well a role description fits a person: 0 not at all."""
    role = found.role
    if role is None:
        return 0
    if found.nation and actor.nations and found.nation not in actor.nations:
        return 0
    if found.gender and actor.gender and found.gender != actor.gender:
        return 0
    if (found.modifiers & {"prime", "vice"}) - actor.roles:
        return 0  # "the prime minister" is no minister of transport
    score = 0
    if role in actor.roles:
        score = 4
    elif role == "leader":
        score = 3 if actor.roles & (LEADER_ROLES | {"prime"}) else 0
    if not score:
        return 0
    return score * 2 + (2 if found.nation and found.nation in actor.nations else 0)


def org_role_fit(found: Description, actor: Actor) -> bool:
    """Whether "the agency" or "the company" can stand for the institution."""
    if found.nation and found.nation not in actor.nations:
        return False
    if found.modifiers and not found.modifiers <= actor.modifiers | actor.roles:
        return False
    if actor.label in ("GPE", "NORP", "LOC") or (actor.plural and not actor.proper):
        return False  # "the team" is not "the youth teams"
    head = found.head
    if head in (actor.head, *actor.roles):
        return True
    if head in GENERIC_ORG and actor.head in GENERIC_ORG:
        return True
    if head in ("group", "organisation", "organization", "body") and not found.modifiers:
        return actor.proper
    if head in COMPANY_WORDS:
        last = actor.name.split()[-1].lower()
        return (
            last in COMPANY_SUFFIXES
            or bool(actor.roles & COMPANY_WORDS)
            or (
                head in ("company", "firm", "group", "business")
                and actor.label == "ORG"
                and actor.proper
                and actor.head not in ORG_ROLES
            )
        )
    return False

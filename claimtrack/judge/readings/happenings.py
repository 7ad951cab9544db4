"""What a statement tells the time of: what happened, to what, and which end of it.

One event is told in many words: "the robbery", "the gang struck", "they burst into the shop". Its
beginning is told by a verb of its own ("broke out", "takes effect"), by "first" or by "since".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.judge.lexicon.people import person
from claimtrack.judge.lexicon.vocabulary import (
    NONE,
    Names,
    deeds_of,
    groups_of,
    happenings_by,
    happenings_named,
    name_of,
    nouns_of,
    once_only,
    one_kind,
    recurs,
)
from claimtrack.judge.readings.parties import joined_apart, one_of, parties
from claimtrack.judge.readings.phrases import LIGHT, phrase
from claimtrack.judge.readings.topic import may_name, noun_stem
from claimtrack.text.units import UNITS

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = tuple["Token", ...]

BEGIN = "begin"
END = "end"
_BEGINS = frozenset(
    "begin start commence kick_off get_under_way break_out get_going erupt flare_up "
    "take_effect come_into_force come_into_effect go_into_force go_into_effect enter_into_force "
    "kick_in set_in".split()
)
_ENDS = frozenset(
    "end finish conclude wind_up be_over be_finished wrap_up break_up lapse expire put_out "
    "extinguish douse burn_out go_out die_down bring_under_control call_off lift".split()
)
_OF_EVENTS = {"open": BEGIN, "apply": BEGIN, "close": END}
"""Verbs that tell an end of an event or a rule, and a deed where they are said of a thing."""
_HAPPENS = frozenset(
    "happen occur take_place come strike hit rip tear be unfold hold befall go_ahead "
    "land fall".split()
)
_OF_PEOPLE = frozenset({"be_out", "be_off"})
"""People who are out have left; lights that are out are dark."""
_PUTS = frozenset("put place date time set give log".split())
"""Verbs by which a record says when: "the log puts the leak at 7.25"."""
_AHEAD = frozenset(
    "due set schedule expect plan hope aim mean likely suppose slate intend go seem appear".split()
)
_MAKES = frozenset(
    "carry_out conduct perform hold make undertake complete stage mount launch issue place".split()
)
_OCCURS = frozenset("be happen occur take_place hold".split())
"""Verbs that say of any deed that there was one: "the inspection was in May"."""
_BACK = deeds_of("reconnect")
"""What is had again was gone until then: it tells an end, of a power cut or of a strike."""
_HANDED = frozenset(map(name_of, "deliver receive arrive".split()))
"""Deeds by which a thing comes to somebody, whoever is said to do it; what is sent may be late."""
_SENSED = frozenset("hear feel".split())
"""Verbs by which a loud event is told: "a bang was heard at nine"."""
_OUT = frozenset({"go_out"})
"""A fire that goes out ends; of lights and of power the outage begins."""
_ALL = frozenset("all every each everybody everyone whole entire fully last".split())
_TRADES = frozenset("visit come call attend check".split())
"""Verbs for what people do who are called by their own deed: "inspectors visited the mine"."""
_BESIDE = ("in", "with", "against")
"""What these join tells two events of a kind apart: "a blast in Tarn", "talks with the bank"."""
_IDLE = frozenset("place effect force way".split())
"""Nouns that belong to their verb: "took place", "came into force"."""
_TIMES = ("DATE", "TIME")
_SPOTS = frozenset("scene spot site place".split())
_HELPERS = {
    "police": frozenset("police officer policeman patrol constable squad".split()),
    "fire": frozenset("engine firefighter fireman brigade crew appliance".split()),
    "ambulance": frozenset("ambulance paramedic medic crew".split()),
}
_RANKS = {
    "first": "first", "opening": "first", "initial": "first", "second": "second", "third": "third",
    "fourth": "fourth", "last": "last", "final": "last", "closing": "last", "latest": "last",
    "most": "last", "next": "next", "another": "other", "other": "other", "new": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """What has a time: the deeds that its words tell, the events that they may call.

    ``things`` have it done to them or are the event itself, ``doers`` do it; ``phase`` is which
    end of it is told, ``rank`` which of several it was;
    ``planned`` what was to be and need not have been.
    """

    token: Token
    deeds: Names
    events: Names
    doers: Tokens
    things: Tokens
    phase: str = ""
    rank: str = ""
    planned: bool = False

    def same(self, other: Happening) -> bool:
        """Whether the two may be one, as far as the words go."""
        party = self.party(other)
        if self.planned != other.planned:
            return False
        if self.handed(other):
            return True
        if self.which[1] != other.which[1] or party < 0:
            return False
        if self._of_others(other):
            return False
        return bool(self.events & other.events) or (bool(self.deeds & other.deeds) and party > 0)

    def of_two(self, other: Happening) -> bool:
        """Whether one deed is told of two things, by two doers, or of one and of all of them."""
        ranks = self.which[1], other.which[1]
        ranked_apart = ranks[0] != ranks[1] and (all(ranks) or END in (self.phase, other.phase))
        return ranked_apart or self.party(other) < 0 or self._of_others(other)

    def _of_others(self, other: Happening) -> bool:
        """Whether it was elsewhere, with or for somebody else, or done to any one of a kind."""
        if self.deeds & other.deeds & _BACK and joined_apart(self.token, other.token):
            return True  # restored to the port, to the old town
        first, second = (told.doers + told.things for told in (self, other))
        if any(_kin(m, n) or _kin(n, m) for m in first for n in second):
            return True
        if first and second and all(map(_any_one, (*first, *second))):
            return True  # "a guard was killed" on two days
        if self.rank == other.rank == "last":
            return False  # the last of all are in some part of the whole
        return any(_apart(self._beside(word), other._beside(word)) for word in _BESIDE)

    def _beside(self, prep: str) -> frozenset[str]:
        """What a preposition joins to it, to who does it or to what it is done to; no times."""
        near = {self.token, self.token.head} if self.token.pos_ == "NOUN" else {self.token}
        found = [
            inner
            for word in {*near, *self.doers, *self.things}
            for child in word.children
            if child.dep_ == "prep" and child.lower_ == prep
            for inner in child.children
            if inner.dep_ == "pobj" and inner.pos_ in ("NOUN", "PROPN")
        ]
        return frozenset(t.lemma_.lower() for t in untimed(tuple(found)))

    def handed(self, other: Happening) -> bool:
        """Whether one kind of thing comes to somebody, of which one side tells the first.

        "Four jets arrive in May", "it gets its first jet in June".
        """
        ranks = {self.rank, other.rank}
        if "first" not in ranks or ranks - {"first", ""}:
            return False
        return any(
            may_name(m.lemma_.lower(), n.lemma_.lower())
            or one_kind(m.lemma_.lower(), n.lemma_.lower())
            for m in self._arriving()
            for n in other._arriving()
        )

    def _arriving(self) -> Tokens:
        """What comes to somebody by this; nothing where somebody comes himself."""
        if not self.deeds & _HANDED:
            return ()
        things = self.things or (self.doers if self.deeds & deeds_of("arrive") else ())
        return tuple(t for t in things if t.pos_ == "NOUN" and not person(t.lemma_.lower()))

    def party(self, other: Happening) -> int:
        """1 where both name what it happened to or who did it, -1 where they name two."""
        things = one_of(self.things, other.things)
        if any(_another(m, n) for m in self.things for n in other.things):
            return -1
        doers = one_of(self.doers, other.doers)
        if any(_helpers(m) & _helpers(n) for m in self.doers for n in other.doers):
            doers = 1
        if things < 0 or (doers < 0 and not (self.things and other.things)):
            return -1
        return max(things, doers, self._undergone(other), other._undergone(self))

    def _undergone(self, other: Happening) -> int:
        """1 where what this is said of has it done to it there: "burned down", "was destroyed"."""
        crossed = not self.things and not other.doers
        return max(0, one_of(self.doers, other.things)) if crossed else 0

    def once(self, other: Happening) -> bool:
        """Whether two days for the two are two tellings of one, and not one of two."""
        if self.handed(other):
            return True
        party = self.party(other) > 0
        if party and (self.phase or self.rank or once_only(self.deeds & other.deeds)):
            return True
        both = self.events & other.events
        return bool(both) and not recurs(both)

    @property
    def which(self) -> tuple[str, str]:
        """Which end of which of several: the first shell is the beginning of the shelling."""
        if self.rank == "first" and self.events and not self.phase:
            return BEGIN, ""
        if self.rank == "first" and self.deeds & deeds_of("arrive"):
            return self.phase, ""  # the first of them came when they came
        return self.phase, "" if self.phase == BEGIN and self.rank == "first" else self.rank


def happening(word: Token) -> Happening | None:
    """Return what happened by a verb, or by a noun for an event; None where it tells nothing."""
    if word.pos_ == "NOUN":
        events = _events(word)
        return Happening(word, NONE, events, (), _of(word), "", _rank(word)) if events else None
    verb = _told(word)
    doers, things, others = parties(verb)
    doers, things = untimed(doers), untimed(things)
    if not doers and not things:
        doers = _lifted(verb)
    forms = _forms(verb)
    if forms & _OF_PEOPLE and doers and not any(map(_somebody, doers)):
        return None
    record = verb.lemma_.lower() in _PUTS and not any(c.dep_ == "prt" for c in verb.children)
    event = next(filter(_events, things), None)
    sensed = verb.lemma_.lower() in _SENSED and event is not None and not recurs(_events(event))
    if (record or sensed) and event is not None:
        return happening(event)
    phase = BEGIN if forms & _BEGINS else END if forms & _ENDS else ""
    if forms & _OUT and not any(map(_events, (*things, *doers))):
        phase = ""
    if verb.lemma_.lower() in _OF_EVENTS and any(map(_events, (*things, *doers))):
        phase = _OF_EVENTS[verb.lemma_.lower()]
    if phase or (forms & _HAPPENS and not _is_something(verb)):
        below = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        if phase and below is not None:  # "began to pour"
            inner = happening(below)
            return replace(inner, phase=phase) if inner is not None else None
        nouns = [t for t in (*things, *doers) if t.pos_ == "NOUN" and t.lemma_ not in _IDLE]
        occurs = bool(forms & _OCCURS)
        noun = next((t for t in nouns if _events(t) or phase or (occurs and _deed(t))), None)
        if noun is not None:
            return replace(_named(noun, phase), planned=_planned(verb))
        if phase:
            return None
    told = phrase(verb, doers, things, others)
    deeds = deeds_of(told.words) if told.words else NONE
    deeds |= NONE.union(*(groups_of(form) for form in forms if form.count("_") > 1))
    events = NONE.union(*(happenings_by(form) for form in forms))
    things = untimed(told.things)
    if _there(verb) or (verb.lemma_.lower() == "come" and not told.words):
        deeds |= deeds_of("arrive")
    if verb.lemma_.lower() in _TRADES:
        deeds |= NONE.union(*map(_by_trade, told.doers))
    if verb.lemma_.lower() == "get" and not told.words and things:
        deeds |= deeds_of("receive")
    if verb.lemma_.lower() in LIGHT or forms & _MAKES:
        # "Carried out an inspection of the curve", "made a call".
        for thing in things:
            if by_noun := nouns_of(thing.lemma_.lower()) | _events(thing):
                events, things = _events(thing), _of(thing)
                return Happening(verb, by_noun, events, told.doers, things, "", _rank(thing))
    if not deeds and not events:
        return None
    rank = next((r for token in (verb, *things, *told.doers) if (r := _rank(token))), "")
    if deeds & _BACK:
        phase = END
        rank = "last" if _complete(verb) else rank
    return Happening(verb, deeds, events, told.doers, things, phase, rank, _planned(verb))


def _complete(verb: Token) -> bool:
    """Whether something is told of all: "to all of the town", "every household had power"."""
    near = [c for c in verb.children if c.dep_ not in ("advcl", "conj", "ccomp", "relcl")]
    near += [c for token in near for c in token.children]
    near += [c for token in near for c in token.children]
    return any(token.lower_ in _ALL for token in near)


def _by_trade(doer: Token) -> Names:
    """The deed by which people are called who do it: inspectors, auditors, examiners."""
    lemma = doer.lemma_.lower()
    return groups_of(lemma[:-2]) if lemma.endswith(("or", "er")) and doer.pos_ == "NOUN" else NONE


def _apart(mine: frozenset[str], other: frozenset[str]) -> bool:
    return bool(mine and other) and not mine & other


def _kin(m: Token, n: Token) -> bool:
    """Whether one is somebody of the other: "Ada Brandt", "Ada Brandt's husband"."""
    owners = {c.lemma_.lower() for c in n.children if c.dep_ == "poss"}
    return person(n.lemma_.lower()) and m.lemma_.lower() in owners


def _any_one(token: Token) -> bool:
    """Whether it is some one of a kind: "a guard", "another man"."""
    return _some(token) and person(token.lemma_.lower())


def _somebody(token: Token) -> bool:
    return token.pos_ != "NOUN" or person(token.lemma_.lower())


def ranked(told: Happening) -> frozenset[str]:
    """The words of what there is a first or a last of: "visited", "inspection"."""
    near = (told.token, *told.things, *told.doers)
    return frozenset(token.lemma_.lower() for token in near if _rank(token))


def named(noun: Token) -> Happening | None:
    """What a noun for an event tells; None of any other noun."""
    return _named(noun, "") if _events(noun) else None


def _named(noun: Token, phase: str) -> Happening:
    """What a noun tells that "happened", "began" or "took effect"."""
    lemma = noun.lemma_.lower()
    deeds = nouns_of(lemma) | {noun_stem(lemma)}
    owners = untimed(tuple(c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"))
    events = _events(noun)
    things = _of(noun) or (() if events or (_deed(noun) and not phase) else (noun,))
    return Happening(noun, deeds, events, owners, things, phase, _rank(noun))


def _deed(noun: Token) -> bool:
    """Whether a noun names a deed: "the inspection"."""
    return noun.pos_ == "NOUN" and bool(nouns_of(noun.lemma_.lower()))


def _is_something(verb: Token) -> bool:
    """Whether it tells how a thing was and not when: "Prices were 6 per cent higher in May"."""
    return verb.lemma_ == "be" and any(
        c.dep_ in ("acomp", "attr") and c.ent_type_ not in _TIMES for c in verb.children
    )


def untimed(tokens: Tokens) -> Tokens:
    """What is no time: neither "Thursday's talks" nor "it took minutes" tells who did it."""
    return tuple(t for t in tokens if t.ent_type_ not in _TIMES and t.lemma_.lower() not in UNITS)


def _there(verb: Token) -> bool:
    """Whether somebody is said to be where he came to: "was there", "had been on the spot"."""
    return verb.lemma_.lower() == "be" and any(
        (child.lower_ == "there" and child.dep_ == "advmod")
        or (child.dep_ == "prep" and child.lower_ in ("on", "at") and _spot(child))
        for child in verb.children
    )


def _spot(prep: Token) -> bool:
    return any(inner.lemma_.lower() in _SPOTS for inner in prep.children if inner.dep_ == "pobj")


def _told(verb: Token) -> Token:
    """The verb that is meant: below "is due to", in "it was at five when the roof fell"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            words = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children)}
            if words & _AHEAD:
                return child
    if verb.lemma_ == "be" and any(c.lower_ == "it" for c in verb.children):
        for child in verb.children:
            if child.dep_ in ("advcl", "ccomp") and any(c.lower_ == "when" for c in child.children):
                return child
    return verb


def _helpers(token: Token) -> frozenset[str]:
    """Whose car or crew comes to the scene: the police, the fire brigade, the ambulance."""
    words = {token.lemma_.lower(), *(c.lemma_.lower() for c in token.children)}
    return frozenset(kind for kind, nouns in _HELPERS.items() if words & nouns)


def _another(m: Token, n: Token) -> bool:
    """Whether one has a name and the other is some one of its kind: "Ward 7", "a ward"."""
    return (_one_named(m) and _some(n)) or (_one_named(n) and _some(m))


def _one_named(token: Token) -> bool:
    return (
        (token.text[0].isupper() and not token.is_sent_start)
        or token.pos_ == "PROPN"
        or any(child.dep_ == "nummod" and child.i > token.i for child in token.children)
    )


def _some(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(
        child.lower_ in ("a", "an", "another", "one")
        for child in token.children
        if child.dep_ in ("det", "nummod")
    )


def _above(verb: Token) -> Token:
    """What a verb is "to" do by: "is due", "had been scheduled"."""
    while verb.dep_ in ("xcomp", "acomp") and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _lifted(verb: Token) -> Tokens:
    """What "is due to start", or "was to leave", is said of."""
    return tuple(c for c in _above(verb).children if c.dep_ in ("nsubj", "nsubjpass"))


def _planned(verb: Token) -> bool:
    """Whether it was to be: "was due to leave", "had been scheduled to open"."""
    above = _above(verb)
    if above.i == verb.i:
        return any(c.lower_ == "should" for c in verb.children if c.dep_ == "aux")
    past = above.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in above.children)
    words = {above.lemma_.lower(), verb.head.lemma_.lower()}
    return past and bool(words & (_AHEAD | {"be"}))


def _forms(verb: Token) -> frozenset[str]:
    """A verb by itself, and with its particle, its object, or a preposition and its noun."""
    lemma = verb.lemma_.lower()
    found = {lemma}
    with_object = False
    for child in verb.children:
        if child.dep_ in ("prt", "dobj", "acomp", "oprd", "nsubjpass") or child.dep_ == "advmod":
            found.add(f"{lemma}_{child.lemma_.lower()}")
        with_object |= child.dep_ in ("dobj", "nsubjpass", "ccomp", "acomp", "oprd", "prt")
        if child.dep_ == "prep":
            found.add(f"{lemma}_{child.lower_}")
            found |= {
                f"{lemma}_{child.lower_}_{inner.lemma_.lower()}"
                for inner in child.children
                if inner.dep_ == "pobj"
            }
    if not with_object:
        found.add(f"{lemma}_0")
    return frozenset(found)


def _events(noun: Token) -> Names:
    """What events a noun calls; "house fire" is a fire, a "fire engine" is none."""
    if noun.pos_ != "NOUN":
        return NONE
    lemma = noun.lemma_.lower()
    if noun.i > 1 and noun.nbor(-1).text == "-":  # the parser cuts "hold-up" in three
        return happenings_named(f"{noun.nbor(-2).lower_}-{lemma}")
    return happenings_named(lemma)


def _of(noun: Token) -> Tokens:
    """What an event was of or in: "the collapse of the roof", "the Hallbridge fire"."""
    return tuple(
        inner
        for prep in noun.children
        if prep.lower_ == "of"
        for inner in prep.children
        if inner.dep_ == "pobj" and inner.ent_type_ not in _TIMES
    )


def _rank(token: Token) -> str:
    """Which of several it was: "the second blast", "first wrote"."""
    for child in token.children:
        if child.lower_ in _RANKS and child.dep_ in ("amod", "advmod", "det"):
            return _RANKS[child.lower_]
    return ""

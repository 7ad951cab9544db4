"""A quantity with what it measures, so that like is compared with like."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.judge.comparators.figures import slots, tallies
from claimtrack.judge.comparators.figures.breakdown import totals, words_of
from claimtrack.judge.comparators.figures.counting import OF_PEOPLE, OF_THINGS, PRESENT, THINGLIKE
from claimtrack.judge.comparators.figures.deeds import (
    Deed,
    deed_of,
    two_deeds,
    two_givers,
    two_receivers,
)
from claimtrack.judge.comparators.figures.landmarks import (
    Landmark,
    landmark_of,
    one_spot,
    one_thing,
)
from claimtrack.judge.comparators.figures.parts import Part, as_told, part_of
from claimtrack.judge.comparators.figures.rounding import rounding
from claimtrack.judge.comparators.figures.sorts import sorts_of, two_sorts
from claimtrack.judge.lexicon.people import JOBS, person, two_camps
from claimtrack.judge.readings.reading import Reading, once
from claimtrack.judge.readings.topic import events_of, governor, noun_stem, same_noun
from claimtrack.model import Quantity
from claimtrack.text.units import UNITS, is_currency, to_base
from claimtrack.text.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What a figure is for: "890 marks a month" and "75 marks a night" are two rates.
_PER = re.compile(
    r"^\s*(?:\w+ )?(?:an? |per |each |every )(?P<per>hour|day|night|week|fortnight|month|quarter|"
    r"year|person|head|share|tonne|ton|litre|kilo|kilogram|mile|kilometre|ticket)\b",
    re.IGNORECASE,
)
_BROUGHT_IN = frozenset({"hurt", "hurt still", "die", "infect"})
_ONE_HOSPITAL = re.compile(
    r"\b(?!The |A |One |Our )[A-Z][\w'’]+ (?:[A-Z]\w+ )*(?:[Hh]ospital|[Ii]nfirmary|[Cc]linic|"
    r"Medical Cent(?:re|er)\b)|"
    r"\b(?:a|one|our|this|that|my) (?:\w+ )?(?:hospital|infirmary|clinic|ward)\b"
)
_TAKES_IN = frozenset("admit treat discharge bandage".split())
_FATES = frozenset({"die", "hurt", "hold", "miss", "rescue", "evacuate", "infect"})
# What a sum is for; two of these are two sums. "Cost" and "pay" may be said of any.
_PURPOSES = {
    "repair": "repair restoration restore rebuild renovate renovation refurbish mend mending",
    "trade": "price sale sell buy purchase",
    "insure": "insure insurance",
    "rent": "rent lease",
}
_PURPOSE = {word: name for name, words in _PURPOSES.items() for word in words.split()}
_LASTING = frozenset(stem(verb) for verb in "last continue run drag require need".split())
"""Verbs by which a thing takes so long: "the operation lasted three hours"."""
_DIMENSIONS = frozenset(
    "length height depth width weight size area distance speed capacity number amount total value "
    "figure sum level volume duration age temperature worth".split()
)
_MOVED = frozenset({"by", "up", "down"})
ONE_PLACE = 0.75
"""Share of the words from which two figures stand in one place, whatever they are said to count."""
UNTOLD = 0.4
"""What is left of a likeness where one side does not tell whose figure it is, or of what;"""
ALL_OF_IT = 0.75
"""or tells without more how many there were;"""
PARTLY = 0.7
"""and where few of the words are the same."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in base units with what it is said of; ``low``/``high`` allow for rounding."""

    quantity: Quantity
    low: float
    high: float
    unit: str
    events: frozenset[str]
    part: Part
    deed: Deed
    purposes: frozenset[str] = frozenset()
    per: str = ""
    slot: slots.Slot = slots.NOWHERE
    there: bool = False
    """Whether it is told how many there are, or how many are somewhere."""
    exists: bool = False
    """Whether no more is told than that there are so many: "there was one explosion"."""
    landmark: Landmark | None = None
    sorts: frozenset[str] = frozenset()
    """What makes it the figure of another thing than its bare noun names: "core" inflation."""
    tally: frozenset[str] = frozenset()
    """The classes that the figure's own words tell, of which ``events`` are more or less sure."""
    listed: frozenset[str] = frozenset()
    """What tells the parts that are listed behind a total: of these it is no figure itself."""
    total: str = ""
    """What the total counts of which it is a part that is listed behind it."""

    @property
    def verb(self) -> str:
        """The stem of the verb that it belongs to; empty where that says nothing by itself."""
        return self.deed.verb

    @property
    def rough(self) -> tuple[float, float]:
        """The interval without the allowance for rounding, in base units."""
        low, high, _ = to_base(self.quantity)
        return low, high


@once
def measures(reading: Reading) -> list[Measure]:
    """Return the quantities of the statement's own proposition with what they measure."""
    found = [_measure(reading, quantity) for quantity in reading.quantities]
    whole_of = totals(reading.text, reading.quantities)
    for number, place in whole_of.items():
        found[number] = _as_whole(found[number], found[place])
    for place in set(whole_of.values()):
        parts = [number for number, of in whole_of.items() if of == place]
        words = words_of(reading, parts)
        own = {noun_stem(word) for word in (found[place].quantity.of or "").split()}
        found[place] = replace(found[place], listed=words - own)
    return found


def _as_whole(part: Measure, whole: Measure) -> Measure:
    """A part of a total that is listed behind it: what befell all befell those."""
    return replace(
        part,
        events=whole.events,
        part=part.part or whole.part,
        deed=whole.deed,
        slot=whole.slot,
        there=whole.there,
        tally=whole.tally,
        total=whole.quantity.of or "",
    )


def _measure(reading: Reading, quantity: Quantity) -> Measure:
    span = _span(reading, quantity)
    told = as_told(quantity, span)
    low, high, unit = to_base(told)
    slack = rounding(quantity)
    known = UNITS.get(quantity.unit)
    scaled = slack * abs(known.factor) if known else slack
    tally = tallies.NONE if span is None else tallies.tally_of(span, unit, quantity.of)
    verb = governor(span[-1]) if span is not None else None
    there = verb is not None and verb.lemma_.lower() == "be"
    exists = there and verb is not None and any(c.dep_ == "expl" for c in verb.children)
    landmark = landmark_of(span) if span is not None and unit == "m" else None
    if landmark is not None:
        tally = tallies.NONE  # "was found 200 metres from the house": it is no haul
    slot = _slot(reading, quantity, tally)
    return Measure(
        quantity=told,
        low=low - scaled,
        high=high + scaled,
        unit=unit,
        events=tally.classes or _events(reading, quantity),
        part=part_of(reading, quantity, span)
        or ("part" if _in_one_ward(reading, span, tally) else ""),
        deed=_deed(reading, quantity),
        purposes=_purposes(reading, quantity) if is_currency(unit) else frozenset(),
        per=_per(reading.text, quantity),
        slot=slot,
        there=there,
        exists=exists and not slot.said and not slot.names,
        landmark=landmark,
        sorts=_sorts(reading, quantity, tally) if unit == "%" or is_currency(unit) else frozenset(),
        tally=tally.classes,
    )


def _events(reading: Reading, quantity: Quantity) -> frozenset[str]:
    """The classes of event in the words next to the quantity: its noun, its verb, its phrase."""
    found: set[str] = set()
    for word in (quantity.of or "").split():
        found |= _events_of_noun(word)
    if found:
        return frozenset(found)
    near = _near(reading, quantity)
    for item in near:
        if item.pos_ in ("NOUN", "PROPN"):
            found |= _events_of_noun(item.lemma_.lower()) or _events_of_noun(item.lower_)
        else:
            found |= events_of(item.lemma_.lower()) or events_of(item.lower_)
    if quantity.unit == "%":
        found.discard("dismiss")  # a rate is cut, and nobody with it
    lives = any(w.lemma_.lower() in ("life", "lives") for w in near)
    if lives and near[0].lemma_ in ("claim", "lose", "cost", "take"):
        found.add("die")
    return frozenset(found)


def _span(reading: Reading, quantity: Quantity) -> Span | None:
    """The tokens of a quantity; None without a parse."""
    span = reading.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    return span if span is not None and len(span) else None


def _near(reading: Reading, quantity: Quantity) -> list[Token]:
    """The verb of a quantity first, then the words of its arguments; empty without a parse."""
    span = _span(reading, quantity)
    if span is None:
        return []
    token: Token = span[-1]
    verb = governor(token)
    near = [verb, *verb.children]
    while token.i != verb.i and token.head.i != token.i:
        token = token.head
        near += [token, *token.children]
    return near + [c for child in verb.children for c in child.children if child.dep_ != "conj"]


def _purposes(reading: Reading, quantity: Quantity) -> frozenset[str]:
    near = (token.lemma_.lower() for token in _near(reading, quantity))
    return frozenset(_PURPOSE[lemma] for lemma in near if lemma in _PURPOSE)


def _in_one_ward(reading: Reading, span: Span | None, tally: tallies.Tally) -> bool:
    """Whether one hospital counts those whom it has: others may be elsewhere."""
    if not tally.classes & _BROUGHT_IN or span is None:
        return False
    verb = governor(span[-1])
    # "We have admitted 17", "medics treated 30 at the scene": whoever does so counts his own.
    theirs = verb.lemma_.lower() in _TAKES_IN and any(c.dep_ == "nsubj" for c in verb.children)
    return theirs or bool(_ONE_HOSPITAL.search(reading.text))


def _sorts(reading: Reading, quantity: Quantity, tally: tallies.Tally) -> frozenset[str]:
    named = [reading.doc[place] for place in tally.tokens]
    counted = (quantity.of or "").rsplit(" ", 1)[-1]
    named += [near for near in _near(reading, quantity) if near.lemma_.lower() == counted]
    return sorts_of(named)


def _per(text: str, quantity: Quantity) -> str:
    match = _PER.match(text[quantity.end :])
    return match["per"].lower() if match else ""


def _events_of_noun(word: str) -> frozenset[str]:
    """As ``events_of``; a fire dismisses nobody."""
    return frozenset() if word == "fire" else events_of(word)


def _deed(reading: Reading, quantity: Quantity) -> Deed:
    span = _span(reading, quantity)
    return Deed() if span is None else deed_of(span[-1])


def _slot(reading: Reading, quantity: Quantity, tally: tallies.Tally) -> slots.Slot:
    span = _span(reading, quantity)
    if span is None:
        return slots.NOWHERE
    # A count's noun says nothing of its place; that of an amount is what the amount is of.
    counts = quantity.of if not quantity.unit or quantity.of == "age" else None
    return slots.slot_of(span, counts, tally)


def alike(a: Measure, b: Measure) -> float:
    """How surely two quantities measure one thing in one place, in [0, 1]; 0 where they can't."""
    return alike_things(a, b) * one_place(a, b)


def alike_things(a: Measure, b: Measure) -> float:
    """As ``alike``, wherever in their clauses the two stand."""
    if a.unit != b.unit or (a.per and b.per and a.per != b.per):
        return 0.0
    if {a.quantity.unit, b.quantity.unit} == {"degree", "°F"}:
        return 0.0
    if a.landmark and b.landmark:
        if not one_spot(a.landmark, b.landmark):
            return 0.0
        if one_thing(a.landmark, b.landmark):
            return 1.0
    if (a.landmark and b.tally) or (b.landmark and a.tally):
        return 0.0  # how long it is, and how far off
    if _added(a, b) or (a.part != b.part and {a.part, b.part} & {"from", "to"}):
        return 0.0
    if (a.part in _MOVED) != (b.part in _MOVED) or {a.part, b.part} == {"up", "down"}:
        return 0.0
    if two_sorts(a.sorts, b.sorts) or two_rates(a, b):
        return 0.0
    if a.events and b.events and not a.events & b.events:
        return 0.0
    if ("age" in a.events) != ("age" in b.events):
        return 0.0
    if two_doings(a, b) or _two_parts(a, b) or _listed_apart(a, b) or _listed_apart(b, a):
        return 0.0
    parts = [m.part in ("part", "just") for m in (a, b)]
    partly = 0.9 if parts[0] != parts[1] else 1.0
    return partly * _alike(a, b)


def _listed_apart(total: Measure, other: Measure) -> bool:
    """Whether the other faces a part listed behind the total, or the total and not this part."""
    counts = other.quantity.of or ""
    if total.total and same_noun(total.quantity.of or "", counts) < 1.0:
        return same_noun(total.total, counts) == 1.0
    told = {noun_stem(word) for word in (other.quantity.of or "").split()}
    return bool(total.listed & (told | other.slot.said | other.slot.names))


def _two_parts(a: Measure, b: Measure) -> bool:
    """Whether it is told of two parts of one whole what each is, or where.

    "Some 900 of the jobs will be in the north", "about 500 of the jobs will be in engineering".
    """
    if a.part != "part" or b.part != "part" or not (a.there and b.there) or a.tally & b.tally:
        return False
    return not any(
        slots.same(m, n)
        for m in a.slot.said | a.slot.names
        for n in b.slot.said | b.slot.names
        if not m.startswith("~")
    )


def _added(a: Measure, b: Measure) -> bool:
    """Whether one figure is what came on top of others: of two such only two rises meet.

    "Families will pay 310 crowns more a year": by how much it costs more is one sum.
    """
    more = [m.part == "more" for m in (a, b)]
    if not all(more):
        return any(more)
    return not is_currency(a.unit) or not a.per or a.per != b.per


def _whole_slot(m: Measure) -> slots.Slot:
    """The place of a figure with what it counts: "flights cancelled: 84", "84 flights"."""
    counted = {noun_stem(word) for word in (m.quantity.of or "").split()}
    return slots.Slot(m.slot.said | counted, m.slot.names)


def one_place(a: Measure, b: Measure) -> float:
    """What two places in their clauses leave of a likeness.

    Of the pairs of our own corpora whose figures exclude each other 5 of 151 clash where the two
    places have nothing in common, and 39 of 127 where they do.
    """
    first, second = a.slot, b.slot
    if a.landmark and b.landmark and one_thing(a.landmark, b.landmark):
        return 1.0
    if "age" in a.events:
        both = first.names & second.names
        if len(both) == 1 and min(len(first.names), len(second.names)) > 1:
            return 0.0  # one surname: two of a family
        if both or first.said & second.said:
            return 1.0
        return 0.0 if first.names and second.names else UNTOLD
    if not first.said and not second.said and first.names & second.names:
        return 1.0
    if not first.said or not second.said:
        return ALL_OF_IT if _all_there_are(a, b) or _all_there_are(b, a) else UNTOLD
    if a.tally & b.tally:
        return _of_one(a, b)
    same = slots.alike(first, second)
    if not same:
        return 0.0
    return 1.0 if same >= 0.5 else PARTLY


def _all_there_are(a: Measure, b: Measure) -> bool:
    """Whether one tells without more how many things there were: "there was one explosion".

    Of people there are always others.
    """
    if a.unit or not a.exists or a.tally or a.part or b.part:
        return False
    noun, other = a.quantity.of or "", b.quantity.of or ""
    return bool(noun) and not person(noun) and noun_stem(noun) == noun_stem(other)


def _of_one(a: Measure, b: Measure) -> float:
    """As ``one_place``, of two figures of one tally, by what else is told of them."""
    rest = [
        {word for word in m.slot.said if not word.startswith("~")} | m.slot.names for m in (a, b)
    ]
    if not rest[0] or not rest[1]:
        return 1.0
    if any(slots.same(m, n) for m in rest[0] for n in rest[1]):
        return 1.0
    return 0.0 if a.tally & b.tally <= THINGLIKE else PARTLY


_RATED = frozenset({"wage", "rent"})
_TIMES = frozenset("hour day night week fortnight month quarter year".split())


def two_rates(a: Measure, b: Measure) -> bool:
    """Whether one sum is for each month, say, and the other is not: a wage, and a price."""
    rated = [m.per in _TIMES for m in (a, b)]
    if not is_currency(a.unit) or rated[0] == rated[1]:
        return False
    return not (a.events & b.events & _RATED)


def two_doings(a: Measure, b: Measure) -> bool:
    """Whether two counts of one thing, or two sums, belong to two deeds or to two givers."""
    if is_currency(a.unit):
        for_two = a.purposes and b.purposes and not a.purposes & b.purposes
        return bool(for_two) or two_givers(a.deed, b.deed) or two_receivers(a.deed, b.deed)
    if a.unit or b.unit or not a.quantity.of or not b.quantity.of or a.events & b.events:
        return False
    return same_noun(a.quantity.of, b.quantity.of) == 1.0 and two_deeds(a.deed, b.deed)


def two_uses(a: Measure, b: Measure) -> bool:
    """Whether two sums of money belong to two verbs: what a firm owed, what it was insured for."""
    return bool(is_currency(a.unit) and a.verb and b.verb and a.verb != b.verb)


def _lasted(a: Measure, b: Measure) -> bool:
    """Whether one tells how long it was done, and the other how long the doing took."""
    return bool(a.verb) and b.verb in _LASTING and a.verb in b.slot.said


def _one_kind(a: Measure, b: Measure) -> bool:
    """Whether what two figures of one tally count may be the same: not cattle and people."""
    if a.unit:
        return True
    nouns = [(m.quantity.of or "").rsplit(" ", 1)[-1] for m in (a, b)]
    if two_camps(*nouns):
        return False
    if all(not noun or person(noun) or noun in JOBS or OF_PEOPLE.noun.get(noun) for noun in nouns):
        return True
    if not all(nouns):
        [noun] = [noun for noun in nouns if noun]
        return noun_stem(noun) in a.slot.said | b.slot.said
    return same_noun(nouns[0], nouns[1]) > 0 or all(OF_THINGS.noun.get(noun) for noun in nouns)


def _one_crowd(a: Measure, b: Measure) -> bool:
    """Whether one counts those present and the other those who are at the place.

    "800 people are outside the town hall", "200 are protesting outside the town hall".
    """
    if a.unit or not a.tally & PRESENT or b.tally or b.events or not b.there:
        return False
    if not person((b.quantity.of or "people").rsplit(" ", 1)[-1]) or not _one_kind(a, b):
        return False
    return slots.alike(a.slot, b.slot) >= 0.5


def _alike(a: Measure, b: Measure) -> float:
    shared = bool(a.events & b.events)
    if a.tally & b.tally and _one_kind(a, b):
        return 1.0
    if _one_crowd(a, b) or _one_crowd(b, a):
        return 0.9
    if two_camps(a.quantity.of or "", b.quantity.of or ""):
        return 0.0
    first, second = (None if m.quantity.of in _DIMENSIONS else m.quantity.of for m in (a, b))
    if first and second:
        same = same_noun(first, second)
        if a.unit == "" and not shared and bool(a.tally) != bool(b.tally) and person(first):
            # One tells what befell those whom it counts.
            return 0.4 * same if same == 1.0 else 0.0
        if same:
            if not shared and a.verb and b.verb and a.verb != b.verb:
                # "killed nine people", "brought 300 people to safety"
                if a.unit == "second" or (a.unit == "" and (a.events | b.events) & _FATES):
                    return 0.0
                if not is_currency(a.unit) and a.unit != "%" and bool(a.tally) != bool(b.tally):
                    return 0.4 * same  # "180,000 were sold", "60 were tested"
                return 0.7 * same
            return same if same == 1.0 or shared or not (a.events or b.events) else 0.5
        if a.unit == "":
            return 0.0
        return 0.8 if shared else 0.0
    if shared:
        return 0.9
    if a.unit == "" and bool(a.tally) != bool(b.tally):
        return 0.0
    if slots.alike(_whole_slot(a), _whole_slot(b)) >= ONE_PLACE and not two_uses(a, b):
        return 0.9
    if a.unit == "":
        return 0.3
    if a.unit == "second":
        if a.low <= b.high and b.low <= a.high:
            return 0.4
        # How long two things took: only what one verb tells of one thing is one time.
        one = a.verb and a.verb == b.verb and slots.alike(a.slot, b.slot) >= 0.5
        return 0.8 if one or _lasted(a, b) or _lasted(b, a) else 0.0
    if two_uses(a, b):
        return 0.0
    return 0.5 if is_currency(a.unit) or a.unit in ("%", "°C", "magnitude") else 0.4

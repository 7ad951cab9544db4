"""Dispute, reversal, self-contradiction and update."""

from __future__ import annotations

import pytest

from claimtrack.judge.relation import one_voice, relate
from claimtrack.model import Claim, ConflictType, Holder, HolderKind, Relation
from tests.builders import claim, count, document, person

HERE = document("One report.", outlet="Ledger")
THERE = document("Another report.", outlet="Courier")
ADA = person("Ada Brandt")
IVO = person("Ivo Lehn")
OFFICIAL = Holder("an official", HolderKind.ANONYMOUS)


def toll(value: float, said: str | None, holder: Holder = ADA) -> Claim:
    """A death toll as given on a day."""
    return claim(
        f"{value:g} people died.",
        of=HERE if holder is ADA else THERE,
        holder=holder,
        said=said,
        quantities=(count(value, "people"),),
    )


def test_a_toll_that_rises_is_an_update() -> None:
    """A later and higher count overtakes the earlier one, whoever gives it."""
    earlier, later = toll(16, "2026-03-01"), toll(23, "2026-03-02", IVO)
    assert relate(earlier, later, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(later, earlier, ConflictType.QUANTITY) is Relation.UPDATE


def test_a_toll_that_is_lower_later_is_a_dispute() -> None:
    """A count that only grows cannot have shrunk: two holders disagree."""
    earlier, later = toll(23, "2026-03-01"), toll(16, "2026-03-02", IVO)
    assert relate(earlier, later, ConflictType.QUANTITY) is Relation.DISPUTE


def test_without_dates_order_alone_makes_no_update() -> None:
    """Undated articles have no earlier and later."""
    assert relate(toll(16, None), toll(23, None, IVO), ConflictType.QUANTITY) is Relation.DISPUTE


@pytest.mark.parametrize(
    ("said", "relation"),
    [("2026-03-09", Relation.REVERSAL), ("2026-03-01", Relation.SELF_CONTRADICTION)],
)
def test_one_holder_reverses_later_and_contradicts_itself_at_once(
    said: str, relation: Relation
) -> None:
    """The same voice on another day has changed its story; on one day it contradicts itself."""
    a = claim("The bridge is safe.", of=HERE, holder=ADA, said="2026-03-01")
    b = claim("The bridge is unsafe.", of=THERE, holder=ADA, said=said)
    assert relate(a, b, ConflictType.OPPOSITE) is relation


def test_a_later_correction_of_the_same_voice_is_an_update() -> None:
    """Who corrects itself does not reverse itself."""
    a = claim("Nine were hurt.", of=HERE, holder=ADA, said="2026-03-01")
    b = claim("An earlier version misstated it: two were hurt.", of=THERE, holder=ADA,
              said="2026-03-02")  # fmt: skip
    assert relate(a, b, ConflictType.OTHER) is Relation.UPDATE


def test_states_at_different_times_are_an_update() -> None:
    """Closed on Monday and open on Friday are both true."""
    a = claim("The port was closed.", of=HERE, holder=ADA, said="2026-03-02", happened="2026-03-02")
    b = claim("The port was open.", of=THERE, holder=IVO, said="2026-03-06", happened="2026-03-06")
    assert relate(a, b, ConflictType.OPPOSITE) is Relation.UPDATE


def test_a_spokesman_and_his_institution_are_one_voice() -> None:
    """Who speaks on behalf of an institution is that institution."""
    speaker = claim("A.", of=HERE, holder=person("Ivo Lehn", "Orvale Police"))
    police = claim("B.", of=THERE, holder=Holder("Orvale police", HolderKind.ORGANISATION))
    assert one_voice(speaker, police)


def test_one_official_is_not_another() -> None:
    """Anonymous sources are one only within a sentence."""
    a = claim("A.", of=HERE, holder=OFFICIAL, sentence=1)
    b = claim("B.", of=HERE, holder=OFFICIAL, sentence=2)
    assert not one_voice(a, b)

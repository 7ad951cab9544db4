"""Wire copies become one flag."""

from __future__ import annotations

from claimtrack.judge.copies import collapse
from claimtrack.model import Claim, Conflict, ConflictType, Relation
from tests.builders import claim, document, person

DENIAL = claim("The dam held.", of=document("Denial.", outlet="Courier"), holder=person("Ivo Lehn"))


def conflict(a: Claim, b: Claim, score: float) -> Conflict:
    """A dispute between two claims."""
    return Conflict(a, b, ConflictType.NEGATION, Relation.DISPUTE, score, "", ())


def test_copies_of_a_report_are_one_flag_that_names_them_all() -> None:
    """The best score stands for the group and keeps every appearance."""
    wire = claim("The dam at Orvale broke on Monday night.", of=document("Wire.", outlet="A"))
    copy = claim("The dam at Orvale broke on Monday night", of=document("Copy.", outlet="B"))
    [flag] = collapse([conflict(wire, DENIAL, 0.8), conflict(DENIAL, copy, 0.9)])
    assert flag.score == 0.9
    assert flag.copies == ((wire.id, DENIAL.id),)


def test_different_statements_stay_different_flags() -> None:
    """Two findings about one denial are two."""
    one = claim("The dam at Orvale broke on Monday night.", of=document("One.", outlet="A"))
    two = claim("Water has burst through the wall.", of=document("Two.", outlet="B"))
    assert len(collapse([conflict(one, DENIAL, 0.8), conflict(two, DENIAL, 0.9)])) == 2

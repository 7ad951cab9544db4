"""One quarrel told by many is read as one."""

from __future__ import annotations

import dataclasses
import itertools

from claimtrack.model import AuditResult, Claim, Conflict
from claimtrack.report import json_, render, text
from claimtrack.report.groups import grouped, numbered


def quarrels(sample: AuditResult, *pairs: tuple[int, int]) -> list[Conflict]:
    """Conflicts between numbered claims, the surest first."""
    [conflict] = [c for c in sample.conflicts if c.relation.value == "dispute"]

    def claim(number: int) -> Claim:
        side = conflict.a if number % 2 else conflict.b
        return dataclasses.replace(side, statement=f"{side.statement} {number}")

    claims = [claim(number) for number in range(12)]
    scores = itertools.count(99, -1)
    return [
        dataclasses.replace(conflict, a=claims[a], b=claims[b], score=next(scores) / 100)
        for a, b in pairs
    ]


def test_what_shares_a_passage_stands_together(sample: AuditResult) -> None:
    """With the first of its group, or between two passages of it; weak links make no chain."""
    found = quarrels(sample, (1, 2), (4, 5), (2, 3), (3, 1), (5, 6), (6, 3))
    numbers = [[found.index(one) for one in group] for group in grouped(found)]
    assert numbers == [[0, 2, 3], [1, 4], [5]]
    assert grouped([]) == []


def test_a_sure_conflict_joins_those_that_tell_its_passages_later(sample: AuditResult) -> None:
    """It comes first and stands alone, until weaker ones have told both its passages."""
    found = quarrels(sample, (1, 2), (3, 4), (1, 3), (2, 4), (5, 6))
    assert grouped(found) == [[found[0], found[1], found[2], found[3]], [found[4]]]
    halfway = quarrels(sample, (1, 2), (3, 4), (1, 3), (4, 5))
    assert [len(group) for group in grouped(halfway)] == [2, 2]


def test_copies_count_as_passages(sample: AuditResult) -> None:
    """What one outlet has from another belongs to the same quarrel."""
    first, second, third = quarrels(sample, (1, 2), (3, 4), (5, 6))
    copied = dataclasses.replace(first, copies=((third.a.id, third.b.id),))
    assert grouped([copied, second, third]) == [[copied, third], [second]]


def test_a_passage_is_quoted_in_full_once_a_group(sample: AuditResult) -> None:
    """Then it is a line that says where; ``verbose`` and JSON repeat everything."""
    found = quarrels(sample, (1, 2), (2, 3), (4, 5))
    result = dataclasses.replace(sample, conflicts=tuple(found), updates=())
    page = text.render(result)
    assert page.count("“But minister Ilka Thorne said there was no breach at all.”") == 2
    assert "1 to 2 are about the same passages:\n\n1. DISPUTE" in page
    assert "2. DISPUTE" in page
    second = page.split("2. DISPUTE")[1].split("3. DISPUTE")[0]
    [again] = [line for line in second.splitlines() if line.endswith("(as in 1)")]
    assert "There was no breach of the" in again, "what it says, not how it begins"
    assert "Conflicts about one passage stand together, 2 groups in all." in page
    assert "(as in" not in text.render(result, verbose=True)
    alone = dataclasses.replace(sample, conflicts=tuple(found[:1]), updates=())
    assert "stand together" not in text.render(alone)
    assert len(json_.as_dict(result)["conflicts"]) == 3


def test_every_report_for_people_gives_the_same_numbers(sample: AuditResult) -> None:
    """Who reads the page beside the terminal finds the same conflict under one number."""
    found = quarrels(sample, (1, 2), (4, 5), (2, 3))
    order = [conflict.id for _, conflict in numbered(found)]
    assert order == [found[0].id, found[2].id, found[1].id]
    result = dataclasses.replace(sample, conflicts=tuple(found), updates=())
    for name in ("markdown", "html"):
        page = render(result, name)
        places = [page.rindex(key) for key in order]
        assert places == sorted(places), name
    told = text.render(result, verbose=True)
    assert [told.index(f"conflict {key}") for key in order] == sorted(
        told.index(f"conflict {key}") for key in order
    )

"""The hour of a live blog's entry is no part of what the entry tells."""

from __future__ import annotations

import pytest

from ..conftest import Extract


@pytest.mark.parametrize(
    "stamp", ["**09:05**", "**09:05:**", "*9.05am*", "__09:05__", "**12.30pm** -", "* 09:05"]
)
def test_an_emphasised_hour_is_cut_off(extract: Extract, stamp: str) -> None:
    """Many pages set the hour of an entry in bold."""
    assert [c.statement for c in extract(f"{stamp} Four ferries have sunk off Lund.")] == [
        "Four ferries have sunk off Lund."
    ]


def test_a_second_hour_in_a_paragraph_opens_an_entry(extract: Extract) -> None:
    """Who speaks behind it is no "12:44 Police"."""
    found = extract("**12:30** The pass is shut. **12:44** Police say nobody has been hurt.")
    assert [(c.holder.name, c.statement) for c in found][1:] == [
        ("Police", "Nobody has been hurt.")
    ]


@pytest.mark.parametrize("day", ["7 May 2026", "3 June", "May 7, 2026", "May 7"])
def test_a_dateline_may_put_the_day_first(extract: Extract, day: str) -> None:
    """ "KARSHOLM, 7 May 2026 -" is a dateline, and no firm of the text."""
    found = extract(f"KARSHOLM, {day} - Halcor Aviation has sold 36 jets.")
    assert [c.statement for c in found] == ["Halcor Aviation has sold 36 jets."]

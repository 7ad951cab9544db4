"""What a correction takes back is denied or no claim; what it puts right is one."""

from __future__ import annotations

import pytest

from ..conftest import Extract


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Correction, 14 March: An earlier version of this page said that the mill is on the "
            "west bank of the Aller. The mill is on the east bank.",
            [
                "The mill is not on the west bank of the Aller.",
                "The mill is on the east bank.",
            ],
        ),
        (
            "This article originally stated that the quay was built by Harmon Steel.",
            ["The quay was not built by Harmon Steel."],
        ),
        ("Correction: A previous version of this story gave the number of dead as 16.", []),
        (
            "Clarification: We wrongly said that the minister had left the country. Ada Berg was "
            "in Halden.",
            ["The minister had not left the country.", "Ada Berg was in Halden."],
        ),
        ("CORRECTED 12 May: Our headline misstated the number of victims.", []),
    ],
)
def test_what_an_outlet_takes_back_it_denies(extract: Extract, text: str, kept: list[str]) -> None:
    """An earlier version, or what the outlet wrongly said, is held by nobody any more.

    What is put as a clause is denied, the rest is left out.
    """
    found = extract(text, published="2026-03-14", outlet="Radio Halden")
    assert [claim.statement for claim in found] == kept


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("An earlier report by the board found that the pumps were too small.", "board"),
        ("The report says that the firm paid 3 million crowns.", "report"),
        ("The first edition of the book said that the king was mad.", "first edition of the book"),
    ],
)
def test_another_s_report_still_holds(extract: Extract, text: str, holder: str) -> None:
    """A report of others, however early, and a book's edition are sources like any."""
    found = extract(text, published="2026-03-14", outlet="Radio Halden")
    assert [claim.holder.name for claim in found] == [holder]

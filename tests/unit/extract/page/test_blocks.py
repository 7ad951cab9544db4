"""Which lines are prose."""

from __future__ import annotations

import pytest

from claimtrack.extract.page.blocks import BlockKind, blocks


def kinds(text: str, title: str | None = None) -> list[BlockKind]:
    return [block.kind for block in blocks(text, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Source link",
        "By Ada Wren and Otto Pell",
        "Wren and Pell write for the Dorvik Post.",
        "Wren reported from Oslo. Otto Pell in Ardo contributed to this report.",
        "Photo: A rescue boat near the pier",
        "Reporting by Ada Wren; editing by Otto Pell",
        "Updated: 3 May 2031, 14:20",
        "Read more: How the dam broke",
        "https://post.example/dam",
        "3 May 2031",
        "* * *",
    ],
)
def test_furniture_holds_no_claims(line: str) -> None:
    """Bylines, credits, links, dates and rules are not prose."""
    text = f"{line}\n\nThe ferry sank at noon on Sunday."
    assert kinds(text) == [BlockKind.FURNITURE, BlockKind.PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Storm sinks ferry off Cape Lind",
        "‘This dam was never safe’",
        "## What we know",
        "MAYOR TARN RESIGNS",
        "The ferry sank",
    ],
)
def test_lines_without_a_final_stop_are_headings(line: str) -> None:
    """A short line that no stop ends is a heading, quoted or not."""
    text = f"{line}\n\nThe ferry sank at noon on Sunday."
    assert kinds(text) == [BlockKind.HEADING, BlockKind.PROSE]


def test_people_may_be_reported_from_somewhere() -> None:
    """Prose that only resembles a contributor's line stays prose."""
    assert kinds("Two deaths were reported from Ardo on Monday.") == [BlockKind.PROSE]


def test_lead_ins_are_cut_off() -> None:
    """Time stamps, datelines and bullets are no part of the block."""
    text = (
        "14:32 GMT - Fire crews reached the roof.\n\nDORVIK (NP) — A court fined the mine.\n\n"
        "- The school closed on Monday\n\nThe storm passed.\n\n**09:05** Four ships left.\n\n"
        "[11:40] Two came back."
    )
    found = [text[block.start : block.end] for block in blocks(text)]
    assert found == [
        "Fire crews reached the roof.",
        "A court fined the mine.",
        "The school closed on Monday",
        "The storm passed.",
        "Four ships left.",
        "Two came back.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "DORVIK, 7 May 2026 - ",
        "DORVIK, May 7, 2026 — ",
        "DORVIK, May 7 (NP) - ",
        "DORVIK, Norland, 7 May - ",
        "DORVIK (NP) — ",
    ],
)
def test_a_dateline_is_cut_off_however_its_day_is_written(line: str) -> None:
    """Place and day of a report are no part of its first sentence."""
    text = f"{line}Orva Aviation is proud of its six new jets."
    [block] = blocks(text)
    assert text[block.start : block.end] == "Orva Aviation is proud of its six new jets."


def test_a_label_before_a_colon_names_the_speaker() -> None:
    """Transcripts mark questions, answers and names."""
    found = blocks("Q: Was anyone inside?\n\nA: Two guards were.\n\nANNA BERG: No one else.")
    assert [block.label for block in found] == ["Q", "A", "ANNA BERG"]


def test_hard_wrapped_lines_are_one_block() -> None:
    """Lines of equal width that no stop ends belong to one paragraph."""
    text = (
        "The harbour master said on Monday that the crane had fallen into the\n"
        "basin during the night and that the pier would stay closed until the\n"
        "divers had looked at the wall.\n"
    )
    assert len(blocks(text)) == 1


def test_the_documents_own_title_is_a_heading() -> None:
    """Even with a full stop."""
    text = "The ferry sank.\n\nIt went down at noon."
    assert kinds(text, title="The ferry sank.")[0] is BlockKind.HEADING

"""The order in which a claim's pairs are judged."""

from __future__ import annotations

import pytest

from claimtrack.candidates.gate import Side, measure
from claimtrack.candidates.nearness import USUAL
from claimtrack.candidates.profile import claim_profile
from claimtrack.candidates.rank import contested, standing, told
from claimtrack.candidates.stories import Stories
from claimtrack.model import Claim, Evidence, Stance
from tests.builders import claim, count, document, person

HERE = document("One report about the dam.", outlet="Ledger")
THERE = document("Another report about the dam.", outlet="Courier")
ADA, IVO = person("Ada Brandt"), person("Ivo Lehn")
BROKE = claim("The dam broke at night.", of=HERE, holder=ADA)


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        (
            claim("The dam did not break.", of=THERE, holder=IVO),
            claim("The dam broke.", of=THERE, holder=IVO),
        ),
        (
            claim("The dam held.", of=THERE, holder=IVO),
            claim("The dam held.", of=THERE, holder=ADA),
        ),
        (
            claim("The dam held.", of=THERE, holder=IVO),
            claim("The dam held.", of=THERE),
        ),
        (
            claim("The dam held all night.", of=THERE, holder=IVO),
            claim("The dam held that night.", of=THERE, holder=IVO),
        ),
        (
            claim("The dam held.", of=THERE, holder=IVO),
            claim("The dam will hold.", of=THERE, holder=IVO, stance=Stance.PREDICTED),
        ),
    ],
    ids=["one negated", "two voices", "who is quoted", "sweeping", "what is"],
)
def test_what_voices_contest_comes_first(likelier: Claim, other: Claim) -> None:
    """A negation, another voice, a quotation, a sweeping word and the present are judged sooner."""
    assert contested(BROKE, likelier) > contested(BROKE, other)


def test_figures_that_exclude_each_other_come_before_figures_that_agree() -> None:
    """Two counts of nine are judged after nine against four."""
    nine, again, four = (
        claim(f"{n} were hurt.", of=HERE, holder=who, quantities=(count(n),))
        for n, who in ((9, ADA), (9, IVO), (4, IVO))
    )
    assert contested(nine, four) > contested(nine, again)


def test_what_is_told_of_a_standing_adds_up_to_it() -> None:
    """Who asks why NLI never read a pair sees every part of the number that is held against it."""
    b = claim("The dam did not break at night.", of=THERE, holder=IVO)
    reasons = (Evidence("similarity", "cosine", 2.0), Evidence("names", "none", -0.7))
    parts = told(BROKE, b, reasons)
    assert sum(part.weight for part in parts) == pytest.approx(
        standing(BROKE, b, reasons), abs=1e-3
    )
    assert parts[-1].signal == "contested"
    assert parts[-1].weight > 0


def test_closeness_counts_more_than_what_is_contested() -> None:
    """A denial about something else stays behind a plain statement about the same thing."""

    def placed(b: Claim, cosine: float) -> float:
        sides = [Side(one, claim_profile(one), claim_profile(one)) for one in (BROKE, b)]
        stories = Stories({one.claim.document: one.document for one in sides})
        _, reasons = measure(*sides, cosine, {}, stories)
        apart = Evidence("stands out", "cosine", cosine - USUAL)
        return standing(BROKE, b, (*reasons, apart))

    near = claim("The dam at the lake broke at noon.", of=THERE, holder=IVO)
    far = claim("Nobody sold shares.", of=THERE, holder=IVO, stance=Stance.DENIED)
    assert placed(near, 0.8) > placed(far, 0.05)


def test_two_hours_are_read_against_each_other() -> None:
    """Two statements that both tell a time of day are judged before one that tells none."""
    four, six, none = (
        claim(text, of=THERE, holder=IVO)
        for text in ("It fell at 4 p.m. today.", "It fell at 6 p.m. today.", "It fell on the town.")
    )
    assert contested(four, six) > contested(four, none)

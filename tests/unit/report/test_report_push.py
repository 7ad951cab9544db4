"""Which way a reason pushes is seen at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Evidence
from claimtrack.report import steps
from claimtrack.report.push import push, reason
from claimtrack.report.wording import cells

AGAINST = Evidence("nli.contradiction", "NLI gives a contradiction 0.25 one way", -1.28)


def test_what_speaks_against_says_so() -> None:
    """A contradiction of 0.25 is no evidence for one, and no sign has to be found to see it."""
    [line] = reason(AGAINST, 80)
    assert line == "   against -1.28  nli.contradiction: NLI gives a contradiction 0.25 one way"


def test_what_moves_nothing_speaks_neither_way() -> None:
    """There is no minus before nought."""
    assert [push(weight).split() for weight in (0.0, -0.0049, 0.004)] == [["0.00"]] * 3


@given(st.floats(-9.9, 9.9), st.text(max_size=200), st.integers(40, 120))
def test_a_reason_keeps_to_its_columns(weight: float, detail: str, width: int) -> None:
    """Whatever an article puts into a detail, the text begins in one column and ends in time."""
    lines = reason(Evidence("words", detail, weight), width)
    assert len(push(weight)) == 13
    assert max(len(line) for line in lines) <= width
    assert all(line.startswith(" " * 18) for line in lines[1:])


def test_steps_say_what_their_reasons_are_about() -> None:
    """The gate measures one event; only the judge has reasons for and against a conflict."""
    like = Evidence("words", "all in common", 1.0)
    gate = steps.render([Evidence("dropped", "at the gate", 0.0), like])
    assert "for and against that both speak of one event:\n  for     +1.00  words" in gate
    judge = steps.render([Evidence("judged", "neutral", 0.0), AGAINST, like])
    assert judge.index("a conflict:\n  for     +1.00") < judge.index("  against -1.28")
    assert max(cells(line) for line in judge.splitlines()) <= 80

"""Fixture corpora: where an expectation stands, what matches it, what is missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack import check
from claimtrack.errors import FixtureError
from claimtrack.model import AuditResult, Claim, Conflict, ConflictType, Evidence, Relation
from claimtrack.results import ExpectedSide
from tests.builders import claim, document, person

ONE = document("The dam broke on Monday. Nine people died.", path="articles/one.txt")
TWO = document("The dam held,\nIvo Lehn said. Nobody died.", path="articles/two.txt")
BROKE = claim("The dam broke on Monday.", of=ONE)
HELD = claim("The dam held, Ivo Lehn said.", of=TWO, holder=person("Ivo Lehn"))
NINE = claim("Nine people died.", of=ONE, start=25, sentence=1)
NOBODY = claim("Nobody died.", of=TWO, start=29, sentence=1)


def corpus(folder: Path, lines: list[dict[str, object]]) -> check.Corpus:
    """A corpus on disk with these expectations."""
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").write_text(ONE.text)
    (folder / "articles" / "two.txt").write_text(TWO.text)
    (folder / "expected.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    [found] = check.corpora(folder, False)
    return found


def line(key: str, a: str, b: str, **more: object) -> dict[str, object]:
    """An expectation between the two documents."""
    return {"id": key, "a": {"doc": "one", "text": a}, "b": {"doc": "two", "text": b}, **more}


def flag(a: Claim, b: Claim, *copies: tuple[str, str]) -> Conflict:
    """A flagged dispute."""
    evidence = (Evidence("nli", "contradiction 0.98", 3.0), Evidence("base", "", -1.0))
    return Conflict(a, b, ConflictType.NEGATION, Relation.DISPUTE, 0.9, "", evidence, tuple(copies))


def result(*conflicts: Conflict, updates: tuple[Conflict, ...] = ()) -> AuditResult:
    """An audit that found these."""
    return AuditResult((ONE, TWO), (BROKE, HELD, NINE, NOBODY), conflicts, updates, (), {})


def no_word(a: Claim, b: Claim) -> list[Evidence]:
    """An explanation that names the gate."""
    return [Evidence("dropped", "at the gate", 0.0)]


def test_a_flag_on_both_spans_finds_its_line_in_either_order(tmp_path: Path) -> None:
    """White space is collapsed and half of the shorter span is enough."""
    here = corpus(tmp_path, [line("x", "dam broke on Monday", "The dam held, Ivo Lehn said")])
    scored = check.score(here, result(flag(HELD, BROKE)), no_word)
    assert (scored.precision, scored.recall) == (1.0, 1.0)


def test_a_flag_on_a_no_conflict_line_is_a_false_alarm_with_its_signal(tmp_path: Path) -> None:
    """The alarm names the line it fell for and the signal that pushed it over."""
    here = corpus(tmp_path, [line("x", "Nine people died", "Nobody died", label="no_conflict")])
    [alarm] = check.score(here, result(flag(NINE, NOBODY)), no_word).false_alarms
    assert alarm.expectation is not None
    assert alarm.reason == "nli: contradiction 0.98"


def test_an_optional_line_counts_neither_way(tmp_path: Path) -> None:
    """A flag on an optional line is neither found nor a false alarm."""
    here = corpus(tmp_path, [line("x", "Nine people died", "Nobody died", label="optional")])
    scored = check.score(here, result(flag(NINE, NOBODY)), no_word)
    assert (scored.expected, scored.found, scored.false_alarms) == (0, (), ())


def test_several_flags_on_a_line_count_once_and_copies_find_lines_too(tmp_path: Path) -> None:
    """A collapsed flag finds the line of each of its appearances."""
    lines = [
        line("x", "dam broke on Monday", "The dam held"),
        line("y", "Nine people died", "Nobody died"),
    ]
    here = corpus(tmp_path, lines)
    both = result(flag(BROKE, HELD, (NINE.id, NOBODY.id)), flag(NINE, NOBODY))
    scored = check.score(here, both, no_word)
    assert (len(scored.found), scored.precision, scored.recall) == (2, 1.0, 1.0)


def test_an_update_does_not_find_a_conflict_and_the_miss_says_so(tmp_path: Path) -> None:
    """What was taken for an update is missed at the relation."""
    here = corpus(tmp_path, [line("x", "Nine people died", "Nobody died")])
    [missed] = check.score(here, result(updates=(flag(NINE, NOBODY),)), no_word).missed
    assert missed.reason.startswith("relation:")


def test_a_miss_names_the_step_that_dropped_it(tmp_path: Path) -> None:
    """The explanation of the pair of claims is taken over."""
    here = corpus(tmp_path, [line("x", "Nine people died", "Nobody died")])
    [missed] = check.score(here, result(), no_word).missed
    assert missed.reason == "dropped: at the gate"


@pytest.mark.parametrize(
    ("text", "occurrence", "message"),
    [
        ("The dam burst", None, "does not hold"),
        ("died", None, "2 times"),
        ("died", 3, "only 2 times"),
    ],
)
def test_a_text_that_is_not_there_once_is_an_error(
    text: str, occurrence: int | None, message: str
) -> None:
    """An expectation has to name one passage."""
    twice = document("Nine died. Ten died.", path="one.txt")
    with pytest.raises(FixtureError, match=message):
        check.locate(ExpectedSide("one", text, occurrence), [twice])


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    """A reader finds the line to mend."""
    path = tmp_path / "expected.jsonl"
    path.write_text('{"id": "x"}\n')
    with pytest.raises(FixtureError, match="line 1"):
        check.read_expectations(path)

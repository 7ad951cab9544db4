"""The baseline and comments: what they accept, and when they are stale."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from claimtrack import baseline
from claimtrack.baseline import Entry, make_entry
from claimtrack.errors import ConfigError
from claimtrack.model import (
    Accepted,
    AuditResult,
    Claim,
    Conflict,
    ConflictType,
    Document,
    Ignore,
    Relation,
)
from claimtrack.suppress import suppress, unneeded
from tests.builders import person

DAY = dt.date(2031, 5, 4)
ONE = Document(
    "The Orvale dam was breached on Monday, the agency said. Nobody slept.",
    path="one.md",
    outlet="Ledger",
    first_line=1,
)
TWO = Document("The Orvale dam was not breached, said Thorne.", path="two.md", outlet="Courier")


def claim(document: Document, quote: str, statement: str = "S") -> Claim:
    start = document.text.index(quote)
    holder = person("Ilka Thorne")
    return Claim(document.id, quote, start, start + len(quote), statement, holder)


def result(one: Document = ONE, quote: str = "The Orvale dam was breached") -> AuditResult:
    a, b = claim(one, quote), claim(TWO, "The Orvale dam was not breached")
    conflict = Conflict(a, b, ConflictType.NEGATION, Relation.DISPUTE, 0.9, "x", ())
    return AuditResult((one, TWO), (a, b), (conflict,), (), (), {})


def entry(found: AuditResult) -> Entry:
    documents = {document.id: document for document in found.documents}
    return make_entry(found.conflicts[0], documents, reason="known", author="Ada Brandt", date=DAY)


def test_what_is_in_the_baseline_is_set_apart_and_counted() -> None:
    """It is no finding any more, and says who accepted it, when and why."""
    found = suppress(result(), [entry(result())])
    assert found.conflicts == ()
    [item] = found.suppressed
    assert (item.by, item.reason, item.author, item.date) == (
        Accepted.BASELINE,
        "known",
        "Ada Brandt",
        DAY,
    )
    assert found.run["suppressed"] == {"baseline": 1, "inline": 0}
    assert found.stale == ()


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("The Orvale dam was breached on Monday, the agency said.", True),
        ("Orvale dam was breached", True),
        ("Nobody slept.", False),
        ("The Orvale", True),
        ("the agency said. Nobody slept.", False),
    ],
)
def test_a_passage_cut_otherwise_is_the_same_one(quote: str, kept: bool) -> None:
    """Half of the shorter quote keeps an entry, whatever the offsets, scores and statements."""
    moved = dataclasses.replace(ONE, text="A new first line.\n\n" + ONE.text)
    found = suppress(result(moved, quote), [entry(result())])
    assert bool(found.suppressed) is kept
    assert bool(found.conflicts) is not kept
    assert bool(found.stale) is not kept


def test_an_entry_is_found_by_a_copy_of_the_conflict() -> None:
    """Which of several equal pairs stands for all may change; the entry holds for any."""
    found = result()
    other = claim(ONE, "Nobody slept.")
    twin = dataclasses.replace(
        found.conflicts[0],
        a=other,
        copies=((found.conflicts[0].a.id, found.conflicts[0].b.id),),
    )
    turned = dataclasses.replace(found, conflicts=(twin,), claims=(*found.claims, other))
    assert suppress(turned, [entry(found)]).suppressed


def test_an_entry_is_stale_only_where_both_articles_are_told(tmp_path: Path) -> None:
    """What was not read and still exists may hold its conflict yet."""
    known = entry(result())
    clean = dataclasses.replace(result(), conflicts=())
    assert unneeded(clean, [known]) == [known]
    assert suppress(clean, [known], baseline="b.json").stale[0].path == "b.json"
    there = tmp_path / "three.md"
    there.write_text("x")
    elsewhere = dataclasses.replace(
        known, b=dataclasses.replace(known.b, article=f"courier|{there}")
    )
    assert unneeded(clean, [elsewhere]) == []
    there.unlink()
    assert unneeded(clean, [elsewhere]) == [elsewhere]


def with_ignore(*types: ConflictType) -> Document:
    ignore = Ignore(0, 54, types, "quoted on purpose", line=3)
    return dataclasses.replace(ONE, ignores=(ignore,))


def test_a_comment_accepts_the_conflicts_of_its_paragraph() -> None:
    """The type must be one of those it names; no types mean all."""
    for document in (with_ignore(), with_ignore(ConflictType.NEGATION, ConflictType.DATE)):
        found = suppress(result(document))
        assert found.suppressed[0].by is Accepted.INLINE
        assert found.suppressed[0].reason == "quoted on purpose"
        assert found.stale == ()


def test_a_comment_that_covers_nothing_is_stale() -> None:
    """Another type, or no conflict, is told with the line of the comment."""
    found = suppress(result(with_ignore(ConflictType.DATE)))
    assert len(found.conflicts) == 1
    assert found.stale[0].path == "one.md:3"


def test_a_baseline_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    """The file is the same for the same entries, in whatever order they come."""
    first = entry(result())
    second = dataclasses.replace(first, fingerprint="0" * 16, author=None)
    path = tmp_path / "new" / "b.json"
    baseline.write(path, [first, second])
    content = path.read_bytes()
    assert set(baseline.read(path)) == {first, second}
    baseline.write(path, [second, first])
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (None, "can't be read: No such file"),
        ("{", "is no JSON"),
        ("[]", "has not the schema"),
        ('{"schema": "claimtrack.baseline/1"}', "no list of entries"),
        ('{"schema": "claimtrack.baseline/1", "entries": [{}]}', "entry 1 can't be read"),
    ],
)
def test_a_baseline_that_is_none_is_one_line(tmp_path: Path, text: str | None, wanted: str) -> None:
    """What can't be read is never taken for empty."""
    path = tmp_path / "b.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        baseline.read(path)
    assert wanted in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_entry_without_a_reason_is_refused(tmp_path: Path) -> None:
    """A reason is required in the file too."""
    path = tmp_path / "b.json"
    baseline.write(path, [entry(result())])
    data = json.loads(path.read_text())
    data["entries"][0]["reason"] = " "
    path.write_text(json.dumps(data))
    with pytest.raises(ConfigError, match="needs a reason"):
        baseline.read(path)

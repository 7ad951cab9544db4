"""``stats --quality``, ``calibrate``, ``threads`` and ``track`` over a store without models."""

from __future__ import annotations

import json

from claimtrack.model import Reason, Ruling
from claimtrack.records import Seat
from claimtrack.store.repository import Store
from tests.unit.cli.conftest import Command


def test_quality_is_told_from_decisions(filled: Command) -> None:
    """Shares with their intervals by outlet, type, relation and signal, and the reasons."""
    assert "no precision to tell" in filled("stats", "--quality").stdout
    with Store.open("./store") as store:
        first, second = store.conflicts()
        store.decide(first.conflict.id, Ruling.CONFIRMED, reviewer="ina")
        store.decide(second.conflict.id, Ruling.DISMISSED, reviewer="ina", reason=Reason.UPDATE)
    shown = filled("stats", "--quality").stdout
    assert "50%      1 of 2" in shown
    assert "by signal" in shown
    assert "1  update" in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    data = json.loads(filled("stats", "--quality", "--format", "json").stdout)
    assert (data["all"]["decided"], data["reasons"]) == (2, {"update": 1})
    assert {row["name"] for row in data["by"]["type"]} == {
        first.conflict.type.value,
        second.conflict.type.value,
    }


def test_who_disputes_whom_is_told_with_what_was_decided(filled: Command) -> None:
    """A line for every two holders, the same as JSON; one of two tables at a time."""
    with Store.open("./store") as store:
        first, *_ = store.conflicts()
        store.decide(first.conflict.id, Ruling.CONFIRMED, reviewer="ina")
        pairs = store.opposed()
    shown = filled("stats", "--disputes").stdout
    assert shown.splitlines()[0] == "undecided  unsure  confirmed  dismissed"
    assert max(len(line) for line in shown.splitlines()) <= 80
    told = " ".join(shown.split())
    rows = json.loads(filled("stats", "--disputes", "--format", "json").stdout)["disputes"]
    assert len(rows) == len(pairs) > 0
    for pair, row in zip(pairs, rows, strict=True):
        one, two = (holder["name"] for holder in row["holders"])
        assert f"{row['confirmed']} {row['dismissed']} {one} against {two}" in told
        assert row["undecided"] == pair.count(None)
    both = filled("conflicts", "--holder", one, "--against", two, "--format", "json")
    assert json.loads(both.stdout)["total"] == pairs[-1].total
    assert filled("stats", "--disputes", "--quality").exit_code == 2


def test_calibrating_on_nothing_says_what_is_needed(filled: Command) -> None:
    """No file is written, nothing changes, and the numbers that are missing are told."""
    done = filled("calibrate", "--target-precision", "0.9", "--write", "new.json")
    assert done.exit_code == 0
    told = " ".join(done.stdout.split())
    assert "10 more confirmed, 10 more dismissed, 50 more in all are needed" in told
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "nothing was written" in done.stderr
    assert not (filled.folder / "new.json").exists()
    data = json.loads(filled("calibrate", "--format", "json").stdout)
    assert data["needed"] == {"confirmed": 10, "dismissed": 10, "in_all": 50}


def test_threads_and_timelines_are_printed(filled: Command) -> None:
    """Contested threads with their sides; a thread or a holder as a timeline; JSON of both."""
    with Store.open("./store") as store:
        (flag, *_) = store.conflicts()
        a, b = flag.conflict.a, flag.conflict.b
        store.seat([Seat(a.id, "feed01", False, True), Seat(b.id, "feed01", True)])
    listed = filled("threads", "--contested").stdout
    assert listed.startswith("feed01  contested · 2 claims, ")
    assert "denied by" in listed
    shown = filled("track", "--thread", "feed").stdout
    assert " + " in shown
    assert " - " in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    timeline = filled("track", "--holder", a.holder.name, "--format", "json").stdout
    assert a.id in [one["id"] for one in json.loads(timeline)["claims"]]
    (thread,) = json.loads(filled("threads", "--format", "json").stdout)["threads"]
    assert thread["conflicts"] == [flag.conflict.id]
    assert {one["denies"] for one in thread["claims"]} == {True, False}
    assert a.id in json.dumps(json.loads(filled("track", "dam", "--format", "json").stdout))


def test_tracking_needs_one_thing(filled: Command) -> None:
    """None, or two at once, is a line and exit 2; so is a holder that nobody knows."""
    for args in ([], ["dam", "--holder", "x"], ["--holder", "Nobody At All"], ["--thread", "zz"]):
        assert filled("track", *args).exit_code == 2


def test_claims_are_corrected_and_rated(filled: Command) -> None:
    """A correction and a verdict are shown with the claim, and can be taken back."""
    with Store.open("./store") as store:
        claim = store.claims()[0]
    args = ("--rating", "False", "--organisation", "Fact Desk", "--reason", "It held.")
    assert filled("claims", "verdict", claim.id, *args).exit_code == 0
    assert "verdict 1: False (Fact Desk): It held." in filled("claims", "show", claim.id).stdout
    assert filled("claims", "undo", "verdict", "1").exit_code == 0
    assert (
        json.loads(filled("claims", "show", claim.id, "--format", "json").stdout)["verdicts"] == []
    )
    done = filled("claims", "correct", claim.id, "--no-claim", "--note", "a headline")
    assert done.exit_code == 0
    assert "To undo: claimtrack claims undo correction 1" in done.stdout
    with Store.open("./store") as store:
        assert claim.id not in {one.id for one in store.claims()}
    assert filled("claims", "correct", claim.id, "--no-claim").exit_code == 2

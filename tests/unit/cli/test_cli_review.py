"""Reviewing in the terminal with scripted keys, over a real store without models."""

from __future__ import annotations

import json

import pytest

from claimtrack.model import Reason, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.store.repository import Store
from tests import newsroom
from tests.unit.cli.conftest import Command


def rulings() -> dict[str, str | None]:
    with Store.open("./store") as store:
        return {one.conflict.id: one.ruling for one in store.conflicts()}


def queue(run: Command) -> list[str]:
    return [one["id"] for one in json.loads(run("review", "--format", "json").stdout)["queue"]]


def test_the_queue_is_gone_through_with_single_keys(filled: Command) -> None:
    """Confirm, dismiss with a reason, undo, and the rest waits for the next time."""
    first, second = queue(filled)
    done = filled("review", "--reviewer", "ina", input="ctnot one event\nd1zq")
    assert done.exit_code == 0, done.output
    assert "1 of 2" in done.stdout
    assert "2 of 2" in done.stdout
    assert "Decision 2: dismissed (different-event)." in done.stdout
    assert "Took decision 2 back." in done.stdout
    assert f"To go on here: claimtrack review --start {second}" in done.stdout
    assert rulings() == {first: Ruling.CONFIRMED, second: None}
    with Store.open("./store") as store:
        assert [(d.note, d.reviewer) for d in store.decisions()][1] == ("not one event", "ina")
    assert queue(filled) == [second]


def test_the_rest_of_a_dispute_is_decided_by_one_key(run: Command) -> None:
    """Each pair gets the last decision's ruling, reason and note; other disputes are left."""
    with Store.open("./store", create=True) as store:
        first, second = newsroom.dispute(store)
    done = run("review", "--reviewer", "ina", input="sq")
    assert "0 more decisions like the last." in done.stdout
    done = run("review", "--reviewer", "ina", "--start", first.id, input="tA view.\nd6sq")
    assert done.exit_code == 0, done.output
    assert "1 more decision like the last." in done.stdout
    with Store.open("./store") as store:
        made = store.decisions()
        [open_] = store.conflicts(ConflictFilter(undecided=True))
    assert [one.conflict for one in made] == [first.id, second.id]
    assert {(one.reason, one.note, one.reviewer) for one in made} == {
        (Reason.OPINION, "A view.", "ina")
    }
    assert open_.conflict.id not in (first.id, second.id)


def test_next_and_previous_decide_nothing(filled: Command) -> None:
    """Going through to the end and back leaves everything as it was; unknown keys help."""
    done = filled("review", input="p n n p x q")
    assert "This is the first one." in done.stdout
    assert "That was the last one." in done.stdout
    assert "u  unsure: somebody else should look" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "0 decisions made." in done.stdout
    assert set(rulings().values()) == {None}


def test_an_abandoned_dismissal_is_none(filled: Command) -> None:
    """A key that is no reason dismisses nothing; the end of the keys ends the session."""
    done = filled("review", input="dx")
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert done.exit_code == 0
    assert "Not dismissed." in done.stdout
    assert set(rulings().values()) == {None}


def test_what_another_reviewer_decided_meanwhile_is_told(
    filled: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key does nothing, the other's decision is shown, and pressing again decides."""
    first = queue(filled)[0]
    from claimtrack.cli import review

    pressed = review._pressed

    def meanwhile(walk: object, key: str, blind: str | None) -> bool:
        if key == "c":
            monkeypatch.setattr(review, "_pressed", pressed)
            with Store.open("./store") as store:
                store.decide(first, Ruling.UNSURE, reviewer="olo")
        return pressed(walk, key, blind)  # type: ignore[arg-type]

    monkeypatch.setattr(review, "_pressed", meanwhile)
    done = filled("review", "--reviewer", "ina", input="cq")
    assert "olo decided “unsure”" in done.stderr
    assert "olo unsure" in done.stdout
    assert rulings()[first] is Ruling.UNSURE
    assert filled("review", "--ruling", "unsure", input="cq").exit_code == 0
    assert rulings()[first] is Ruling.CONFIRMED


def test_a_session_goes_on_where_it_is_told(filled: Command) -> None:
    """--start begins at a conflict; one that is not there is a line and exit 2."""
    second = queue(filled)[1]
    done = filled("review", "--start", second[:8], input="cq")
    assert "2 of 2" in done.stdout
    assert "1 of 2" not in done.stdout
    assert rulings()[second] is Ruling.CONFIRMED
    assert filled("review", "--start", "zz", input="q").exit_code == 2


def test_blind_shows_what_the_judge_found_after_the_decision_only(filled: Command) -> None:
    """No score, reason or other's decision before; all of it after, and when gone back to."""
    first = queue(filled)[0]
    with Store.open("./store") as store:
        store.decide(first, Ruling.UNSURE, reviewer="olo", note="Look closer.")
    asked = ("review", "--blind", "--ruling", "unsure", "--reviewer", "ina")
    before, after = filled(*asked, input="c").stdout.split("Decision 2: confirmed.")
    assert "1 of 1" in before
    for secret in ("score", "why:", "olo", "Look closer.", "^"):
        assert secret not in before, secret
    assert "score" in after
    assert "why:" in after
    again = filled("review", "--blind", "--ruling", "confirmed", "--reviewer", "ina", input="q")
    assert "Look closer." in again.stdout


def test_an_empty_queue_says_so(filled: Command) -> None:
    """Nothing is asked where nothing waits."""
    filled("review", input="ccq")
    assert "Nothing waits for a decision." in filled("review", input="").stdout
    listed = json.loads(filled("review", "--format", "json").stdout)
    assert listed["total"] == 0
    assert listed["formula"].startswith("priority = score")

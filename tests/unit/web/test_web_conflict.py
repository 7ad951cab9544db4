"""The queue and one conflict, as a browser without scripts has them."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from claimtrack.judge.context import THRESHOLD
from claimtrack.model import ConflictType, Reason, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.review.desk import Desk
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.app import create_app
from tests import newsroom
from tests.unit.cli.fake import Fake
from tests.unit.web.conftest import csrf


def expected(client: TestClient, path: str) -> str:
    found = re.search(r'name="expected" value="(\d+)"', client.get(path).text)
    assert found
    return found[1]


def decide(client: TestClient, key: str, query: str = "", **fields: str):
    path = f"/conflicts/{key}"
    values = {"csrf": csrf(client), "expected": expected(client, path), **fields}
    return client.post(f"{path}/decide{query}", data=values, follow_redirects=False)


def told(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_an_empty_store_says_what_to_do(client: TestClient) -> None:
    """A first visit has no conflicts, and the page names the way to some."""
    page = client.get("/")
    assert page.status_code == 200
    assert "claimtrack ingest" in page.text


def test_the_queue_lists_both_sides_by_priority(client: TestClient, store: Store) -> None:
    """Both quotes, holders and outlets of each conflict stand in the list, the urgent first."""
    found = newsroom.dam(store)
    text = client.get("/").text
    assert "2 conflicts to review" in text
    for word in ("Ada Brandt", "Ivo Lehn", "Orvale Ledger", "Coast Courier"):
        assert word in text
    order = sorted(found, key=lambda one: -one.score)
    assert text.index(order[0].id) < text.index(order[1].id)


def test_a_conflict_shows_both_passages_with_the_exact_spans(
    client: TestClient, store: Store
) -> None:
    """The quote is marked to the letter, and what stands around it is there too."""
    disputed = newsroom.dam(store)[0]
    text = client.get(f"/conflicts/{disputed.id}").text
    for one in (disputed.a, disputed.b):
        marked = re.findall(r'<mark class="quote(?: clash)?">([^<]*)</mark>', text)
        assert one.quote in "".join(marked)
    assert "Volunteers carried sandbags" in text
    assert "measured every joint" in text
    assert "Without “negation” the score would be" in text


def test_a_decision_is_recorded_and_the_next_conflict_comes_up(
    client: TestClient, store: Store
) -> None:
    """The reviewer's name, reason and note are kept; the page goes on to what waits."""
    first, second = sorted(newsroom.dam(store), key=lambda one: -one.score)
    answer = decide(client, first.id, ruling="dismissed", reason="opinion", note="A view.")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/conflicts/{second.id}")
    [made] = store.decisions()
    assert (made.ruling, made.reason, made.note, made.reviewer) == (
        Ruling.DISMISSED,
        Reason.OPINION,
        "A view.",
        "mia",
    )
    assert "1 conflict to review" in client.get("/").text
    assert "Dismissed: opinion" in client.get(answer.headers["location"]).text


def test_an_undo_brings_the_conflict_back(client: TestClient, store: Store) -> None:
    """Undoing is a new line of the record, and the conflict waits again."""
    first = newsroom.dam(store)[0]
    decide(client, first.id, ruling="confirmed")
    [made] = store.decisions()
    answer = client.post(
        f"/decisions/{made.id}/undo", data={"csrf": csrf(client), "conflict": first.id}
    )
    assert answer.status_code == 200
    assert "Took a decision back" in answer.text
    assert "2 conflicts to review" in client.get("/").text
    assert len(store.decisions()) == 2


def undo(client: TestClient, number: int, conflict: str, query: str = "", **more: object):
    data = {"csrf": csrf(client), "conflict": conflict, **more}
    return client.post(f"/decisions/{number}/undo{query}", data=data)


def test_an_undo_says_what_was_undone_and_offers_the_note_again(
    client: TestClient, store: Store
) -> None:
    """Above the conflict stands what was taken back; the form holds the note until one decides."""
    first = newsroom.dam(store)[0]
    decide(client, first.id, ruling="dismissed", reason="opinion", note="A <view>.")
    answer = undo(client, store.decisions()[0].id, first.id, "?type=negation")
    assert "type=negation" in str(answer.url)
    assert "Taken back: “Dismissed: opinion”. It waits for a decision again." in told(answer.text)
    assert note(answer.text) == "A &lt;view&gt;."
    decide(client, first.id, ruling="confirmed", note="A <view>.")
    later = client.get(str(answer.url)).text
    assert "Taken back:" not in later
    assert note(later) == ""


def test_an_undo_of_a_colleagues_decision_takes_no_words_of_hers(
    client: TestClient, store: Store
) -> None:
    """What she decided is named, and what stood before; her note is not offered as one's own."""
    first = newsroom.dam(store)[0]
    store.decide(first.id, Ruling.UNSURE, reviewer="Ines", note="Early.")
    made = store.decide(first.id, Ruling.CONFIRMED, reviewer="Ines", note="Hers.")
    page = undo(client, made.id, first.id).text
    assert "Taken back: “Confirmed”. What was decided before it stands again." in told(page)
    assert note(page) == ""
    again = client.get(f"/conflicts/{first.id}?back={made.id - 1}").text
    assert "Taken back:" not in again


def test_an_undo_tells_of_the_pairs_that_went_with_it(client: TestClient, store: Store) -> None:
    """The others of the dispute are counted, those alone that were taken back."""
    first, second = newsroom.dispute(store)
    decide(client, first.id, ruling="confirmed", also=f"{second.id}:0")
    own, other = sorted(store.decisions(), key=lambda one: one.conflict != first.id)
    page = undo(client, own.id, first.id, also=[other.id, 99]).text
    assert "Taken back: “Confirmed”, and 1 more pair of the dispute with it." in told(page)


def note(page: str) -> str:
    found = re.search(r'<textarea name="note"[^>]*>([^<]*)</textarea>', page)
    assert found
    return found[1]


def test_the_second_of_two_reviewers_is_told_and_keeps_the_note(
    client: TestClient, store: Store
) -> None:
    """What was decided meanwhile is shown, nothing is recorded, and what was written stays."""
    first = newsroom.dam(store)[0]
    seen = expected(client, f"/conflicts/{first.id}")
    store.decide(first.id, Ruling.CONFIRMED, reviewer="Ines")
    answer = decide(client, first.id, ruling="unsure", note="Two <sources>.", expected=seen)
    assert answer.status_code == 409
    assert "Somebody decided on this" in answer.text
    assert "Ines" in answer.text
    assert "Two &lt;sources&gt;." in answer.text
    assert len(store.decisions()) == 1
    again = decide(client, first.id, ruling="unsure", note="Two <sources>.")
    assert again.status_code == 303
    assert len(store.decisions()) == 2


def test_a_dismissal_without_a_reason_is_sent_back(client: TestClient, store: Store) -> None:
    """The page says that a reason is needed, and keeps the note."""
    first = newsroom.dam(store)[0]
    answer = decide(client, first.id, ruling="dismissed", note="Kept.")
    assert answer.status_code == 422
    assert "needs a reason" in answer.text
    assert "Kept." in answer.text
    assert store.decisions() == []


def test_a_search_without_a_hit_offers_the_decided(client: TestClient) -> None:
    """Words are sought among what waits; the page leads on to what was decided, words kept."""
    page = client.get("/?text=zeppelin").text
    assert 'href="/?text=zeppelin&amp;ruling=any"' in page
    assert "Look among the decided" not in client.get("/?text=zeppelin&ruling=any").text


def test_filters_narrow_the_queue_and_stay_in_the_address(client: TestClient, store: Store) -> None:
    """A filter by type leaves one conflict, whose link carries the filter on."""
    disputed, counted = newsroom.dam(store)
    text = client.get("/?type=quantity").text
    assert counted.id in text
    assert disputed.id not in text
    assert f"/conflicts/{counted.id}?type=quantity" in text
    assert "1 of 1" in client.get(f"/conflicts/{counted.id}?type=quantity").text
    assert "1 conflict to review" in client.get("/?holder=Ivo+Lehn").text
    assert "Nobody, or more than one" in client.get("/?holder=Nobody").text
    assert "is none of" in client.get("/?relation=quarrel").text


def test_the_place_moves_on_with_every_decision(client: TestClient, store: Store) -> None:
    """What is decided and what is left are told in the queue and beside it, by filters too."""
    newsroom.dam(store)
    newsroom.fill(store, 3)
    order = [row.id for row in Desk(store).order(ConflictFilter(types=(ConflictType.NEGATION,)))]
    query = "?type=negation"
    assert "1 of 4" in told(client.get(f"/conflicts/{order[0]}{query}").text)
    answer = decide(client, order[0], query, ruling="unsure")
    assert answer.headers["location"].startswith(f"/conflicts/{order[1]}{query}")
    following = told(client.get(answer.headers["location"]).text)
    assert "2 of 4 · 1 decided, 3 left" in following
    assert "1 decided, 3 left with these filters" in told(client.get(f"/{query}").text)
    assert "1 decided, 4 left" in told(client.get("/").text)
    again = client.get(f"/conflicts/{order[0]}{query}").text
    assert "1 of 4 · 1 decided, 3 left" in told(again)
    assert re.search(rf'href="/conflicts/{order[1]}[^"]*" rel="next"', again)


def test_behind_the_last_comes_what_was_passed_over(client: TestClient, store: Store) -> None:
    """Who skips the first and decides the last is led to the first; then the queue is empty."""
    newsroom.fill(store, 3)
    order = [row.id for row in Desk(store).order()]
    for key, following in ((order[2], order[0]), (order[0], order[1])):
        answer = decide(client, key, ruling="confirmed")
        assert answer.headers["location"].startswith(f"/conflicts/{following}")
    last = decide(client, order[1], ruling="confirmed")
    assert last.headers["location"].startswith("/?done=")
    assert "3 decided, 0 left" in told(client.get(last.headers["location"]).text)


def test_the_queue_comes_in_pages(client: TestClient, store: Store) -> None:
    """A page has 25 conflicts, and one that is too far is the last."""
    newsroom.fill(store, 30)
    assert client.get("/").text.count("data-row") == 25
    last = client.get("/?page=9").text
    assert last.count("data-row") == 5
    assert "Page 2 of 2" in last


def test_blind_mode_hides_the_machines_verdict_until_one_has_decided(
    client: TestClient, store: Store
) -> None:
    """Score, reasons and type are not in the page at all; after the decision they are."""
    first = newsroom.dam(store)[0]
    client.post("/blind", data={"csrf": csrf(client), "blind": "1", "back": "/"})
    score = f"{first.score:.2f}"
    assert score not in client.get("/").text
    hidden = client.get(f"/conflicts/{first.id}").text
    for word in (score, "Why it was flagged", first.explanation, "clash", "whether it is so"):
        assert word not in hidden
    decide(client, first.id, ruling="confirmed")
    assert "Why it was flagged" in client.get(f"/conflicts/{first.id}").text


def test_an_unknown_conflict_is_not_found(client: TestClient) -> None:
    """The page says so with the right status."""
    answer = client.get("/conflicts/ffffffffffff")
    assert answer.status_code == 404
    assert "Not found" in answer.text


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_picture_shows_the_threshold_that_flags(facade: Fake, store: Store) -> None:
    """Where none is set it is the score in context from which the pipeline flags."""
    [found, _] = newsroom.dam(store)
    facade.settings = facade.settings.model_copy(update={"threshold": None})
    with TestClient(create_app(facade, Access(local="mia")), base_url="http://localhost") as client:
        assert f"a flag needs {THRESHOLD:.2f}" in client.get(f"/conflicts/{found.id}").text


def test_the_queue_lists_a_dispute_once(client: TestClient, store: Store) -> None:
    """Its most urgent pair stands for it and says how many more there are; all can be listed."""
    first, second = newsroom.dispute(store)
    text = client.get("/").text
    assert "3 conflicts to review" in text
    assert "2 disputes" in text
    assert "+ 1 more pair of this dispute" in text
    assert first.id in text
    assert second.id not in text
    every = client.get("/?each=1").text
    assert "more pair" not in every
    assert every.index(first.id) < every.index(second.id)


def test_ticked_pairs_of_a_dispute_are_decided_alike_and_undone_together(
    client: TestClient, store: Store
) -> None:
    """Each pair gets a decision of its own with reason, note and name; one undo takes all back."""
    first, second = newsroom.dispute(store)
    assert f'value="{second.id}:0" form="decide"' in client.get(f"/conflicts/{first.id}").text
    fields = {"ruling": "dismissed", "reason": "opinion", "note": "A view."}
    fields["also"] = f"{second.id}:0"
    answer = decide(client, first.id, **fields)
    made = store.decisions()
    assert {one.conflict for one in made} == {first.id, second.id}
    assert {(one.reason, one.note, one.reviewer) for one in made} == {
        (Reason.OPINION, "A view.", "mia")
    }
    page = client.get(answer.headers["location"]).text
    assert "and 1 more pair of the dispute with it" in page
    numbers = re.findall(r'name="also" value="(\d+)"', page)
    assert numbers == [str(one.id) for one in made if one.conflict == second.id]
    [own] = [one for one in made if one.conflict == first.id]
    sent = {"csrf": csrf(client), "conflict": first.id, "also": numbers}
    client.post(f"/decisions/{own.id}/undo", data=sent)
    assert "3 conflicts to review" in client.get("/").text


def test_a_ticked_pair_that_a_colleague_decided_is_left_to_her(
    client: TestClient, store: Store
) -> None:
    """The page says so, and her decision stands."""
    first, second = newsroom.dispute(store)
    store.decide(second.id, Ruling.UNSURE, reviewer="Ines")
    answer = decide(client, first.id, ruling="confirmed", also=f"{second.id}:0")
    assert [one.reviewer for one in store.decisions()] == ["Ines", "mia"]
    page = client.get(answer.headers["location"]).text
    assert "1 pair that you ticked was left as it is" in page
    assert store.conflict(second.id).ruling is Ruling.UNSURE

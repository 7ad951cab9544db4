"""Documents and holders."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from claimtrack.store.repository import Store
from tests import newsroom


def test_a_document_shows_its_claims_in_place_and_marks_the_contested(
    client: TestClient, store: Store
) -> None:
    """Each claim's words are marked where they stand, and linked to what contradicts them."""
    [disputed, _] = newsroom.dam(store)
    text = client.get(f"/documents/{disputed.a.document}").text
    found = re.search(
        rf'<mark class="claim contested" id="claim-{disputed.a.id}"[^>]*>([^<]*)', text
    )
    assert found
    assert found[1] == disputed.a.quote
    assert f"/conflicts/{disputed.id}" in text
    assert "Volunteers carried sandbags" in text


def test_a_holder_page_lists_what_was_said_where(client: TestClient, store: Store) -> None:
    """Claims with day and outlet, and who says otherwise."""
    newsroom.dam(store)
    listed = client.get("/holders").text
    found = re.search(r'href="(/holders/[0-9a-f]+)"[^>]*><strong>Ada Brandt', listed)
    assert found
    text = client.get(found[1]).text
    assert "2 claims" in text
    assert "6 May 2031" in text
    assert "Ivo Lehn" in text


def test_lists_can_be_searched_and_come_in_pages(client: TestClient, store: Store) -> None:
    """Words narrow the articles; fifty stand on a page."""
    newsroom.dam(store)
    newsroom.fill(store, 30)
    assert client.get("/documents").text.count("data-row") == 50
    assert client.get("/documents?page=2").text.count("data-row") == 12
    assert client.get("/documents?text=sandbags").text.count("data-row") == 1
    assert "Nobody of that name" in client.get("/holders?text=zzz").text


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    """Ids that nobody has, and ones that no database takes."""
    for path in ("/documents/ffffffff", "/holders/ffffffff", "/holders/%00", "/documents/%00"):
        assert client.get(path).status_code == 404, path


def test_overlapping_claims_keep_every_letter(client: TestClient, store: Store) -> None:
    """Text that two claims share stands once."""
    document = newsroom.article("The dam broke and the mill burnt, the mayor said.", title="Two")
    one = newsroom.claim(document, "The dam broke and the mill burnt", "A.", newsroom.BRANDT)
    two = newsroom.claim(document, "the mill burnt, the mayor said", "B.", newsroom.BRANDT)
    newsroom.add(store, document, one, two)
    text = client.get(f"/documents/{document.id}").text
    body = re.search(r'<div class="passage">(.*?)</div>', text, re.DOTALL)
    assert body
    assert re.sub(r"<[^>]+>", "", body[1]).strip() == document.text


def test_an_article_marks_both_passages_of_the_conflict_it_is_read_for(
    client: TestClient, store: Store
) -> None:
    """Both sides in one article are marked, each as its own; without the way back neither is."""
    document = newsroom.article(
        "The dam broke on Monday, the mayor said. The dam never broke, the engineer said."
    )
    broke, held = document.text.split(". ")
    one = newsroom.claim(document, f"{broke}.", "The dam broke.", newsroom.BRANDT)
    two = newsroom.claim(document, held, "The dam never broke.", newsroom.LEHN)
    newsroom.add(store, document, one, two)
    made = newsroom.conflict(one, two)
    store.save_conflicts([made], newsroom.JUDGE)
    path = f"/documents/{document.id}"
    text = client.get(f"{path}?back=/conflicts/{made.id}").text
    marked = dict(
        re.findall(r'<mark class="claim contested of-pair side-([ab])"[^>]*>([^<]*)', text)
    )
    assert sorted(marked.values()) == sorted([one.quote, two.quote])
    assert f'href="#claim-{one.id}"' in text
    assert "Back to the conflict" in text
    for other in ("", "?back=/conflicts/ffffffff", "?back=/threads", "?back=/conflicts/%00"):
        assert "of-pair" not in client.get(path + other).text
    [elsewhere, _] = newsroom.dam(store)
    assert "of-pair" not in client.get(f"{path}?back=/conflicts/{elsewhere.id}").text


def test_each_claim_can_be_linked_to_where_two_begin_at_one_word(
    client: TestClient, store: Store
) -> None:
    """A link from a conflict finds its place, whichever of the claims it is."""
    document = newsroom.article("The dam broke and the mill burnt, the mayor said.", title="Two")
    one = newsroom.claim(document, "The dam broke", "A.", newsroom.BRANDT)
    two = newsroom.claim(document, "The dam broke and the mill burnt", "B.", newsroom.BRANDT)
    newsroom.add(store, document, one, two)
    text = client.get(f"/documents/{document.id}").text
    for claim in (one, two):
        assert text.count(f'id="claim-{claim.id}"') == 1

"""Documents and holders."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from claimtrack.model import Reason, Ruling
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
    disputes = client.get(unescape(re.findall(r'href="(/disputes[?][^"]+)"', text)[0])).text
    assert "Ada Brandt" in disputes


def links(page: str) -> dict[str, str]:
    """The counts of a row with the addresses that they lead to."""
    found = re.findall(
        r'<a href="([^"]+)" class="[a-z]+"><strong>([^<]+)</strong> ([a-z]+)</a>', page
    )
    return {f"{number} {word}": unescape(href) for href, number, word in found}


def test_who_disputes_whom_leads_to_the_queue_of_each_count(
    client: TestClient, store: Store
) -> None:
    """Holder against holder with what was decided; the number is that of the queue behind it."""
    newsroom.dam(store)
    made = newsroom.fill(store, 5)
    store.decide(made[0].id, Ruling.CONFIRMED, reviewer="Ines")
    store.decide(made[1].id, Ruling.DISMISSED, reviewer="Ines", reason=Reason.OTHER)
    text = client.get("/disputes").text
    rows = re.findall(r"<li>\s*<h2>(.*?)</h2>", text, re.DOTALL)
    assert [" ".join(re.sub(r"<[^>]+>", "", row).split()) for row in rows] == [
        "Ilka Thorne against Tarn road office",
        "Ada Brandt against Ivo Lehn",
        "Ada Brandt against Orvale Water",
    ]
    first = text[text.index("Ilka Thorne") : text.index("Ada Brandt")]
    assert set(links(first)) == {"3 open", "1 confirmed", "1 dismissed"}
    assert "0 unsure" in first
    for told, href in links(first).items():
        page = client.get(href).text
        assert f"<h1>{told.split()[0]} conflict" in page
        assert "Ilka Thorne" in page
        assert "Ivo Lehn" not in page
    searched = client.get("/disputes?text=lehn").text
    assert "Ivo Lehn" in searched
    assert "Ilka Thorne" not in searched


def test_the_queue_of_two_holders_names_them_and_can_be_widened(
    client: TestClient, store: Store
) -> None:
    """The names stand beside the filters; both go on with the form, and either can be dropped."""
    newsroom.dam(store)
    row = next(one for one in store.opposed() if "Ivo Lehn" in {h.name for h in one.holders})
    one, two = row.ids
    text = client.get(f"/?holder={one}&against={two}").text
    assert "1 conflict to review" in text
    for name, key, holder in zip(("holder", "against"), row.ids, row.holders, strict=True):
        assert f'type="hidden" name="{name}" value="{key}"' in text
        assert f"<strong>{holder.name}</strong>" in text
    assert f'href="/?holder={one}"' in text
    assert f'href="/?against={two}"' in text
    by_name = client.get("/?holder=Ada+Brandt&against=Nobody").text
    assert "is called “Ada Brandt” or “Nobody”" in by_name


def test_without_disputes_the_overview_says_so(client: TestClient, store: Store) -> None:
    """An empty store, one without disputes, a name that nobody has, and a page too far."""
    assert "The store is empty" in client.get("/disputes").text
    newsroom.talk(store, 20)
    assert "Nobody disputes anybody in what is stored" in client.get("/disputes").text
    newsroom.dam(store)
    assert "Nobody of that name disputes" in client.get("/disputes?text=zzz").text
    assert "There is no page 7" in client.get("/disputes?page=7").text


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


def test_pasted_text_is_called_by_its_first_words(client: TestClient, store: Store) -> None:
    """It came without a title or an address: "standard input" would say nothing to a reader."""
    fields = {"path": "-", "title": None, "url": None, "outlet": None}
    document = newsroom.article("The mill burnt down.\n\nNobody was hurt.", **fields)
    newsroom.add(store, document, newsroom.claim(document, "Nobody was hurt.", "A.", newsroom.LEHN))
    for path in ("/documents", f"/documents/{document.id}"):
        text = client.get(path).text
        assert "The mill burnt down." in text
        assert "standard input" not in text


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

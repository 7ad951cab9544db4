"""What people do on the page, done in a real Chromium against a real server and store."""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimtrack.model import ConflictType, Reason, Ruling
from claimtrack.records import ConflictFilter
from claimtrack.store.repository import Store
from claimtrack.web.access import Access
from claimtrack.web.users import Role, Users
from tests import newsroom
from tests.e2e.ingesting import ingest
from tests.unit.web.test_web_api import Auditor
from tests.unit.web.test_web_audit import TEXT

expect.set_options(timeout=30_000)
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Visit = Callable[..., Page]
Served = Callable[..., str]


def heading(page: Page):
    return page.locator("main h1")


def test_a_first_visit_leads_to_an_audit_and_its_result(
    served: Served, visit: Visit, store: Store
) -> None:
    """An empty store points at the audit; pasted text shows its conflicts, and is dropped."""
    page = visit(served())
    expect(heading(page)).to_have_text("Nothing here yet")
    page.get_by_role("link", name="Audit an article").click()
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Outlet").fill("Coast Herald")
    page.get_by_role("button", name="Audit").click()
    expect(page.locator("#audited .lead")).to_contain_text("2 conflicts")
    expect(page.get_by_text("Ilka Thorne").first).to_be_visible()
    page.get_by_role("button", name="Drop").click()
    expect(heading(page)).to_have_text("Audit an article")
    assert store.stats()["documents"] == 0


def test_ten_conflicts_are_reviewed_by_keyboard_alone(
    served: Served, visit: Visit, store: Store
) -> None:
    """Open, confirm, dismiss with a reason, note, unsure, next: the mouse is never touched."""
    newsroom.fill(store, 10)
    page = visit(served())
    keys = page.keyboard
    expect(heading(page)).to_have_text("10 conflicts to review")
    keys.press("j")
    keys.press("j")
    keys.press("k")
    keys.press("Enter")
    expect(page.locator("#decide")).to_be_visible()
    for number in range(10):
        expect(page.locator(".walk")).to_contain_text(f"{number + 1} of 10")
        expect(page.locator(".walk")).to_contain_text(f"{number} decided, {10 - number} left")
        if number % 3 == 0:
            keys.press("c")
        elif number % 3 == 1:
            keys.press("e")
            # A busy browser drops keys that come faster than hands type.
            keys.type("Two bridges, c and d.", delay=40)
            keys.press("Escape")
            keys.press("d")
            expect(page.locator("[data-reasons]")).to_have_class("reasons choosing")
            keys.press("1")
        else:
            keys.press("u")
    expect(heading(page)).to_have_text("0 conflicts to review")
    expect(page.locator(".how-far")).to_contain_text("10 decided, 0 left")
    made = store.decisions()
    assert [one.ruling for one in made] == [
        [Ruling.CONFIRMED, Ruling.DISMISSED, Ruling.UNSURE][n % 3] for n in range(10)
    ]
    dismissed = [one for one in made if one.ruling is Ruling.DISMISSED]
    assert {(one.reason, one.note) for one in dismissed} == {
        (Reason.DIFFERENT_EVENT, "Two bridges, c and d.")
    }
    assert {one.reviewer for one in made} == {"mia"}


def test_one_dispute_is_decided_by_two_keys(served: Served, visit: Visit, store: Store) -> None:
    """s ticks its other pairs, c confirms them all, z takes them all back."""
    newsroom.dispute(store)
    page = visit(served())
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("[data-also]")).to_have_text("none ticked")
    page.keyboard.press("s")
    expect(page.locator("[data-also]")).to_contain_text("1 ticked")
    page.keyboard.press("c")
    expect(page.locator(".notice.done")).to_contain_text("and 1 more pair of the dispute with it")
    assert [one.ruling for one in store.decisions()] == [Ruling.CONFIRMED] * 2
    page.keyboard.press("z")
    expect(page.locator(".history")).to_contain_text("Took a decision back")
    page.keyboard.press("q")
    expect(heading(page)).to_have_text("3 conflicts to review")


def test_reviewing_goes_on_while_another_process_ingests(
    served: Served, visit: Visit, store: Store, auditor: Auditor
) -> None:
    """Articles arrive without a pause; every decision is kept, and no page fails or waits long."""
    newsroom.fill(store, 5)
    before = store.stats()["documents"]
    page = visit(served())
    failed: list[str] = []
    page.on("response", lambda got: failed.append(got.url) if got.status >= 500 else None)
    processes = multiprocessing.get_context("forkserver")
    stop = processes.Event()
    other = processes.Process(target=ingest, args=(auditor.settings.store, stop))
    other.start()
    try:
        while store.stats()["documents"] == before:
            assert other.is_alive()
            page.wait_for_timeout(50)
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        for number in range(5):
            expect(page.locator(".walk")).to_contain_text(f"{number + 1} of 5")
            page.keyboard.press("c")
        expect(heading(page)).to_have_text("0 conflicts to review")
        assert other.is_alive()
    finally:
        stop.set()
        other.join(timeout=60)
    assert other.exitcode == 0
    assert failed == []
    assert [one.ruling for one in store.decisions()] == [Ruling.CONFIRMED] * 5
    assert store.stats()["documents"] > before


def test_a_misread_claim_is_mended_from_its_conflict(
    served: Served, visit: Visit, store: Store
) -> None:
    """A key leads to the claim; its words are marked with the mouse, corrected, and taken back."""
    [first, _] = newsroom.dam(store)
    page = visit(f"{served()}/conflicts/{first.id}")
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Was it misread?")).to_be_visible()
    page.evaluate(
        """() => {
            const words = document.querySelector("[data-passage] mark").firstChild;
            const range = document.createRange();
            range.setStart(words, 4);
            range.setEnd(words, 26);
            const chosen = getSelection();
            chosen.removeAllRanges();
            chosen.addRange(range);
        }"""
    )
    page.get_by_role("button", name="Take the marked words").click()
    expect(page.get_by_label("The passage, word for word")).to_have_value("Orvale dam was damaged")
    page.get_by_label("Who says it").fill("Ivo Lehn")
    page.get_by_role("button", name="Correct the claim").click()
    expect(page.locator(".notice.done")).to_contain_text("The claim is corrected")
    expect(page.locator("mark.quote")).to_have_text("Orvale dam was damaged")
    [now] = [one for one in store.claims() if one.quote == "Orvale dam was damaged"]
    assert now.holder.name == "Ivo Lehn"
    page.get_by_role("link", name="Back to the queue").click()
    expect(heading(page)).to_have_text("1 conflict to review")
    page.go_back()
    page.get_by_role("button", name="Take this correction back").click()
    expect(page.locator(".notice.done")).to_contain_text("taken back")
    assert "Ivo Lehn" not in {one.holder.name for one in store.claims(documents=[now.document])}


def test_a_verdict_is_recorded_on_a_claim(served: Served, visit: Visit, store: Store) -> None:
    """From the article to the claim, and the verdict stands there under one's name."""
    [first, _] = newsroom.dam(store)
    page = visit(f"{served()}/documents/{first.a.document}")
    page.get_by_role("link", name="look closer or mend").first.click()
    page.get_by_text("Record a verdict").click()
    page.get_by_label("Rating").fill("Mostly false")
    page.get_by_label("Organisation", exact=True).fill("Fact Desk")
    page.get_by_label("Where it is published").fill("https://desk.example/orvale")
    page.get_by_role("button", name="Record the verdict").click()
    expect(page.locator(".notice.done")).to_contain_text("recorded")
    expect(page.locator(".history strong")).to_have_text("Mostly false")
    expect(page.get_by_text("recorded by mia")).to_be_visible()


def test_two_names_become_one_holder_and_two_again(
    served: Served, visit: Visit, store: Store
) -> None:
    """Names are looked for, ticked, merged, and split off."""
    newsroom.dam(store)
    page = visit(f"{served()}/holders")
    page.get_by_role("link", name="Ivo Lehn").click()
    page.get_by_text("Merge or split names").click()
    page.get_by_label("Another name of the same").fill("Orvale")
    page.get_by_role("button", name="Look for it").click()
    page.get_by_role("checkbox", name="Orvale Water").check()
    page.get_by_role("button", name="Make them one with Ivo Lehn").click()
    expect(page.locator(".meaning")).to_contain_text("2 claims")
    page.get_by_text("Merge or split names").click()
    page.get_by_role("button", name="Split off Orvale Water").click()
    expect(page.locator(".meaning")).to_contain_text("1 claim ")


def test_a_decision_is_undone_by_a_key(served: Served, visit: Visit, store: Store) -> None:
    """After a decision, z takes it back, says so aloud, and offers the note once more."""
    newsroom.dam(store)
    page = visit(served())
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#decide")).to_be_visible()
    first = page.url
    page.keyboard.press("e")
    page.keyboard.type("Two dams.", delay=40)
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    expect(page.locator(".notice.done")).to_contain_text("Confirmed")
    assert page.url != first
    page.keyboard.press("z")
    expect(page.locator(".notice.done")).to_contain_text("Taken back: “Confirmed”")
    expect(page.locator(".notice.done")).to_be_in_viewport()
    expect(page.locator("#said")).to_contain_text("It waits for a decision again.")
    expect(page.get_by_label("Note")).to_have_value("Two dams.")
    expect(page.locator(".history")).to_contain_text("Took a decision back")
    page.keyboard.press("u")
    expect(page.locator(".notice.done")).to_contain_text("Unsure")
    assert [made.note for made in store.decisions()] == ["Two dams.", "", "Two dams."]
    page.keyboard.press("z")
    expect(page.locator(".notice.done")).to_contain_text("Taken back: “Unsure”")
    page.keyboard.press("q")
    expect(heading(page)).to_have_text("2 conflicts to review")


def test_an_article_leads_back_to_the_pair_that_one_came_from(
    served: Served, visit: Visit, store: Store
) -> None:
    """Its passage is in sight and marked, the other's is a click away, and p returns."""
    [first, _] = newsroom.dam(store)
    page = visit(f"{served()}/conflicts/{first.id}?type=negation")
    page.locator(".side-a .source a").first.click()
    expect(heading(page)).to_have_text("Orvale counts the damage")
    mark = page.locator("mark.of-pair")
    expect(mark).to_have_text(first.a.quote)
    expect(mark).to_be_in_viewport()
    page.locator(".pair-lines").get_by_role("link", name="There was no damage").click()
    expect(heading(page)).to_have_text("Dam is sound, engineers say")
    expect(mark).to_have_text(first.b.quote)
    expect(mark).to_be_in_viewport()
    page.keyboard.press("p")
    expect(heading(page)).to_contain_text("Dispute")
    expect(page).to_have_url(re.compile(f"/conflicts/{first.id}[?]type=negation$"))


def test_who_disputes_whom_is_walked_by_keyboard(
    served: Served, visit: Visit, store: Store
) -> None:
    """On a telephone too: down to two holders, into their queue, decided, and counted so."""
    newsroom.dam(store)
    newsroom.fill(store, 2)
    page = visit(served(), viewport={"width": 360, "height": 740})
    page.get_by_role("link", name="Disputes").click()
    expect(heading(page)).to_have_text("Who disputes whom")
    first = page.locator(".opposed > li").first
    expect(first).to_contain_text("Ilka Thorne against Tarn road office")
    expect(first.get_by_role("link", name="2 open")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("2 conflicts")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".walk")).to_contain_text("1 of 2")
    page.keyboard.press("c")
    expect(page.locator(".notice.done")).to_contain_text("Confirmed")
    page.goto(page.url.split("/conflicts")[0] + "/disputes")
    expect(first.get_by_role("link", name="1 open")).to_be_visible()
    page.get_by_role("link", name="1 confirmed").click()
    expect(heading(page)).to_have_text("1 conflict")
    expect(page.locator(".chosen").first).to_contain_text("Ilka Thorne")


def test_filters_act_at_once_and_stay_in_the_address(
    served: Served, visit: Visit, store: Store
) -> None:
    """Ticking a box narrows the list; the address can be shared; going back widens it again."""
    newsroom.dam(store)
    page = visit(served())
    page.keyboard.press("/")
    page.keyboard.type("houses", delay=40)
    expect(heading(page)).to_have_text("1 conflict to review")
    # "house" finds as much, so that a slow machine shows it first.
    expect(page).to_have_url(re.compile("text=houses"))
    again = visit(page.url)
    expect(heading(again)).to_have_text("1 conflict to review")
    expect(page.locator("#n-dispute")).to_have_text("1")
    expect(page.get_by_role("link", name="Clear")).to_be_visible()
    page.get_by_label("Words").fill("")
    expect(heading(page)).to_have_text("2 conflicts to review")
    expect(page.locator("#n-dispute")).to_have_text("2")
    page.get_by_label("Reversal").check()
    expect(heading(page)).to_have_text("0 conflicts to review")


def test_a_thread_shows_its_sides_and_leads_to_the_conflict(
    served: Served, visit: Visit, store: Store
) -> None:
    """The timeline has a dot for each claim, above and below the line."""
    newsroom.dam(store)
    newsroom.seated(store)
    page = visit(f"{served()}/threads?contested=1")
    page.get_by_role("link", name="The Orvale dam was damaged by the flood.").click()
    expect(page.locator("circle.affirms")).to_have_count(2)
    expect(page.locator("circle.denies")).to_have_count(1)
    page.get_by_role("link", name="conflict").first.click()
    expect(heading(page)).to_contain_text("Dispute")
    expect(page.get_by_role("heading", name="Who else speaks of it")).to_be_visible()


def test_blind_mode_hides_and_then_shows(served: Served, visit: Visit, store: Store) -> None:
    """The reasons come up after the decision, not before."""
    newsroom.dam(store)
    page = visit(served())
    switch = page.get_by_role("button", name="Blind mode")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Blind mode: the score")).to_be_visible()
    expect(page.locator(".fall")).to_have_count(0)
    page.keyboard.press("c")
    page.get_by_role("link", name="Look at it again").click()
    expect(page.locator(".fall").first).to_be_visible()


def test_the_second_reviewer_is_told_and_loses_nothing(
    served: Served, visit: Visit, store: Store
) -> None:
    """Two windows on one conflict: the later decision is held back with its note."""
    [first, _] = newsroom.dam(store)
    address = f"{served()}/conflicts/{first.id}"
    one, two = visit(address), visit(address)
    one.keyboard.press("c")
    expect(one.locator(".notice.done")).to_be_visible()
    two.keyboard.press("e")
    two.keyboard.type("I saw the report.")
    two.keyboard.press("Escape")
    two.keyboard.press("u")
    expect(two.get_by_role("alert")).to_contain_text("Somebody decided on this")
    expect(two.get_by_label("Note")).to_have_value("I saw the report.")
    assert len(store.decisions()) == 1
    two.keyboard.press("u")
    expect(two.locator(".notice.done")).to_be_visible()
    assert [made.note for made in store.decisions()] == ["", "I saw the report."]


def test_logging_in_by_name_and_password(
    served: Served, visit: Visit, store: Store, tmp_path: Path
) -> None:
    """A stranger is asked, a wrong password refused, a right one led to the wanted page."""
    [first, _] = newsroom.dam(store)
    users = Users(tmp_path / "users.json")
    users.add("Mia Brandt", Role.REVIEWER, "correct horse battery")
    page = visit(f"{served(Access(users=users, closed=True))}/conflicts/{first.id}")
    expect(heading(page)).to_have_text("Log in")
    page.get_by_label("Name").fill("Mia Brandt")
    page.get_by_label("Password").fill("wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("wrong")
    page.get_by_label("Password").fill("correct horse battery")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("Dispute")
    page.get_by_role("button", name="Log out").click()
    expect(heading(page)).to_have_text("Log in")


def test_hostile_articles_do_nothing(served: Served, visit: Visit, store: Store) -> None:
    """No script of an article runs on any page, and no page asks another host for anything."""
    evil = "<script>document.title='owned'</script><img src=https://evil.example/x onerror=x()>"
    first = newsroom.article(f"{evil} was damaged.", title=evil, url="javascript:alert(1)")
    second = newsroom.answer(f"{evil} was not damaged.", title=evil)
    a = newsroom.claim(first, first.text, evil, newsroom.BRANDT)
    b = newsroom.claim(second, second.text, evil, newsroom.LEHN)
    newsroom.add(store, first, a)
    newsroom.add(store, second, b)
    made = newsroom.conflict(a, b, explanation=evil)
    store.save_conflicts([made], newsroom.JUDGE)
    address = served()
    page = visit(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", f"/conflicts/{made.id}", f"/documents/{first.id}", "/documents", "/holders"):
        page.goto(address + path)
        assert "owned" not in page.title().split(" · ")[-1]
        assert page.title().endswith("claimtrack")
        assert page.locator("main img, main script").count() == 0
    assert all(url.startswith(address) for url in asked)


def test_the_help_opens_and_single_keys_can_be_turned_off(
    served: Served, visit: Visit, store: Store
) -> None:
    """A question mark opens the keys; with them off, a letter decides nothing."""
    [first, _] = newsroom.dam(store)
    page = visit(f"{served()}/conflicts/{first.id}")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Single keys act").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator("main").focus()
    page.keyboard.press("c")
    page.reload()
    expect(page.locator("#decide")).to_be_visible()
    assert store.decisions() == []


def test_reading_works_without_scripts(served: Served, visit: Visit, store: Store) -> None:
    """Queue, filter, conflict and decision are plain pages and forms."""
    newsroom.dam(store)
    page = visit(served(), java_script_enabled=False)
    page.get_by_label("Words").fill("houses")
    page.get_by_role("button", name="Filter").click()
    expect(heading(page)).to_have_text("1 conflict to review")
    page.locator("[data-row]").first.click()
    page.get_by_role("button", name="Unsure").click()
    expect(page.locator(".notice.done")).to_contain_text("Unsure")
    assert len(store.decisions()) == 1


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_dark_screen_prints_dark_letters_on_white(
    served: Served, visit: Visit, store: Store
) -> None:
    """The marked words are legible on paper, and nothing is wider than it."""
    [first, _] = newsroom.dam(store)
    size = {"width": 700, "height": 1000}
    page = visit(f"{served()}/conflicts/{first.id}", color_scheme="dark", viewport=size)
    page.emulate_media(media="print", color_scheme="dark")
    light = """(selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        const [red, green, blue] = style.color.match(/[0-9]+/g).map(Number);
        return red + green + blue;
    }"""
    for words in ("main h1", "mark.quote", ".passage", ".source a", ".explanation"):
        assert page.evaluate(light, words) < 3 * 128, words
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_tab_goes_through_a_conflict_in_reading_order(
    served: Served, visit: Visit, store: Store
) -> None:
    """It begins at the skip link, never goes back or off the screen, and always shows where."""
    [first, _] = newsroom.dam(store)
    page = visit(f"{served()}/conflicts/{first.id}")
    stops = []
    for _ in range(80):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const here = document.activeElement;
                if (here === document.body) return null;
                const box = here.getBoundingClientRect();
                return {
                    at: [...document.querySelectorAll("*")].indexOf(here),
                    words: here.textContent.trim() || here.name,
                    shown: getComputedStyle(here).outlineStyle !== "none",
                    inside: box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
                };
            }"""
        )
        if stop is None:
            break
        stops.append(stop)
    order = [stop["at"] for stop in stops]
    assert stops[0]["words"] == "Skip to the content"
    assert order == sorted(set(order))
    assert all(stop["shown"] and stop["inside"] for stop in stops), stops
    words = " ".join(stop["words"] for stop in stops)
    for needed in ("Confirm the conflict", "Unsure", "note", "reason", "Dismiss"):
        assert needed in words, needed


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1920])
def test_every_page_is_accessible_and_fits(
    served: Served, visit: Visit, store: Store, scheme: str, width: int
) -> None:
    """axe finds nothing, and nothing is wider than the window, on every page."""
    [first, _] = newsroom.dispute(store)
    [thread] = store.threads()
    [figures] = store.conflicts(ConflictFilter(types=(ConflictType.QUANTITY,)))
    decided = figures.conflict.id
    newsroom.fill(store, 3)
    store.decide(decided, Ruling.CONFIRMED, reviewer="Ines", note="Seen.")
    [holder, *_] = store.holders()
    address = served()
    page = visit(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    axe = AXE.read_text(encoding="utf-8")
    titles = set()
    paths = (
        "/",
        "/?type=negation",
        f"/conflicts/{first.id}",
        f"/conflicts/{decided}?ruling=any",
        "/disputes",
        "/threads",
        f"/threads/{thread.id}",
        "/holders",
        f"/holders/{holder.id}",
        "/documents",
        f"/documents/{first.a.document}",
        f"/documents/{first.b.document}?back=/conflicts/{first.id}",
        f"/claims/{first.a.id}?back=/",
        "/audit",
        "/nowhere",
    )
    for path in paths:
        page.goto(address + path)
        page.evaluate(axe)
        found = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}})")
        wrong = {
            rule["id"]: [node["html"][:160] for node in rule["nodes"]]
            for rule in found["violations"]
        }
        assert wrong == {}, path
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path
        titles.add(page.title())
    assert len(titles) == len(paths)

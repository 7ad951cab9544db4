"""The HTML report in Chromium: whole without a network, to be searched and printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from claimtrack.model import Document
from claimtrack.report import render
from tests.unit.report.samples import sample_result

EVIL = "<script>document.title='owned'</script><img src=x onerror=alert(1)>"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A page whose articles hold markup and an address that is a script."""
    sample = sample_result()
    documents = tuple(
        dataclasses.replace(document, title=EVIL) if document.path is None else document
        for document in sample.documents
    )
    file = tmp_path / "report.html"
    file.write_text(
        render(dataclasses.replace(sample, documents=documents), "html"), encoding="utf-8"
    )
    return file


@pytest.fixture
def page(chromium: Browser, report: Path) -> Iterator[Page]:
    """The page, opened offline; whatever it complains of fails the test."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.goto(report.as_uri())
    yield page
    assert [line for line in told if line != report.as_uri()] == []
    context.close()


def test_it_shows_both_passages_in_context_and_every_reason(page: Page) -> None:
    """Quote and context are told apart; the bars end where the score's log-odds do."""
    card = page.locator("article.conflict").first
    assert card.locator(".side").count() == 2
    assert "there was no breach at all" in card.locator(".side-b .quote").all_inner_texts()[-1] or (
        "breach" in card.locator(".side-b").inner_text()
    )
    card.locator("summary").click()
    rows = card.locator("table.waterfall").first.locator("tbody tr")
    assert rows.count() == 4
    assert card.locator("table.waterfall").first.locator("tfoot .number").inner_text() == "+5.00"


def test_markup_in_an_article_is_text(page: Page) -> None:
    """Nothing that an article holds runs or loads."""
    assert page.title() == "Contradicting claims (2)"
    assert EVIL in page.locator("body").inner_text()
    assert page.locator("img").count() == 0


def test_an_address_that_is_a_script_is_no_link(tmp_path: Path, chromium: Browser) -> None:
    """Only http and https addresses can be followed."""
    sample = sample_result()
    documents = tuple(
        dataclasses.replace(document, url="javascript:alert(1)") for document in sample.documents
    )
    ids = {old.id: new.id for old, new in zip(sample.documents, documents, strict=True)}

    def moved(claim):
        return dataclasses.replace(claim, document=ids[claim.document])

    conflicts = tuple(
        dataclasses.replace(conflict, a=moved(conflict.a), b=moved(conflict.b))
        for conflict in sample.conflicts
    )
    result = dataclasses.replace(
        sample, documents=documents, claims=(), conflicts=conflicts, updates=()
    )
    file = tmp_path / "r.html"
    file.write_text(render(result, "html"), encoding="utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    links = page.locator("a").evaluate_all("all => all.map(a => a.href)")
    assert all(link.startswith("file:") for link in links)
    page.close()


def test_search_and_choices_filter_the_list(page: Page) -> None:
    """Words in any order and any accent; the count says how many are left."""
    page.fill("#search", "THORNE sígn")
    assert page.locator("article.conflict[id^='c-']:visible").count() == 1
    assert page.locator("#shown").inner_text() == "1 of 2 shown"
    page.fill("#search", "no such words")
    assert page.locator("#nothing").is_visible()
    page.fill("#search", "")
    page.select_option("#relation", "reversal")
    assert page.locator("article.conflict[id^='c-']:visible").count() == 1
    assert page.locator(".timeline a.row:visible").count() == 1


def test_a_name_in_the_picture_shows_its_conflicts(page: Page) -> None:
    """The dots are buttons, by mouse and by keyboard; a second press shows all again."""
    node = page.locator(".network .node[data-holder='Harbour Agency']")
    node.focus()
    page.keyboard.press("Enter")
    assert page.locator("article.conflict[id^='c-']:visible").count() == 1
    node.locator("text").click()
    assert page.locator("article.conflict[id^='c-']:visible").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_the_window(chromium: Browser, report: Path, width: int, scheme: str) -> None:
    """Nothing stands out to the right, and text can be told from its ground."""
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        offline=True,
    )
    page = context.new_page()
    page.goto(report.as_uri())
    page.click("#open")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    script = """() => {
      const light = (text) => {
        const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map((v) => {
          v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const ground = (node) => { for (; node; node = node.parentElement) {
        const colour = getComputedStyle(node).backgroundColor;
        if (!/, 0\\)$/.test(colour)) return colour; } return "rgb(255,255,255)"; };
      const low = [];
      for (const node of document.querySelectorAll(
          "h1,h2,h3,h4,p,.context,.quote,mark,.detail,.type")) {
        if (!node.innerText.trim()) continue;
        const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) low.push([node.className || node.tagName, ratio]);
      }
      return low; }"""
    assert page.evaluate(script) == []
    context.close()


def test_print_shows_the_reasons_and_no_tools(page: Page) -> None:
    """On paper every reason is open, and what can only be pressed is gone."""
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("table.waterfall").first.is_visible()
    assert not page.locator(".tools").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("article.conflict details[open]").count() == 0


def test_a_result_without_conflicts_is_a_page_too(chromium: Browser, tmp_path: Path) -> None:
    """Nothing found is said, without a picture of nothing."""
    result = dataclasses.replace(sample_result(), conflicts=(), updates=(), errors=(), claims=())
    file = tmp_path / "clean.html"
    file.write_text(render(result, "html"), encoding="utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    assert "None was found." in page.locator("main").inner_text()
    assert page.locator("svg").count() == 0
    page.close()


def test_the_picture_takes_many_holders_without_names_on_each_other(chromium: Browser) -> None:
    """Forty who all dispute one: every name is drawn, and no two lie on each other."""
    from claimtrack.model import AuditResult, Conflict, ConflictType, Relation
    from tests.builders import claim, person

    document = Document("x" * 3000, path="a.txt", first_line=1)
    one = claim("It is so.", of=document, holder=person("Centre"))
    conflicts = tuple(
        Conflict(
            one,
            claim(
                f"It is not so {number}.",
                of=document,
                start=20 * number,
                holder=person(f"Speaker {number}"),
            ),
            ConflictType.NEGATION,
            Relation.DISPUTE,
            0.9,
            "x",
            (),
        )
        for number in range(1, 41)
    )
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_content(
        render(AuditResult((document,), (), conflicts, (), (), {}), "html"), wait_until="load"
    )
    boxes = page.locator(".network text").evaluate_all(
        "all => all.map(t => { const b = t.getBBox(); return [b.x, b.y, b.width, b.height]; })"
    )
    assert len(boxes) == 41
    overlaps = [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
        if a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
    ]
    assert overlaps == []
    page.close()

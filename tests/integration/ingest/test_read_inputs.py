"""Inputs of every kind, from the disk and standard input."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from claimtrack.ingest import IngestLimits, Reader, read_inputs
from claimtrack.model import Document, Failure

STORY = (
    "The harbour bridge in Westhaven was closed on Tuesday after a barge struck its pier.\n\n"
    "Nobody was hurt, said Mara Ellison, a spokeswoman for the port authority.\n"
)
HTML = f"<html><body><article><h1>Barge</h1><p>{STORY * 3}</p></article></body></html>"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder that is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str | bytes = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def paths(items: list[Document | Failure]) -> list[str | None]:
    assert all(isinstance(item, Document) for item in items), items
    return [item.path for item in items]


def one_failure(items: list[Document | Failure]) -> Failure:
    (failure,) = items
    assert isinstance(failure, Failure)
    assert "\n" not in failure.message
    return failure


def test_a_folder_is_walked_in_order(here: Path) -> None:
    """Articles are read sorted; README, hidden files, feeds, JSONL and other files are not."""
    for name in ("b.txt", "a.md", "sub/c.htm", "sub/deep/d.txt", "z.TXT", "a.txt/inside.txt"):
        write(here / "corpus" / name, HTML if name.endswith("htm") else f"{name}: {STORY}")
    for name in (
        "README.md",
        "readme.txt",
        ".hidden.txt",
        ".git/x.txt",
        "feed.xml",
        "lines.jsonl",
        "notes.rst",
        "sub/README",
    ):
        write(here / "corpus" / name)
    assert paths(list(read_inputs(["corpus"]))) == [
        "corpus/a.md",
        "corpus/a.txt/inside.txt",
        "corpus/b.txt",
        "corpus/sub/c.htm",
        "corpus/sub/deep/d.txt",
        "corpus/z.TXT",
    ]


def test_paths_are_relative_below_the_current_folder(here: Path) -> None:
    """A file below is shown relative however it is named; one elsewhere as it was given."""
    file = write(here / "in" / "a.txt")
    assert paths(list(read_inputs([str(file)]))) == ["in/a.txt"]
    assert paths(list(read_inputs(["./in/../in/a.txt"]))) == ["in/a.txt"]
    os.chdir(here / "in")
    write(here / "b.txt")
    assert paths(list(read_inputs(["../b.txt"]))) == ["../b.txt"]
    assert paths(list(read_inputs([str(here / "b.txt")]))) == [(here / "b.txt").as_posix()]


def test_a_file_named_twice_is_read_once(here: Path) -> None:
    """A folder, a file in it and a link to that file give one document."""
    write(here / "in" / "a.txt")
    (here / "link.txt").symlink_to(here / "in" / "a.txt")
    assert paths(list(read_inputs(["in", "in/a.txt", "link.txt"]))) == ["in/a.txt"]


def test_one_bad_input_stops_nothing(here: Path) -> None:
    """Between bad inputs of every kind the good ones are read, in order, a line a failure."""
    write(here / "good1.txt")
    write(here / "empty.txt", "")
    write(here / "nul.txt", b"a\x00b")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x", "y")
    write(here / "zip.txt", buffer.getvalue())
    write(here / "french.txt", "Le pont du port a été fermé mardi, a dit la ville. " * 5)
    write(here / "bad.pdf", b"%PDF-1.4 broken")
    write(here / "bad.xml", "no feed")
    write(here / "bad.html", "<html></html>")
    write(here / "data.jsonl", '{"text": "The pier stands."}\n{oops\n')
    (here / "nothing").mkdir()
    (here / "dangling.txt").symlink_to("gone.txt")
    (here / "loop.txt").symlink_to("loop.txt")
    write(here / "good2.txt", "Another story. " + STORY)
    names = [
        "good1.txt",
        "missing.txt",
        "empty.txt",
        "nul.txt",
        "zip.txt",
        "french.txt",
        "bad.pdf",
        "bad.xml",
        "bad.html",
        "data.jsonl",
        "nothing",
        "dangling.txt",
        "loop.txt",
        "a\x00b",
        "-",
        "https://news.example/a",
        "ftp://news.example/a",
        "good2.txt",
    ]
    items = list(read_inputs(names))
    found = [(item.path, item.message if isinstance(item, Failure) else "") for item in items]
    expected = [
        ("good1.txt", ""),
        ("missing.txt", "does not exist"),
        ("empty.txt", "is empty"),
        ("nul.txt", "is not text"),
        ("zip.txt", "is not text but a ZIP archive"),
        ("french.txt", "looks like French; claimtrack reads English only"),
        ("bad.pdf", "cannot be read as a PDF"),
        ("bad.xml", "is not RSS or Atom"),
        ("bad.html", "has no article text"),
        ("data.jsonl#1", ""),
        ("data.jsonl", "line 2: is not JSON"),
        ("nothing", "holds no article"),
        ("dangling.txt", "is a link to nothing"),
        ("loop.txt", "cannot be opened"),
        ("a b", "cannot be opened"),
        ("-", "standard input is not read here"),
        ("https://news.example/a", "addresses are not read here"),
        ("ftp://news.example/a", "ftp addresses are not read"),
        ("good2.txt", ""),
    ]
    assert [path for path, _ in found] == [path for path, _ in expected]
    for (path, message), (_, start) in zip(found, expected, strict=True):
        assert message.startswith(start), path
        assert "\n" not in message
        assert bool(message) == bool(start)


def test_links_to_folders_make_no_loop(here: Path) -> None:
    """A link back to its own folder is not walked, a dangling one in a folder is told."""
    write(here / "in" / "a.txt")
    (here / "in" / "again").symlink_to(here / "in", target_is_directory=True)
    (here / "in" / "b.txt").symlink_to("b.txt")
    first, second = read_inputs(["in"])
    assert first.path == "in/a.txt"
    assert isinstance(second, Failure)
    assert (second.path, second.message[:16]) == ("in/b.txt", "cannot be opened")


def test_pipes_in_a_folder_are_passed_over(here: Path) -> None:
    """A named pipe in a folder does not make the walk wait for a writer."""
    write(here / "in" / "a.txt")
    os.mkfifo(here / "in" / "pipe.txt")
    assert paths(list(read_inputs(["in"]))) == ["in/a.txt"]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (STORY.encode(), 1),
        (STORY.encode("utf-16"), 1),
        (HTML.encode(), 1),
        (b"\n <!DOCTYPE html>" + HTML.encode(), 1),
        (b'{"text": "one"}\n{"text": "two"}\n', 2),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><item><description>Words of the day'
         b"</description></item></channel></rss>", 1),
    ],
    ids="text utf16 html doctype jsonl rss".split(),
)  # fmt: skip
def test_standard_input_is_told_by_its_bytes(data: bytes, count: int) -> None:
    """ "-" takes text, a page, a feed or JSON Lines, from a binary or a text stream."""
    items = list(Reader(stdin=io.BytesIO(data)).read(["-"]))
    assert len(paths(items)) == count
    assert all(str(item.path).startswith("-") for item in items)
    assert "<" not in "".join(item.text for item in items if isinstance(item, Document))
    wrapped = io.TextIOWrapper(io.BytesIO(data))
    assert list(Reader(stdin=wrapped).read(["-"])) == items


def test_a_text_stream_without_bytes_is_read() -> None:
    """A StringIO serves as standard input."""
    (document,) = Reader(stdin=io.StringIO(STORY)).read(["-"])
    assert isinstance(document, Document)
    assert document.text == STORY.strip()


def test_texts_from_standard_input_are_not_versions_of_each_other() -> None:
    """Two drafts from "-" share no identity; two articles of one page share none either."""
    (one,) = read_inputs(["-"], stdin=io.StringIO(STORY))
    (two,) = read_inputs(["-"], stdin=io.StringIO("Another story. " + STORY))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.identity != two.identity


def test_a_page_of_several_articles_gives_several_documents(here: Path) -> None:
    """Each has its headline as title, its line in the file, and its own identity."""
    page = (
        f"harbour news\n\nBarge strikes the harbour bridge\n\n{STORY}\nSource link\n\n"
        f"Ferry crews vote to strike over pay\n\nFerry crews of Port Lindow will walk out on "
        "Friday, their union said on Monday.\n\nSource link"
    )
    write(here / "page.txt", page)
    first, second = read_inputs(["page.txt"])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.first_line, first.part) == (
        "Barge strikes the harbour bridge",
        5,
        1,
    )
    assert (second.title, second.first_line, second.part) == (
        "Ferry crews vote to strike over pay",
        13,
        2,
    )
    assert first.path == second.path == "page.txt"
    assert first.outlet is None
    assert first.text == STORY.strip()
    assert first.identity != second.identity
    for document in (first, second):
        line = page.split("\n")[(document.first_line or 0) - 1]
        assert document.text.split("\n")[0] == line


def test_limits_hold_to_the_byte(here: Path) -> None:
    """A file of exactly the limit is read, one byte more is refused; so with characters."""
    limits = IngestLimits(max_bytes=len(STORY), max_characters=len(STORY.strip()))
    write(here / "fits.txt")
    write(here / "over.txt", STORY + "\n")
    fits, over = read_inputs(["fits.txt", "over.txt"], limits=limits)
    assert isinstance(fits, Document)
    assert isinstance(over, Failure)
    assert over.message == f"is larger than {len(STORY):,} bytes; split it"
    tight = IngestLimits(max_characters=20)
    failure = one_failure(list(read_inputs(["fits.txt"], limits=tight)))
    assert (
        failure.message == f"has {len(STORY.strip())} characters in one article, over 20; split it"
    )
    assert (
        "larger than 20"
        in one_failure(
            list(
                read_inputs(
                    ["-"], stdin=io.BytesIO(STORY.encode()), limits=IngestLimits(max_bytes=20)
                )
            )
        ).message
    )


def test_a_foreign_part_of_an_article_is_reported_beside_it(here: Path) -> None:
    """What is English is read; the rest never passes for read."""
    english = "The bridge was closed on Tuesday, and the mayor said that nobody was hurt. " * 60
    french = "Le maire a dit mardi que le pont avait été fermé et que personne ne l'avait vu. " * 8
    (here / "both.txt").write_text(f"{english}\n\n{french}\n")
    document, failure = read_inputs(["both.txt"])
    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert failure.path == "both.txt"
    assert failure.message.startswith("from paragraph 2 on looks like French; ")


def test_twenty_megabytes_are_read_within_the_limits(here: Path) -> None:
    """20 MB of JSON Lines are read; 20 MB in one article only where the limit is raised."""
    line = json.dumps({"text": STORY * 60})
    count = 20_000_000 // len(line)
    write(here / "big.jsonl", "\n".join([line] * count))
    assert len(paths(list(read_inputs(["big.jsonl"])))) == count
    write(here / "big.txt", STORY * (20_000_000 // len(STORY)))
    raised = IngestLimits(max_characters=25_000_000)
    (document,) = read_inputs(["big.txt"], limits=raised)
    assert isinstance(document, Document)
    assert len(document.text) > 19_000_000


def test_the_limits_of_a_file_and_an_article_are_told(here: Path) -> None:
    """By default an article has up to 1,000,000 characters and a file up to 25,000,000 bytes."""
    write(here / "long.txt", STORY * 7_000)
    failure = one_failure(list(read_inputs(["long.txt"])))
    assert failure.message.endswith("characters in one article, over 1,000,000; split it")
    write(here / "over.txt", b"a" * 25_000_001)
    failure = one_failure(list(read_inputs(["over.txt"])))
    assert failure.message == "is larger than 25,000,000 bytes; split it"


def test_reading_twice_gives_the_same(here: Path) -> None:
    """The same inputs give the same documents and failures in the same order."""
    for name in ("b.txt", "a.txt", "c/d.md", "e.html"):
        write(here / "in" / name, HTML if name.endswith("html") else STORY + name)
    assert list(read_inputs(["in", "x"])) == list(read_inputs(["in", "x"]))

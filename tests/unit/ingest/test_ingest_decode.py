"""Bytes to text."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import InputError
from claimtrack.ingest.decode import declared_in, decode, newlines, one_line, without_surrogates

TEXT = "The café owner said “nobody was hurt” – and paid €12.\nThat was all.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
    ids="utf8 bom utf16le utf16be utf32 bare16le bare16be cp1252 crlf cr".split(),
)
def test_each_encoding_gives_the_same_text(data: bytes) -> None:
    """UTF-8, UTF-16, UTF-32 and Windows-1252, with any line ends, read as one and the same text."""
    assert decode(data) == TEXT


def test_a_broken_byte_does_not_spoil_the_rest() -> None:
    """One bad byte in a UTF-8 text becomes U+FFFD and leaves the other letters as they are."""
    data = TEXT.encode("utf-8").replace(b"was all", b"was\xff all")
    assert decode(data) == TEXT.replace("was all", "was\ufffd all")


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "ASCII", "latin1"])
def test_latin1_labels_mean_cp1252(label: str) -> None:
    """Pages that call themselves Latin-1 hold Windows-1252 quotes, and get them."""
    assert decode("“yes”".encode("cp1252"), label) == "“yes”"


def test_a_wrong_label_is_not_believed() -> None:
    """A charset that cannot decode the bytes, or is none, gives way to what the bytes are."""
    assert decode("café".encode("cp1252"), "utf-8") == "café"
    assert decode("café".encode(), "no-such-charset") == "café"
    assert decode("café".encode(), "base64") == "café"


def test_no_letter_is_composed() -> None:
    """Decomposed letters stay decomposed, so that offsets are those of the source."""
    assert decode("cafe\u0301".encode()) == "cafe\u0301"


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "hello")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (_zip(), "ZIP"),
        (gzip.compress(b"hello", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"plain words\x00and a NUL", "NUL"),
        (bytes(range(1, 256)) * 4, "not text"),
        (b"\xff\xfe" + b"\x00\xd8\x41\x00", "UTF-16"),
        (b"a\x02b\x03c\x04d\x05", "control"),
    ],
)
def test_binaries_are_refused(data: bytes, word: str) -> None:
    """What is no text is refused with a line that says so, and what it is where that shows."""
    with pytest.raises(InputError, match=word) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    """No bytes raise anything but InputError, and no text has a carriage return or NUL."""
    try:
        text = decode(data)
    except InputError:
        return
    assert "\r" not in text
    assert "\x00" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_utf8_round_trips(text: str) -> None:
    """A UTF-8 text is given back letter by letter."""
    if not text.startswith(("PK", "%PDF-", "GIF8", "BZh", "{\\rtf")):
        assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(st.text(alphabet="ab\r\n"))
def test_newlines_keep_the_count_of_lines(text: str) -> None:
    """Line ends are normalised one for one."""
    assert newlines(text).split("\n") == io.StringIO(text, newline=None).read().split("\n")


def test_a_page_names_its_charset() -> None:
    """The charset is found in a meta element, an http-equiv and an XML declaration."""
    assert declared_in(b'<meta charset="koi8-r">') == "koi8-r"
    assert declared_in(b"<meta http-equiv=x content='text/html; charset=cp1251'>") == "cp1251"
    assert declared_in(b'<?xml version="1.0" encoding="utf-16"?>') == "utf-16"
    assert declared_in(b"<p>none</p>") is None


def test_one_line_strips_controls() -> None:
    """A title cannot break a line of output or send an escape to the terminal."""
    assert one_line("a\n b\x1b[31m\tc") == "a b [31m c"
    assert one_line("x" * 400, 10) == "x" * 9 + "…"
    assert without_surrogates("a\ud800b") == "a\ufffdb"

"""Bytes to text: encodings, newlines, and the refusal of what is no text.

Nothing is composed or folded (no NFC): an offset in the text is an offset in the source.
"""

from __future__ import annotations

import codecs
import re

from claimtrack.errors import InputError

# First bytes that name a format, so that the refusal can say what the file is (file(1), magic).
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an Office document; save it as text, HTML or PDF"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text, HTML or PDF"),
    (b"{\\rtf", "a Rich Text document; save it as text, HTML or PDF"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Labels that pages carry and that mean Windows-1252 in practice (WHATWG Encoding Standard).
_MEANS_CP1252 = frozenset({"ascii", "iso8859-1"})


def decode(data: bytes, declared: str | None = None) -> str:
    """Return ``data`` as text with ``\\n`` line ends.

    A byte order mark decides, then ``declared`` (a charset that HTTP or the page names), then
    UTF-8, then Windows-1252, the one legacy encoding that English text is met in.

    Raises:
        InputError: if it is no text.
    """
    if binary := name_binary(data):
        raise InputError(f"is not text but {binary}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return newlines(_refuse_binary(data[len(mark) :].decode(encoding)))
            except UnicodeDecodeError as error:
                raise InputError(
                    f"is not text: it starts as {encoding.upper()} and breaks off; save it as UTF-8"
                ) from error
    for candidate in (_codec(declared), _utf16_without_mark(data)):
        if candidate is not None:
            try:
                return newlines(_refuse_binary(data.decode(candidate)))
            except UnicodeDecodeError:
                continue  # the label is wrong, which is common: what the bytes say counts
    return newlines(_refuse_binary(_guess(data)))


def declared_in(data: bytes) -> str | None:
    """Return the charset that an HTML page or XML file names in its first 2,048 bytes, if any."""
    match = _XML_ENCODING.match(data[:2048]) or _META_CHARSET.search(data[:2048])
    return match[1].decode("ascii") if match else None


def name_binary(data: bytes) -> str | None:
    """Return what ``data`` is by its first bytes, or None where they name no binary format."""
    return next((what for magic, what in _MAGIC if data.startswith(magic)), None)


def newlines(text: str) -> str:
    """Return ``text`` with each ``\\r\\n`` and ``\\r`` as ``\\n``; the count of lines is kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_surrogates(text: str) -> str:
    """Return ``text`` with lone surrogates as U+FFFD; JSON can carry them, UTF-8 cannot."""
    return _SURROGATES.sub("�", text)


def one_line(text: str, longest: int = 300) -> str:
    """Return ``text`` on one line without control characters, cut after ``longest`` characters."""
    flat = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", without_surrogates(text)).split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip())
    except LookupError:
        return None
    if not getattr(info, "_is_text_encoding", True):
        return None
    return "cp1252" if info.name in _MEANS_CP1252 else info.name


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 English is NUL in every other byte; binary formats are not so regular."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # One broken byte must not turn every curly quote of a UTF-8 article into mojibake.
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("�")
    sound = sum(character > "\x7f" for character in lenient) - broken
    if sound > 3 * broken:
        return lenient
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError("is not text, or in an unknown encoding; save it as UTF-8") from error


def _refuse_binary(text: str) -> str:
    if "\x00" in text:
        raise InputError("is not text: it holds NUL bytes; save it as text, HTML or PDF")
    if len(_CONTROLS.findall(text)) > len(text) / 1000 + 1:
        raise InputError("is not text: it holds control characters; save it as text, HTML or PDF")
    return text

"""Reads JSON Lines, one article a line: {text, title?, publisher?, author?, date?, url?, id?}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from claimtrack.errors import InputError
from claimtrack.ingest.decode import name_binary, newlines, one_line, without_surrogates
from claimtrack.ingest.raw import published_or_failure
from claimtrack.model import Document, Failure

_UTF8_BOM = b"\xef\xbb\xbf"


def read_jsonl(
    stream: BinaryIO, label: str, path: str | None, longest: int, url: str | None = None
) -> Iterator[Document | Failure]:
    """Yield one document a line, streaming; a line that cannot be read is a failure of its own.

    A line may have ``longest`` bytes. A document's path is ``path#id``, or ``path#line`` where
    the line names no id.

    Raises:
        InputError: if the stream is no text at all, or holds no line.
    """
    number = read = 0
    while line := stream.readline(longest + 1):
        number += 1
        if number == 1:
            if binary := name_binary(line):
                raise InputError(f"is not JSON Lines but {binary}")
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise InputError("is UTF-16; save JSON Lines as UTF-8")
            line = line.removeprefix(_UTF8_BOM)
        too_long = len(line) > longest
        while len(line) > longest and not line.endswith(b"\n"):
            line = stream.readline(longest + 1)
        if too_long:
            yield Failure(label, f"line {number}: is longer than {longest:,} bytes; split it")
            read += 1
        elif line.strip():
            read += 1
            try:
                yield from _article(line, number, label, path, url)
            except InputError as error:
                yield Failure(label, f"line {number}: {error}")
    if not read:
        raise InputError("is empty; nothing to read")


def _article(
    line: bytes, number: int, label: str, path: str | None, url: str | None
) -> Iterator[Document | Failure]:
    record = _parse(line)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError('has no "text"; each line needs {"text": "..."}')
    if "\x00" in text:
        raise InputError('has NUL characters in its "text"')
    key = record.get("id")
    if key is not None and not (isinstance(key, (str, int)) and not isinstance(key, bool)):
        raise InputError('has an "id" that is neither a string nor a whole number')
    date = _field(record, "date")
    published, failures = published_or_failure(date, label)
    mark = one_line(str(key)) if key is not None else ""
    yield Document(
        text=without_surrogates(newlines(text)).strip("\n"),
        path=f"{path}#{mark or number}" if path is not None else None,
        title=_field(record, "title"),
        outlet=_field(record, "publisher"),
        author=_field(record, "author"),
        published=published,
        url=_field(record, "url") or (f"{url}#{mark or number}" if url else None),
    )
    for failure in failures:
        yield Failure(label, f"line {number}: {failure.message}")


def _parse(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8; save JSON Lines as UTF-8") from error
    except RecursionError as error:
        raise InputError("is JSON nested too deeply") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON ({error.msg}, column {error.colno})") from error
    except ValueError as error:  # a number with more digits than Python converts
        raise InputError("is JSON with a number that is too long") from error
    if not isinstance(record, dict):
        raise InputError('is not a JSON object; each line needs {"text": "..."}')
    return record


def _field(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'has a "{name}" that is not a string')
    return one_line(value) or None

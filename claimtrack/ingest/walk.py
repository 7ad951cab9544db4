"""Which files the inputs stand for: the files named, and the articles in folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimtrack.errors import InputError

# Feeds and JSON Lines are collections: they are named, never picked up in passing.
FOLDER_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf"})


Ignored = Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and its path for the user: with ``/``, relative where it lies below."""

    file: Path
    shown: str


def find_files(given: str, ignored: Ignored | None = None) -> Iterator[Found]:
    """Yield the file that ``given`` names, or the articles below the folder, sorted.

    Left out in folders: README files, hidden files and folders, other suffixes, and what is no
    plain file (pipes, devices). Links to files are followed, links to folders are not, so that
    a loop has no way in; a link to a folder that is itself named is followed. Files in folders
    that are ``ignored`` are left out too; a file that is itself named is read all the same.

    Raises:
        InputError: if there is no such file, it can't be looked at, or the folder holds none.
    """
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        if path.is_symlink():
            raise InputError("is a link to nothing") from error
        raise InputError("does not exist; check the path") from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be opened: {reason(error)}") from error
    if not stat.S_ISDIR(mode):
        yield Found(path, shown(path))
        return
    below = _below(path)
    found = [file for file in below if ignored is None or not ignored(file)]
    if below and not found:
        raise InputError("holds only articles that the setting ignore leaves out")
    if not found:
        raise InputError("holds no article (txt, md, html, pdf); name feeds and JSONL files")
    for file in found:
        yield Found(file, shown(file))


def shown(path: Path) -> str:
    """Return ``path`` with ``/``: relative to the current folder if below it, else as given."""
    absolute, here = os.path.abspath(path), os.getcwd()
    try:
        relative = os.path.relpath(absolute, here)
    except ValueError:  # another drive
        relative = os.pardir
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    text = (path if outside else Path(relative)).as_posix()
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def reason(error: Exception) -> str:
    """Return what the system says is wrong, on one line and without the path."""
    text = error.strerror if isinstance(error, OSError) else None
    return (text or str(error) or type(error).__name__).lower()


def _below(folder: Path) -> list[Path]:
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        raise InputError(f"cannot be listed: {reason(error)}") from error

    for here, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(here, name)
            if _is_article(name) and _is_plain(file):
                found.append(file)
    return sorted(found, key=lambda file: file.relative_to(folder).parts)


def _is_article(name: str) -> bool:
    return (
        not name.startswith(".")
        and not name.lower().startswith("readme")
        and Path(name).suffix.lower() in FOLDER_SUFFIXES
    )


def _is_plain(file: Path) -> bool:
    """A plain file, or a link that leads nowhere: that one is reported when it is opened."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return True

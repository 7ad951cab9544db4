"""What a command has at hand: the settings, the facade, and how to print."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from claimtrack.errors import InputError
from claimtrack.model import Failure
from claimtrack.report.wording import squeeze

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack
    from claimtrack.config import Loaded, Settings

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""


class Maker(Protocol):
    """Builds the facade. Tests give one that makes a fake."""

    def __call__(self, settings: Settings) -> Claimtrack:
        """Return the facade for ``settings``."""
        ...


def real(settings: Settings) -> Claimtrack:
    """Return the real facade; importing it here keeps ``--help`` quick."""
    from claimtrack.bootstrap import Claimtrack

    return Claimtrack(settings)


@dataclass
class Session:
    """One run of the command line."""

    make: Maker = real
    flags: dict[str, object] = field(default_factory=dict)
    config: Path | None = None

    def loaded(self, more: Mapping[str, object] | None = None) -> Loaded:
        """Return the settings in force; ``more`` are flags of the command itself."""
        from claimtrack.config import load

        return load({**self.flags, **(more or {})}, file=self.config)

    def app(self, settings: Settings | None = None) -> Claimtrack:
        """Return the facade."""
        return self.make(self.loaded().settings if settings is None else settings)


def session(ctx: typer.Context) -> Session:
    """Return the session of a command's context."""
    found = ctx.find_object(Session)
    if found is None:
        raise RuntimeError("the command was run without its group")
    return found


def say(text: str) -> None:
    """Print text for a reader; what the terminal can't show becomes a question mark."""
    if not text:
        return
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "replace").decode(encoding)
    typer.echo(shown, nl=not text.endswith("\n"), color=colour())


def emit(text: str) -> None:
    """Print text for a machine: UTF-8 whatever the locale, line ends as they are."""
    typer.echo(text.encode("utf-8", "replace"), nl=False)


def write(path: str, text: str) -> None:
    """Write a report to a file. Raises InputError where that can't be done."""
    try:
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise InputError(f"can't write {path}: {error.strerror or error}") from error


def warn(failures: Iterable[Failure]) -> bool:
    """Print a line on stderr for each failure; return whether there was one."""
    lines = [f"{failure.path}: {failure.message}" for failure in failures]
    for line in lines:
        warn_line(line)
    return bool(lines)


def warn_line(message: str) -> None:
    """Print one line on stderr, with nothing in it that a terminal would act on."""
    typer.echo(f"claimtrack: {squeeze(message)}", err=True)


def finish(*, found: bool = False, failed: bool = False, exit_zero: bool = False) -> None:
    """End the command with the design's exit code: 2 over 1, and 1 can be silenced."""
    if failed:
        raise typer.Exit(2)
    if found and not exit_zero:
        raise typer.Exit(1)


def width() -> int:
    """Return the width to print in: the terminal's up to ``WIDEST``, 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns)


def colour() -> bool:
    """Whether to print colour: on a terminal that has it and whose user did not forbid it."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()

"""Every command line that we show is one that the program takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.exceptions import TyperException

from claimtrack.cli import app
from tests.unit.cli.conftest import Command
from tests.unit.cli.test_cli_top import every_command

ROOT = Path(__file__).parents[3]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TOP = typer.main.get_command(app)


def taken(line: str, *, whole: bool = True) -> str:
    """Read a line as the program would, and run nothing; return the command that it names.

    Raises TyperException for a command or an option that does not exist, for a value that an
    option does not take and, for a ``whole`` line, where something is missing.
    """
    command, context = TOP, None
    name, *rest = shlex.split(line, comments=True)
    while True:
        try:
            context = command.make_context(name, rest, parent=context)
        except typer.Exit:
            # --help ends the reading.
            return line
        except TyperException as error:
            message = error.format_message()
            if whole or not re.match("Missing|Usage: ", message):
                raise
            return line
        rest = _held(context) + context.args
        if not rest or not hasattr(command, "resolve_command"):
            return str(context.command_path)
        name, command, rest = command.resolve_command(context, rest)


def _held(context: object) -> list[str]:
    """The words that a group keeps for its command."""
    return list(getattr(context, "_protected_args", []))


def shown_in_help(run: Command) -> Iterator[str]:
    """The examples of every command."""
    for words in every_command():
        text = run(*words, "--help").stdout
        for line in re.findall(r"^ +(claimtrack .+)$", text.split("Examples:")[1], re.MULTILINE):
            # What the shell does with input and output is no matter of the program.
            yield from re.split(r" [<>] ", line)[0].split(" && ")


def test_every_example_of_the_help_is_taken(run: Command) -> None:
    """The page of commands is made from these."""
    lines = list(shown_in_help(run))
    assert len(lines) > 50
    for line in lines:
        assert taken(line).startswith("claimtrack "), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_is_taken(page: Path) -> None:
    """What stands in a block, and what a sentence or a table names."""
    text = page.read_text(encoding="utf-8")
    lines = re.findall(r"^\$ (claimtrack .+)$", text, re.MULTILINE)
    for line in lines:
        assert taken(line).startswith("claimtrack "), line
    for line in re.findall(r"`(claimtrack [a-z][^`]*)`", text):
        # A sentence may name a command without what it would be given.
        assert taken(line, whole=False).startswith("claimtrack "), line


@pytest.mark.parametrize(
    "line",
    ["claimtrack adit x", "claimtrack audit x --statistic", "claimtrack audit --format pdf x"],
)
def test_a_line_that_is_wrong_is_told(line: str) -> None:
    """The reading above is the program's own."""
    with pytest.raises(TyperException):
        taken(line)

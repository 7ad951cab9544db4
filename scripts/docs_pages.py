"""What of the documentation follows from the program: every command's help, and the settings.

A hook of mkdocs (see mkdocs.yml), so that nothing generated is kept and nothing can be out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from mkdocs.structure.files import File, Files
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.config import Settings

PLACE = "<!-- settings -->"


def on_files(files: Files, *, config: Any) -> Files:
    """Add the page of the commands."""
    files.append(File.generated(config, "commands.md", content=commands()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the table of settings where it belongs."""
    return markdown.replace(PLACE, settings())


def commands() -> str:
    """Return the page of every command's help, as the program prints it in 80 columns."""
    parts = ["# Commands", "", "What the program itself says of each command.", ""]
    for words in [(), *every_command(typer.main.get_command(app), ())]:
        done = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "80"})
        if done.exit_code != 0:
            raise RuntimeError(f"claimtrack {' '.join(words)} --help failed: {done.output}")
        parts += [f"{'##' if len(words) < 2 else '###'} {' '.join(('claimtrack', *words))}", ""]
        parts += ["```text", done.stdout.rstrip(), "```", ""]
    return "\n".join(parts)


def every_command(group: Any, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of each command, groups and their commands alike."""
    for name, command in group.commands.items():
        yield (*above, name)
        if hasattr(command, "commands"):
            yield from every_command(command, (*above, name))


def settings() -> str:
    """Return the table of the settings with what each means."""
    rows = [f"| `{name}` | {about.description} |" for name, about in Settings.model_fields.items()]
    return "\n".join(["| key | meaning |", "|---|---|", *rows])

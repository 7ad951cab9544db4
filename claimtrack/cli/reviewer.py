"""Who is at work: what every command that records something of a person's asks."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

Reviewer = Annotated[
    str | None, typer.Option("--reviewer", help="Who does it [default: the user's name].")
]


def who(reviewer: str | None) -> str:
    """Return the reviewer's name: the one given, else the user's."""
    return reviewer or getpass.getuser()

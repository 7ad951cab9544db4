"""What the library logs as a warning is a line on stderr while a command runs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from claimtrack.report.wording import squeeze


class Lines(logging.Handler):
    """Writes each record as one line, in the manner of the other messages."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the record to where stderr is now (tests exchange it)."""
        typer.echo(f"claimtrack: {squeeze(record.getMessage())}", err=True)


@contextmanager
def shown() -> Iterator[None]:
    """Show warnings of the library until the end of the block; silence is its default."""
    logger = logging.getLogger("claimtrack")
    handler = Lines(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)

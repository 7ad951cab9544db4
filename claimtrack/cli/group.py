"""The top of the command line: options for every command, errors as one line, exit codes.

0 clean, 1 findings, 2 usage, configuration, unreadable input or internal error; a process that
was interrupted or whose reader went away ends with what a shell expects (130, 141).
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from claimtrack.cli.notes import shown
from claimtrack.errors import ClaimtrackError
from claimtrack.report.wording import squeeze

PROGRAM = "claimtrack"
INTERRUPTED = 130
READER_GONE = 141
# May be written after the command too, as people do; True: takes a value.
EVERYWHERE = {
    "--store": True,
    "--cache-dir": True,
    "--no-cache": False,
    "--embedder": True,
    "--nli": True,
    "--threshold": True,
    "--config": True,
    "--debug": False,
}


def to_front(args: Sequence[str]) -> list[str]:
    """Return ``args`` with the options of every command moved before the command.

    What stands after ``--`` is left alone. Raises BadParameter where a value is missing.
    """
    front: list[str] = []
    rest: list[str] = []
    waiting = list(args)
    while waiting:
        item = waiting.pop(0)
        name, equals, _ = item.partition("=")
        if item == "--":
            rest += [item, *waiting]
            break
        if name not in EVERYWHERE:
            rest.append(item)
            continue
        front.append(item)
        if EVERYWHERE[name] and not equals:
            if not waiting or waiting[0].startswith("--"):
                raise typer.BadParameter(f"option {name} needs a value")
            front.append(waiting.pop(0))
    return front + rest


class ClaimtrackGroup(TyperGroup):
    """A group of commands that turns every error into one line and an exit code."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the options of every command from wherever they stand; show help for nothing."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, to_front(args))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit. Exit codes are those of the design, usage errors one line on stderr."""
        given = list(sys.argv[1:] if args is None else args)
        # transformers draws bars while it loads weights, on a terminal or not; ours are enough.
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        try:
            code = super().main(given, PROGRAM, complete_var, False, windows_expand_args, **extra)
        except typer.Abort:
            code = INTERRUPTED
        except Exception as error:
            code = _told(error, debug="--debug" in given)
        if not isinstance(code, int):
            code = 0
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what is left in the buffers is written here, where it can fail."""
        try:
            try:
                with shown():
                    return super().invoke(ctx)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except BrokenPipeError:
            # The interpreter flushes again at its end: give it somewhere to write to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(READER_GONE) from None
        except KeyboardInterrupt:
            typer.echo(f"{PROGRAM}: interrupted", err=True)
            raise typer.Exit(INTERRUPTED) from None


def _told(error: Exception, *, debug: bool) -> int:
    """Print ``error`` as one line (and the traceback, for --debug); return the exit code."""
    if debug:
        traceback.print_exception(error)
    usage = getattr(error, "format_message", None)
    if usage is not None:
        message = str(usage())
        ctx = getattr(error, "ctx", None)
        where = PROGRAM if ctx is None else ctx.command_path
        message += f" (see: {where} --help)"
    elif isinstance(error, ClaimtrackError):
        message = str(error)
    else:
        what = f"{type(error).__name__}: {error}"
        message = f"internal error: {what} (run again with --debug and report it)"
    typer.echo(f"{PROGRAM}: {squeeze(message)}", err=True)
    return 2

"""What holds for every command: help, errors, exit codes, quick start."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
import typer

from claimtrack.cli import app
from claimtrack.cli.group import to_front
from claimtrack.report.version import tool_version
from tests.unit.cli.conftest import Command
from tests.unit.cli.fake import Broken, Fake

HEAVY = {
    "alembic",
    "dateparser",
    "faiss",
    "httpx",
    "numpy",
    "onnxruntime",
    "pydantic",
    "sentence_transformers",
    "spacy",
    "sqlalchemy",
    "torch",
    "trafilatura",
    "transformers",
}
WANTED = {
    "init",
    "ingest",
    "audit",
    "scan",
    "check",
    "conflicts",
    "show",
    "review",
    "track",
    "threads",
    "claims",
    "calibrate",
    "compare",
    "search",
    "documents",
    "holders",
    "stats",
    "doctor",
    "backup",
    "restore",
    "export",
    "claimreview",
    "import",
    "baseline",
    "serve",
    "users",
    "models",
    "schema",
    "config",
}


def every_command() -> Iterator[tuple[str, ...]]:
    """The words of every command, groups and their commands alike."""
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        yield (name,)
        for inner in getattr(command, "commands", {}):
            yield (name, inner)


def test_the_commands_are_there() -> None:
    """Every command of the contract exists."""
    assert {words[0] for words in every_command()} >= WANTED


@pytest.mark.parametrize("words", list(every_command()), ids=" ".join)
def test_every_command_has_help_an_example_and_formats(
    run: Command, words: tuple[str, ...]
) -> None:
    """Help says what it does, shows how it is called, and offers JSON."""
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert "Examples:\n" in result.stdout
    assert f"claimtrack {words[0]}" in result.stdout.split("Examples:")[1]
    assert "--format" in result.stdout
    assert "json" in result.stdout


@pytest.mark.parametrize(
    ("args", "allowed"),
    # Since 0.29 typer itself reads the values of options with pydantic; the top does without.
    [(["--help"], set()), (["audit", "--help"], {"pydantic"})],
)
def test_help_imports_nothing_heavy(args: list[str], allowed: set[str]) -> None:
    """``--help`` is quick because no model library, database or validator is imported."""
    code = (
        "import sys\n"
        f"sys.argv = ['claimtrack', *{args}]\n"
        "from claimtrack.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "print('modules:', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rsplit("modules:", 1)[1].split())
    assert "typer" in loaded
    assert loaded & (HEAVY - allowed) == set()


def test_version(run: Command) -> None:
    """``--version`` tells the version of the distribution."""
    assert run("--version").stdout == f"claimtrack {tool_version()}\n"


def test_no_command_shows_help_and_fails(run: Command) -> None:
    """Nothing asked for is a usage error, answered with what could be asked."""
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (["audit"], "Missing argument 'PATH...'"),
        (["comparee", "a", "b"], "Did you mean 'compare'?"),
        (["audit", "x", "--fromat", "json"], "--fromat"),
        (["audit", "x", "--output", "pdf=x.pdf"], "--output takes FORMAT=FILE"),
        (["audit", "x", "--store"], "option --store needs a value"),
        (["compare", "only one"], "compare needs two statements"),
        (["schema", "nonsense"], "there are audit, check, compare"),
        (["config", "--threshold", "3"], "flag --threshold: Input should be less than"),
        (["stats"], "`claimtrack init` makes one"),
    ],
)
def test_mistakes_are_one_line_and_exit_2(run: Command, args: list[str], wanted: str) -> None:
    """A mistake is told in one line on stderr that says how to mend it."""
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert wanted in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("claimtrack: ")


def test_an_expected_error_has_no_traceback_unless_asked(run: Command) -> None:
    """The reader gets one line; ``--debug`` gives the maintainer all."""
    run.make = Broken
    plain = run("audit", "nowhere.txt")
    assert (plain.exit_code, plain.stdout) == (2, "")
    assert plain.stderr == "claimtrack: no such file: nowhere.txt second line\n"
    debug = run("audit", "nowhere.txt", "--debug")
    assert debug.exit_code == 2
    assert "Traceback" in debug.stderr
    assert debug.stderr.endswith(plain.stderr)


def test_an_unexpected_error_says_so(run: Command) -> None:
    """A bug is one line and exit 2 as well, and it is called a bug."""

    class Bug(Fake):
        def scan(self, *, progress=None):
            raise ZeroDivisionError("by nought")

    run.make = Bug
    result = run("scan")
    assert result.exit_code == 2
    assert "internal error: ZeroDivisionError: by nought" in result.stderr
    assert "--debug" in result.stderr


def test_a_warning_of_the_library_is_a_line(run: Command) -> None:
    """What the library only logs (an index was rebuilt) is told to who runs a command."""

    class Warner(Fake):
        def scan(self, *, progress=None):
            logging.getLogger("claimtrack.bootstrap").warning("index: was %s", "damaged")
            return super().scan()

    run.make = Warner
    assert run("scan").stderr.startswith("claimtrack: index: was damaged\n")
    assert run("scan").stderr.count("damaged") == 1


def test_interrupt_ends_cleanly(run: Command) -> None:
    """Ctrl-C is one line and the code that shells expect."""

    class Slow(Fake):
        def scan(self, *, progress=None):
            raise KeyboardInterrupt

    run.make = Slow
    result = run("scan")
    assert result.exit_code == 130
    assert result.stderr == "claimtrack: interrupted\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    """``claimtrack schema | head -1`` ends without a word, and not with the code of findings."""
    code = (
        "import sys\nsys.argv = ['claimtrack', 'schema']\nfrom claimtrack.cli import main\nmain()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert errors == b""


@pytest.mark.parametrize("place", ["before", "after", "equals"])
def test_options_of_every_command_stand_anywhere(run: Command, place: str) -> None:
    """``--store`` works before the command and after it."""
    args = {
        "before": ["--store", "here", "--no-cache", "scan"],
        "after": ["scan", "--store", "here", "--no-cache"],
        "equals": ["scan", "--store=here", "--no-cache"],
    }[place]
    run(*args)
    assert run.made[0].settings.store == "here"
    assert run.made[0].settings.no_cache is True


def test_what_stands_after_two_dashes_is_left_alone() -> None:
    """A file or statement that looks like an option can still be named."""
    assert to_front(["audit", "--debug", "--", "--store", "x"]) == [
        "--debug",
        "audit",
        "--",
        "--store",
        "x",
    ]

"""``serve`` and ``users``: the web page, and who may use it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.session import emit, say, session
from claimtrack.errors import InputError
from claimtrack.report.json_ import dump

if TYPE_CHECKING:
    from claimtrack.web.users import Users

TOKEN = "CLAIMTRACK_TOKEN"

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]
UsersFile = Annotated[
    Path | None,
    typer.Option("--users", metavar="FILE", help="File of users [default: beside the store]."),
]


def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; another one needs a log-in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port.")] = 8765,
    users: UsersFile = None,
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", help=f"File with a token that lets in (or {TOKEN})."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help="Another name that the page is called by. Repeatable."),
    ] = None,
    format: TextOrJson = "text",
) -> None:
    """Serve the web page: review conflicts, audit articles, look things up.

    Only this machine reaches it unless --host says otherwise; then users or a token must be
    there. Stop it with Ctrl-C.

    \b
    Examples:
      claimtrack serve
      claimtrack users add "Mia Brandt" && claimtrack serve --host 0.0.0.0
    """
    from claimtrack.web import serve as server

    here = session(ctx)
    # A server keeps its models, and threads share them: it starts no processes.
    claimtrack = here.app(here.loaded({"workers": 0}).settings)
    app = server.build(
        claimtrack,
        host=host,
        users=_file(ctx, users).file,
        token=_token(token_file),
        names=allow_host or (),
    )
    claimtrack.store().close()
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    if format == "json":
        emit(dump({"address": address}))
    else:
        say(f"claimtrack is at {address} (Ctrl-C stops it)")
    server.run(app, host, port)


app = typer.Typer(rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def users_(ctx: typer.Context, format: TextOrJson = "text", users: UsersFile = None) -> None:
    """Who may log in to the web page; without a command they are listed.

    \b
    Examples:
      claimtrack users
      claimtrack users add "Mia Brandt"
    """
    if ctx.invoked_subcommand is None:
        list_(ctx, format, users)


@app.command()
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The name that decisions are recorded under.")],
    role: Annotated[
        Literal["reader", "reviewer"], typer.Option("--role", help="What this user may do.")
    ] = "reviewer",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    format: TextOrJson = "text",
    users: UsersFile = None,
) -> None:
    """Add a user, or give a known one another password and role.

    The password is asked for; it is kept as an argon2 hash.

    \b
    Examples:
      claimtrack users add "Mia Brandt"
      claimtrack users add desk --role reader --password-stdin < password.txt
    """
    from claimtrack.web.users import Role

    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    new = _file(ctx, users).add(name, Role(role), password)
    done = "added" if new else "changed"
    if format == "json":
        emit(dump({"name": name, "role": role, "done": done}))
    else:
        say(f"{done.capitalize()} {name} ({role}).")


@app.command("list")
def list_(ctx: typer.Context, format: TextOrJson = "text", users: UsersFile = None) -> None:
    """List the users and their roles.

    \b
    Examples:
      claimtrack users list
      claimtrack users list --format json
    """
    found = [{"name": user.name, "role": user.role.value} for user in _file(ctx, users).all()]
    if format == "json":
        emit(dump({"users": found}))
        return
    for user in found:
        say(f"{user['role']:<9} {user['name']}")
    if not found:
        say("No users: `claimtrack users add NAME` adds one.")


@app.command()
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The name.")],
    format: TextOrJson = "text",
    users: UsersFile = None,
) -> None:
    """Remove a user; what was decided under the name stays.

    \b
    Examples:
      claimtrack users remove "Mia Brandt"
    """
    _file(ctx, users).remove(name)
    if format == "json":
        emit(dump({"name": name, "done": "removed"}))
    else:
        say(f"Removed {name}.")


def _file(ctx: typer.Context, given: Path | None) -> Users:
    """The users: in the file that was named, else beside the store, else with the settings."""
    from claimtrack.store.engine import locate
    from claimtrack.web.users import Users

    if given is not None:
        return Users(given)
    location = locate(session(ctx).loaded().settings.store)
    if location.file is not None:
        return Users(location.file.parent / "users.json")
    from platformdirs import user_config_path

    return Users(user_config_path("claimtrack", appauthor=False) / "users.json")


def _token(file: Path | None) -> str | None:
    if file is None:
        return os.environ.get(TOKEN) or None
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't read the token in {file}: {error}") from error

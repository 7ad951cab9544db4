"""``models``, ``schema`` and ``config``: what this installation is and how it is set."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimtrack.cli.session import emit, finish, say, session
from claimtrack.report.json_ import dump, plain
from claimtrack.report.locate import shown_path
from claimtrack.report.wording import squeeze

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


def models(
    ctx: typer.Context,
    verify: Annotated[
        bool, typer.Option("--verify", help="Hash the files again; exit with 2 if one is damaged.")
    ] = False,
    format: TextOrJson = "text",
) -> None:
    """Show the models in use and their hashes.

    \b
    Examples:
      claimtrack models
      claimtrack models --verify --format json
    """
    found = session(ctx).app().models(verify)
    if format == "json":
        emit(dump({"models": [asdict(model) for model in found]}))
    else:
        for model in found:
            say(f"{model.kind}: {squeeze(model.name)}")
            say(f"  source  {squeeze(model.source)}")
            say(f"  hash    {model.fingerprint or 'not available'}")
            if model.detail:
                say(f"  {squeeze(model.detail)}")
    finish(failed=any(model.fingerprint is None for model in found))


def schema(
    name: Annotated[str | None, typer.Argument(help="audit, check or compare.")] = None,
    format: Annotated[Literal["json"], typer.Option("--format", help="A schema is JSON.")] = "json",
) -> None:
    """Print the JSON Schema of an output, or all of them.

    \b
    Examples:
      claimtrack schema audit
      claimtrack schema > schemas.json
    """
    known = schemas()
    if name is None:
        emit(dump(known))
    elif name in known:
        emit(dump(known[name]))
    else:
        raise typer.BadParameter(f"no schema {name!r}; there are {', '.join(known)}")


def schemas() -> dict[str, object]:
    """Return every shipped schema by name."""
    from importlib import resources

    folder = resources.files("claimtrack.report").joinpath("schemas")
    return {
        Path(item.name).stem: json.loads(item.read_text(encoding="utf-8"))
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.name.endswith(".json")
    }


def config(ctx: typer.Context, format: TextOrJson = "text") -> None:
    """Show the settings in force and where each came from.

    Flags win over CLAIMTRACK_* variables, those over claimtrack.toml or [tool.claimtrack] in
    pyproject.toml, those over the defaults.

    \b
    Examples:
      claimtrack config
      claimtrack config --format json --threshold 0.9
    """
    loaded = session(ctx).loaded()
    values = {key: getattr(loaded.settings, key) for key in type(loaded.settings).model_fields}
    values["store"] = without_password(loaded.settings.store)
    values["sources"] = [source.model_dump(mode="json") for source in loaded.settings.sources]
    if format == "json":
        rows = {
            key: {"value": plain(value), "from": loaded.origins[key]}
            for key, value in values.items()
        }
        emit(dump(rows))
        return
    wide = max(len(key) for key in values)
    shown = {key: _shown(key, value) for key, value in values.items()}
    # Paths may be long; the others stay in columns all the same.
    room = min(40, max(len(text) for text in shown.values()))
    for key, text in shown.items():
        say(f"{key:<{wide}}  {text:<{room}}  {loaded.origins[key]}")


def _shown(key: str, value: Any) -> str:
    if value is None:
        return {"threshold": "calibrated", "calibration": "shipped"}.get(key, "none")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key in ("paths", "baseline"):
        value = [shown_path(str(item)) for item in (value if key == "paths" else [value])]
    if isinstance(value, tuple | list):
        return ",".join(str(item) for item in value) or "none"
    return str(value)


def without_password(store: str) -> str:
    """Return the address of a store with the password of a URL hidden."""
    scheme, mark, rest = store.partition("://")
    user, at, host = rest.rpartition("@")
    if not mark or not at or ":" not in user:
        return store
    return f"{scheme}://{user.split(':', 1)[0]}:***@{host}"

"""Settings: what may be set, in which order of precedence, and where each value came from.

Flags win over ``CLAIMTRACK_*`` variables, those over ``claimtrack.toml`` (or ``[tool.claimtrack]``
in ``pyproject.toml``), those over the defaults. Nothing is read at import. The module imports
pydantic, so the commands import it only when they run.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from claimtrack import baseline
from claimtrack.apart import available_cores
from claimtrack.errors import ConfigError
from claimtrack.model import Relation
from claimtrack.sources import Source

PREFIX = "CLAIMTRACK_"
FILE_NAME = "claimtrack.toml"
FLAGS = tuple(relation for relation in Relation if relation is not Relation.UPDATE)


def default_cache_dir() -> Path:
    """Return the user's cache folder for claimtrack (it is not created)."""
    from platformdirs import user_cache_path

    return user_cache_path("claimtrack", appauthor=False)


class Settings(BaseSettings):
    """What can be set. Built by ``load``; built directly it takes what it is given, no more."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, validate_default=True
    )

    root: Path = Field(
        Path("."), description="Folder from which the patterns of ignore and sources start."
    )
    paths: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="What audit and baseline read where no path is given."
    )
    ignore: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Patterns, as in .gitignore, of files in folders that are not read."
    )
    sources: tuple[Source, ...] = Field(
        (), description="Outlet and date of the articles below a pattern: files, outlet, date."
    )
    baseline: Path | None = Field(None, description="File of accepted conflicts.")
    store: str = Field("./store", description="Folder, file or SQLAlchemy URL of the store.")
    cache_dir: Path = Field(
        default_factory=default_cache_dir,
        description="Folder for results of the judge; it may be deleted.",
    )
    no_cache: bool = Field(False, description="Neither read nor write that cache.")
    embedder: str = Field("default", description='"default", a path or a hub name.')
    nli: str = Field("default", description='"default", a path or a hub name of a CrossEncoder.')
    parser: str = Field("default", description='"default" or the name of a spaCy pipeline.')
    calibration: Path | None = Field(
        None, description="Weights of the judge, as `claimtrack calibrate` writes them."
    )
    threshold: float | None = Field(
        None, ge=0, le=1, description="Score from which a pair is flagged (default: calibrated)."
    )
    fail_on: Annotated[tuple[Relation, ...], NoDecode] = Field(
        FLAGS, description="Relations for which a command exits with 1."
    )
    min_score: float | None = Field(
        None, ge=0, le=1, description="Hide conflicts below this score."
    )
    max_pairs_per_claim: int = Field(
        23, ge=1, description="Pairs kept for each claim, the best ranked of the whole run."
    )
    workers: int = Field(
        0,
        ge=0,
        description="Processes beside this one, for the embedder, to read many articles and to "
        "check many corpora (default of the commands: one less than cores; in Python: none).",
    )

    @field_validator("paths", "ignore", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Take ``"a,b"`` from a flag or a variable as well as a list from a file."""
        return _parts(value)

    @field_validator("fail_on", mode="before")
    @classmethod
    def _flags_only(cls, value: object) -> object:
        """Say what is allowed here: of the relations one, the update, is no flag."""
        words = _parts(value)
        for word in words if isinstance(words, tuple | list) else ():
            if word == Relation.UPDATE:
                raise ValueError(f"an update is no conflict; use {', '.join(FLAGS)}")
            if word not in FLAGS:
                raise ValueError(f"{str(word)!r} is none of {', '.join(FLAGS)}")
        return words

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read no environment behind the caller's back: ``load`` joins the sources itself."""
        return (init_settings,)


def _parts(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force, and for every key the words that say where it came from."""

    settings: Settings
    origins: Mapping[str, str]


def find_file(directory: Path) -> Path | None:
    """Return the configuration file for ``directory``: its own or that of the nearest parent.

    The search ends at the root of a git checkout. A ``pyproject.toml`` counts only where it has
    a ``[tool.claimtrack]`` table. Raises ConfigError where one can't be read.
    """
    for folder in (directory, *directory.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and _table(project) is not None:
            return project
        if (folder / ".git").exists():
            return None
    return None


def load(
    flags: Mapping[str, object] | None = None,
    *,
    directory: Path | None = None,
    file: Path | None = None,
) -> Loaded:
    """Join the flags that were given (None means not given), environment, file and defaults.

    A relative path or pattern in a file is taken from the folder of that file. A baseline of the
    usual name that is there is used without being named.
    Raises ConfigError, one line that names the source, for an unknown key or a bad value.
    """
    base = directory or Path.cwd()
    if file is not None and not file.is_file():
        raise ConfigError(f"no configuration file {file}: give an existing one to --config")
    path = file or find_file(base.resolve())
    layers: list[tuple[str, dict[str, Any]]] = []
    if path is not None:
        layers.append((_shown(path, base), _from_file(path)))
    layers.append(("environment", _from_environment()))
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    layers.append(("flag", given))
    # A program of its own may start others; in Python that is for the caller to say.
    merged: dict[str, Any] = {"workers": available_cores() - 1}
    origins = dict.fromkeys(Settings.model_fields, "default")
    for name, values in layers:
        merged.update(values)
        origins.update({key: _origin(name, key) for key in values})
    usual = Path(merged.get("root", base)) / baseline.FILE_NAME
    if "baseline" not in merged and usual.is_file():
        merged["baseline"] = usual
        origins["baseline"] = "default (it is there)"
    try:
        settings = Settings(**merged)
    except ValidationError as error:
        raise ConfigError(_explain(error, origins)) from error
    return Loaded(settings, origins)


def _origin(layer: str, key: str) -> str:
    if layer == "environment":
        return f"environment {PREFIX}{key.upper()}"
    return f"flag --{key.replace('_', '-')}" if layer == "flag" else layer


def _shown(path: Path, base: Path) -> str:
    try:
        return path.relative_to(base.resolve()).as_posix()
    except ValueError:
        return Path(os.path.relpath(path, base)).as_posix()


def _table(path: Path) -> dict[str, Any] | None:
    """Return the settings in ``path``; None for a pyproject without our table."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path.name} can't be read as TOML: {error}") from error
    if path.name != "pyproject.toml":
        return data
    table = data.get("tool", {}).get("claimtrack")
    return table if isinstance(table, dict) else None


def _from_file(path: Path) -> dict[str, Any]:
    values = {}
    for key, value in (_table(path) or {}).items():
        name = key.replace("-", "_")
        if name not in Settings.model_fields:
            raise ConfigError(f"{path.name}: {unknown(key)}")
        values[name] = value
    store = values.get("store")
    if isinstance(store, str) and "://" not in store:
        values["store"] = str(path.parent / store)
    for key in ("cache_dir", "baseline", "calibration", "root"):
        if isinstance(values.get(key), str):
            values[key] = path.parent / values[key]
    values.setdefault("root", path.parent)
    paths = values.get("paths")
    if isinstance(paths, str | list):
        given = paths.split(",") if isinstance(paths, str) else paths
        values["paths"] = [_beside(path.parent, item) for item in given]
    for part in ("embedder", "nli"):
        # A hub name ("owner/model") looks like a relative path: it is one only if it is there.
        if isinstance(values.get(part), str) and (path.parent / values[part]).exists():
            values[part] = str(path.parent / values[part])
    return values


def _beside(folder: Path, item: object) -> object:
    """A path of a file's ``paths``, from its folder; addresses and standard input stay."""
    if not isinstance(item, str) or item == "-" or "://" in item:
        return item
    return str(folder / item.strip())


def _from_environment() -> dict[str, Any]:
    """Read ``CLAIMTRACK_*``. A near miss of a key is an error; other names are left to others.

    The prefix is shared with scripts and test suites, so not every unknown name is a mistake.
    """
    for variable in sorted(os.environ):
        if variable.upper().startswith(PREFIX):
            key = variable[len(PREFIX) :].lower()
            if key not in Settings.model_fields and nearest(key) is not None:
                raise ConfigError(f"environment: {unknown(key, variable)}")
    return EnvSettingsSource(Settings)()


def nearest(key: str, cutoff: float = 75, known: Iterable[str] | None = None) -> str | None:
    """Return the known key that ``key`` most likely meant, or None where none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        key.lower().replace("-", "_"),
        list(Settings.model_fields if known is None else known),
        scorer=fuzz.ratio,
        score_cutoff=cutoff,
    )
    return None if found is None else str(found[0])


def unknown(key: str, variable: str | None = None) -> str:
    """Return the line that says that ``key`` is unknown and what was likely meant."""
    near = nearest(key, cutoff=0)
    if variable is not None:
        return f"unknown variable {variable}; did you mean {PREFIX}{(near or '').upper()}?"
    return f"unknown key {key!r}; the nearest known key is {near!r}"


def _explain(error: ValidationError, origins: Mapping[str, str]) -> str:
    # A misspelt key is also a missing one; what was written tells more.
    found = error.errors(include_url=False)
    first = next((item for item in found if item["type"] == "extra_forbidden"), found[0])
    key = str(first["loc"][0]) if first["loc"] else ""
    origin = origins.get(key, "settings")
    if first["type"] == "extra_forbidden":
        if len(first["loc"]) == 1:
            return unknown(key)
        inner = str(first["loc"][-1])
        near = nearest(inner, 0, Source.model_fields)
        return f"{origin}: unknown key {inner!r} in {key}; the nearest known key is {near!r}"
    message = first["msg"].removeprefix("Value error, ")
    key = ".".join(str(part) for part in first["loc"])
    named = origin if origin.startswith(("flag ", "environment ")) else f"{origin}: {key}"
    return f"{named}: {message} (got {first['input']!r})"

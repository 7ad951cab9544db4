"""The weights that ship with claimtrack: one folder a model, each with a card and a manifest.

``manifest.json`` lists what the model's scores depend on, with SHA-256 and size; its hash is the
model's fingerprint. The card (README.md) is for people and is not part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimtrack.errors import ModelError

MANIFEST = "manifest.json"


def shipped() -> dict[str, Path]:
    """Name and folder of every model that ships, by name."""
    root = Path(__file__).parent
    return {path.parent.name: path.parent for path in sorted(root.glob(f"*/{MANIFEST}"))}


def folder(name: str) -> Path:
    """The folder of a shipped model. Raises ModelError if there is none of that name."""
    found = shipped().get(name)
    if found is None:
        known = ", ".join(shipped()) or "none"
        raise ModelError(f"no model named {name!r} ships with claimtrack (there are: {known})")
    return found


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a model folder. Raises ModelError if it is missing or broken."""
    try:
        data = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        files = data["files"]
        if not files or not all({"sha256", "bytes"} <= entry.keys() for entry in files.values()):
            raise KeyError("files")
    except FileNotFoundError:
        raise ModelError(f"{path} has no {MANIFEST}; it is not a claimtrack model") from None
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise ModelError(f"{path / MANIFEST} cannot be read ({error}); reinstall it") from None
    manifest: dict[str, Any] = data
    return manifest


def hash_file(path: Path) -> str:
    """SHA-256 of a file as hex."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def make_manifest(path: Path, names: list[str], about: Mapping[str, object]) -> dict[str, Any]:
    """A manifest of ``names`` in ``path`` with the facts of ``about``; writes nothing."""
    files = {
        name: {"sha256": hash_file(path / name), "bytes": (path / name).stat().st_size}
        for name in sorted(names)
    }
    return {"schema": "claimtrack.model/1", **about, "files": files}


def fingerprint(path: Path) -> str:
    """A hash of the hashes in the manifest: the same on every machine and under every path.

    The files themselves are not read (80 MB take 60 ms and more); :func:`verify` does that.
    """
    files = read_manifest(path)["files"]
    lines = [f"{name} {files[name]['sha256']}" for name in sorted(files)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def verify(path: Path) -> list[str]:
    """What is wrong with the files of a model folder, a line each; empty if all is well."""
    problems = []
    for name, entry in sorted(read_manifest(path)["files"].items()):
        file = path / name
        if not file.is_file():
            problems.append(f"{name} is missing")
        elif file.stat().st_size != entry["bytes"]:
            problems.append(f"{name} has {file.stat().st_size} bytes instead of {entry['bytes']}")
        elif hash_file(file) != entry["sha256"]:
            problems.append(f"{name} does not have the SHA-256 of the manifest")
    return problems

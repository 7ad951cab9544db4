"""What git says has changed, and the conflicts that touch it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

from claimtrack.errors import InputError
from claimtrack.model import AuditResult, Conflict


def changed_files(ref: str, folder: Path | None = None) -> frozenset[str]:
    """Return the real paths of files that differ from where HEAD left ``ref``, new ones included.

    What is not committed counts as well. Raises InputError, one line, outside a checkout, for an
    unknown ``ref``, or where the history that joins the two is not there (a shallow clone).
    """
    here = folder or Path.cwd()
    top = Path(_git(here, "rev-parse", "--show-toplevel").rstrip("\n"))
    if ref.startswith("-"):
        raise InputError(f"{ref!r} is no commit, branch or tag")
    try:
        commit = _git(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").strip()
    except InputError as error:
        raise InputError(
            f"git knows no commit, branch or tag {ref!r} here; fetch it first"
        ) from error
    try:
        base = _git(top, "merge-base", commit, "HEAD").strip()
    except InputError as error:
        raise InputError(
            f"git finds no common commit of {ref!r} and HEAD; fetch the whole history "
            "(fetch-depth: 0, or git fetch --unshallow)"
        ) from error
    names = _git(top, "diff", "--name-only", "--no-renames", "-z", base, "--")
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(os.path.realpath(top / name) for name in names.split("\0") if name)


def touching(result: AuditResult, files: frozenset[str]) -> AuditResult:
    """Return ``result`` with the conflicts of which one side at least stands in ``files``.

    Of ``stale``, baseline entries stay: a change elsewhere can't be told from one in them.
    """
    inside = {
        document.id
        for document in result.documents
        if document.path is not None and os.path.realpath(document.path) in files
    }

    def touched(conflict: Conflict) -> bool:
        return conflict.a.document in inside or conflict.b.document in inside

    conflicts = tuple(filter(touched, result.conflicts))
    return replace(
        result,
        conflicts=conflicts,
        updates=tuple(filter(touched, result.updates)),
        suppressed=tuple(item for item in result.suppressed if touched(item.conflict)),
        run={**result.run, "not_changed": len(result.conflicts) - len(conflicts)},
    )


def _git(folder: Path, *args: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "-c", "core.quotePath=false", *args],
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise InputError("--changed-since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1] if lines else f"git {args[0]} failed"
        raise InputError(f"--changed-since: {why}") from error
    return done.stdout.decode("utf-8", "surrogateescape")

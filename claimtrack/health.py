"""The whole store examined: what the database holds, and the index that is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.candidates.index import index_state, open_index
from claimtrack.ports import Embedder

if TYPE_CHECKING:
    from claimtrack.records import Finding
    from claimtrack.store.repository import Store


def examined(store: Store, embedder: Embedder, cache_dir: Path, mend: bool) -> list[Finding]:
    """Return what was found; with ``mend`` what can be mended is.

    ``embedder`` makes the vectors that are missing, ``cache_dir`` is where the index of a
    database on a server lies.
    """
    from claimtrack.store.doctor import Index, examine

    model = embedder.fingerprint
    path = store.location.index_path(cache_dir)
    index = Index(
        state=lambda: index_state(store, model, path),
        rebuild=lambda: open_index(store, model, path, behind=0.0),
    )
    return examine(store, model=model, embed=embedder.encode, index=index, mend=mend)

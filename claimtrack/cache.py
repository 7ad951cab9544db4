"""A file of numbers under hashes: what models computed, without a word of text.

The file may be deleted at any time. Several processes may use it at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

ASKED_AT_ONCE = 500
"""Keys in one query; SQLite's oldest limit on variables in a statement is 999."""


class FloatCache:
    """Rows of float32 under string keys in one SQLite file, made on the first write."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, keys: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the rows that are known; a missing or damaged file knows none."""
        import numpy as np

        if not self.path.is_file():
            return {}
        found: dict[str, np.ndarray] = {}
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as db:
                for start in range(0, len(keys), ASKED_AT_ONCE):
                    part = keys[start : start + ASKED_AT_ONCE]
                    marks = ",".join("?" * len(part))
                    query = f"select key, row from numbers where key in ({marks})"
                    for key, row in db.execute(query, part):
                        found[key] = np.frombuffer(row, dtype=np.float32)
        except sqlite3.DatabaseError:
            # Derived data: a damaged file is thrown away and made anew by the next write.
            self.path.unlink(missing_ok=True)
            return {}
        return found

    def put(self, rows: Mapping[str, Iterable[float]]) -> None:
        """Write rows; a key that is there is left as it is."""
        import numpy as np

        if not rows:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        packed = [(key, np.asarray(row, dtype=np.float32).tobytes()) for key, row in rows.items()]
        with closing(sqlite3.connect(self.path, timeout=30)) as db, db:
            db.execute("create table if not exists numbers (key text primary key, row blob)")
            db.executemany("insert or ignore into numbers values (?, ?)", packed)

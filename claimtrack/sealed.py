"""A cache whose entries can only be read by who has what they were made from.

Claims and reasons hold words of an article, and a draft may leave no words in a cache. Each entry
is therefore encrypted under a key that is a hash of its own input: with the article at hand the
entry is found and opened, without it the file is noise. The file may be deleted at any time, and
several processes may use it at once.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

ASKED_AT_ONCE = 500
"""Keys in one query; SQLite's oldest limit on variables in a statement is 999."""
_NONCE = 12


def secret(*parts: str) -> bytes:
    """Return the key of an entry: 32 bytes from everything that it was made from, in order."""
    sha = hashlib.sha256(b"claimtrack sealed 1")
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big") + data)
    return sha.digest()


class SealedCache:
    """Bytes under secrets in one SQLite file, made on the first write.

    ``most`` is how many entries are kept, the newest; None keeps all.
    """

    def __init__(self, path: Path, most: int | None = None) -> None:
        self.path = path
        self._most = most

    def get(self, secrets: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return by secret what is known; a missing or damaged file knows nothing."""
        if not self.path.is_file():
            return {}
        wanted = {_name(key): key for key in secrets}
        names = list(wanted)
        found: dict[bytes, bytes] = {}
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as db:
                for start in range(0, len(names), ASKED_AT_ONCE):
                    part = names[start : start + ASKED_AT_ONCE]
                    marks = ",".join("?" * len(part))
                    query = f"select name, data from sealed where name in ({marks})"
                    for name, data in db.execute(query, part):
                        opened = _open(wanted[name], name, data)
                        if opened is not None:
                            found[wanted[name]] = opened
        except sqlite3.DatabaseError:
            # Derived data: a damaged file is thrown away and made anew by the next write.
            self.path.unlink(missing_ok=True)
            return {}
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Write entries; one that is there is replaced."""
        if not entries:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = [(_name(key), _seal(key, data)) for key, data in entries.items()]
        with closing(sqlite3.connect(self.path, timeout=30)) as db, db:
            db.execute("create table if not exists sealed (name text primary key, data blob)")
            db.executemany("insert or replace into sealed values (?, ?)", rows)
            if self._most is not None:
                newest = "select rowid from sealed order by rowid desc limit ?"
                db.execute(f"delete from sealed where rowid not in ({newest})", (self._most,))


def _name(key: bytes) -> str:
    """The name of an entry: it tells nothing of the key."""
    return hashlib.sha256(b"name" + key).hexdigest()[:32]


def _seal(key: bytes, data: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, zlib.compress(data), _name(key).encode())


def _open(key: bytes, name: str, data: bytes) -> bytes | None:
    """Return what was sealed, or None where the entry is damaged: it is then made anew."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return zlib.decompress(AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], name.encode()))
    except (InvalidTag, ValueError, zlib.error):
        return None

"""Who may log in: names, roles and argon2 hashes in one JSON file that only its owner reads."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Lock

from claimtrack.errors import ConfigError, InputError

SHORTEST = 10
"""Characters that a password has at least."""
LONGEST = 1_000
"""Characters that a password has at most: hashing costs time for whoever sends it."""
NAME_LENGTH = 80


class Role(StrEnum):
    """A reader looks; a reviewer decides, audits and saves too."""

    READER = "reader"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class User:
    """One account; ``hash`` is argon2id's own encoded form, with its salt and its costs."""

    name: str
    role: Role
    hash: str


class Users:
    """The accounts in a file. What the file says counts at once; no restart is needed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = Lock()
        self._seen: tuple[tuple[int, int], dict[str, User], str] | None = None
        self._nobody: str | None = None

    def all(self) -> list[User]:
        """Return the accounts by name. Raises ConfigError for a file that can't be read."""
        return [user for _, user in sorted(self._read()[0].items())]

    def get(self, name: str) -> User | None:
        """Return the account of this name, case aside; None where there is none."""
        return self._read()[0].get(_key(name))

    @property
    def secret(self) -> str:
        """The key that sessions are signed with; "" where there is no file."""
        return self._read()[1]

    def verify(self, name: str, password: str) -> User | None:
        """Return the account whose name and password these are; None where there is none.

        An unknown name takes as long as a wrong password, so that names can't be told.
        """
        import argon2

        hasher = argon2.PasswordHasher()
        user = self.get(name)
        if self._nobody is None:
            self._nobody = hasher.hash(secrets.token_hex(16))
        try:
            hasher.verify(user.hash if user else self._nobody, password[:LONGEST])
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return None
        return user

    def add(self, name: str, role: Role, password: str) -> bool:
        """Add an account, or give a known one this role and password; say if it is new.

        Raises InputError for a name or password that can't be used.
        """
        import argon2

        name = " ".join(name.split())
        if not name or len(name) > NAME_LENGTH or not name.isprintable():
            raise InputError(f"a name has 1 to {NAME_LENGTH} characters, all of them printable")
        if not SHORTEST <= len(password) <= LONGEST:
            raise InputError(f"a password has {SHORTEST} to {LONGEST:,} characters")
        hashed = argon2.PasswordHasher().hash(password)
        with self._changing() as users:
            known = users.get(_key(name))
            made = User(name, role, hashed)
            users[_key(name)] = made if known is None else replace(made, name=known.name)
        return known is None

    def remove(self, name: str) -> None:
        """Remove an account; its sessions end. Raises InputError where there is none."""
        with self._changing() as users:
            if users.pop(_key(name), None) is None:
                raise InputError(f"no user {name!r}; `claimtrack users list` lists them")

    def _read(self) -> tuple[dict[str, User], str]:
        with self._lock:
            try:
                stat = self.file.stat()
            except FileNotFoundError:
                self._seen = None
                return {}, ""
            stamp = (stat.st_mtime_ns, stat.st_ino)
            if self._seen is None or self._seen[0] != stamp:
                self._seen = (stamp, *_parse(self.file))
            return dict(self._seen[1]), self._seen[2]

    @contextmanager
    def _changing(self) -> Iterator[dict[str, User]]:
        """Yield the accounts and write what became of them: a whole new file, or none at all."""
        users, secret = self._read()
        yield users
        rows = [asdict(user) for _, user in sorted(users.items())]
        text = json.dumps({"secret": secret or secrets.token_hex(32), "users": rows}, indent=2)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            # mkstemp makes a file that nobody else may read.
            handle, name = tempfile.mkstemp(dir=self.file.parent, prefix=".users")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text + "\n")
            os.replace(name, self.file)
        except OSError as error:
            raise ConfigError(f"can't write {self.file}: {error.strerror or error}") from error


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _parse(file: Path) -> tuple[dict[str, User], str]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        users = [User(row["name"], Role(row["role"]), row["hash"]) for row in data["users"]]
        return {_key(user.name): user for user in users}, str(data["secret"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"the users in {file} can't be read ({error}); remove the file and add them anew"
        ) from error

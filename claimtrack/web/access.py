"""Who is asking, and may they: users, a token, or whoever sits at this machine."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from itsdangerous import BadSignature, URLSafeTimedSerializer

from claimtrack.web.users import Role, Users

COOKIE = "claimtrack"
HOURS = 12
"""A session ends after a working day."""
TRIES, MINUTES = 8, 10
"""Wrong log-ins from one address, or for one name, before it has to wait, and for how long."""
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: a name for the record, a role, and the session that a form must come from."""

    name: str
    role: Role
    session: str
    csrf: str
    fresh: bool = False

    @property
    def reviews(self) -> bool:
        """Whether this visitor may decide, audit and save."""
        return self.role is Role.REVIEWER


class Access:
    """Tells visitors from strangers.

    With ``users`` a name and password are asked for, with ``token`` that token and a name; with
    neither, everybody who can reach the page is ``local``, which only a loopback address makes
    safe. With ``closed`` that never happens, even when the last user is removed. Shared by
    threads.
    """

    def __init__(
        self,
        *,
        users: Users | None = None,
        token: str | None = None,
        local: str = "reviewer",
        closed: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._users = users
        self._token = token
        self._local = local
        self._closed = closed
        self._own_secret = secrets.token_hex(32)
        self._ended: dict[str, float] = {}
        self._throttle = Throttle(clock)
        self._lock = Lock()

    @property
    def users(self) -> Users | None:
        """The accounts, where there are any."""
        return self._users if self._users is not None and self._users.all() else None

    @property
    def asks_token(self) -> bool:
        """Whether a token opens the page."""
        return self._token is not None

    @property
    def open(self) -> bool:
        """Whether nobody has to log in."""
        return not self._closed and self._token is None and self.users is None

    def visitor(self, cookie: str | None) -> Visitor | None:
        """Return whose session ``cookie`` is; in open mode anybody's, with a new one if need be."""
        content = self._content(cookie)
        if content is not None:
            return self._visitor(str(content["n"]), str(content["i"]), content.get("s"))
        if self.open:
            return self._visitor(self._local, secrets.token_urlsafe(18), None, fresh=True)
        return None

    def bearer(self, header: str | None) -> Visitor | None:
        """Return the visitor of an ``Authorization: Bearer`` header with the right token."""
        scheme, _, given = (header or "").partition(" ")
        if self._token is None or scheme.lower() != "bearer" or not _same(given, self._token):
            return None
        return self._visitor("token", "bearer", None)

    def log_in(self, name: str, password: str, address: str) -> Visitor | None:
        """Return a new session for a right password or token; None for a wrong one.

        Raises TooManyTries where this name or address was wrong too often.
        """
        name = " ".join(name.split())
        self._throttle.check(address, name)
        found: Visitor | None = None
        session = secrets.token_urlsafe(18)
        users = self.users
        if users is not None and (user := users.verify(name, password)) is not None:
            found = self._visitor(user.name, session, _stamp(user.hash), fresh=True)
        elif self._token is not None and name and _same(password, self._token):
            # Nobody takes a user's name by the token.
            taken = users is not None and users.get(name) is not None
            found = None if taken else self._visitor(name[:80], session, "token", fresh=True)
        if found is None:
            self._throttle.wrong(address, name)
        return found

    def log_out(self, visitor: Visitor) -> None:
        """End the session, whoever else may have its cookie."""
        with self._lock:
            now = time.time()
            self._ended = {key: end for key, end in self._ended.items() if end > now}
            self._ended[visitor.session] = now + HOURS * 3600

    def cookie(self, visitor: Visitor) -> str:
        """Return the signed cookie of a session."""
        user = self.users.get(visitor.name) if self.users else None
        stamp = _stamp(user.hash) if user else ("token" if self._token is not None else None)
        return self._signer().dumps({"n": visitor.name, "i": visitor.session, "s": stamp})

    def _signer(self) -> URLSafeTimedSerializer:
        # With users the key is in their file, so that sessions outlive a restart.
        users = self.users
        secret = users.secret if users is not None else self._own_secret
        return URLSafeTimedSerializer(secret, salt="claimtrack-session")

    def _content(self, cookie: str | None) -> dict[str, str | None] | None:
        if not cookie:
            return None
        try:
            content = self._signer().loads(cookie, max_age=HOURS * 3600)
        except BadSignature:
            return None
        if not isinstance(content, dict) or content.get("i") in self._ended:
            return None
        stamp, users = content.get("s"), self.users
        user = users.get(str(content.get("n"))) if users else None
        if user is not None:
            # A new password or a removed user ends the session.
            return content if stamp == _stamp(user.hash) else None
        if self._token is not None:
            return content if stamp == "token" else None
        return content if self.open and stamp is None else None

    def _visitor(
        self, name: str, session: str, stamp: str | None, *, fresh: bool = False
    ) -> Visitor:
        users = self.users
        user = users.get(name) if users and stamp not in (None, "token") else None
        role = user.role if user else Role.REVIEWER
        key = (users.secret if users else self._own_secret).encode()
        csrf = hmac.new(key, f"csrf:{session}".encode(), hashlib.sha256).hexdigest()
        return Visitor(name, role, session, csrf, fresh)


class TooManyTries(Exception):
    """Too many wrong log-ins; ``wait`` is how many seconds to wait."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"too many wrong log-ins; try again in {max(1, wait // 60)} minutes")
        self.wait = wait


class Throttle:
    """Counts wrong log-ins by address and by name within a sliding window."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[tuple[str, str], list[float]] = {}
        self._lock = Lock()

    def check(self, address: str, name: str) -> None:
        """Raise TooManyTries where either was wrong too often lately."""
        now = self._clock()
        with self._lock:
            for key in self._keys(address, name):
                recent = [at for at in self._wrong.get(key, []) if at > now - MINUTES * 60]
                if len(recent) >= TRIES:
                    raise TooManyTries(int(recent[0] + MINUTES * 60 - now) + 1)

    def wrong(self, address: str, name: str) -> None:
        """Count one wrong log-in."""
        now = self._clock()
        with self._lock:
            if len(self._wrong) > _MOST_REMEMBERED:
                self._wrong.clear()
            for key in self._keys(address, name):
                recent = [at for at in self._wrong.get(key, []) if at > now - MINUTES * 60]
                self._wrong[key] = [*recent[-TRIES:], now]

    @staticmethod
    def _keys(address: str, name: str) -> tuple[tuple[str, str], tuple[str, str]]:
        return ("address", address), ("name", name.casefold())


def _same(one: str, two: str) -> bool:
    return hmac.compare_digest(one.encode(), two.encode())


def _stamp(hashed: str) -> str:
    return hashlib.sha256(hashed.encode()).hexdigest()[:12]

"""An extractor and a judge that do nothing twice: what they found is kept in a sealed cache.

Where all is known nothing behind them is asked, so that models that load on first use are never
loaded: a second run over an unchanged corpus judges no pair.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.model import Assessment, Claim, DayInterval, Document, NliScores, Statement
from claimtrack.pipeline import Expecting, Extractor
from claimtrack.ports import Judge
from claimtrack.sealed import SealedCache, secret

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_ROUNDED = 1e-3
"""More than the rounding of a dozen weights to four places can add up to."""


class RememberingExtractor:
    """Wraps an extractor; ``fingerprint`` is of everything that its claims depend on."""

    def __init__(self, extractor: Extractor, cache: SealedCache, fingerprint: str) -> None:
        self._extractor = extractor
        self._cache = cache
        self._fingerprint = fingerprint

    def expect(self, documents: Sequence[Document]) -> None:
        """Pass on what is not known."""
        if isinstance(self._extractor, Expecting):
            keys = {self._key(document): document for document in documents}
            known = self._cache.get(list(keys))
            self._extractor.expect([one for key, one in keys.items() if key not in known])

    def extract(self, document: Document) -> list[Claim]:
        """Return what the wrapped extractor returns; it is asked once for a document."""
        key = self._key(document)
        known = self._cache.get([key]).get(key)
        if known is not None:
            claims: list[Claim] = _from_bytes(known, list[Claim])
            return claims
        claims = self._extractor.extract(document)
        self._cache.put({key: _to_bytes(claims, list[Claim])})
        return claims

    def _key(self, document: Document) -> bytes:
        return secret(
            "claims",
            self._fingerprint,
            document.id,
            document.text,
            *(value or "" for value in (document.title, document.outlet, document.author)),
            document.url or "",
            _day(document.published),
        )


class RememberingJudge:
    """Wraps a judge; ``code`` is a fingerprint of what the judge's own one leaves out.

    What a caller needs of a pair depends on how rare its names are among all articles, so a new
    article moves every pair's need a little. Hence the need is no part of an entry's key: an
    assessment that asked NLI serves every need, and a bound serves the needs above it.
    """

    def __init__(self, judge: Judge, cache: SealedCache, code: str) -> None:
        self._judge = judge
        self._cache = cache
        self._code = code

    @property
    def fingerprint(self) -> str:
        """The wrapped judge's."""
        return self._judge.fingerprint

    @property
    def threshold(self) -> float:
        """The wrapped judge's."""
        return self._judge.threshold

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        """Return what the wrapped judge returns, which keeps it with what NLI said."""
        return self._judge.forward(pairs)

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        """Return what the wrapped judge returns; it is asked only for what is not known."""
        keys = self._keys(f"supposed {answer!r}", pairs)
        known = self._known(keys)
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if missing:
            fresh = self._judge.suppose(list(missing.values()), answer)
            known.update(self._kept(dict(zip(missing, fresh, strict=True))))
        return [known[key] for key in keys]

    def assess(
        self,
        pairs: Sequence[tuple[Statement, Statement]],
        needed: Sequence[float] | None = None,
        forward: Sequence[NliScores] | None = None,
    ) -> list[Assessment]:
        """Return what the wrapped judge returns; it is asked only for what is not known."""
        keys = self._keys("assessment", pairs)
        lowest: dict[bytes, float] = {}
        for key, floor in zip(keys, needed or [-math.inf] * len(pairs), strict=True):
            lowest[key] = min(floor, lowest.get(key, math.inf))
        stored = self._known(list(lowest))
        known = {key: one for key, one in stored.items() if _serves(one, lowest[key])}
        missing = {key: n for n, key in reversed(list(enumerate(keys))) if key not in known}
        if missing:
            numbers = sorted(missing.values())
            fresh = self._judge.assess(
                [pairs[n] for n in numbers],
                None if needed is None else [lowest[keys[n]] for n in numbers],
                None if forward is None else [forward[n] for n in numbers],
            )
            known.update(self._kept({keys[n]: o for n, o in zip(numbers, fresh, strict=True)}))
        return [known[key] for key in keys]

    def _keys(self, kind: str, pairs: Sequence[tuple[Statement, Statement]]) -> list[bytes]:
        judge = self.fingerprint
        return [secret(kind, self._code, judge, *_words(a), *_words(b)) for a, b in pairs]

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, Assessment]:
        stored = self._cache.get(list(dict.fromkeys(keys)))
        return {key: _from_bytes(data, Assessment) for key, data in stored.items()}

    def _kept(self, found: dict[bytes, Assessment]) -> dict[bytes, Assessment]:
        self._cache.put({key: _to_bytes(one, Assessment) for key, one in found.items()})
        return found


def _serves(assessment: Assessment, needed: float) -> bool:
    """Whether a kept assessment may stand for what the judge would say now.

    The weights of the evidence sum to the log-odds of the score; each has four places.
    """
    if assessment.asked:
        return True
    return sum(part.weight for part in assessment.evidence) + _ROUNDED < needed


@cache
def code_fingerprint(*parts: str) -> str:
    """Return a hash of the package's own files below ``parts``: code, word lists, calibration.

    A version number alone would keep old answers alive while somebody works on the code.
    """
    root = Path(__file__).parent
    sha = hashlib.sha256()
    for part in parts:
        place = root / part
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if file.suffix in (".py", ".json", ".txt"):
                sha.update(file.relative_to(root).as_posix().encode())
                sha.update(hashlib.sha256(file.read_bytes()).digest())
    return sha.hexdigest()[:16]


def _words(statement: Statement) -> tuple[str, ...]:
    return (
        statement.text,
        *_interval(statement.event_time),
        *_interval(statement.report_time),
    )


def _interval(interval: DayInterval | None) -> tuple[str, str]:
    return ("", "") if interval is None else (interval.iso, interval.text)


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _to_bytes(value: object, kind: Any) -> bytes:
    # Python's JSON writes and reads an infinite end of an interval ("at least 12").
    return json.dumps(_adapter(kind).dump_python(value, mode="json"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def _from_bytes(data: bytes, kind: Any) -> Any:
    return _adapter(kind).validate_python(json.loads(data.decode("utf-8", "surrogatepass")))

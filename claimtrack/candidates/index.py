"""Nearest statements with FAISS, and the file that keeps an index between runs.

The file is derived: the vectors live in the store. It carries a stamp (model, count, hash of the
ids) and a hash of its own bytes, so that one which is missing, stale, damaged or made by
another model is told apart before FAISS, which trusts its input, reads it.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np

EXACT_BELOW = 50_000
"""Up to here every vector is compared; above, the nearest cells of an inverted file are."""
PROBED = 0.1
"""Share of the cells that a search looks into."""
PLACES = 6
"""Cosines are rounded to what float32 vectors hold, so that they do not depend on the batch."""
BEHIND = 0.02
"""Share of its vectors by which an index may differ from its source and is brought up to date in
memory; beyond that it is made anew. Over 30,000 vectors a new one takes 0.6 s for each article
that is stored; 300 that differ are fetched in 0.005."""
MAGIC = b"claimtrack.faiss/1\n"


class IndexUnusable(Exception):
    """The file can't be used; the message says why, in words for the user."""


class IndexBehind(IndexUnusable):
    """The file is missing or was made of other vectors: nothing is broken, it is made anew."""


class VectorSource(Protocol):
    """Where an index can be rebuilt from: the store."""

    def vector_ids(self, model: str) -> list[str]:
        """Return the ids that have a vector of ``model``, sorted."""
        ...

    def vectors(
        self, model: str, ids: Collection[str] | None = None
    ) -> tuple[list[str], np.ndarray]:
        """Return the same ids, or those of ``ids`` that have one, with their vectors.

        They are float32 of shape (len(ids), dimension).
        """
        ...


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made from."""

    model: str
    count: int
    ids: str

    @classmethod
    def of(cls, model: str, ids: Sequence[str]) -> Stamp:
        """Return the stamp of an index over ``ids``, whatever their order."""
        joined = "\n".join(sorted(ids)).encode("utf-8")
        return cls(model, len(ids), hashlib.sha256(joined).hexdigest()[:32])


class FaissIndex:
    """A ``VectorIndex`` over unit vectors. Exact up to ``exact_below`` vectors added at once.

    Searching is thread-safe, adding is not.
    """

    def __init__(self, dimension: int, *, exact_below: int = EXACT_BELOW) -> None:
        self._dimension = dimension
        self._exact_below = exact_below
        self._ids: list[str] = []
        self._gone: set[int] = set()
        self._made_of = 0
        self._index: Any = None

    def __len__(self) -> int:
        return len(self._ids) - len(self._gone)

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return self._dimension

    @property
    def exact(self) -> bool:
        """Whether a search compares every vector."""
        return self._index is None or not hasattr(self._index, "nprobe")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order in which they were added."""
        if not self._gone:
            return tuple(self._ids)
        return tuple(key for row, key in enumerate(self._ids) if row not in self._gone)

    def add(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Add vectors of shape (len(ids), dimension). Raises ValueError for another shape."""
        matrix = self._matrix(vectors)
        if len(ids) != len(matrix):
            raise ValueError(f"{len(ids)} ids for {len(matrix)} vectors")
        if not ids:
            return
        if self._index is None:
            self._index = self._make(matrix)
            self._made_of = len(ids)
        self._index.add(matrix)
        self._ids.extend(ids)

    @property
    def behind(self) -> float:
        """What was added and dropped since it was made, as a share of what it was made of."""
        changed = len(self._ids) - self._made_of + len(self._gone)
        return changed / max(1, self._made_of)

    def drop(self, ids: Collection[str]) -> None:
        """Let no search find these any more; their rows stay, and every search passes over them."""
        wanted = set(ids)
        self._gone.update(row for row, key in enumerate(self._ids) if key in wanted)

    def search(self, vectors: np.ndarray, k: int) -> list[list[tuple[str, float]]]:
        """Return for each row up to k (id, cosine), best first; ties by id.

        Cosines are taken again in float64 and rounded: FAISS's own differ in the last bits with
        the number of queries, and a result must not.
        """
        count = len(self._ids)
        if not count:
            # An empty store's vectors have no length yet that a query's could differ from.
            return [[] for _ in vectors]
        queries = self._matrix(vectors)
        if k <= 0 or not len(queries):
            return [[] for _ in queries]
        # The rows that are gone may stand before all others.
        last = k + len(self._gone)
        wanted = min(count, last + 16)
        while True:
            scores, rows = self._index.search(queries, wanted)
            # A tie that crosses the last place fetched would be cut by FAISS's order, not by id.
            reach = min(last, count) - 1
            open_ended = (rows[:, -1] >= 0) & (scores[:, -1] >= scores[:, reach] - 10**-PLACES)
            if wanted == count or not open_ended.any():
                break
            wanted = min(count, wanted * 4)
        return [self._ranked(query, found, k) for query, found in zip(queries, rows, strict=True)]

    def save(self, path: Path, stamp: Stamp) -> None:
        """Write the index to ``path`` at once (a temporary file, then a rename).

        Raises OSError where it can't be written, ValueError where something was dropped from it.
        """
        import faiss

        if self._gone:
            raise ValueError("an index with rows that are gone is made anew, not kept")
        payload = b"" if self._index is None else faiss.serialize_index(self._index).tobytes()
        header = {
            "stamp": asdict(stamp),
            "dimension": self._dimension,
            "ids": self._ids,
        }
        head = json.dumps(header, separators=(",", ":")).encode("utf-8")
        body = struct.pack("<Q", len(head)) + head + payload
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with temporary.open("wb") as file:
                file.write(MAGIC + hashlib.sha256(body).digest() + body)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    @classmethod
    def load(cls, path: Path, expected: Stamp) -> FaissIndex:
        """Read the index at ``path``. Raises IndexUnusable unless it is whole and as expected."""
        index, found = cls.read(path, expected.model)
        if found != expected:
            raise _stale(found.count, expected.count)
        return index

    @classmethod
    def read(cls, path: Path, model: str) -> tuple[FaissIndex, Stamp]:
        """Read the index at ``path`` with its stamp, whatever claims it was made from.

        Raises IndexUnusable unless it is whole and of ``model``.
        """
        import faiss
        import numpy as np

        body = _body(path)
        (length,) = struct.unpack_from("<Q", body)
        header = json.loads(bytes(body[8 : 8 + length]))
        found = Stamp(**header["stamp"])
        if found.model != model:
            raise IndexBehind("the index was made by another model")
        index = cls(header["dimension"])
        payload = body[8 + length :]
        if payload:
            index._index = faiss.deserialize_index(np.frombuffer(payload, dtype=np.uint8))
        index._ids = header["ids"]
        index._made_of = len(index._ids)
        return index, found

    def _matrix(self, vectors: np.ndarray) -> np.ndarray:
        import numpy as np

        matrix = np.ascontiguousarray(vectors, dtype=np.float32)
        if matrix.ndim != 2 or matrix.shape[1] != self._dimension:
            raise ValueError(f"vectors of shape (n, {self._dimension}) wanted, not {matrix.shape}")
        return matrix

    def _make(self, matrix: np.ndarray) -> Any:
        import faiss

        if len(matrix) <= self._exact_below:
            return faiss.IndexFlatIP(self._dimension)
        # FAISS asks for 39 training points a cell; k-means is seeded (1234) and single runs
        # over the same vectors give the same cells.
        cells = max(1, min(int(4 * len(matrix) ** 0.5), len(matrix) // 39))
        quantizer = faiss.IndexFlatIP(self._dimension)
        index = faiss.IndexIVFFlat(quantizer, self._dimension, cells, faiss.METRIC_INNER_PRODUCT)
        index.train(matrix)
        index.nprobe = max(1, round(cells * PROBED))
        # Lets the vectors be read back by row, for the exact cosines.
        index.make_direct_map()
        return index

    def _ranked(self, query: np.ndarray, rows: np.ndarray, k: int) -> list[tuple[str, float]]:
        import numpy as np

        found = rows[rows >= 0]
        if self._gone:
            found = found[~np.isin(found, list(self._gone))]
        if not len(found):
            return []
        stored = self._index.reconstruct_batch(found).astype(np.float64)
        cosines = (stored * query.astype(np.float64)).sum(axis=1).round(PLACES).tolist()
        hits = [(self._ids[row], cosine) for row, cosine in zip(found, cosines, strict=True)]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:k]


def open_index(
    source: VectorSource,
    model: str,
    path: Path | None,
    *,
    dimension: int = 1,
    kept: FaissIndex | None = None,
    behind: float = BEHIND,
) -> tuple[FaissIndex, str | None]:
    """Return the index over the source's vectors of ``model``, from ``path`` or rebuilt.

    The second item is None, or one line that says why it was rebuilt (and whether the file
    could not be written). ``dimension`` is that of the index of an empty source. With no
    ``path`` nothing is read or written. ``kept`` is what an earlier call with the same model and
    path returned; it is used before the file. Either is brought up to date in memory where no more
    than a share of ``behind`` differs.
    """
    ids = source.vector_ids(model)
    try:
        if kept is not None:
            return _followed(kept, source, model, ids, behind), None
    except IndexUnusable:
        pass  # The file may be newer: another process may have made it since.
    if path is None:
        return _build(source, model, dimension)[0], None
    try:
        index, _ = FaissIndex.read(path, model)
        return _followed(index, source, model, ids, behind), None
    except IndexUnusable as unusable:
        reason = str(unusable)
    index, stamp = _build(source, model, dimension)
    try:
        index.save(path, stamp)
    except OSError as error:
        return index, f"{reason}; rebuilt for this run only: {path}: {error.strerror}"
    return index, f"{reason}; rebuilt from {len(index)} vectors"


def _followed(
    index: FaissIndex, source: VectorSource, model: str, ids: Sequence[str], behind: float
) -> FaissIndex:
    """Return ``index`` with what its source has since got and lost. Raises IndexBehind for much."""
    if index.ids == tuple(ids):
        return index
    have, wanted = set(index.ids), set(ids)
    new, gone = wanted - have, have - wanted
    if index.behind + (len(new) + len(gone)) / max(1, len(have)) > behind:
        raise _stale(len(have), len(ids))
    if new:
        index.add(*source.vectors(model, sorted(new)))
    if gone:
        index.drop(gone)
    return index


def _stale(count: int, stored: int) -> IndexBehind:
    return IndexBehind(f"the index is stale ({count} claims, the store has {stored})")


def index_state(source: VectorSource, model: str, path: Path) -> tuple[str, bool] | None:
    """Return why the file at ``path`` can't be used, and whether it is broken; None if it can."""
    try:
        FaissIndex.load(path, Stamp.of(model, source.vector_ids(model)))
    except IndexUnusable as unusable:
        return str(unusable), not isinstance(unusable, IndexBehind)
    return None


def _build(source: VectorSource, model: str, dimension: int) -> tuple[FaissIndex, Stamp]:
    ids, vectors = source.vectors(model)
    index = FaissIndex(vectors.shape[1] if ids else dimension)
    if ids:
        index.add(ids, vectors)
    return index, Stamp.of(model, ids)


def _body(path: Path) -> memoryview:
    """Return what follows the magic and the hash. Raises IndexUnusable."""
    try:
        # A view: each slice of bytes would be a copy of all the vectors.
        raw = memoryview(path.read_bytes())
    except FileNotFoundError as error:
        raise IndexBehind("there was no index yet") from error
    except OSError as error:
        raise IndexUnusable(f"the index can't be read ({error.strerror})") from error
    start = len(MAGIC) + hashlib.sha256().digest_size
    body, kept = raw[start:], bytes(raw[:start])
    if kept != MAGIC + hashlib.sha256(body).digest():
        raise IndexUnusable("the index is damaged")
    return body

"""The FAISS index: what it finds, and that a file which can't be trusted is never used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.candidates.index import (
    FaissIndex,
    IndexUnusable,
    Stamp,
    index_state,
    open_index,
)


def unit(count: int, dimension: int = 8, seed: int = 1) -> np.ndarray:
    matrix = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def names(count: int) -> list[str]:
    return [f"c{i:05d}" for i in range(count)]


class Source:
    """Vectors in memory, as the store would hand them out."""

    def __init__(self, vectors: np.ndarray, model: str = "m1") -> None:
        self.all = {model: (names(len(vectors)), vectors)}

    def vector_ids(self, model: str) -> list[str]:
        return self.all[model][0] if model in self.all else []

    def vectors(self, model: str) -> tuple[list[str], np.ndarray]:
        return self.all.get(model, ([], np.empty((0, 1), dtype=np.float32)))


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 60), st.integers(1, 70), st.integers(0, 1000))
def test_an_exact_index_finds_what_brute_force_finds(count: int, k: int, seed: int) -> None:
    """Up to the limit the answer is the true one, best first, ties by id."""
    vectors = unit(count, seed=seed)
    # Copies make ties: a wire report has one vector in many documents.
    vectors[count // 2 :] = vectors[0]
    index = FaissIndex(8)
    index.add(names(count), vectors)
    queries = unit(3, seed=seed + 1)
    for query, hits in zip(queries, index.search(queries, k), strict=True):
        cosines = (vectors.astype(np.float64) * query.astype(np.float64)).sum(axis=1).round(6)
        expected = sorted(zip(names(count), cosines, strict=True), key=lambda h: (-h[1], h[0]))[:k]
        assert [name for name, _ in hits] == [name for name, _ in expected]
        assert [cosine for _, cosine in hits] == [cosine for _, cosine in expected]


def test_a_tie_longer_than_the_answer_is_cut_by_id() -> None:
    """Of a hundred equal vectors the first by id are returned, in whatever order they came."""
    vectors = np.repeat(unit(1), 100, axis=0)
    index = FaissIndex(8)
    index.add(names(100)[::-1], vectors)
    assert [name for name, _ in index.search(vectors[:1], 5)[0]] == names(5)


def test_a_result_does_not_depend_on_the_other_queries() -> None:
    """A query answered alone and among forty others gets the same cosines to the last bit."""
    index = FaissIndex(8)
    index.add(names(300), unit(300))
    queries = unit(41, seed=9)
    together = index.search(queries, 10)
    assert together == [index.search(queries[i : i + 1], 10)[0] for i in range(len(queries))]


def test_a_large_index_looks_into_cells_and_still_finds_the_nearest() -> None:
    """Above the limit the index is an inverted file that keeps 9 of 10 true neighbours."""
    # Statements lie in clusters (events); vectors without any structure have no near neighbours.
    centres = unit(60, 16, seed=3)
    noise = unit(3000, 16, seed=4) * 0.35
    vectors = np.repeat(centres, 50, axis=0) + noise
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    exact, large = FaissIndex(16), FaissIndex(16, exact_below=1000)
    exact.add(names(3000), vectors)
    large.add(names(3000), vectors)
    assert exact.exact
    assert not large.exact
    true = [{name for name, _ in hits} for hits in exact.search(vectors[::60], 10)]
    found = [{name for name, _ in hits} for hits in large.search(vectors[::60], 10)]
    recall = sum(len(t & f) for t, f in zip(true, found, strict=True)) / (10 * len(true))
    assert recall >= 0.9


def test_vectors_of_another_shape_are_refused() -> None:
    """A wrong dimension or count is an error at once, not a wrong neighbour later."""
    index = FaissIndex(8)
    with pytest.raises(ValueError, match=r"\(n, 8\)"):
        index.add(["a"], unit(1, 4))
    with pytest.raises(ValueError, match="2 ids for 1"):
        index.add(["a", "b"], unit(1))


@pytest.mark.parametrize("limit", [10_000, 100])
def test_a_saved_index_answers_as_before(tmp_path: Path, limit: int) -> None:
    """Save and load change no answer, exact or not."""
    index = FaissIndex(8, exact_below=limit)
    index.add(names(500), unit(500))
    stamp = Stamp.of("m1", names(500))
    index.save(tmp_path / "i.faiss", stamp)
    again = FaissIndex.load(tmp_path / "i.faiss", stamp)
    assert again.exact == index.exact
    assert again.search(unit(5, seed=7), 9) == index.search(unit(5, seed=7), 9)
    assert [p.name for p in tmp_path.iterdir()] == ["i.faiss"]


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda path: path.unlink(), "no index yet"),
        (lambda path: path.write_bytes(b""), "damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:200] + b"\xff" * 99), "damaged"),
    ],
    ids=["missing", "empty", "cut", "overwritten"],
)
def test_an_index_that_cannot_be_trusted_is_rebuilt_and_said_so(
    tmp_path: Path, harm: object, reason: str
) -> None:
    """Missing or damaged files are replaced, the reason is given once, and then it is quiet."""
    source, path = Source(unit(20)), tmp_path / "i.faiss"
    open_index(source, "m1", path)
    harm(path)  # type: ignore[operator]
    told, broken = index_state(source, "m1", path) or ("", False)
    assert reason in told
    assert broken == (reason == "damaged")
    index, note = open_index(source, "m1", path)
    assert len(index) == 20
    assert note is not None
    assert reason in note
    assert "rebuilt from 20 vectors" in note
    assert open_index(source, "m1", path)[1] is None
    assert index_state(source, "m1", path) is None


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_no_flipped_byte_goes_unseen(position: int, value: bytes) -> None:
    """Whatever part of the file is overwritten, loading refuses it or it is what it was."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "i.faiss"
        index = FaissIndex(8)
        index.add(names(30), unit(30))
        stamp = Stamp.of("m1", names(30))
        index.save(path, stamp)
        raw = path.read_bytes()
        at = position % len(raw)
        broken = raw[:at] + value + raw[at + len(value) :]
        path.write_bytes(broken)
        if broken == raw:
            assert len(FaissIndex.load(path, stamp)) == 30
        else:
            with pytest.raises(IndexUnusable):
                FaissIndex.load(path, stamp)


def test_a_stale_index_and_one_of_another_model_are_told_apart(tmp_path: Path) -> None:
    """The reason names which: claims were added, or the vectors are another model's."""
    path = tmp_path / "i.faiss"
    source = Source(unit(20))
    open_index(source, "m1", path)
    source.all["m1"] = (names(25), unit(25))
    index, note = open_index(source, "m1", path)
    assert len(index) == 25
    assert "stale (20 claims, the store has 25)" in (note or "")
    source.all["m2"] = (names(25), unit(25, 12))
    index, note = open_index(source, "m2", path)
    assert index.dimension == 12
    assert "another model" in (note or "")


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    """An empty store has an empty index, in memory and on disk."""
    source = Source(unit(0))
    index, _ = open_index(source, "none", tmp_path / "i.faiss", dimension=8)
    assert index.search(unit(2), 5) == [[], []]
    again, note = open_index(source, "none", tmp_path / "i.faiss", dimension=8)
    assert note is None
    assert again.search(unit(2), 5) == [[], []]


def test_a_place_that_cannot_be_written_costs_the_file_and_not_the_answer(tmp_path: Path) -> None:
    """Where the file can't be kept the run goes on with the index in memory, and says so."""
    (tmp_path / "file").write_text("in the way")
    index, note = open_index(Source(unit(20)), "m1", tmp_path / "file" / "i.faiss")
    assert len(index) == 20
    assert "for this run only" in (note or "")


def test_an_empty_index_answers_any_query_with_nothing() -> None:
    """The index of an empty store does not know how long its vectors will be."""
    assert FaissIndex(1).search(np.ones((2, 384), dtype=np.float32), 5) == [[], []]

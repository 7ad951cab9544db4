"""The FAISS index: what it finds, and that a file which can't be trusted is never used."""

from __future__ import annotations

from collections.abc import Collection
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
        self.asked: list[int] = []

    def vector_ids(self, model: str) -> list[str]:
        return self.all[model][0] if model in self.all else []

    def vectors(
        self, model: str, ids: Collection[str] | None = None
    ) -> tuple[list[str], np.ndarray]:
        known, matrix = self.all.get(model, ([], np.empty((0, 1), dtype=np.float32)))
        self.asked.append(len(known) if ids is None else len(ids))
        if ids is None:
            return known, matrix
        rows = [row for row, key in enumerate(known) if key in ids]
        return [known[row] for row in rows], matrix[rows]

    def without(self, model: str, gone: Collection[str]) -> None:
        """Forget some vectors."""
        known, matrix = self.all[model]
        rows = [row for row, key in enumerate(known) if key not in gone]
        self.all[model] = ([known[row] for row in rows], matrix[rows])


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


@settings(deadline=None, max_examples=30)
@given(
    st.integers(1, 70),
    st.sets(st.integers(0, 299), max_size=5),
    st.integers(0, 5),
    st.sampled_from([10_000, 100]),
)
def test_an_index_with_rows_that_are_gone_finds_what_a_new_one_finds(
    k: int, gone: set[int], more: int, limit: int
) -> None:
    """What was dropped is found no more and costs no other its place; what was added is found."""
    vectors = unit(305)
    vectors[150:] = vectors[0]
    keys = names(305)
    index = FaissIndex(8, exact_below=limit)
    index.add(keys[:300], vectors[:300])
    index.drop({keys[row] for row in gone})
    index.add(keys[300 : 300 + more], vectors[300 : 300 + more])
    left = [row for row in range(300 + more) if row not in gone]
    assert list(index.ids) == [keys[row] for row in left]
    assert len(index) == len(left)
    if limit > 300:
        fresh = FaissIndex(8)
        fresh.add([keys[row] for row in left], vectors[left])
        assert index.search(unit(3, seed=2), k) == fresh.search(unit(3, seed=2), k)
    found = {key for hits in index.search(unit(3, seed=2), k) for key, _ in hits}
    assert found <= {keys[row] for row in left}


def test_an_index_a_little_behind_is_brought_up_to_date(tmp_path: Path) -> None:
    """Only what was added is fetched, from the file as from memory; the answers are a new one's."""
    path = tmp_path / "i.faiss"
    source = Source(unit(1000))
    index, _ = open_index(source, "m1", path)
    before = path.read_bytes()
    source.all["m1"] = (names(1010), unit(1010))
    source.without("m1", names(3))
    fresh, _ = open_index(source, "m1", None)
    source.asked.clear()
    for kept in (index, None):
        found, note = open_index(source, "m1", path, kept=kept)
        assert note is None
        assert set(found.ids) == set(source.vector_ids("m1"))
        queries = unit(4, seed=5)
        assert found.search(queries, 20) == fresh.search(queries, 20)
        again, _ = open_index(source, "m1", path, kept=found)
        assert again is found
    assert source.asked == [10, 10]
    assert path.read_bytes() == before
    with pytest.raises(ValueError, match="made anew"):
        found.save(path, Stamp.of("m1", found.ids))


def test_small_steps_behind_add_up_until_the_index_is_made_anew(tmp_path: Path) -> None:
    """However small each step, an index never differs by more than a share from its file."""
    path = tmp_path / "i.faiss"
    source = Source(unit(500))
    kept, _ = open_index(source, "m1", path)
    notes = []
    for count in range(504, 521, 4):
        source.all["m1"] = (names(count), unit(count))
        kept, note = open_index(source, "m1", path, kept=kept)
        assert len(kept) == count
        notes.append(note)
    assert [bool(note) for note in notes] == [False, False, True, False, False]
    assert "rebuilt from 512 vectors" in (notes[2] or "")


def test_whoever_mends_the_file_has_it_made_anew(tmp_path: Path) -> None:
    """With no share to be behind by, one claim more is enough for a new file."""
    path = tmp_path / "i.faiss"
    source = Source(unit(1000))
    open_index(source, "m1", path)
    source.all["m1"] = (names(1001), unit(1001))
    assert index_state(source, "m1", path) is not None
    open_index(source, "m1", path, behind=0.0)
    assert index_state(source, "m1", path) is None


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

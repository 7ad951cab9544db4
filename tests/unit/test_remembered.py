"""What was found is kept, and can be read only with what it was found in."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.model import (
    Assessment,
    Claim,
    ConflictType,
    Document,
    Evidence,
    NliScores,
    Statement,
    Verdict,
)
from claimtrack.remembered import RememberingExtractor, RememberingJudge, code_fingerprint
from claimtrack.sealed import SealedCache, secret
from tests.builders import claim, count, day, person

SCORES = NliScores(0.1, 0.2, 0.7)


class Judge:
    """Counts what it is asked."""

    fingerprint = "judge"
    threshold = 0.7

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[NliScores]:
        return [SCORES for _ in pairs]

    def suppose(
        self, pairs: Sequence[tuple[Statement, Statement]], answer: NliScores
    ) -> list[Assessment]:
        return [
            dataclasses.replace(one, forward=answer, backward=answer, asked=False)
            for one in self.assess(pairs)
        ]

    def assess(
        self,
        pairs: Sequence[tuple[Statement, Statement]],
        needed: Sequence[float] | None = None,
        forward: Sequence[NliScores] | None = None,
    ) -> list[Assessment]:
        self.asked += [(a.text, b.text) for a, b in pairs]
        return [
            Assessment(
                0.9,
                Verdict.CONTRADICTION,
                ConflictType.DATE,
                (Evidence("date", f"{a.text} {b.text}", 1.5),),
                a.text,
                SCORES,
                SCORES,
            )
            for a, b in pairs
        ]


class Extractor:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def extract(self, document: Document) -> list[Claim]:
        self.asked.append(document.text)
        found = claim(
            document.text,
            of=document,
            holder=person("Ilka Thorne", "the Cabinet"),
            names=(("Orvale", "GPE"),),
            quantities=(count(12, "people", high=math.inf),),
            said="2031-05-02",
            happened="2031-05-01/2031-05-31",
        )
        return [dataclasses.replace(found, via=(person("Ivo Lehn"),))]


def pair(a: str, b: str) -> tuple[Statement, Statement]:
    return Statement(a, day("2031-05-02")), Statement(b)


def test_a_pair_is_judged_once(tmp_path: Path) -> None:
    """Only what is new reaches the judge, in whichever process; the order is kept."""
    first, second = Judge(), Judge()
    file = tmp_path / "sealed.sqlite3"
    pairs = [pair("a", "b"), pair("c", "d"), pair("a", "b")]
    told = RememberingJudge(first, SealedCache(file), "code").assess(pairs, [0.1, 0.2, 0.1])
    assert first.asked == [("a", "b"), ("c", "d")]
    more = [pair("e", "f"), *pairs]
    again = RememberingJudge(second, SealedCache(file), "code").assess(more, [0.1, 0.1, 0.2, 0.1])
    assert second.asked == [("e", "f")]
    assert again[1:] == told


def test_a_supposition_is_made_once_and_never_taken_for_a_judgement(tmp_path: Path) -> None:
    """Another answer is another supposition, and what was only supposed is still to be judged."""
    judge = Judge()
    sealed = SealedCache(tmp_path / "sealed.sqlite3")
    pairs = [pair("a", "b"), pair("c", "d"), pair("a", "b")]
    first = RememberingJudge(judge, sealed, "code").suppose(pairs, SCORES)
    assert judge.asked == [("a", "b"), ("c", "d")]
    assert [one.explanation for one in first] == ["a", "c", "a"]
    assert RememberingJudge(judge, sealed, "code").suppose(pairs, SCORES) == first
    assert len(judge.asked) == 2
    other = NliScores(0.0, 0.5, 0.5)
    [surer] = RememberingJudge(judge, sealed, "code").suppose(pairs[:1], other)
    assert (surer.forward, len(judge.asked)) == (other, 3)
    [judged] = RememberingJudge(judge, sealed, "code").assess(pairs[:1])
    assert (judged.asked, len(judge.asked)) == (True, 4)
    assert RememberingJudge(judge, sealed, "code").suppose(pairs, SCORES) == first


def test_other_code_is_judged_anew_and_another_need_is_not(tmp_path: Path) -> None:
    """An answer holds for the judge that gave it; one that asked NLI serves every need."""
    judge = Judge()
    sealed = SealedCache(tmp_path / "sealed.sqlite3")
    for code, needed in (("one", [0.1]), ("two", [0.1]), ("two", [0.3]), ("two", None)):
        RememberingJudge(judge, sealed, code).assess([pair("a", "b")], needed)
    assert len(judge.asked) == 2


def test_a_bound_serves_only_the_needs_above_it(tmp_path: Path) -> None:
    """Where NLI was not asked the score is a bound: a lower need is judged, and then serves all."""

    class Bounded(Judge):
        def assess(
            self,
            pairs: Sequence[tuple[Statement, Statement]],
            needed: Sequence[float] | None = None,
            forward: Sequence[NliScores] | None = None,
        ) -> list[Assessment]:
            # The evidence sums to 1.5: what needs more than that is told the bound.
            found = super().assess(pairs, needed)
            floors = needed or [-math.inf] * len(pairs)
            return [
                dataclasses.replace(one, asked=floor <= 1.5)
                for one, floor in zip(found, floors, strict=True)
            ]

    judge = Bounded()
    sealed = SealedCache(tmp_path / "sealed.sqlite3")
    for needed, asked in (([2.0], 1), ([1.6], 1), ([3.0], 1), ([1.2], 2), ([2.0], 2), (None, 2)):
        [one] = RememberingJudge(judge, sealed, "code").assess([pair("a", "b")], needed)
        assert len(judge.asked) == asked, needed
    assert one.asked
    both = RememberingJudge(judge, sealed, "code").assess([pair("c", "d")] * 2, [2.0, 1.0])
    assert [item.asked for item in both] == [True, True]


def test_an_article_is_read_once_and_its_claims_come_back_whole(tmp_path: Path) -> None:
    """Every field survives, infinite ends and intervals included."""
    inner = Extractor()
    sealed = SealedCache(tmp_path / "sealed.sqlite3")
    document = Document("At least 12 people were hurt at Orvale.", outlet="Ledger")
    first = RememberingExtractor(inner, sealed, "f").extract(document)
    assert RememberingExtractor(inner, sealed, "f").extract(document) == first
    assert first[0].quantities[0].high == math.inf
    assert len(inner.asked) == 1
    for other in (
        dataclasses.replace(document, title="New"),
        dataclasses.replace(document, outlet="Courier"),
    ):
        RememberingExtractor(inner, sealed, "f").extract(other)
    RememberingExtractor(inner, sealed, "g").extract(document)
    assert len(inner.asked) == 4


def test_the_file_holds_no_word_of_a_draft(tmp_path: Path) -> None:
    """Neither plain nor packed: the entries are noise to who has not the article."""
    import sqlite3
    import zlib

    file = tmp_path / "sealed.sqlite3"
    words = "Unpublished: the minister Ilka Thorne resigns on Friday. " * 20
    document = Document(words)
    RememberingExtractor(Extractor(), SealedCache(file), "f").extract(document)
    RememberingJudge(Judge(), SealedCache(file), "f").assess([pair(words, "No.")])
    data = file.read_bytes()
    for word in (b"Thorne", b"minister", b"Orvale", document.id.encode()):
        assert word not in data
    with sqlite3.connect(file) as db:
        rows = db.execute("select data from sealed").fetchall()
    assert len(rows) == 2
    for (row,) in rows:
        for start in (0, 12):
            try:
                assert b"Thorne" not in zlib.decompress(row[start:])
            except zlib.error:
                continue


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    """A broken file or entry costs time and nothing else."""
    file = tmp_path / "sealed.sqlite3"
    cache = SealedCache(file)
    key = secret("a")
    cache.put({key: b"one"})
    import sqlite3

    with sqlite3.connect(file) as db:
        db.execute("update sealed set data = zeroblob(40)")
    assert cache.get([key]) == {}
    file.write_bytes(b"no database at all" * 100)
    assert cache.get([key]) == {}
    cache.put({key: b"two"})
    assert cache.get([key, secret("b")]) == {key: b"two"}


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_secrets_differ_where_parts_do(a: list[str], b: list[str]) -> None:
    """Parts are told apart however they are cut."""
    assert (secret(*a) == secret(*b)) == (a == b)


def test_the_fingerprint_of_code_is_of_its_files() -> None:
    """Other parts have another one; the same parts the same."""
    assert code_fingerprint("judge", "model.py") == code_fingerprint("judge", "model.py")
    assert code_fingerprint("judge") != code_fingerprint("extract")

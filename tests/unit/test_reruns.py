"""An audit of what has not changed is said again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from claimtrack.model import AuditResult, Failure, Holder, HolderKind, NliScores
from claimtrack.pipeline import Known
from claimtrack.report import FORMATS, json_, render
from claimtrack.reruns import RememberedAudits, may_have_store
from claimtrack.sealed import SealedCache
from tests.unit.report.samples import sample_result

MODELS = {"nli": "a"}
SETTINGS = {"threshold": 0.7}


def kept(folder: Path, code: str = "one", **models: str) -> RememberedAudits:
    """A cache of audits."""
    cache = SealedCache(folder / "audits.sqlite3", 3)
    return RememberedAudits(cache, code, {**MODELS, **models}, SETTINGS)


@pytest.fixture
def found() -> AuditResult:
    """A result as an audit makes it."""
    run = {"counts": {"documents": 2, "errors": 0}, "models": MODELS, "settings": SETTINGS}
    return dataclasses.replace(sample_result(), errors=(), run={**run, "timing": {"total": 9.0}})


def test_the_same_articles_have_the_same_report_in_every_format(
    tmp_path: Path, found: AuditResult
) -> None:
    """Whole to the byte, timing aside; inputs that can't be read are those of this run."""
    audits = kept(tmp_path)
    assert audits.get(found.documents, ()) is None
    audits.put(found.documents, found)
    again = kept(tmp_path).get(found.documents, ())
    assert again is not None
    same = dataclasses.replace(again, run=found.run)
    for name in FORMATS:
        assert render(same, name) == render(found, name), name
    told = kept(tmp_path).get(found.documents, (Failure("x.pdf", "no text"),))
    assert told is not None
    assert told.run["counts"]["errors"] == len(told.errors) == 1
    assert told.run["models"] == MODELS
    assert json_.render(told)


def test_any_change_asks_anew(tmp_path: Path, found: AuditResult) -> None:
    """Another word, date, order, model or line of code finds nothing kept."""
    kept(tmp_path).put(found.documents, found)
    first, second = found.documents
    for other in (
        (second, first),
        (first,),
        (dataclasses.replace(first, outlet="Another"), second),
        (first, dataclasses.replace(second, text=second.text + ".")),
    ):
        assert kept(tmp_path).get(other, ()) is None
    assert kept(tmp_path, code="two").get(found.documents, ()) is None
    assert kept(tmp_path, nli="b").get(found.documents, ()) is None


def test_what_a_store_knew_is_part_of_the_question(tmp_path: Path, found: AuditResult) -> None:
    """With the same articles and the same store the report names the stored article as well;
    another stored claim, article or answer of NLI asks anew."""
    new, old = found.documents
    beside = tuple(claim for claim in found.claims if claim.document == old.id)
    scores = NliScores(0.1, 0.2, 0.7)
    known = Known(beside, {}, {old.id: old}, [("a", "b", scores)])
    kept(tmp_path).put((new,), found, known)
    again = kept(tmp_path).get((new,), (), known, {"recall": 1.5})
    assert again is not None
    assert again.documents == (new, old)
    assert again.claims == found.claims
    timing = again.run["timing"]
    assert isinstance(timing, dict)
    assert timing["recall"] == 1.5
    assert timing["total"] >= 1.5
    renamed = dataclasses.replace(beside[0], holder=Holder("Another", HolderKind.PERSON))
    for other in (
        Known(),
        dataclasses.replace(known, claims=(renamed, *beside[1:])),
        dataclasses.replace(known, documents={old.id: dataclasses.replace(old, title="Other")}),
        dataclasses.replace(known, forward=[("a", "b", NliScores(0.1, 0.3, 0.6))]),
        dataclasses.replace(known, forward=[]),
    ):
        assert kept(tmp_path).get((new,), (), other) is None


def test_only_the_newest_audits_are_kept(tmp_path: Path, found: AuditResult) -> None:
    """The file does not grow with every change of a corpus."""
    for number in range(5):
        kept(tmp_path, str(number)).put(found.documents, found)
    known = [kept(tmp_path, str(n)).get(found.documents, ()) is not None for n in range(5)]
    assert known == [False, False, True, True, True]


def test_where_a_store_may_be(tmp_path: Path) -> None:
    """An address, a file or a folder with a database is looked into; an empty place is not."""
    assert not may_have_store(tmp_path / "store")
    assert not may_have_store(tmp_path)
    (tmp_path / "claimtrack.db").touch()
    assert may_have_store(tmp_path)
    assert may_have_store(tmp_path / "claimtrack.db")
    assert may_have_store("postgresql://localhost/x")

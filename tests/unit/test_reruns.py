"""An audit of what has not changed is said again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from claimtrack.model import AuditResult, Failure
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

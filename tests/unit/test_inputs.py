"""Inputs as documents, with what the settings say of their paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.inputs import read_documents
from claimtrack.sources import Source

TEXT = "The dam at Orvale broke on Monday, the mayor of the town said in the morning.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles and a draft."""
    for name in ("ledger/2031-05-02.md", "courier/a.md", "drafts/b.md"):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text(TEXT + name)
    return tmp_path


def test_ignored_files_are_read_only_where_they_are_named(corpus: Path) -> None:
    """A pattern passes over files in folders; a file that is itself named is read."""
    found, failures = read_documents([str(corpus)], ignore=["drafts/"], root=corpus)
    assert [Path(item.path or "").parent.name for item in found] == ["courier", "ledger"]
    assert failures == []
    named, _ = read_documents([str(corpus / "drafts" / "b.md")], ignore=["drafts/"], root=corpus)
    assert len(named) == 1


def test_a_folder_of_which_all_is_ignored_is_no_clean_one(corpus: Path) -> None:
    """Nothing read is told, and is never taken for nothing found."""
    found, failures = read_documents([str(corpus)], ignore=["*.md"], root=corpus)
    assert found == []
    assert "ignore leaves out" in failures[0].message


def test_paths_give_outlet_and_date(corpus: Path) -> None:
    """What a pattern says is part of the document, so of its identity."""
    sources = [Source(files="ledger/", outlet="The Ledger", date="%Y-%m-%d")]
    found, _ = read_documents([str(corpus)], sources=sources, root=corpus)
    told = {item.outlet: item.published for item in found}
    assert str(told["The Ledger"]) == "2031-05-02"
    assert told[None] is None

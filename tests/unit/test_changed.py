"""What git says has changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from claimtrack.changed import changed_files, touching
from claimtrack.errors import InputError
from tests.unit.report.samples import sample_result


def git(folder: Path, *args: str) -> None:
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=T", "-c", "user.email=t@t.invalid", "-c", "init.defaultBranch=main"]
    subprocess.run(
        ["git", *who, "-C", str(folder), *args],
        check=True,
        capture_output=True,
        env={**os.environ, **names},
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with two committed articles on main, and a branch that main went on from."""
    git(tmp_path, "init", "-q")
    for name in ("one.md", "zwö lf.md"):
        (tmp_path / name).write_text("x")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "switch", "-qc", "topic")
    git(tmp_path, "switch", "-q", "main")
    (tmp_path / "one.md").write_text("main went on")
    git(tmp_path, "commit", "-qam", "second")
    git(tmp_path, "switch", "-q", "topic")
    return tmp_path


def test_changes_count_from_where_the_branches_parted(checkout: Path) -> None:
    """What is committed, not committed and new counts; what others did on main does not."""
    (checkout / "zwö lf.md").write_text("changed")
    git(checkout, "commit", "-qam", "mine")
    (checkout / "new.md").write_text("new")
    found = changed_files("main", checkout)
    assert found == {str(checkout / "zwö lf.md"), str(checkout / "new.md")}


@pytest.mark.parametrize(
    ("ref", "wanted"), [("nowhere", "git knows no commit"), ("--output=x", "is no commit")]
)
def test_an_unknown_ref_is_one_line(checkout: Path, ref: str, wanted: str) -> None:
    """A mistyped branch is never taken for one without changes."""
    with pytest.raises(InputError, match=wanted):
        changed_files(ref, checkout)
    assert not (checkout / "x").exists()


def test_outside_a_checkout_is_one_line(tmp_path: Path) -> None:
    """There is nothing to compare with where there is no git repository."""
    with pytest.raises(InputError, match="not a git repository"):
        changed_files("main", tmp_path)


def test_only_conflicts_that_touch_a_changed_file_are_left() -> None:
    """One side in a changed file suffices; the others are counted."""
    sample = sample_result()
    draft = next(document for document in sample.documents if document.path)
    assert draft.path is not None
    here = touching(sample, frozenset({os.path.realpath(draft.path)}))
    assert here.conflicts == sample.conflicts
    none = touching(sample, frozenset({os.path.realpath("other.md")}))
    assert none.conflicts == ()
    assert none.updates == ()
    assert none.run["not_changed"] == 2

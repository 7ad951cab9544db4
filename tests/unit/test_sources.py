"""Outlet and date from a path, and which files are passed over."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from claimtrack.sources import Source, date_in, matcher, told_by
from tests.builders import document


@pytest.mark.parametrize(
    ("template", "path", "wanted"),
    [
        ("%Y-%m-%d", "ledger/2031-05-02-dam.md", dt.date(2031, 5, 2)),
        ("%Y/%m/%d", "2031/5/2/dam.md", dt.date(2031, 5, 2)),
        ("%d-%b-%Y", "02-May-2031.txt", dt.date(2031, 5, 2)),
        ("%d %B %Y", "2 september 2031.txt", dt.date(2031, 9, 2)),
        ("%Y-%m-%d", "2031-13-40/2031-05-02.md", dt.date(2031, 5, 2)),
        ("%Y%m%d", "120310502.md", None),
        ("%Y-%m-%d", "dam.md", None),
        (dt.date(2031, 5, 2), "dam.md", dt.date(2031, 5, 2)),
        (None, "2031-05-02.md", None),
    ],
)
def test_a_date_is_read_from_the_path(
    template: dt.date | str | None, path: str, wanted: dt.date | None
) -> None:
    """Only a real day in the form that was asked for counts."""
    assert date_in(path, template) == wanted


@pytest.mark.parametrize("template", ["%Y-%q-%d", "%Y-%d", "yesterday"])
def test_a_template_that_names_no_day_is_refused(template: str) -> None:
    """A date that could never be read is an error of the settings, not an undated article."""
    with pytest.raises(ValidationError):
        Source(files="*", date=template)


def test_what_the_article_says_goes_before_its_path(tmp_path: Path) -> None:
    """Sources fill in; they never overrule the front matter, and the first that tells decides."""
    told = told_by(
        [
            Source(files="ledger/", outlet="The Ledger"),
            Source(files="*.md", outlet="Somebody", date="%Y-%m-%d"),
        ],
        tmp_path,
    )
    path = str(tmp_path / "ledger" / "2031-05-02.md")
    filled = told(document(path=path))
    assert filled.outlet == "The Ledger"
    assert filled.published == dt.date(2031, 5, 2)
    own = told(document(path=path, outlet="Own", published="2030-01-01"))
    assert (own.outlet, own.published) == ("Own", dt.date(2030, 1, 1))
    assert told(document(path=None)).outlet is None


def test_patterns_are_those_of_gitignore(tmp_path: Path) -> None:
    """A folder, a wildcard and an exception mean what they mean to git."""
    ignored = matcher(["drafts/", "*.tmp.md", "!keep.tmp.md"], tmp_path)
    assert ignored(tmp_path / "a" / "drafts" / "x.md")
    assert ignored(tmp_path / "x.tmp.md")
    assert not ignored(tmp_path / "keep.tmp.md")
    assert not ignored(tmp_path.parent / "x.tmp.md")

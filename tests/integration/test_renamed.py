"""Results do not hang on names: articles under other names and figures are judged alike."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from renaming import Renaming, copied, renamed

from claimtrack import check
from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings

TRUCE = Path(__file__).resolve().parents[2] / "fixtures" / "ceasefire-dovra"
ARTICLES = ("dovra-state-radio-0304", "senn-gazette-0305")


def test_names_and_counts_change_alike_everywhere() -> None:
    """A name is one name in every text; dates, times and small counts stay."""
    change = Renaming(
        [
            "Mayor Ada Brandt spoke in Dovra. The people of Dovra have 140 houses.",
            "At 7.38 on 14 May Mr Brandt left Dovra with 9 men.",
        ]
    )
    one = change("In Dovra, Brandt has 140 houses.")
    two = change("At 7.38 on 14 May Mr Brandt left Dovra with 9 men.")
    found = re.fullmatch(r"In (\w+), (\w+) has 160 houses\.", one)
    assert found is not None
    place, name = found.groups()
    assert {"Dovra", "Brandt"}.isdisjoint({place, name})
    assert two == f"At 7.38 on 14 May Mr {name} left {place} with 9 men."


def test_a_renamed_corpus_finds_as_many_lines(tmp_path: Path) -> None:
    """Two articles of a fixture, under invented names: hardly a line or false alarm differs."""
    [corpus] = check.corpora(TRUCE, False)
    copied(corpus, tmp_path / "plain", ARTICLES)
    renamed(corpus, tmp_path / "renamed", ARTICLES)
    app = Claimtrack(Settings(store=str(tmp_path / "store"), cache_dir=tmp_path / "cache"))
    [plain] = app.check(tmp_path / "plain").corpora
    [other] = app.check(tmp_path / "renamed").corpora
    assert plain.expected == other.expected
    assert abs(len(plain.found) - len(other.found)) <= 1
    assert abs(len(plain.false_alarms) - len(other.false_alarms)) <= 1

"""Which pairs a model is taught next: what readers labelled, and what it still gets wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))

import mine_pairs
import screen_pairs

from claimtrack.model import NliScores

HERE = ("The dam broke.", "The dam held.")


def test_a_reader_s_label_is_found_in_either_order_and_trained_in_both() -> None:
    """The key names the pair and not its order; pairs that nobody read are left out."""
    labels = {mine_pairs.key(*HERE): "contradiction"}
    rows = list(mine_pairs.labelled([HERE[::-1], ("Rain fell.", "The dam held.")], labels))
    assert [(row["premise"], row["hypothesis"]) for row in rows] == [HERE[::-1], HERE]
    assert {row["label"] for row in rows} == {"contradiction"}


def test_the_labels_that_we_keep_hold_no_word_of_the_reports(tmp_path: Path) -> None:
    """Keys and letters only; a line of another form is an error."""
    assert set(mine_pairs.read_labels().values()) == {"contradiction", "not_contradiction"}
    for line in mine_pairs.READ.read_text(encoding="utf-8").splitlines():
        name, letter = line.split()
        assert len(name) == 16
        assert int(name, 16) >= 0
        assert letter in "cun"
    bad = tmp_path / "read.txt"
    bad.write_text("0123456789abcdef z\n", encoding="utf-8")
    with pytest.raises(KeyError):
        mine_pairs.read_labels(bad)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("contradiction", 0.7),
        ("entailment", 0.1),
        ("neutral", 0.2),
        ("not_contradiction", 0.3),
        ("not_entailment", 0.9),
    ],
)
def test_what_a_label_gets_is_the_sum_of_its_classes(label: str, expected: float) -> None:
    """A two-way label leaves open which of two classes it is."""
    assert screen_pairs.right(NliScores(0.1, 0.2, 0.7), label) == pytest.approx(expected)


def test_the_share_of_easy_pairs_that_stay_follows_from_their_text() -> None:
    """None of a part of 0, all of a part of 1, the same each time."""
    rows = [{"premise": f"{n} people came.", "hypothesis": "Nobody came."} for n in range(200)]
    assert not any(screen_pairs.drawn(row, 0.0) for row in rows)
    assert all(screen_pairs.drawn(row, 1.0) for row in rows)
    tenth = [screen_pairs.drawn(row, 0.1) for row in rows]
    assert tenth == [screen_pairs.drawn(json.loads(json.dumps(row)), 0.1) for row in rows]
    assert 5 <= sum(tenth) <= 40

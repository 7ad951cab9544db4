"""``check`` on label files of other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Command

ROWS = [
    ("The dam broke.", "The dam did not break.", "contradiction"),
    ("The dam broke.", "It broke.", "contradiction"),
    ("The dam broke.", "It was not late.", "neutral"),
    ("The dam broke.", "It rained.", "neutral"),
]


def write(name: str, columns: tuple[str, str, str], rows: list[tuple[str, str, str]]) -> None:
    """Write rows as the suffix of ``name`` says."""
    file = Path(name)
    if file.suffix == ".jsonl":
        lines = [json.dumps(dict(zip(columns, row, strict=True))) for row in rows]
    else:
        mark = "\t" if file.suffix == ".tsv" else ","
        lines = [mark.join(row) for row in [columns, *rows]]
    file.write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize("name", ["pairs.csv", "pairs.tsv", "pairs.jsonl"])
@pytest.mark.parametrize(
    "columns", [("premise", "hypothesis", "gold_label"), ("sentence1", "sentence2", "label")]
)
def test_a_label_file_is_measured(run: Command, name: str, columns: tuple[str, str, str]) -> None:
    """A hit, a miss and a false alarm, in the figures of a corpus."""
    write(name, columns, ROWS)
    done = run("check", name, "--format", "json")
    assert done.exit_code == 0, done.output
    total = json.loads(done.stdout)["total"]
    assert (total["found"], total["missed"], total["false_alarms"]) == (1, 1, 1)
    assert run("check", name, "--min-precision", "0.6").exit_code == 1
    assert "line 2" in run("check", name).stdout


def test_labels_of_another_scale_are_named(run: Command) -> None:
    """Which label means a contradiction is never guessed."""
    write("pairs.csv", ("a", "b", "label"), [(a, b, said[:3].upper()) for a, b, said in ROWS])
    told = run("check", "pairs.csv")
    assert told.exit_code == 2
    assert "(CON, NEU); name those that do with --contradiction" in told.stderr
    assert run("check", "pairs.csv", "--contradiction", "con").exit_code == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "has no line"),
        ("x,y\n1,2\n", "needs two texts"),
        ("a,b,label\n,b,conflict\n", "line 1 needs two texts"),
    ],
)
def test_a_bad_label_file_is_one_line(run: Command, text: str, wanted: str) -> None:
    """Exit 2, and what is wrong."""
    Path("pairs.csv").write_text(text)
    done = run("check", "pairs.csv")
    assert done.exit_code == 2
    assert wanted in done.stderr
    assert done.stderr.count("\n") == 1

"""``compare``: the contract of its lines."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema

from claimtrack.model import Assessment, NliScores, Verdict
from claimtrack.report.compare import text
from claimtrack.results import ComparedPair, ComparePair
from tests.unit.cli.conftest import Command


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_two_statements(run: Command) -> None:
    """The verdict in words, both statements, the reasons; exit 1 on a contradiction."""
    result = run("compare", "The dam held.", "The dam did not hold.")
    assert result.exit_code == 1
    assert result.stdout.startswith("CONTRADICTION · negation  (score 0.93)\n  A: The dam held.\n")
    assert "why: One denies it." in result.stdout
    assert run("compare", "The dam held.", "It rained.").exit_code == 0
    assert run("compare", "A b.", "Did not.", "--exit-zero").exit_code == 0


def test_no_clash_is_explained_where_there_is_none() -> None:
    """What would speak for a contradiction is not said of statements that agree."""
    nli = NliScores(0.8, 0.1, 0.1)
    why = "The two exclude each other."
    judged = Assessment(0.01, Verdict.ENTAILMENT, None, (), why, nli, nli)
    page = text(ComparePair("1", "At least 12 died.", "19 died."), ComparedPair("1", judged))
    assert page.startswith("entailment  (score 0.01)\n")
    assert "exclude" not in page


def test_json_of_two_statements_is_one_object(run: Command) -> None:
    """A script gets the record itself, with the score in four places."""
    data = json.loads(run("compare", "x", "not y", "--format", "json").stdout)
    assert data["verdict"] == "contradiction"
    assert data["score"] == 0.9313
    assert data["type"] == "negation"


def test_lines_keep_their_order_and_ids(run: Command) -> None:
    """Every line is answered in its place; a bad one with null and an error; the code is 2."""
    lines = [
        '{"id": "p1", "a": "It held.", "b": "It did not hold."}',
        "{broken",
        '{"id": 7, "a": "It held.", "b": "It rained.", "a_time": "2031-05-02"}',
        '{"id": "p3", "a": "It held."}',
        '{"id": "p4", "a": "", "b": "x"}',
        "",
        '{"id": "p5", "a": "It held.", "b": "x", "b_time": "soon"}',
        "[1, 2]",
        '{"id": "p6", "a": "broken", "b": "x"}',
        '{"id": "p7", "a": "last", "b": "x"}',
    ]
    Path("pairs.jsonl").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    result = run("compare", "--input", "pairs.jsonl", "--format", "jsonl")
    assert result.exit_code == 2
    found = rows(result.stdout)
    assert [row["id"] for row in found] == [
        "p1",
        "line 2",
        7,
        "p3",
        "p4",
        "p5",
        "line 8",
        "p6",
        "p7",
    ]
    assert [row["verdict"] for row in found] == [
        "contradiction",
        None,
        "neutral",
        None,
        None,
        None,
        None,
        None,
        "neutral",
    ]
    assert all(("error" in row) == (row["verdict"] is None) for row in found)
    assert "'b' must be a statement" in found[3]["error"]
    assert "'b_time' is no ISO date: 'soon'" in found[5]["error"]
    assert found[2]["evidence"][0]["detail"] == "said on 2031-05-02"
    told = result.stderr.splitlines()
    assert len(told) == 6
    assert told[0].startswith("claimtrack: line 2 can't be used: ")
    assert told[-1] == "claimtrack: pair p6: the model could not read it"


def test_lines_are_valid_by_the_schema(run: Command) -> None:
    """What is printed is what ``claimtrack schema compare`` promises."""
    name = "schemas/compare.json"
    schema = json.loads(resources.files("claimtrack.report").joinpath(name).read_text())
    Path("pairs.jsonl").write_text('{"id": "1", "a": "x", "b": "not"}\nbad\n')
    for row in rows(run("compare", "--input", "pairs.jsonl", "--format", "jsonl").stdout):
        jsonschema.Draft202012Validator(schema).validate(row)


def test_bytes_that_are_not_utf8_are_a_bad_line(run: Command) -> None:
    """One undecodable line does not stop the others."""
    result = run(
        "compare",
        "--input",
        "-",
        "--format",
        "jsonl",
        input=b'{"id": "1", "a": "caf\xe9", "b": "x"}\n{"id": "2", "a": "x", "b": "y"}\n',
    )
    assert [row["verdict"] for row in rows(result.stdout)] == [None, "neutral"]
    assert result.exit_code == 2


def test_an_absent_file_is_told(run: Command) -> None:
    """A file that isn't there is one line and exit 2."""
    result = run("compare", "--input", "none.jsonl")
    assert result.exit_code == 2
    assert "can't read none.jsonl" in result.stderr


def test_text_and_json_of_many_pairs(run: Command) -> None:
    """Text names each pair by its id; JSON is one object."""
    Path("p.jsonl").write_text('{"id": "one", "a": "x", "b": "not"}\n')
    assert run("compare", "--input", "p.jsonl").stdout.startswith("[one] CONTRADICTION")
    data = json.loads(run("compare", "--input", "p.jsonl", "--format", "json").stdout)
    assert data["pairs"][0]["id"] == "one"

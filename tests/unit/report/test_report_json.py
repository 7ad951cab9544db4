"""JSON: the contract, to the letter."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources

import jsonschema
import pytest

from claimtrack.model import AuditResult
from claimtrack.report import json_, jsonl


def schema(name: str) -> dict:
    text = resources.files("claimtrack.report").joinpath(f"schemas/{name}.json").read_text()
    return json.loads(text)


def test_output_is_valid_by_the_shipped_schema(sample: AuditResult) -> None:
    """What is printed is what the schema promises."""
    validator = jsonschema.Draft202012Validator(schema("audit"))
    validator.check_schema(schema("audit"))
    validator.validate(json.loads(json_.render(sample)))


def test_schema_refuses_a_missing_or_foreign_field(sample: AuditResult) -> None:
    """The schema is strict enough to notice a field that came or went."""
    validator = jsonschema.Draft202012Validator(schema("audit"))
    data = json_.as_dict(sample)
    del data["conflicts"][0]["type"]
    assert not validator.is_valid(data)
    data = json_.as_dict(sample)
    data["claims"][0]["surprise"] = 1
    assert not validator.is_valid(data)
    data = json_.as_dict(sample)
    data["conflicts"][0]["relation"] = "update"
    assert not validator.is_valid(data)


def test_every_id_that_is_referred_to_is_present(sample: AuditResult) -> None:
    """A side that is not among the result's own claims (a stored one) is printed all the same."""
    data = json_.as_dict(sample)
    claims = {claim["id"] for claim in data["claims"]}
    documents = {document["id"] for document in data["documents"]}
    assert len(claims) == 5
    for found in (*data["conflicts"], *data["updates"]):
        assert {found["a"], found["b"]} <= claims
    assert {claim["document"] for claim in data["claims"]} <= documents


def test_a_missing_document_is_an_error(sample: AuditResult) -> None:
    """A report that would point nowhere is not written."""
    with pytest.raises(ValueError, match="not in the result"):
        json_.render(dataclasses.replace(sample, documents=sample.documents[:1]))


def test_order_of_the_input_does_not_matter(sample: AuditResult) -> None:
    """The same findings in another order give the same bytes."""
    turned = dataclasses.replace(
        sample,
        documents=sample.documents[::-1],
        claims=sample.claims[::-1],
        conflicts=sample.conflicts[::-1],
    )
    assert json_.render(turned) == json_.render(sample)


def test_source_lines_and_columns_count_from_one(sample: AuditResult) -> None:
    """The region in the file is that of the quote; text out of a page has none."""
    data = json_.as_dict(sample)
    by_quote = {claim["quote"]: claim for claim in data["claims"]}
    toll = next(claim for quote, claim in by_quote.items() if quote.startswith("At least"))
    assert toll["source"] == {
        "path": "articles/draft one.txt",
        "start_line": 9,
        "start_column": 59,
        "end_line": 9,
        "end_column": 59 + len(toll["quote"]),
    }
    later = next(claim for quote, claim in by_quote.items() if quote.startswith("The agency"))
    assert later["source"] is None


def test_open_ends_and_scores(sample: AuditResult) -> None:
    """An open interval ends in null (JSON has no infinity), and scores have four places."""
    data = json.loads(json_.render(sample))
    quantities = [q for claim in data["claims"] for q in claim["quantities"]]
    assert {
        "text": "At least 12",
        "value": 12,
        "low": 12,
        "high": None,
        "unit": "",
        "of": "people",
    } in (quantities)
    assert [conflict["score"] for conflict in data["conflicts"]] == [0.97, 0.6123]


def test_copies_outside_the_report_are_left_out(sample: AuditResult) -> None:
    """Copies are listed only where both of their claims can be looked up."""
    ids = (sample.claims[0].id, sample.claims[1].id)
    first = dataclasses.replace(sample.conflicts[1], copies=(ids, (ids[0], "elsewhere")))
    data = json_.as_dict(dataclasses.replace(sample, conflicts=(first,)))
    assert data["conflicts"][0]["copies"] == [list(ids)]


def test_jsonl_lines_stand_alone(sample: AuditResult) -> None:
    """Each line holds both claims and their articles; the last line counts, without timing."""
    lines = [json.loads(line) for line in jsonl.render(sample).splitlines()]
    assert [line["kind"] for line in lines] == [
        "conflict",
        "conflict",
        "update",
        "error",
        "summary",
    ]
    assert lines[0]["a"]["document"]["outlet"] == "Coast Herald"
    assert "text" not in lines[0]["a"]["document"]
    assert lines[-1]["conflicts"] == 2
    assert "timing" not in lines[-1]["run"]

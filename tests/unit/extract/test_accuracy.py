"""The annotated texts of fixtures/extraction hold the goals set for each field."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from .conftest import Extract

ROOT = Path(__file__).resolve().parents[3]
FLOORS = {
    "recall": 0.95,
    "precision": 0.95,
    "holder": 0.95,
    "behalf": 0.95,
    "via": 0.95,
    "stance": 0.95,
    "event time": 0.95,
    "quantities": 0.95,
    "statement": 0.95,
    "left out": 0.95,
}


def test_each_field_stays_over_its_floor(extract: Extract) -> None:
    """Measured by the bench itself; a change that costs a field more than a little fails here."""
    spec = importlib.util.spec_from_file_location(
        "bench_extract", ROOT / "scripts" / "bench_extract.py"
    )
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    sys.modules["bench_extract"] = bench
    spec.loader.exec_module(bench)
    tally = bench.Tally()
    cases = 0
    for path in sorted((ROOT / "fixtures" / "extraction").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            bench.compare(case, extract(case["text"], case.get("published")), tally, None)
            cases += 1
    assert cases >= 300
    missed = {
        name: tally.right[name] / tally.total[name]
        for name, floor in FLOORS.items()
        if tally.right[name] < floor * tally.total[name]
    }
    assert missed == {}, "\n".join(tally.misses)


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "extraction").glob("*.jsonl")))
def test_annotations_quote_known_fields_only(path: Path) -> None:
    """A misspelt field would silently leave a claim unmeasured."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        assert set(case) <= {"id", "tags", "text", "published", "claims", "no_claim"}
        for claim in case["claims"]:
            assert set(claim) == {
                "holder",
                "on_behalf_of",
                "via",
                "stance",
                "statement",
                "event_time",
                "quantities",
            }

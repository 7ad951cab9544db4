"""Of the pairs that pass the gate, NLI reads those that stand high."""

from __future__ import annotations

import pytest

from claimtrack.candidates.index import FaissIndex
from claimtrack.candidates.rank import READ_FROM, standing
from claimtrack.candidates.select import Selector
from claimtrack.pipeline import Known, Pipeline
from claimtrack.runs import Silence
from tests.integration.review.test_kept_up import Judge, Reader, article


def test_a_pair_that_stands_low_is_not_read_and_says_so() -> None:
    """What has little in common and nothing to contest is left to the reasons of its rank."""
    reader = Reader()
    pipeline = Pipeline(reader, reader, Selector(FaissIndex), Judge(), 0.5)
    documents = [
        article("The Orvale dam was breached on Sunday.", 1),
        article("The Orvale dam was not breached on Sunday.", 2, "Tor Malk"),
        article("Ferries to Tarn left the Orvale pier an hour late, as usual.", 3),
    ]
    claims, _ = pipeline.extract(documents, Silence())
    vectors = pipeline.embed(claims, Silence())
    by_id = {document.id: document for document in documents}
    findings = pipeline.compare(claims, vectors, by_id, Known(), Silence())
    assert findings.conflicts
    assert not findings.judged.keys() & findings.unread.keys()
    assert findings.unread
    for pair in findings.unread.values():
        assert standing(pair.a, pair.b, pair.reasons) < READ_FROM
        told = pipeline.explain(pair.a, pair.b, findings, claims, vectors, by_id)
        assert told[0].signal == "dropped"
        assert "before NLI" in told[0].detail
        signals = [reason.signal for reason in told[1:]]
        assert signals == [*(one.signal for one in pair.reasons), "contested"]
        place = standing(pair.a, pair.b, pair.reasons)
        assert sum(reason.weight for reason in told) == pytest.approx(place, abs=1e-3)

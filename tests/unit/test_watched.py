"""A run that is watched tells of claims and conflicts as it finds them."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.candidates.index import FaissIndex
from claimtrack.candidates.select import Selector
from claimtrack.model import Claim, Conflict
from claimtrack.pipeline import Known, Pipeline
from claimtrack.results import Watcher
from claimtrack.runs import Silence
from tests.integration.review.test_kept_up import Judge, Reader, article


class Watching(Silence):
    """Notes what it is told, in order."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def stage(self, name: str, total: int | None) -> None:
        """Note the stage."""
        self.heard.append(name)

    def read(self, claims: Sequence[Claim]) -> None:
        """Note the claims."""
        self.heard.append([claim.quote for claim in claims])

    def found(self, conflicts: Sequence[Conflict]) -> None:
        """Note how many were found."""
        self.heard.append(len(conflicts))


def test_a_watcher_is_told_of_claims_and_conflicts_as_they_are_found() -> None:
    """Claims come an article at a time while they are read, conflicts while pairs are judged."""
    reader, watching = Reader(), Watching()
    assert isinstance(watching, Watcher)
    assert not isinstance(Silence(), Watcher)
    pipeline = Pipeline(reader, reader, Selector(FaissIndex), Judge(), 0.5)
    documents = [
        article("The Orvale dam was breached on Sunday.", 1),
        article("The Orvale dam was not breached on Sunday.", 2, "Tor Malk"),
    ]
    claims, _ = pipeline.extract(documents, watching)
    vectors = pipeline.embed(claims, watching)
    by_id = {document.id: document for document in documents}
    findings = pipeline.compare(claims, vectors, by_id, Known(), watching)
    assert len(findings.conflicts) == 1
    heard = watching.heard
    assert [one for one in heard if not isinstance(one, str)] == [
        [documents[0].text],
        [documents[1].text],
        1,
    ]
    assert heard.index([documents[1].text]) < heard.index("embedding")
    assert heard.index("judging pairs") < heard.index(1)

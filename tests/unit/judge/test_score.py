"""NLI and comparators as one score: symmetric, explained, and no pass more than needed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

import pytest
from spacy.tokens import Doc

from claimtrack.judge import score
from claimtrack.judge.calibration import Calibration
from claimtrack.judge.readings.reading import Reading, read
from claimtrack.judge.score import StatementJudge
from claimtrack.model import ConflictType, DayInterval, NliScores, Statement, Verdict
from claimtrack.text.parse import SpacyParser

FORTY = Statement("The strike destroyed 41 aircraft on Sunday.")
TWELVE = Statement("The strike destroyed 12 aircraft on Sunday.")
HELD = Statement("The dam at Orvale held.")
CALIBRATION = Calibration(
    base=-1.0,
    weights={"nli.contradiction": 0.7, "quantity+": 1.5, "quantity-": -3.0, "negation+": 1.2},
    threshold=0.8,
    nli="",
    data="",
)


class FixedNli:
    """An NLI model that gives one answer and counts what it was asked."""

    fingerprint = "fixed"

    def __init__(self, contradiction: float) -> None:
        self.contradiction = contradiction
        self.asked = 0

    def predict(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        """Return the answer for each pair."""
        self.asked += len(pairs)
        rest = (1.0 - self.contradiction) / 2
        return [NliScores(rest, rest, self.contradiction) for _ in pairs]


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    """The real parser."""
    return SpacyParser()


def test_different_counts_are_a_contradiction_of_quantity(parser: SpacyParser) -> None:
    """The type and the explanation come from the strongest signal."""
    [found] = StatementJudge(FixedNli(0.97), parser, CALIBRATION).assess([(FORTY, TWELVE)])
    assert (found.verdict, found.type) == (Verdict.CONTRADICTION, ConflictType.QUANTITY)
    assert "41" in found.explanation
    assert "12" in found.explanation


def test_the_weights_of_the_evidence_sum_to_the_score(parser: SpacyParser) -> None:
    """The waterfall is the score: nothing is left unexplained."""
    [found] = StatementJudge(FixedNli(0.9), parser, CALIBRATION).assess([(FORTY, TWELVE)])
    logit = sum(evidence.weight for evidence in found.evidence)
    assert found.score == pytest.approx(1 / (1 + math.exp(-logit)), abs=1e-4)


def test_the_order_and_the_company_change_nothing(parser: SpacyParser) -> None:
    """A pair has one score, whichever side comes first and whatever else is judged."""
    judge = StatementJudge(FixedNli(0.9), parser, CALIBRATION)
    [alone] = judge.assess([(FORTY, TWELVE)])
    turned, other = judge.assess([(TWELVE, FORTY), (FORTY, HELD)])
    assert alone.score == turned.score
    assert other.score < alone.score


def test_nli_is_asked_twice_only_where_its_answer_could_matter(parser: SpacyParser) -> None:
    """A weak first answer saves the second direction; a known first answer is not asked for."""
    nli = FixedNli(0.05)
    judge = StatementJudge(nli, parser, CALIBRATION)
    [half] = judge.assess([(FORTY, HELD)], [2.0])
    assert (nli.asked, half.asked) == (1, False)
    [whole] = judge.assess([(FORTY, HELD)])
    assert (nli.asked, whole.asked) == (3, True)
    assert whole.score <= half.score
    told = {part.signal: part.detail for part in half.evidence}
    assert "contradiction 0.05 one way, not asked the other way" in told["nli.contradiction"]
    assert not any("1.00" in detail for detail in told.values())
    known = judge.forward([(FORTY, HELD)])
    assert judge.assess([(FORTY, HELD)], None, known) == [whole]
    assert nli.asked == 5


class CountingParser(SpacyParser):
    """The real parser, which counts the texts that it is given."""

    given = 0

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Count, then parse."""
        self.given += len(texts)
        return super().parse(texts)


def test_a_supposition_is_what_the_answer_would_make_of_a_pair_and_asks_nothing() -> None:
    """It is the assessment of the very answer but for its words, and its comparison is kept."""
    nli, parser = FixedNli(0.9), CountingParser()
    judge = StatementJudge(nli, parser, CALIBRATION)
    answer = NliScores(0.05, 0.05, 0.9)
    pairs = [(FORTY, TWELVE), (FORTY, HELD), (FORTY, TWELVE)]
    supposed = judge.suppose(pairs, answer)
    assert (nli.asked, parser.given) == (0, 3)
    judged = judge.assess(pairs)
    assert (nli.asked, parser.given) == (6, 3)
    for one, other in zip(supposed, judged, strict=True):
        assert not one.asked
        assert one.score == pytest.approx(other.score, abs=1e-4)
        assert (one.verdict, one.leaning, one.strength) == (
            other.verdict,
            other.leaning,
            other.strength,
        )
        told = {part.signal: part.detail for part in one.evidence}["nli.contradiction"]
        assert told.endswith("0.90 either way, as is supposed before it is asked")
    assert supposed[0] == supposed[2]
    assert "NLI was not asked" in supposed[1].explanation
    assert judged == StatementJudge(nli, parser, CALIBRATION).assess(pairs)


def test_no_more_comparisons_are_kept_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the oldest go, and are made again where they are asked for."""
    monkeypatch.setattr(score, "KEPT", 1)
    parser = CountingParser()
    judge = StatementJudge(FixedNli(0.9), parser, CALIBRATION)
    first = judge.assess([(FORTY, TWELVE), (FORTY, HELD)])
    assert parser.given == 3
    assert judge.assess([(FORTY, HELD)]) == first[1:]
    assert parser.given == 3
    assert judge.assess([(FORTY, TWELVE)]) == first[:1]
    assert parser.given == 5


def test_a_statement_of_many_pairs_is_read_once(
    parser: SpacyParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches share what was read of a statement, unless it was parsed anew."""
    seen: list[str] = []

    def counted(statement: Statement, doc: Doc) -> Reading:
        seen.append(statement.text)
        return read(statement, doc)

    monkeypatch.setattr(score, "read", counted)
    judge = StatementJudge(FixedNli(0.9), parser, CALIBRATION)
    judge.assess([(FORTY, TWELVE)])
    judge.assess([(FORTY, HELD)])
    assert seen == [FORTY.text, TWELVE.text, HELD.text]
    # The same words at another time: in one batch their tokens are two texts'.
    later = Statement(FORTY.text, DayInterval(dt.date(2026, 5, 1), dt.date(2026, 5, 1)))
    judge.assess([(FORTY, later)])
    assert seen[3:] == [FORTY.text]


def test_what_is_flagged_is_scored_in_full(parser: SpacyParser) -> None:
    """A floor never changes the score of a pair that reaches it."""
    judge = StatementJudge(FixedNli(0.97), parser, CALIBRATION)
    assert judge.assess([(FORTY, TWELVE)], [0.5]) == judge.assess([(FORTY, TWELVE)])


@pytest.mark.parametrize(
    ("contradiction", "wanted"),
    [(0.93, "exclude each other (NLI 0.93)"), (0.31, "NLI gives a contradiction 0.31 at most")],
)
def test_what_nli_speaks_against_is_not_told_as_its_finding(
    parser: SpacyParser, contradiction: float, wanted: str
) -> None:
    """A flag that its company lifts over the threshold does not say that NLI found the clash."""
    sure = Calibration(3.0, {"nli.contradiction": 0.1}, 0.5, "", "")
    [found] = StatementJudge(FixedNli(contradiction), parser, sure).assess([(FORTY, HELD)])
    assert found.verdict is Verdict.CONTRADICTION
    assert wanted in found.explanation
    told = {part.signal: part.detail for part in found.evidence}["nli.contradiction"]
    way = f"{contradiction:.2f}"
    assert told == f"NLI gives a contradiction {way} one way, {way} the other"

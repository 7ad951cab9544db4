"""Quality and calibration from decisions made up here."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from claimtrack.judge.calibration import Calibration
from claimtrack.model import (
    Conflict,
    ConflictType,
    Decision,
    Evidence,
    Reason,
    Relation,
    Ruling,
)
from claimtrack.recalibrate import refitted, signals
from claimtrack.review.calibrate import NEEDED, fitted, learned, threshold
from claimtrack.review.quality import Decided, Share, measured
from tests.builders import claim, document

AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
JUDGED = {"negation", "quantity", "base"}


def decided(number: int, right: bool, outlet: str = "Post", **pushes: float) -> Decided:
    """A decision on a flag between two articles of its own, with the pushes it was kept with."""
    a, b = document(f"one {number}", outlet=outlet), document(f"two {number}", outlet="Mail")
    evidence = tuple(Evidence(name, "", weight) for name, weight in pushes.items())
    flag = Conflict(
        claim("It is so.", of=a),
        claim("It is not.", of=b),
        ConflictType.NEGATION,
        Relation.DISPUTE,
        0.8,
        "",
        evidence,
    )
    ruling = Ruling.CONFIRMED if right else Ruling.DISMISSED
    reason = None if right else Reason.DIFFERENT_EVENT
    made = Decision(number, "f", flag.id, ruling, reason, "", "ina", AT)
    return Decided(flag, made, (a, b))


def shaken(count: int = 200) -> list[Decided]:
    """Decisions that show negation to be right nine times in ten, and quantity one in five."""
    dice = random.Random(7)
    made = []
    for number in range(count):
        quantity = number % 2 == 0
        pushes = {"quantity": 2.5} if quantity else {"negation": 2.5}
        right = dice.random() < (0.2 if quantity else 0.9)
        made.append(decided(number, right, rarity=-1.0, **pushes))
    return made


def test_precision_is_told_by_outlet_type_and_signal() -> None:
    """Each flag counts for both outlets and for what pushed it up, not for what held it back."""
    found = measured(
        [
            decided(1, True, negation=2.0, rarity=-1.0),
            decided(2, False, negation=2.0),
            decided(3, True, "Ledger", quantity=1.0),
        ]
    )
    assert (found.all.confirmed, found.all.decided) == (2, 3)
    assert [(s.name, s.confirmed, s.decided) for s in found.outlets] == [
        ("Mail", 2, 3),
        ("Post", 1, 2),
        ("Ledger", 1, 1),
    ]
    assert {s.name: s.precision for s in found.signals} == {"negation": 0.5, "quantity": 1.0}
    assert found.reasons == {"different-event": 1}
    assert measured([]).all.interval == (0.0, 1.0)


def test_an_interval_is_wilsons() -> None:
    """8 of 10: 49.0% to 94.3%, as Wilson's formula has it (Newcombe 1998, table I)."""
    low, high = Share("x", 10, 8).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_a_signal_that_misleads_is_trusted_less() -> None:
    """Negation's factor rises, quantity's falls, and flags are scored apart by it."""
    made = shaken()
    found = learned(made, JUDGED)
    assert found.fit is not None
    assert found.after is not None
    assert found.after < found.before
    assert found.fit.factors["quantity"] < 1 < found.fit.factors["negation"] + 0.2
    assert "rarity" not in found.fit.factors
    by_quantity, by_negation = (found.fit.score(one) for one in made[:2])
    assert by_quantity < 0.4 < 0.75 < by_negation
    assert fitted(made[::-1], JUDGED).factors == pytest.approx(found.fit.factors, abs=1e-3)


def test_too_few_decisions_change_nothing_and_say_how_many_are_needed() -> None:
    """Fifty in all, ten of each kind."""
    found = learned([decided(n, True, negation=2.0) for n in range(NEEDED - 1)], JUDGED, 0.9)
    assert found.missing == (0, 10, 1)
    assert (found.fit, found.threshold) == (None, None)
    assert learned([], JUDGED).missing == (10, 10, 50)


def test_where_the_scores_are_right_little_moves() -> None:
    """Decisions that fall as the scores say teach nothing: no factor, hardly a shift."""
    dice = random.Random(3)
    made = []
    for number in range(120):
        push = dice.choice([-1.0, 0.5, 2.0])
        right = dice.random() < 1 / (1 + 2.718281828**-push)
        made.append(decided(number, right, other=push))
    fit = fitted(made, JUDGED)
    assert fit.factors == {}
    assert abs(fit.shift) < 0.4
    found = learned(made, JUDGED)
    assert found.after == pytest.approx(found.before, abs=0.03)


def test_a_threshold_keeps_the_precision_asked_for() -> None:
    """The lowest score that does; none where no score does; equal scores stay together."""
    made = [decided(n, n >= 40, negation=2.0) for n in range(100)]
    scores = [0.7 + n / 1000 for n in range(100)]
    found = threshold(made, scores, 0.9)
    assert found is not None
    assert found.kept.precision >= 0.9
    assert found.recall == 1
    assert sum(score >= found.score for score in scores) == found.kept.decided == 66
    assert threshold(made[:40], scores[:40], 0.9) is None
    assert threshold(made, [0.8] * 100, 0.9) is None


def test_the_judges_weights_take_the_factors_over() -> None:
    """Both directions of a signal, and nothing else, are multiplied; the base is shifted."""
    shipped = Calibration.read()
    fit = fitted(shaken(), signals(shipped))
    new = refitted(shipped, fit)
    assert new.weights["quantity+"] == pytest.approx(
        shipped.weights["quantity+"] * fit.factors["quantity"], abs=1e-4
    )
    others = [name for name in shipped.weights if name.rstrip("+-") not in fit.factors]
    assert others
    assert all(new.weights[name] == shipped.weights[name] for name in others)
    assert (new.base > shipped.base) == (fit.shift > 0)
    assert new.fingerprint != shipped.fingerprint

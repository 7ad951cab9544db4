"""Calibrating from decisions in a real store, from the command line to the judge's weights."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.bootstrap import Claimtrack
from claimtrack.cli import app
from claimtrack.config import Settings
from claimtrack.judge.calibration import Calibration
from claimtrack.model import Evidence, Reason, Ruling
from claimtrack.store.repository import Store
from tests.unit.store.samples import MODEL, claim, conflict, document, other, vectors

FLAGS = 60


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A store of 60 decided flags: those on quantities are wrong four times in five."""
    with Store.open(tmp_path / "store", create=True) as store:
        flags = []
        for number in range(FLAGS):
            one = document("It holds.", url=f"https://velin.example/{number}")
            two = other("It broke.", url=f"https://coast.example/{number}")
            found = [claim(one, one.text), claim(two, two.text)]
            for doc, mine in zip((one, two), found, strict=True):
                store.add_document(doc, [mine], vectors([mine]), MODEL)
            signal = "quantity" if number % 2 else "negation"
            pushes = (Evidence(signal, "", 2.0), Evidence("rarity", "", -0.5))
            flags.append(conflict(*found, 0.75 + number / 1000, evidence=pushes))
        store.save_conflicts(flags, Claimtrack(Settings()).judge.fingerprint)
        for number, flag in enumerate(flags):
            right = number % 10 == 1 if number % 2 else number % 20 != 0
            ruling = Ruling.CONFIRMED if right else Ruling.DISMISSED
            reason = None if right else Reason.DIFFERENT_EVENT
            store.decide(flag.id, ruling, reviewer="ina", reason=reason)
    return tmp_path


def test_what_decisions_teach_reaches_the_judge(
    reviewed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that is written is the judge's calibration once the settings name it."""
    monkeypatch.chdir(reviewed)
    args = ["calibrate", "--target-precision", "0.9", "--write", "learned.json"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    assert f"{FLAGS} decided flags: 33 confirmed, 27 dismissed." in done.stdout
    assert "trusted less" in done.stdout
    before, after = map(float, re.findall(r"\d\.\d{3}", done.stdout)[:2])
    assert after < before
    lines = done.stdout.split("For claimtrack.toml:")[1]
    assert 'calibration = "learned.json"' in lines
    (reviewed / "claimtrack.toml").write_text(lines, encoding="utf-8")
    shipped = Calibration.read()
    learned = Claimtrack(Settings(calibration=reviewed / "learned.json")).calibration
    assert learned.weights["quantity+"] < shipped.weights["quantity+"]
    assert learned.weights["time+"] == shipped.weights["time+"]
    shown = json.loads(CliRunner().invoke(app, ["config", "--format", "json"]).stdout)
    assert "learned.json" in json.dumps(shown)
    again = CliRunner().invoke(app, ["calibrate", "--format", "json"])
    assert json.loads(again.stdout)["decided"] == 0
    assert f"{FLAGS} decided flags left out: this judge has not seen them" in again.stderr

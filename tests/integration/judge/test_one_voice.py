"""Copies of one wire report are one voice: one flag, with every appearance and its source."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.model import Document

EMPTY = "The tunnel was empty when the alarm was raised, Norra Roads said."
WIRE = Document(
    outlet="Inland Press",
    path="wire.txt",
    published=dt.date(2026, 5, 12),
    text=f"OSTREL (IP) - A lorry caught fire in the Ostrel tunnel on Tuesday. {EMPTY}",
)
COPY = Document(
    outlet="Harbour Post",
    path="copy.txt",
    published=dt.date(2026, 5, 12),
    text=f"A lorry caught fire in the Ostrel tunnel on Tuesday. {EMPTY}",
)
LATER_COPY = Document(
    outlet="Valley Times",
    path="later.txt",
    published=dt.date(2026, 5, 13),
    text=f"A lorry burned out in the Ostrel tunnel on Tuesday. {EMPTY} School buses took a detour.",
)
DENIAL = Document(
    outlet="Channel Ost",
    path="denial.txt",
    published=dt.date(2026, 5, 13),
    text="The Ostrel tunnel was not empty when the alarm was raised, plumber Pelle Arn said.",
)


def test_copies_of_a_wire_report_make_one_flag_with_all_appearances(tmp_path: Path) -> None:
    """Three outlets run the sentence, one voice contests it: one flag names all three."""
    settings = Settings(store=str(tmp_path / "store"), cache_dir=tmp_path / "cache")
    result = Claimtrack(settings).audit_documents([WIRE, COPY, LATER_COPY, DENIAL])
    [flag] = result.conflicts
    claims = {claim.id: claim for claim in result.claims}
    outlets = {document.id: document.outlet for document in result.documents}
    pairs = [(flag.a.id, flag.b.id), *flag.copies]
    sides = [claims[key] for pair in pairs for key in pair]
    empty = [claim for claim in sides if "not" not in claim.statement]
    assert {outlets[claim.document] for claim in empty} == {
        "Inland Press",
        "Harbour Post",
        "Valley Times",
    }
    assert {claim.holder.name for claim in empty} == {"Norra Roads"}
    assert {claim.holder.name for claim in sides if claim not in empty} == {"Pelle Arn"}

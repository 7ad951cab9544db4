"""Commands over a stored corpus: the real store, without models."""

from __future__ import annotations

import json
from pathlib import Path

from claimtrack.model import Reason, Ruling
from claimtrack.store.repository import Store
from tests.unit.cli.conftest import Command
from tests.unit.report.samples import sample_result


def test_reading_commands_make_no_store(run: Command) -> None:
    """A command that only reads says how to make a store, and makes none."""
    for args in (
        ["stats"],
        ["conflicts"],
        ["documents"],
        ["documents", "delete", "x", "--yes"],
        ["holders"],
        ["holders", "split", "x"],
        ["show", "x"],
        ["doctor"],
        ["backup", "b.zip"],
    ):
        result = run(*args)
        assert result.exit_code == 2
        assert "claimtrack init" in result.stderr
    assert not (run.folder / "store").exists()


def test_init_makes_one_and_leaves_it(run: Command) -> None:
    """The first time makes a store, the second leaves it, and upgrading says it is current."""
    assert run("init").stdout == "Made the store ./store.\n"
    assert run("init").stdout == "The store ./store is there already.\n"
    upgraded = json.loads(run("init", "--upgrade", "--format", "json").stdout)
    assert upgraded["done"] == "current"
    assert run("init", "--upgrade").stdout.startswith("The store ./store is of this version")
    assert json.loads(run("stats", "--format", "json").stdout)["documents"] == 0


def test_conflicts_are_listed_by_score(filled: Command) -> None:
    """Flags only, the surest first, each with both holders and its state."""
    result = filled("conflicts")
    assert result.exit_code == 0
    first, second = sample_result().conflicts[::-1]
    assert result.stdout.startswith(f"{first.id}  0.97  dispute/negation  open\n")
    assert "    Harbour Agency: The Orvale dam was breached.\n" in result.stdout
    assert "    Ilka Thorne: There was no breach of the Orvale dam.\n" in result.stdout
    assert result.stdout.index(first.id) < result.stdout.index(second.id)
    assert result.stdout.endswith("2 conflicts.\n")


def test_conflicts_can_be_filtered(filled: Command) -> None:
    """By type, relation, score, text, document and what was decided."""

    def ids(*args: str) -> list[str]:
        data = json.loads(filled("conflicts", *args, "--format", "json").stdout)
        assert data["total"] == len(data["conflicts"])
        return [item["id"] for item in data["conflicts"]]

    reversal, dispute = (conflict.id for conflict in sample_result().conflicts)
    assert ids("--type", "negation") == [dispute]
    assert ids("--relation", "reversal") == [reversal]
    assert ids("--relation", "update") == [sample_result().updates[0].id]
    assert ids("--min-score", "0.9") == [dispute]
    assert ids("--outlet", "Inland Post") == [reversal]
    assert ids("--document", sample_result().documents[0].id[:8]) == [reversal]
    assert ids("--holder", "Harbour Agency") == [dispute]
    assert ids("--ruling", "confirmed") == []
    assert ids("--undecided") == [dispute, reversal]
    assert ids("--status", "withdrawn") == []
    limited = json.loads(filled("conflicts", "--limit", "1", "--format", "json").stdout)
    assert (limited["total"], len(limited["conflicts"])) == (2, 1)


def test_jsonl_of_conflicts(filled: Command) -> None:
    """One whole record a line."""
    lines = filled("conflicts", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["score"] for line in lines] == [0.97, 0.6123]


def test_show_has_context_marks_waterfall_and_decisions(filled: Command) -> None:
    """Everything a reviewer needs to decide, and what was decided."""
    dispute = sample_result().conflicts[1]
    with Store.open("./store") as store:
        store.decide(
            dispute.id,
            Ruling.DISMISSED,
            reviewer="ann",
            reason=Reason.DIFFERENT_EVENT,
            note="two dams",
        )
    page = filled("show", dispute.id[:8]).stdout
    assert "DISPUTE · negation · score 0.97" in page
    assert f"conflict {dispute.id} (open, dismissed)" in page
    assert "[But minister Ilka Thorne said there was no breach at all.] At least 12" in page
    assert "^^^^^^^^^" in page
    assert "for     +3.50 ++++++++++++++++ nli: contradiction" in page
    assert "against -0.25 -                speaker: different holders" in page
    assert "in all  +5.00 log-odds: score 0.97" in page
    assert "ann dismissed (different-event): two dams" in page
    assert max(len(line) for line in page.splitlines()) <= 80
    data = json.loads(filled("show", dispute.id[:8], "--format", "json").stdout)
    assert data["ruling"] == "dismissed"
    assert data["decisions"][0]["note"] == "two dams"
    assert data["a"]["document"]["outlet"] == "Coast Herald"


def test_show_of_an_unknown_id(filled: Command) -> None:
    """An id that fits nothing is one line and exit 2."""
    result = filled("show", "zzzz")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_search_prints_who_said_it(filled: Command) -> None:
    """Each hit with its likeness, holder, outlet, date and quote."""
    result = filled("search", "a breach", "-k", "2")
    assert "0.75  Harbour Agency · Coast Herald, 2 May 2031 · Dam [breached]" in result.stdout
    assert result.stdout.endswith("2 claims.\n")
    data = json.loads(filled("search", "a breach", "-k", "2", "--format", "json").stdout)
    assert data["claims"][0]["similarity"] == 0.75
    assert data["claims"][0]["document"]["title"] == "Dam [breached]"
    assert filled("search", " ").exit_code == 2


def test_documents_are_listed_shown_and_deleted(filled: Command) -> None:
    """The newest first; one with its claims; gone with its conflicts once deletion is confirmed."""
    page, draft = sample_result().documents
    listed = filled("documents").stdout
    assert listed == filled("documents", "list").stdout
    assert listed.index(page.id) < listed.index(draft.id)
    assert f"{draft.id}  Coast Herald, 2 May 2031, 3 claims\n    Dam [breached]\n" in listed
    assert "2 documents.\n" in listed
    assert (
        "1 document shown, and there are more" in filled("documents", "list", "--limit", "1").stdout
    )
    shown = filled("documents", "show", draft.id[:6]).stdout
    assert "Dam [breached]\nCoast Herald, 2 May 2031\n" in shown
    assert shown.endswith("3 claims.\n")
    data = json.loads(filled("documents", "show", draft.id[:6], "--format", "json").stdout)
    assert data["claims"][0]["quote"].startswith("The Orvale dam")
    asked = filled("documents", "delete", draft.id)
    assert asked.exit_code == 2
    assert "--yes" in asked.stderr
    gone = json.loads(filled("documents", "delete", draft.id, "--yes", "--format", "json").stdout)
    assert gone == {"deleted": [draft.id]}
    assert filled("conflicts").stdout == "0 conflicts.\n"


def test_holders_are_listed_merged_and_split(filled: Command) -> None:
    """Who speaks, and mending which names are one voice, with the way back."""
    assert "Ilka Thorne, for the Cabinet" in filled("holders").stdout
    data = json.loads(filled("holders", "list", "--kind", "person", "--format", "json").stdout)
    assert [item["name"] for item in data["holders"]] == ["Ilka Thorne"]
    merged = filled("holders", "merge", "Harbour Agency", "Ilka Thorne", "--reviewer", "ann")
    assert "To undo: claimtrack holders undo" in merged.stdout
    assert "2 holders." in filled("holders").stdout
    change = merged.stdout.split()[1].rstrip(":")
    assert filled("holders", "undo", change).exit_code == 0
    assert "3 holders." in filled("holders").stdout


def test_stats_counts(filled: Command) -> None:
    """The same figures as text and as JSON."""
    data = json.loads(filled("stats", "--format", "json").stdout)
    assert (data["documents"], data["claims"], data["conflicts"]) == (2, 5, 2)
    lines = [line.split() for line in filled("stats").stdout.splitlines()]
    assert ["claims", "5"] in lines


def test_models_and_a_missing_one(run: Command) -> None:
    """Each model with its source and hash; one that can't be had is exit 2."""
    result = run("models", "--verify")
    assert result.exit_code == 2
    assert "nli: small\n  source  shipped\n  hash    f00d\n" in result.stdout
    assert "not on this machine" in result.stdout
    assert run.made[0].asked == [("models", True)]


def test_config_shows_values_and_origins_without_passwords(run: Command) -> None:
    """What is in force and why; a password in a URL is not shown to whoever looks on."""
    (run.folder / "claimtrack.toml").write_text("max_pairs_per_claim = 7\n")
    text = run("config", "--store", "postgresql://me:secret@host/db").stdout
    assert "secret" not in text
    assert "postgresql://me:***@host/db" in text
    data = json.loads(run("config", "--format", "json", "--no-cache").stdout)
    assert data["max_pairs_per_claim"] == {"value": 7, "from": "claimtrack.toml"}
    assert data["no_cache"] == {"value": True, "from": "flag --no-cache"}


def test_schemas_are_printed(run: Command) -> None:
    """One by name, or all."""
    assert json.loads(run("schema", "audit").stdout)["$id"] == "claimtrack.audit/1"
    assert sorted(json.loads(run("schema").stdout)) == ["audit", "check", "compare"]


def test_doctor_examines_and_mends(filled: Command) -> None:
    """A damaged index is told with exit 2, mended on request, and then all is well."""
    new = filled("doctor")
    assert new.exit_code == 0
    assert "there was no index yet; it is rebuilt" in new.stdout
    assert "WRONG" not in new.stdout
    Path("store/claimtrack.faiss").write_bytes(b"cut")
    ill = filled("doctor")
    assert ill.exit_code == 2
    assert "WRONG   index" in ill.stdout
    assert "doctor --mend" in ill.stdout
    mended = filled("doctor", "--mend")
    assert mended.exit_code == 0
    assert "mended  index" in mended.stdout
    well = filled("doctor", "--format", "json")
    assert well.exit_code == 0
    assert {finding["ok"] for finding in json.loads(well.stdout)["findings"]} == {True}


def test_backup_and_restore_give_the_same_store(filled: Command) -> None:
    """What was written comes back elsewhere, and a full store is never overwritten."""
    assert "2 documents, 5 claims" in filled("backup", "all.zip").stdout
    again = filled("restore", "all.zip")
    assert again.exit_code == 2
    assert "not empty" in again.stderr
    assert filled("restore", "all.zip", "--store", "other").exit_code == 0
    assert filled("conflicts", "--store", "other").stdout == filled("conflicts").stdout
    assert filled("restore", "none.zip", "--store", "third").exit_code == 2


def test_documents_are_deleted_by_their_age(filled: Command) -> None:
    """Retention in one command; ids and a day together are a mistake."""
    assert filled("documents", "delete").exit_code == 2
    assert filled("documents", "delete", "x", "--before", "2026-01-01").exit_code == 2
    none = filled("documents", "delete", "--before", "1999-01-01")
    assert (none.exit_code, none.stdout) == (0, "0 documents deleted.\n")
    asked = filled("documents", "delete", "--before", "2100-01-01")
    assert "--yes" in asked.stderr
    gone = filled("documents", "delete", "--before", "2100-01-01", "--yes", "--format", "json")
    assert len(json.loads(gone.stdout)["deleted"]) == 2
    assert filled("documents").stdout == "0 documents.\n"

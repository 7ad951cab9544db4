"""Audits real reports of look-alike events: flags between different events are false alarms.

    python scripts/bench_events.py events.jsonl.gz --topics 3,7,11 --flags flags.jsonl

``events.jsonl.gz`` holds reports ({"id", "event", "text", "publisher"?, "url"?}), the event "7"
and its look-alike "7plus" making the topic 7. Each topic is audited by itself, all its reports
at once. Prints reports, flags within one event and across two by topic, and the flags across two
events per 100 reports. --flags keeps every flag with both sides, for a reader to judge. Topics
that nli_pairs/real.py takes training pairs from are left out unless they are named.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from pathlib import Path

from nli_pairs.real import for_training, topic_number
from rich.console import Console
from rich.table import Table

from claimtrack import Claimtrack, Document, Settings
from claimtrack.model import AuditResult, Claim


def topics(path: Path, wanted: set[int]) -> dict[int, list[dict[str, str]]]:
    """The reports by topic number."""
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            number = topic_number(row["event"])
            if number in wanted if wanted else not for_training(row["event"]):
                found[number].append(row)
    return dict(sorted(found.items()))


def side(claim: Claim) -> dict[str, str]:
    """What a reader needs to judge one side of a flag."""
    return {"holder": claim.holder.name, "quote": claim.quote, "statement": claim.statement}


def flags(result: AuditResult, events: dict[str, str]) -> list[dict[str, object]]:
    """Each flag with its events, which differ where the flag is a false alarm."""
    return [
        {
            "score": one.score,
            "type": one.type.value,
            "relation": one.relation.value,
            "events": [events[one.a.document], events[one.b.document]],
            "a": side(one.a),
            "b": side(one.b),
            "explanation": one.explanation,
        }
        for one in result.conflicts
    ]


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--topics", default="", help="numbers, by comma (default: all kept aside)")
    parser.add_argument("--flags", type=Path, help="where every flag is written, a line each")
    args = parser.parse_args()
    wanted = {int(part) for part in args.topics.split(",") if part}
    out = Table("topic", "reports", "claims", "within an event", "across events")
    kept: list[dict[str, object]] = []
    reports = within = across = 0
    with tempfile.TemporaryDirectory() as folder:
        app = Claimtrack(Settings(store=f"{folder}/store"))
        for number, rows in topics(args.reports, wanted).items():
            documents = [
                Document(text=row["text"], outlet=row.get("publisher"), path=row["id"])
                for row in rows
            ]
            events = {doc.id: row["event"] for doc, row in zip(documents, rows, strict=True)}
            result = app.audit_documents(documents)
            found = flags(result, events)
            kept += [{"topic": number, **flag} for flag in found]
            same = sum(flag["events"][0] == flag["events"][1] for flag in found)  # type: ignore[index]
            figures = (number, len(rows), len(result.claims), same, len(found) - same)
            out.add_row(*(str(figure) for figure in figures))
            print(*figures, flush=True)
            reports, within = reports + len(rows), within + same
            across += len(found) - same
    Console().print(out)
    rate = 100 * across / max(1, reports)
    print(f"{across} flags across events in {reports} reports: {rate:.1f} per 100")
    if args.flags:
        lines = [json.dumps(flag, ensure_ascii=False) + "\n" for flag in kept]
        args.flags.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

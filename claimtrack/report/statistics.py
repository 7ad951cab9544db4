"""Counts instead of findings: what there is of each relation and type, and where."""

from __future__ import annotations

from collections import Counter
from typing import Any

from claimtrack.model import AuditResult, Conflict
from claimtrack.report.locate import shown_path
from claimtrack.report.stored import table
from claimtrack.report.view import View, summary


def as_dict(result: AuditResult) -> dict[str, Any]:
    """Return the counts: by relation and type, by article (both sides count), and in all."""
    view = View.of(result)
    return {
        "conflicts": len(view.conflicts),
        "updates": len(view.updates),
        "suppressed": len(view.suppressed),
        "stale": len(view.stale),
        "errors": len(view.errors),
        "by_kind": [
            {"relation": relation, "type": type_, "conflicts": number}
            for (relation, type_), number in _ranked(
                Counter((c.relation.value, c.type.value) for c in view.conflicts)
            )
        ],
        "by_article": [
            {"article": name, "conflicts": number}
            for name, number in _ranked(
                Counter(name for c in view.conflicts for name in _articles(c, view))
            )
        ],
        "by_holder": [
            {"holder": name, "conflicts": number}
            for name, number in _ranked(
                Counter(name for c in view.conflicts for name in {c.a.holder.name, c.b.holder.name})
            )
        ],
    }


def text(result: AuditResult, *, width: int = 80) -> str:
    """Return the counts as tables, the most frequent first, and the summary."""
    found = as_dict(result)
    parts = [
        table(
            [(row["conflicts"], f"{row['relation']}/{row['type']}") for row in found["by_kind"]],
            width=width,
        ),
        table([(row["conflicts"], row["article"]) for row in found["by_article"]], width=width),
        table([(row["conflicts"], row["holder"]) for row in found["by_holder"]], width=width),
    ]
    heads = ("by relation and type", "by article", "by holder")
    pages = [f"{head}\n{part}\n" for head, part in zip(heads, parts, strict=True) if part]
    return "".join(pages) + summary(View.of(result)) + "\n"


def _articles(conflict: Conflict, view: View) -> set[str]:
    documents = {
        view.document(claim).id: view.document(claim) for claim in (conflict.a, conflict.b)
    }
    return {
        shown_path(document.path) if document.path else document.url or document.name
        for document in documents.values()
    }


def _ranked(counter: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))

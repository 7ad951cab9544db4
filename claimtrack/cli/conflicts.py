"""``conflicts``, ``show`` and ``search``: what was found, and what is known."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.filters import (
    AgainstOption,
    HolderOption,
    OutletOption,
    RelationOption,
    TextOption,
    TypeOption,
)
from claimtrack.cli.session import emit, say, session, width
from claimtrack.errors import InputError
from claimtrack.model import Claim, Document, Ruling, Status
from claimtrack.records import FLAGS, ConflictFilter, StoredConflict
from claimtrack.report import stored
from claimtrack.report.json_ import claim_record, document_record, dump
from claimtrack.report.jsonl import line
from claimtrack.report.view import View, counted, holder_line, published_line
from claimtrack.report.wording import squeeze

if TYPE_CHECKING:
    from claimtrack.store.repository import Store


def conflicts(
    ctx: typer.Context,
    relation: RelationOption = None,
    type_: TypeOption = None,
    status: Annotated[
        Literal["open", "withdrawn", "all"],
        typer.Option("--status", help="By the newest run that looked."),
    ] = "open",
    ruling: Annotated[
        list[Ruling] | None, typer.Option("--ruling", help="Only those decided so. Repeatable.")
    ] = None,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Only those on which nobody has decided.")
    ] = False,
    holder: HolderOption = None,
    against: AgainstOption = None,
    outlet: OutletOption = None,
    document: Annotated[
        str | None, typer.Option("--document", help="Only where one side is in this document.")
    ] = None,
    text: TextOption = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", min=0, max=1, help="Only from this score on.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    format: Annotated[
        Literal["text", "json", "jsonl"], typer.Option("--format", help="What to print.")
    ] = "text",
) -> None:
    """List the stored conflicts, the highest score first.

    Updates are listed only with --relation update. Exits with 0 whatever is found.

    \b
    Examples:
      claimtrack conflicts
      claimtrack conflicts --type quantity --min-score 0.9 --undecided
      claimtrack conflicts --holder "Ilka Thorne" --format json
      claimtrack conflicts --holder "Ilka Thorne" --against "Tarn road office"
    """
    wanted = ConflictFilter(
        relations=tuple(relation or FLAGS),
        types=tuple(type_ or ()),
        status=None if status == "all" else Status(status),
        rulings=tuple(ruling or ()),
        undecided=undecided,
        holder=holder,
        against=against,
        outlet=outlet,
        text=text,
        min_score=min_score,
        limit=limit,
    )
    with session(ctx).app().store(read_only=True) as store:
        if document is not None:
            wanted = replace(wanted, document=store.document(document).document.id)
        found = store.conflicts(wanted)
        number = store.count_conflicts(wanted)
        view = view_of(store, found)
    records = (stored.record(item, view) for item in found)
    if format == "json":
        emit(dump({"total": number, "conflicts": list(records)}))
    elif format == "jsonl":
        for record in records:
            emit(line(record))
    else:
        say(stored.listing(found, view, width=width()))
        more = f" ({len(found)} shown; see --limit)" if number > len(found) else ""
        say(f"{counted(number, 'conflict', 'conflicts')}{more}.")


def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a conflict, or its start.")],
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="What to print.")
    ] = "text",
) -> None:
    """Show a stored conflict: both sides in context, and why.

    The quotes stand in square brackets in their context. Every reason is shown with its push
    on the log-odds, and every decision on the conflict.

    \b
    Examples:
      claimtrack show 4f0c1a2b
      claimtrack show 4f0c1a2b --format json
    """
    with session(ctx).app().store(read_only=True) as store:
        item = store.conflict(id)
        view = view_of(store, [item])
        decisions = store.decisions_for(item.fingerprint)
    history = [
        {
            "id": made.id,
            "ruling": None if made.ruling is None else made.ruling.value,
            "reason": None if made.reason is None else made.reason.value,
            "note": made.note,
            "reviewer": made.reviewer,
            "at": made.at.isoformat(),
            "undo_of": made.undo_of,
        }
        for made in decisions
    ]
    if format == "json":
        emit(dump({**stored.record(item, view), "decisions": history}))
        return
    say(stored.in_full(item, view, width=width()))
    for made in decisions:
        say(stored.decision_line(made))


def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="Words, or a statement.")],
    k: Annotated[int, typer.Option("-k", "--limit", min=1, help="How many to show.")] = 10,
    format: Annotated[
        Literal["text", "json", "jsonl"], typer.Option("--format", help="What to print.")
    ] = "text",
) -> None:
    """Find stored claims by meaning.

    \b
    Examples:
      claimtrack search "damage to the bridge"
      claimtrack search "casualties" -k 30 --format jsonl
    """
    if not text.strip():
        raise InputError("nothing to search for: give a few words")
    app = session(ctx).app()
    hits = app.search(text, k)
    with app.store(read_only=True) as store:
        ids = {claim.document for claim, _ in hits}
        documents = {item.document.id: item.document for item in store.documents(ids=ids)}
    records = [_hit(claim, score, documents) for claim, score in hits]
    if format == "json":
        emit(dump({"claims": records}))
    elif format == "jsonl":
        for record in records:
            emit(line(record))
    else:
        for claim, score in hits:
            document = documents[claim.document]
            origin = f"{published_line(document)} · {document.name}"
            who = squeeze(f"{holder_line(claim)} · {origin}")
            head = f"{score:.2f}  "
            say("\n".join(wrap(who, width(), initial_indent=head, subsequent_indent=" " * 6)))
            quote = f"“{squeeze(claim.quote)}”"
            space = " " * 6
            say("\n".join(wrap(quote, width(), initial_indent=space, subsequent_indent=space)))
        say(f"{counted(len(hits), 'claim', 'claims')}.")


def _hit(claim: Claim, score: float, documents: dict[str, Document]) -> dict[str, object]:
    document = documents[claim.document]
    brief = document_record(document)
    del brief["text"]
    record = claim_record(claim, document)
    return {"similarity": round(score, 4), **record, "document": brief}


def view_of(store: Store, found: list[StoredConflict]) -> View:
    """Return the view of stored conflicts with the documents of both sides."""
    ids = {claim.document for item in found for claim in (item.conflict.a, item.conflict.b)}
    return stored.view_of(found, [item.document for item in store.documents(ids=ids)])

"""``claims``: mending what was misread, and verdicts on single claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.reviewer import Reviewer, who
from claimtrack.cli.session import emit, say, session, width
from claimtrack.model import Claim, HolderKind
from claimtrack.report.json_ import claim_record, dump
from claimtrack.report.view import holder_line
from claimtrack.report.wording import shorten, squeeze

if TYPE_CHECKING:
    from claimtrack.bootstrap import Claimtrack
    from claimtrack.mending import Mender
    from claimtrack.store.repository import Store

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

TextOrJson = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]
Which = Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, or its start.")]
Note = Annotated[str, typer.Option("--note", help="A remark that is kept with it.")]


@app.callback()
def top(format: TextOrJson = "text") -> None:
    """Mend what was misread in claims, and record verdicts on them.

    \b
    Examples:
      claimtrack claims correct 4f0c1a2b --holder "Ilka Thorne"
      claimtrack claims verdict 4f0c1a2b --rating False --organisation "Fact Desk"
    """


@app.command("show")
def show(ctx: typer.Context, id: Which, format: TextOrJson = "text") -> None:
    """Show a claim with the verdicts on it and the corrections of its article.

    \b
    Examples:
      claimtrack claims show 4f0c1a2b
    """
    app_ = session(ctx).app()
    with app_.store(read_only=True) as store:
        claim, corrections, ratings = _mender(app_, store).history(id)
        document = store.documents(ids=[claim.document])[0].document
    made = [
        {
            "id": one.id,
            "quote": one.quote,
            "changes": dict(one.changes),
            "note": one.note,
            "reviewer": one.reviewer,
            "at": one.at.isoformat(),
        }
        for one in corrections
    ]
    verdicts = [
        {
            "id": one.id,
            "rating": one.rating,
            "reason": one.reason,
            "organisation": one.organisation,
            "link": one.link,
            "note": one.note,
            "reviewer": one.reviewer,
            "at": one.at.isoformat(),
        }
        for one in ratings
    ]
    if format == "json":
        record = claim_record(claim, document)
        emit(dump({"claim": record, "verdicts": verdicts, "corrections": made}))
        return
    say(_told(claim))
    for rated in ratings:
        link = f" {rated.link}" if rated.link else ""
        why = f": {rated.reason}" if rated.reason else ""
        line = f"verdict {rated.id}: {rated.rating} ({rated.organisation}){why}{link}"
        say(shorten(squeeze(line), width()))
    for mended in corrections:
        what = ", ".join(sorted(set(mended.changes) - {"of"}))
        line = f"correction {mended.id} by {mended.reviewer} ({what}): “{mended.quote}”"
        say(shorten(squeeze(line), width()))


@app.command("correct")
def correct(
    ctx: typer.Context,
    id: Which,
    holder: Annotated[str | None, typer.Option("--holder", help="Who really says it.")] = None,
    kind: Annotated[HolderKind | None, typer.Option("--kind", help="What the holder is.")] = None,
    on_behalf_of: Annotated[
        str | None, typer.Option("--on-behalf-of", help="For which institution; '' for none.")
    ] = None,
    statement: Annotated[
        str | None, typer.Option("--statement", help="What it says, as a sentence of its own.")
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", help="The right passage, as the article has it.")
    ] = None,
    event_time: Annotated[
        str | None, typer.Option("--event-time", help="ISO day or interval; '' for none.")
    ] = None,
    report_time: Annotated[
        str | None, typer.Option("--report-time", help="ISO day or interval; '' for none.")
    ] = None,
    no_claim: Annotated[
        bool, typer.Option("--no-claim", help="This passage claims nothing.")
    ] = False,
    note: Note = "",
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Correct what was misread in a claim. It stays corrected when the article is read again.

    The article is compared again at the next scan. It can be undone.

    \b
    Examples:
      claimtrack claims correct 4f0c1a2b --holder "Ilka Thorne" --kind person
      claimtrack claims correct 4f0c1a2b --no-claim --note "a headline"
    """
    app_ = session(ctx).app()
    with app_.store(create=False) as store:
        number, claim = _mender(app_, store).correct(
            id,
            reviewer=who(reviewer),
            note=note,
            holder=holder,
            kind=kind,
            on_behalf_of=on_behalf_of,
            statement=statement,
            quote=quote,
            event_time=event_time,
            report_time=report_time,
            no_claim=no_claim,
        )
    if format == "json":
        emit(dump({"correction": number, "claim": claim.id if claim else None}))
        return
    say(_told(claim) if claim else "The passage is marked as no claim.")
    say(f"Correction {number}. To undo: claimtrack claims undo correction {number}")


@app.command("verdict")
def verdict(
    ctx: typer.Context,
    id: Which,
    rating: Annotated[str, typer.Option("--rating", help="The verdict, in your own scale.")],
    organisation: Annotated[str, typer.Option("--organisation", help="Who gives it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in a sentence.")] = "",
    link: Annotated[str, typer.Option("--link", help="Where it is published.")] = "",
    note: Note = "",
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Record a verdict on a single claim: what a published fact-check says of it.

    \b
    Examples:
      claimtrack claims verdict 4f0c1a2b --rating False --organisation "Fact Desk"
    """
    app_ = session(ctx).app()
    with app_.store(create=False) as store:
        number = _mender(app_, store).rate(
            id,
            rating=rating,
            reason=reason,
            organisation=organisation,
            link=link,
            note=note,
            reviewer=who(reviewer),
        )
    if format == "json":
        emit(dump({"verdict": number}))
    else:
        say(f"Verdict {number}: {rating}. To undo: claimtrack claims undo verdict {number}")


@app.command("undo")
def undo(
    ctx: typer.Context,
    what: Annotated[Literal["correction", "verdict"], typer.Argument(help="Which of the two.")],
    number: Annotated[int, typer.Argument(help="The number that was printed.")],
    reviewer: Reviewer = None,
    format: TextOrJson = "text",
) -> None:
    """Take a correction or a verdict back. For a correction the article is read again.

    \b
    Examples:
      claimtrack claims undo correction 3
    """
    app_ = session(ctx).app()
    with app_.store(create=False) as store:
        mender = _mender(app_, store)
        take_back = mender.undo_correction if what == "correction" else mender.undo_rating
        new = take_back(number, reviewer=who(reviewer))
    if format == "json":
        emit(dump({what: new}))
    else:
        say(f"{what.capitalize()} {number} was taken back.")


def _mender(app_: Claimtrack, store: Store) -> Mender:
    from claimtrack.mending import Mender

    return Mender(store, lambda: app_.pipeline, lambda: app_.embedder.fingerprint)


def _told(claim: Claim) -> str:
    lines = [f"claim {claim.id}", squeeze(holder_line(claim)), f"“{squeeze(claim.quote)}”"]
    if squeeze(claim.statement) != squeeze(claim.quote):
        lines.append(f"read as: {squeeze(claim.statement)}")
    for name, time in (("happened", claim.event_time), ("said", claim.report_time)):
        if time:
            lines.append(f"{name}: {time.iso}")
    return "\n".join(shorten(line, width()) for line in lines) + "\n"

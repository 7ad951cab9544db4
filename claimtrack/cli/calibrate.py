"""``calibrate``: learning from the reviewers' decisions."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimtrack.cli.session import emit, say, session, warn_line, width
from claimtrack.report.json_ import dump
from claimtrack.report.view import counted

if TYPE_CHECKING:
    from claimtrack.review.calibrate import Learned


def calibrate(
    ctx: typer.Context,
    target_precision: Annotated[
        float | None,
        typer.Option("--target-precision", min=0, max=1, help="Find a threshold for this."),
    ] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="Write the calibration here.")
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="What to print.")
    ] = "text",
) -> None:
    """Refit the calibration from the decisions on flags, and say what would change.

    Confirmed flags count as right and dismissed ones as wrong; unsure ones are left out, and so
    are those that the judge in use has not judged. Nothing is changed by this command: with
    --write the calibration goes into a file, and the lines for claimtrack.toml are printed.

    \b
    Examples:
      claimtrack calibrate
      claimtrack calibrate --target-precision 0.9 --write calibration.json
    """
    from claimtrack import recalibrate
    from claimtrack.review.calibrate import learned

    app = session(ctx).app()
    calibration = app.calibration
    with app.desk() as desk:
        everything = len(desk.decided())
        decided = desk.decided(app.judge.fingerprint)
    if len(decided) < everything:
        others = counted(everything - len(decided), "decided flag", "decided flags")
        warn_line(f"{others} left out: this judge has not seen them; run `claimtrack scan`")
    found = learned(decided, recalibrate.signals(calibration), target_precision)
    wrote = write is not None and found.fit is not None
    if wrote and write is not None and found.fit is not None:
        recalibrate.write(recalibrate.refitted(calibration, found.fit), write)
    elif write is not None:
        warn_line("nothing was written: there is no better calibration")
    if format == "json":
        emit(dump({**_record(found), "written": str(write) if wrote else None}))
        return
    for line in _lines(found, target_precision):
        say(fill(line, width(), subsequent_indent="  ", drop_whitespace=True))
    settings = []
    if wrote:
        settings.append(f'calibration = "{write}"')
    if found.threshold is not None:
        settings.append(f"threshold = {found.threshold.score}")
    if settings:
        say("\nFor claimtrack.toml:\n  " + "\n  ".join(settings))


def _lines(found: Learned, target: float | None) -> list[str]:
    decided = found.decided
    lines = [
        f"{counted(decided.decided, 'decided flag', 'decided flags')}: "
        f"{decided.confirmed} confirmed, {decided.decided - decided.confirmed} dismissed."
    ]
    right, wrong, more = found.missing
    if any(found.missing):
        needs = [f"{right} more confirmed"] if right else []
        needs += [f"{wrong} more dismissed"] if wrong else []
        needs += [f"{more} more in all"] if more else []
        return [*lines, f"Too few to learn from: {', '.join(needs)} are needed. Nothing changes."]
    after = found.after or 0.0
    lines.append(
        f"Mean log-loss {found.before:.3f} as it is, {after:.3f} refitted (cross-validated)."
    )
    if found.fit is None:
        lines.append("Refitting does not help: the calibration stays as it is.")
    else:
        lines.append(f"Refitted: the base moves by {found.fit.shift:+.2f} in log-odds.")
        for name, factor in sorted(found.fit.factors.items(), key=lambda item: item[1]):
            word = "trusted less" if factor < 1 else "trusted more"
            lines.append(f"  {name:<20} × {factor:.2f}  {word}")
    if found.threshold is not None:
        kept = found.threshold.kept
        low, high = kept.interval
        lines.append(
            f"From {found.threshold.score:.4f} on, {kept.confirmed} of {kept.decided} flags were "
            f"right ({kept.precision:.0%}, 95% certain: {low:.0%} to {high:.0%});"
        )
        lines.append(f"{found.threshold.recall:.0%} of the confirmed flags are kept.")
    elif target is not None:
        lines.append(f"No threshold reaches a precision of {target:.0%} on these decisions.")
    return lines


def _record(found: Learned) -> dict[str, object]:
    right, wrong, more = found.missing
    threshold = found.threshold
    return {
        "decided": found.decided.decided,
        "confirmed": found.decided.confirmed,
        "needed": {"confirmed": right, "dismissed": wrong, "in_all": more},
        "log_loss": {"before": found.before, "after": found.after},
        "factors": dict(found.fit.factors) if found.fit else None,
        "shift": found.fit.shift if found.fit else None,
        "threshold": None
        if threshold is None
        else {
            "score": threshold.score,
            "kept": threshold.kept.decided,
            "precision": threshold.kept.precision,
            "interval": list(threshold.kept.interval),
            "recall": threshold.recall,
        },
    }

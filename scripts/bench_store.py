"""Does a new document cost more in a large store? Pairs judged and seconds, by size of store.

    python scripts/bench_store.py --sizes 100,1000,10000 --new 20

Stores are filled with generated documents, five to a story: who did what where, and a figure.
A story's place, people and figures are its own, as in an archive where most articles have
nothing to do with a new one. Then the new documents, each of a story that is in every store, are
audited against the store one by one, with the real models and without a cache. Processor seconds
are those of all threads; the clock's differ with what else the machine does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table

from claimtrack.bootstrap import Claimtrack
from claimtrack.config import Settings
from claimtrack.model import Claim, Document, Entity, Holder, HolderKind
from claimtrack.runs import Silence

PER_STORY = 5
FIRST = "Bel Cor Dan Fen Gal Hol Ist Jor Kel Lom Mar Nor Oss Pel Rav Sel Tor Ulm Ver Wen".split()
SECOND = "ara burg dale eck feld grad holm ina kirk loch mond nau ost pool riet stad".split()
EVENTS = (
    "The fire at the {place} depot injured {n} workers.",
    "The flood in {place} destroyed {n} houses.",
    "Police in {place} arrested {n} people at the march.",
    "The {place} mine will dismiss {n} miners.",
    "The derailment near {place} left {n} passengers in hospital.",
)
ASIDES = (
    "{who} said that {place} had been warned.",
    "The mayor of {place} visited the site with {who}.",
    "{who} asked for an inquiry in {place}.",
)


def story(number: int) -> random.Random:
    """The source of everything that a story consists of."""
    return random.Random(f"story {number}")


def document(number: int, part: int) -> tuple[Document, list[Claim]]:
    """Document ``part`` of a story with its claims, the same at every call."""
    rng = story(number)
    place = f"{rng.choice(FIRST)}{rng.choice(SECOND)} {rng.choice(FIRST)}{number}"
    who = f"{rng.choice(FIRST)}a {rng.choice(FIRST)}{rng.choice(SECOND)}"
    event = rng.choice(EVENTS)
    figure = rng.randint(5, 90)
    mine = random.Random(f"{number} {part}")
    lines = [event.format(place=place, n=figure + (part == 3) * 7)]
    lines += [aside.format(place=place, who=who) for aside in mine.sample(ASIDES, 2)]
    text = " ".join(lines)
    day = dt.date(2026, 1, 1) + dt.timedelta(days=number % 300)
    doc = Document(text=text, outlet=f"Outlet {part}", published=day, path=f"{number}-{part}.txt")
    claims, at = [], 0
    for index, line in enumerate(lines):
        at = text.index(line, at)
        claims.append(
            Claim(
                document=doc.id,
                quote=line,
                start=at,
                end=at + len(line),
                statement=line,
                holder=Holder(doc.outlet or "", HolderKind.OUTLET),
                entities=(Entity(place, "GPE", place), Entity(who, "PERSON", who)),
                sentence=index,
            )
        )
    return doc, claims


def fill(app: Claimtrack, size: int) -> None:
    """Put ``size`` documents into the application's store."""
    with app.store() as store:
        for start in range(0, size, 500):
            part = [
                document(n // PER_STORY, n % PER_STORY)
                for n in range(start, min(size, start + 500))
            ]
            found = [claim for _, claims in part for claim in claims]
            vectors = app.pipeline.embed(found, Silence())
            for doc, claims in part:
                own = {claim.id: vectors[claim.id] for claim in claims}
                store.add_document(doc, claims, own, app.embedder.fingerprint)


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="documents, by comma")
    parser.add_argument("--new", type=int, default=20, help="documents that are audited")
    args = parser.parse_args()
    out = Table(
        "documents stored",
        "pairs a new one",
        "seconds a new one",
        "of the processor",
        "times the first",
    )
    first: float | None = None
    for size in (int(part) for part in args.sizes.split(",")):
        with tempfile.TemporaryDirectory() as name:
            app = Claimtrack(
                Settings(store=f"{name}/store", cache_dir=f"{name}/cache", no_cache=True)
            )
            fill(app, size)
            stories = size // PER_STORY
            new = [document(n % stories, PER_STORY + n // stories)[0] for n in range(args.new)]
            app.audit_documents(new[:1])  # models and index are loaded
            pairs, began, busy = 0, perf_counter(), process_time()
            for doc in new:
                pairs += app.audit_documents([doc]).run["counts"]["pairs"]
            seconds = (perf_counter() - began) / len(new)
            busy = (process_time() - busy) / len(new)
        first = first or busy
        figures = (pairs / len(new), seconds, busy, busy / first)
        out.add_row(f"{size:,}", *(f"{figure:.2f}" for figure in figures))
    Console().print(out)


if __name__ == "__main__":
    main()

"""A process that ingests for as long as somebody reviews."""

from __future__ import annotations

from multiprocessing.synchronize import Event

from claimtrack.store.repository import Store
from tests import newsroom


def ingest(address: str, stop: Event) -> None:
    """Put article after article into the store until ``stop`` is set."""
    number = 0
    with Store.open(address) as store:
        while not stop.is_set():
            text = f"Ferry {number} to Sund carried {number + 40} people, its captain said."
            document = newsroom.article(
                text, title=f"Ferry {number}", url=f"https://ferry.example/{number}"
            )
            found = newsroom.claim(document, text, f"Ferry {number} sailed.", newsroom.THORNE)
            newsroom.add(store, document, found)
            number += 1

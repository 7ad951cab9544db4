"""Measure the web page: server time (median) and queries a page, in a large store.

Makes a store of its own in a temporary folder, with made-up articles, claims and conflicts (no
model is used), and asks the application for each page in this process: times are the server's,
without a network or a browser. The goal is a median under 150 ms a page on two cores. Beside the
time on the clock stands that of the processor, which other work on the machine hardly changes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Fill a store, ask for every page, print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--conflicts", type=int, default=5_000)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=15, help="requests a page")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    parser.add_argument("--folder", type=Path, help="keep the store there, and go on with it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench") as made:
        folder = given.folder or Path(made)
        rows = measure(folder, given.conflicts, given.claims, given.times)
    print(f"{'page':<26} {'median ms':>9} {'worst ms':>9} {'cpu ms':>7} {'queries':>8} {'kB':>6}")
    for row in rows:
        print(
            f"{row['page']:<26} {row['median_ms']:>9.1f} {row['worst_ms']:>9.1f} "
            f"{row['cpu_ms']:>7.1f} {row['queries']:>8} {row['kB']:>6.0f}"
        )
    if given.json:
        given.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def measure(folder: Path, conflicts: int, claims: int, times: int) -> list[dict[str, object]]:
    """Return for each page its times, its queries and its size."""
    import sqlalchemy as sa
    from starlette.testclient import TestClient

    from claimtrack.bootstrap import Claimtrack
    from claimtrack.config import Settings
    from claimtrack.records import ConflictFilter
    from claimtrack.web.access import Access
    from claimtrack.web.app import create_app
    from tests import newsroom

    facade = Claimtrack(Settings(store=str(folder / "store"), cache_dir=folder / "cache"))
    with facade.store() as store:
        if not store.stats()["conflicts"]:
            newsroom.dam(store)
            newsroom.seated(store)
            newsroom.fill(store, conflicts - 2)
        newsroom.talk(store, claims - 2 * conflicts)
        document = newsroom.article().id
        first = store.conflicts(ConflictFilter(document=document))[0].conflict
        thread = store.threads()[0].id
        holders = {one.holder.name: one.id for one in store.holders()}
        print({key: f"{value:,}" for key, value in store.stats().items()}, file=sys.stderr)
    pages = {
        "queue": "/",
        "queue, page 100": "/?page=100",
        "queue, words": "/?text=bridge+17",
        "queue, holder and type": "/?holder=Ilka+Thorne&type=negation",
        "conflict": f"/conflicts/{first.id}",
        "disputes": "/disputes",
        "queue of two holders": "/?holder={Ilka Thorne}&against={Tarn road office}".format(
            **holders
        ),
        "threads": "/threads",
        "thread": f"/threads/{thread}",
        "holders": "/holders",
        "holder with few claims": f"/holders/{holders['Ivo Lehn']}",
        "holder with most claims": f"/holders/{holders['Ilka Thorne']}",
        "claim": f"/claims/{first.a.id}",
        "documents": "/documents",
        "document": f"/documents/{first.a.document}",
        "api: conflicts": "/api/conflicts",
    }
    rows = []
    with TestClient(create_app(facade, Access()), base_url="http://localhost") as client:
        engine = client.app.state.site.store.engine  # type: ignore[attr-defined]
        sent: list[str] = []
        sa.event.listen(engine, "before_cursor_execute", lambda *given: sent.append(str(given[2])))
        for name, path in pages.items():
            spent: list[tuple[float, float]] = []
            for _ in range(times + 1):
                sent.clear()
                start, busy = perf_counter(), process_time()
                answer = client.get(path)
                clock, busy = perf_counter() - start, process_time() - busy
                spent.append((clock * 1000, busy * 1000))
                assert answer.status_code == 200, (path, answer.status_code)
            # The first request compiles templates and statements.
            rows.append(
                {
                    "page": name,
                    "median_ms": round(statistics.median(clock for clock, _ in spent[1:]), 1),
                    "worst_ms": round(max(clock for clock, _ in spent[1:]), 1),
                    "cpu_ms": round(statistics.median(busy for _, busy in spent[1:]), 1),
                    "queries": sum(not one.startswith(("BEGIN", "PRAGMA")) for one in sent),
                    "kB": round(len(answer.content) / 1000, 1),
                }
            )
    return rows


if __name__ == "__main__":
    main()

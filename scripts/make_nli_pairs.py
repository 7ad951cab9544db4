"""Write contrast pairs in news style, by construction, and real neutral pairs, for NLI training.

    python scripts/make_nli_pairs.py --out news.jsonl --dev-out dev.jsonl --audit
    python scripts/make_nli_pairs.py --audit news.jsonl
    python scripts/make_nli_pairs.py --real-events events.jsonl.gz --real-out real_neutral.jsonl
    python scripts/make_nli_pairs.py --stories-out stories.jsonl

Rows: {"premise", "hypothesis", "label", "kind", "topic"}; of stories the topic is the story. The
same seed gives the same bytes.
DEV_TOPICS are never written to --out, only to --dev-out, so that a trainer can measure on subjects
that it has not seen.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nli_pairs.audit import audit
from nli_pairs.generate import all_topics, build
from nli_pairs.grammar import Pair
from nli_pairs.stories import FOLDER, read_stories
from nli_pairs.stories import pairs as story_pairs

DEV_TOPICS = ("shipping", "protests", "product recalls", "space", "diplomacy", "culture")


def write(path: Path, pairs: Iterable[Pair]) -> None:
    """Write rows beside `path` and move them there, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as f:
        for p in pairs:
            row = {
                "premise": p.premise,
                "hypothesis": p.hypothesis,
                "label": p.label,
                "kind": p.kind,
                "topic": p.topic,
            }
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    os.replace(part, path)


def read(path: Path) -> list[Pair]:
    """Rows that `write` wrote."""
    with path.open(encoding="utf-8") as f:
        return [Pair(**json.loads(line)) for line in f]


def report(name: str, pairs: list[Pair], show_kinds: bool) -> None:
    labels = Counter(p.label for p in pairs)
    print(f"{name}: {len(pairs)} rows {dict(sorted(labels.items()))}")
    if show_kinds:
        for (label, kind), n in sorted(Counter((p.label, p.kind) for p in pairs).items()):
            print(f"  {label:14} {kind:28} {n}")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, help="training pairs (JSON lines)")
    parser.add_argument("--dev-out", type=Path, help="pairs of the topics kept out of training")
    parser.add_argument("--rows", type=int, default=36000)
    parser.add_argument("--dev-rows", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--audit",
        nargs="?",
        const="",
        metavar="FILE",
        help="print what cheap baselines make of the pairs (of FILE, if given)",
    )
    parser.add_argument("--kinds", action="store_true", help="print rows by label and kind")
    parser.add_argument("--real-events", type=Path, help="real reports, one a line, gzipped JSON")
    parser.add_argument("--real-out", type=Path, help="real neutral pairs (JSON lines)")
    parser.add_argument("--stories-out", type=Path, help="pairs of nli_pairs/stories/*.jsonl")
    args = parser.parse_args(argv)
    outputs = (args.out, args.dev_out, args.real_out, args.stories_out)
    if not any(outputs) and args.audit is None:
        parser.error("nothing to do: give --out, --dev-out, --real-out, --stories-out or --audit")
    if bool(args.real_events) != bool(args.real_out):
        parser.error("--real-events and --real-out go together")
    topics = all_topics()
    if args.audit:
        print(json.dumps(audit(read(Path(args.audit))), indent=1))
    if args.out or args.audit == "":
        pairs = build([t for t in topics if t.name not in DEV_TOPICS], args.rows, args.seed)
        report("train", pairs, args.kinds)
        if args.out:
            write(args.out, pairs)
        if args.audit == "":
            print(json.dumps(audit(pairs), indent=1))
    if args.dev_out:
        pairs = build([t for t in topics if t.name in DEV_TOPICS], args.dev_rows, args.seed)
        report("dev", pairs, False)
        write(args.dev_out, pairs)
    if args.real_events:
        from nli_pairs.real import real_neutral

        pairs = real_neutral(args.real_events, args.seed)
        report("real", pairs, args.kinds)
        write(args.real_out, pairs)
    if args.stories_out:
        stories = read_stories(sorted(FOLDER.glob("*.jsonl")))
        pairs = [pair for one in stories for pair in story_pairs(one, random.Random(one.id))]
        report(f"{len(stories)} stories", pairs, args.kinds)
        write(args.stories_out, pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure the extractor against fixtures/extraction: accuracy of each field, and every miss.

A found claim is matched to the annotated one whose statement it resembles most (one to one, by
the F1 of stemmed words). Fields are then compared on matched pairs. A statement is right where
its F1 with the annotated one is at least 0.8 and numbers and negations agree; with ``--nli PATH``
it must entail the annotated one and be entailed by it. Precision counts found claims that match
no annotation as wrong; recall counts annotations that nothing matches.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimtrack.extract.extractor import FALLBACK_HOLDER, ClaimExtractor
from claimtrack.model import Claim, Document, normalise
from claimtrack.text.parse import SpacyParser
from claimtrack.text.words import stem

ROOT = Path(__file__).resolve().parent.parent
MATCH = 0.5
"""Least F1 at which a found claim is taken for an annotated one."""
SAME = 0.8
"""Least F1 at which two statements say the same, without a model to judge it."""
_NEGATIVE = re.compile(r"\b(?:not|no|never|nobody|none|nothing)\b|n't\b", re.IGNORECASE)


@dataclass
class Tally:
    """Right and wrong answers a field, and what was missed."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, ok: bool, note: str) -> None:
        """Count one comparison of field ``name``; ``note`` is printed where it failed."""
        self.total[name] += 1
        self.right[name] += ok
        if not ok:
            self.misses.append(f"{name:11} {note}")


def stems(text: str) -> Counter[str]:
    """Return the stems of all words and numbers of ``text``."""
    return Counter(stem(word) for word in re.findall(r"\w+", text.replace(",", "")))


def f1(a: str, b: str) -> float:
    """Return the F1 of the stemmed words of two statements, in [0, 1]."""
    first, second = stems(a), stems(b)
    shared = sum((first & second).values())
    total = sum(first.values()) + sum(second.values())
    return 2 * shared / total if total else 0.0


def pairs(gold: list[dict[str, Any]], found: list[Claim]) -> list[tuple[int, int]]:
    """Match annotations and claims one to one, the most alike first."""
    ranked = sorted(
        (
            (f1(g["statement"], c.statement), -i, -j)
            for i, g in enumerate(gold)
            for j, c in enumerate(found)
        ),
        reverse=True,
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched: list[tuple[int, int]] = []
    for score, i, j in ranked:
        if score < MATCH or -i in taken_gold or -j in taken_found:
            continue
        taken_gold.add(-i)
        taken_found.add(-j)
        matched.append((-i, -j))
    return matched


def same_holder(gold: str, claim: Claim) -> bool:
    """Whether the claim's holder is the annotated one; OUTLET stands for the article itself."""
    if gold == "OUTLET":
        return claim.holder.name == FALLBACK_HOLDER
    return normalise(gold) == normalise(claim.holder.name)


def compare(case: dict[str, Any], found: list[Claim], tally: Tally, nli: Any) -> None:
    """Count one text's claims against its annotation."""
    gold = case["claims"]
    matched = pairs(gold, found)
    for i, target in enumerate(gold):
        hit = any(i == g for g, _ in matched)
        tally.add("recall", hit, f"{case['id']}: missed {target['statement']!r}")
    for j, claim in enumerate(found):
        hit = any(j == f for _, f in matched)
        tally.add("precision", hit, f"{case['id']}: extra {claim.statement!r}")
    for text in case.get("no_claim", []):
        hit = any(text in claim.quote for claim in found if len(claim.quote) < 2 * len(text) + 40)
        tally.add("left out", not hit, f"{case['id']}: claim from {text!r}")
    for i, j in matched:
        target, claim = gold[i], found[j]
        where = f"{case['id']}: {claim.statement!r}: "
        tally.add(
            "holder",
            same_holder(target["holder"], claim),
            f"{where}{claim.holder.name!r} for {target['holder']!r}",
        )
        behalf = normalise(claim.holder.on_behalf_of or "")
        tally.add(
            "behalf",
            behalf == normalise(target["on_behalf_of"] or ""),
            f"{where}{claim.holder.on_behalf_of!r} for {target['on_behalf_of']!r}",
        )
        via = [normalise(holder.name) for holder in claim.via]
        tally.add("via", via == [normalise(name) for name in target["via"]], f"{where}{via}")
        tally.add(
            "stance",
            claim.stance.value == target["stance"],
            f"{where}{claim.stance.value} for {target['stance']}",
        )
        event = claim.event_time.iso if claim.event_time else None
        tally.add(
            "event time",
            event == target["event_time"],
            f"{where}{event} for {target['event_time']}",
        )
        values = [q.value for q in claim.quantities]
        if target["quantities"] or not re.search(
            r"\b(?:Between|Dozens|\d|third)\b", target["statement"]
        ):
            tally.add(
                "quantities",
                sorted(values) == sorted(target["quantities"]),
                f"{where}{values} for {target['quantities']}",
            )
        tally.add(
            "statement",
            same_statement(target["statement"], claim.statement, nli),
            f"{where}for {target['statement']!r}",
        )


def same_statement(gold: str, found: str, nli: Any) -> bool:
    """Whether two statements say the same: by the model if there is one, else by words."""
    if normalise(gold) == normalise(found):
        return True
    if nli is not None:
        forward, backward = nli.predict([(gold, found), (found, gold)])
        return bool(forward.entailment > 0.5 and backward.entailment > 0.5)
    numbers = [sorted(re.findall(r"\d+", text)) for text in (gold, found)]
    negative = [bool(_NEGATIVE.search(text)) for text in (gold, found)]
    return f1(gold, found) >= SAME and numbers[0] == numbers[1] and negative[0] == negative[1]


def main() -> None:
    """Print each field's accuracy over the fixtures, and the misses with ``--misses``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="JSONL files; all fixtures by default")
    parser.add_argument("--misses", action="store_true", help="print every miss")
    parser.add_argument("--nli", type=Path, help="model folder that judges statements")
    options = parser.parse_args()
    nli = None
    if options.nli:
        from claimtrack.judge.nli.models import CrossEncoderNli

        nli = CrossEncoderNli(str(options.nli))
    extractor = ClaimExtractor(SpacyParser())
    tally = Tally()
    cases = 0
    for path in options.paths or sorted((ROOT / "fixtures" / "extraction").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            published = case.get("published")
            document = Document(
                case["text"],
                path=case["id"],
                published=dt.date.fromisoformat(published) if published else None,
            )
            compare(case, extractor.extract(document), tally, nli)
            cases += 1
    if options.misses:
        for miss in sorted(tally.misses):
            print(miss)
    print(f"{cases} texts")
    for name, total in tally.total.items():
        print(f"{name:11} {tally.right[name]:4}/{total:<4} {tally.right[name] / total:.3f}")


if __name__ == "__main__":
    main()

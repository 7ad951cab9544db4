"""Which pairs NLI is asked about: those that stand high, and could be flagged were it sure.

Two passes of NLI are most of what an audit costs, the comparators and what the articles say of a
pair next to nothing. So these are asked first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimtrack.candidates.pool import ENDS, Pool
from claimtrack.candidates.rank import READ_FROM, standing, told
from claimtrack.judge.context import THRESHOLD, added, in_context, told_by
from claimtrack.model import Assessment, Evidence, NliScores, Pair, Statement
from claimtrack.ports import Judge
from claimtrack.results import Progress

AT_ONCE = 256
"""Pairs between two words of progress; a score does not depend on it."""

AS_SURE = 0.95
"""Contradiction that NLI is taken to answer both ways: a pair that is under the threshold even
then is not read. Surer answers come, but hardly where nothing else speaks for a conflict; and what
is read is also the company by which the other pairs are judged."""

READ_PER_CLAIM = 2.5
"""Pairs that NLI reads for each new claim of a run, those first that would score highest were it
sure. Few claims of few articles all stand near each other: three real reports of 116 claims had 648
pairs read, with this 291, and 41 corpora of 60 to 200 claims 9,900 for 10,800 at the same lines
found. A share of what could be flagged, and not a bar for the score: from 0.60 the three reports
have 500 read, from 0.65 the corpora lose 8 lines of 403."""

SUPPOSED = NliScores(entailment=0.0, neutral=1.0 - AS_SURE, contradiction=AS_SURE)


@dataclass(frozen=True, slots=True)
class Unread:
    """A pair that NLI is not asked about.

    ``supposed`` is what would be said of it were NLI to answer ``SUPPOSED``; None where the pair
    stands too low to be asked about at all. ``floor`` is the score that it would have needed, and
    ``crowded`` whether it has that, but too many others score higher.
    """

    pair: Pair
    supposed: Assessment | None = None
    floor: float = THRESHOLD
    crowded: bool = False

    def told(self) -> list[Evidence]:
        """Return why, the step first and then every reason."""
        pair = self.pair
        if self.supposed is None:
            place = standing(pair.a, pair.b, pair.reasons)
            why = f"before NLI: the pair stands at {place:.2f}, and NLI reads from {READ_FROM:.2f}"
            return [Evidence("dropped", why, 0.0), *told(pair.a, pair.b, pair.reasons)]
        if self.crowded:
            why = (
                f"before NLI: too many others; were it to give a contradiction {AS_SURE:.2f} both "
                f"ways, the score would be {self.supposed.score:.4f}, and the last of the "
                f"{READ_PER_CLAIM:g} pairs a claim that it reads would have {self.floor:.4f}"
            )
            return [Evidence("dropped", why, 0.0), *self.supposed.evidence]
        why = (
            f"before NLI: even were it to give a contradiction {AS_SURE:.2f} both ways, the score "
            f"would be {self.supposed.score:.4f}, under the threshold {self.floor:.4f}"
        )
        return [Evidence("dropped", why, 0.0), *self.supposed.evidence]


@dataclass(frozen=True, slots=True)
class Worth:
    """The pairs that NLI is to read, what the comparators add in each, and the rest."""

    pairs: tuple[Pair, ...]
    clashes: tuple[float, ...]
    unread: tuple[Unread, ...]


def worth_reading(
    judge: Judge, pairs: Sequence[Pair], new: Collection[str], threshold: float, progress: Progress
) -> Worth:
    """Return which pairs NLI is to read and which it is not, each in their order.

    ``new`` holds the ids of the claims that are new in this run; each pair has one at least. A
    threshold above the usual one leaves no more unread: what is read is the company of each pair,
    and no score should depend on how many of the flags somebody wants to see.
    """
    floor = min(threshold, THRESHOLD)
    high = [pair for pair in pairs if standing(pair.a, pair.b, pair.reasons) >= READ_FROM]
    progress.stage("comparing pairs", len(high))
    supposed: dict[tuple[str, str], Assessment] = {}
    pool = Pool(int(ENDS * READ_PER_CLAIM * len(new)))
    for start in range(0, len(high), AT_ONCE):
        part = high[start : start + AT_ONCE]
        answers = judge.suppose([statements(pair) for pair in part], SUPPOSED)
        for pair, one in zip(part, answers, strict=True):
            hope = supposed[_key(pair)] = in_context(one, added(pair), floor)
            if hope.score >= floor:
                pool.offer(pair, hope.score, sum(end in new for end in _key(pair)))
        progress.advance(len(part))
    read = pool.pairs()
    chosen = {_key(pair) for pair in read}
    last = min((supposed[key].score for key in chosen), default=floor)
    unread = []
    for pair in pairs:
        if _key(pair) in chosen:
            continue
        could = supposed.get(_key(pair))
        crowded = could is not None and could.score >= floor
        unread.append(Unread(pair, could, last if crowded else floor, crowded))
    clashes = (sum(part.weight for part in told_by(supposed[_key(pair)])) for pair in read)
    return Worth(tuple(read), tuple(clashes), tuple(unread))


def _key(pair: Pair) -> tuple[str, str]:
    return pair.a.id, pair.b.id


def statements(pair: Pair) -> tuple[Statement, Statement]:
    """Return what the judge is asked about."""
    # Without the days on which they were said: whether time explains a difference is asked of
    # what clashes (``relate``), so that an update is labelled and not dropped.
    return (
        Statement(pair.a.statement, pair.a.event_time),
        Statement(pair.b.statement, pair.b.event_time),
    )

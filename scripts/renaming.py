"""A corpus under other names and figures: what a detector finds must not hang on them.

People, places and bodies get invented names, the same over all articles and expectations; a
given name becomes another of its gender, a common word ("Bridge", "Ministry") stays. Plain counts
over twelve grow by a sixth, in order; dates, times, years, decimals and figures that are also
spelt out stay, and so do real countries, whose peoples and capitals are general knowledge.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimtrack.check import Corpus
from claimtrack.text import given_names
from claimtrack.text.given_names import gender_of_given_name, is_given_name
from claimtrack.text.names import nation_of
from claimtrack.text.parse import SpacyParser

ROOT = Path(__file__).resolve().parent.parent
LABELS = frozenset({"PERSON", "GPE", "ORG", "LOC", "FAC", "NORP"})
ENDINGS = ("ians", "ian", "ans", "an", "ns", "n", "ish", "ese", "s")
"""What makes a people of a place: "Dovra" and "Dovrans" stay kin."""
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday mr mrs ms dr st".split()
)
NOT_COUNTS = re.compile(
    r"\d+[.:]\d+|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}(?= (?:a\.m|p\.m|o'clock))"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?= (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(?<=(?:uary|arch|pril|June|July|gust|mber|ober) )\d{1,2}\b|\b(?:\d+[A-Z]|[A-Z]\d+)\b"
)
COUNT = re.compile(
    r"(?<![\w.,:-])\d{1,3}(?:,\d{3})+(?![\w.:-]*\w)|(?<![\w.,:-])\d+(?![\w:-]|[.,]\d)"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
UNITS = "one two three four five six seven eight nine".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SPELT = {13 + n: word for n, word in enumerate(TEENS)} | {
    20 + 10 * t + u: ten if u == 0 else f"{ten}-{UNITS[u - 1]}"
    for t, ten in enumerate(TENS)
    for u in range(10)
}


def renamed(corpus: Corpus, target: Path, only: Sequence[str] = ()) -> None:
    """Write the corpus to ``target`` under other names; ``only`` some articles, by their stems.

    Lines of the expectations stay where both of their articles do.
    """
    files = [f for f in sorted(corpus.articles.iterdir()) if not only or f.stem in only]
    texts = [file.read_text(encoding="utf-8") for file in files]
    change = Renaming(texts)
    (target / "articles").mkdir(parents=True)
    for file, text in zip(files, texts, strict=True):
        (target / "articles" / file.name).write_text(change(text), encoding="utf-8")
    (target / "expected.jsonl").write_text(
        "".join(
            json.dumps(_line(row, change), ensure_ascii=False) + "\n" for row in rows(corpus, only)
        ),
        encoding="utf-8",
    )


def copied(corpus: Corpus, target: Path, only: Sequence[str]) -> None:
    """Write some articles of the corpus to ``target`` as they are."""
    (target / "articles").mkdir(parents=True)
    for file in sorted(corpus.articles.iterdir()):
        if file.stem in only:
            (target / "articles" / file.name).write_bytes(file.read_bytes())
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows(corpus, only)]
    (target / "expected.jsonl").write_text("".join(lines), encoding="utf-8")


def rows(corpus: Corpus, only: Sequence[str]) -> list[dict[str, object]]:
    """The lines of the expectations whose articles are both among ``only`` (none: all)."""
    found = [
        json.loads(line)
        for line in corpus.expected.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    return [row for row in found if not only or {row["a"]["doc"], row["b"]["doc"]} <= set(only)]


def _line(row: dict[str, object], change: Renaming) -> dict[str, object]:
    sides = {}
    for side in ("a", "b"):
        given = row[side]
        assert isinstance(given, dict)
        sides[side] = {**given, "text": change(given["text"])}
    return {**row, **sides}


class Renaming:
    """One consistent change of names and figures, learned from the texts of a corpus."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        names = _names(texts)
        # A transcript heads what one says with the name in capitals: "VELK: I did not see it".
        self.names = {old.upper(): new.upper() for old, new in names.items()} | names
        self.figures = _figures(texts)
        words = sorted(map(re.escape, self.names), key=len, reverse=True)
        self._word = re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None

    def __call__(self, text: str) -> str:
        """Return ``text`` under the other names and figures; addresses stay."""
        return "\n".join(
            line if line.startswith("url:") else self._line(line) for line in text.split("\n")
        )

    def _line(self, line: str) -> str:
        if self._word is not None:
            line = self._word.sub(lambda m: self.names[m.group()], line)
        kept = [m.span() for m in NOT_COUNTS.finditer(line)]

        def shifted(match: re.Match[str]) -> str:
            inside = any(start < match.end() and match.start() < end for start, end in kept)
            value = int(match.group().replace(",", ""))
            if inside or value not in self.figures:
                return match.group()
            new = self.figures[value]
            return f"{new:,}" if "," in match.group() else str(new)

        return COUNT.sub(shifted, line)


def _figures(texts: Sequence[str]) -> dict[int, int]:
    """Each plain count over twelve that is never spelt out, and what it becomes: in order."""
    spelt = {n for n, word in SPELT.items() if any(word in text.lower() for text in texts)}
    found = {int(m.group().replace(",", "")) for text in texts for m in COUNT.finditer(text)}
    changed: dict[int, int] = {}
    least = 12
    for value in sorted(found):
        if value <= 12:
            continue
        round_to = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
        new = (
            value
            if value in spelt
            else max(least + 1, value + round_to * max(1, value // round_to // 6))
        )
        least = max(least, new)
        changed[value] = new
    return changed


def _names(texts: Sequence[str]) -> dict[str, str]:
    """Each word of a name and what it becomes."""
    prose = [re.sub(r"(?m)^url:.*$|https?://\S+", "", text) for text in texts]
    small = {w for text in prose for w in re.findall(r"(?<![\w’'-])[a-z]+\b", text)}
    counted: Counter[str] = Counter()
    surnames: set[str] = set()
    for doc in SpacyParser().parse([p for text in prose for p in text.split("\n") if p.strip()]):
        for entity in doc.ents:
            if entity.label_ not in LABELS:
                continue
            words = [t.text for t in entity if t.text[:1].isupper() and t.text.isalpha()]
            counted.update(words)
            if entity.label_ == "PERSON" and len(words) == 2:
                surnames.add(words[1])
    common = _common_words()
    chosen = sorted(
        word
        for word in counted
        if len(word) > 2
        and word.lower() not in small | CALENDAR
        and nation_of(word) is None
        and (word in surnames or is_given_name(word) or word.lower() not in common)
    )
    return _invented(chosen)


def _common_words() -> frozenset[str]:
    """Whole words of the language model's vocabulary: "bridge" and no invented name."""
    from tokenizers import Tokenizer

    vocabulary = Tokenizer.from_file(
        str(ROOT / "claimtrack" / "models" / "nli" / "tokenizer.json")
    ).get_vocab()
    return frozenset(word for word in vocabulary if word.isalpha())


def _invented(words: Sequence[str]) -> dict[str, str]:
    rng = random.Random("renaming")
    taken = {word.lower() for word in words}
    changed: dict[str, str] = {}
    for word in sorted(words, key=len):
        root = next((w for w in changed if word.startswith(w) and word[len(w) :] in ENDINGS), None)
        if root is not None:
            new = changed[root] + word[len(root) :]
        elif is_given_name(word) and gender_of_given_name(word):
            new = _given(word, rng, taken)
        else:
            new = _pseudo(rng, taken)
        changed[word] = new.upper() if word.isupper() else new
        taken.add(new.lower())
    return changed


def _given(word: str, rng: random.Random, taken: set[str]) -> str:
    male = gender_of_given_name(word) == gender_of_given_name("john")
    names = given_names._MALE if male else given_names._FEMALE
    free = sorted(n for n in names - given_names._ALSO_WORDS if n not in taken and len(n) > 3)
    return rng.choice(free).capitalize()


def _pseudo(rng: random.Random, taken: set[str]) -> str:
    while True:
        first = rng.choice("B D F G H K L M N P R S T V Br Dr Gr Kr Tr St".split())
        middle = rng.choice("a e i o u".split()) + rng.choice("l r n m nd rk lt st v".split())
        word = first + middle + rng.choice("a e i o".split()) + rng.choice(["", "r", "n", "l", "k"])
        if word.lower() not in taken:
            return word

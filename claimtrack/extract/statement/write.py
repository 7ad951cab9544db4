"""Writes a proposition as a sentence that stands by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.described import is_human
from claimtrack.extract.cast.nouns import Referent
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.cast.subjects import part_of_named
from claimtrack.extract.clauses.propositions import SOURCE, Proposition
from claimtrack.extract.grammar import children, core_np, name_tokens, subtree, text_of
from claimtrack.extract.reference.coreference import POSSESSIVE, Resolver
from claimtrack.extract.reference.counts import Counts
from claimtrack.extract.reference.first_person import ME, WE
from claimtrack.extract.reference.topics import Topics
from claimtrack.extract.statement.negation import negated, noun_denial, strip_determiners
from claimtrack.extract.statement.wording import (
    CONTRACTED,
    addressed,
    ahead_of_its_verb,
    has_done,
    is_business,
    second_that,
    tidy,
    written_out,
)
from claimtrack.extract.voices.holders import Source
from claimtrack.text.inflect import past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = frozenset(
    """
    and but or so yet however meanwhile moreover furthermore also nevertheless nonetheless besides
    additionally still then thus therefore yes well look actually now instead indeed plus too
    separately
    """.split()
)
_INSIDE = frozenset(
    "however meanwhile also too moreover nevertheless therefore furthermore".split()
)
_AGAIN = {
    "m": {"i": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself"},
    "f": {"i": "she", "me": "her", "my": "her", "mine": "hers", "myself": "herself"},
}
_AGAIN_UNTOLD = {"my": "their", "mine": "theirs"}
_AGAIN_BODY = {
    False: {"we": "it", "us": "it", "our": "its", "ours": "its", "ourselves": "itself"},
    True: {
        "we": "they",
        "us": "them",
        "our": "their",
        "ours": "theirs",
        "ourselves": "themselves",
    },
}
_OWNERS = {
    "him": "his",
    "himself": "his",
    "herself": "her",
    "itself": "its",
    "themselves": "their",
    "he": "his",
    "she": "her",
    "it": "its",
    "they": "their",
    "them": "their",
}
_OWN_OBJECTS = frozenset("himself herself itself themselves".split())
_BEHIND_NOUN = re.compile(r"(?<=\w) (?:of|in|on|at|for|from|with|about|to) ")
_PRONOUN_TAGS = ("PRP", "PRP$")


class StatementWriter:
    """Renders propositions of one document."""

    def __init__(
        self, resolver: Resolver, registry: Registry, topics: Topics, counts: Counts
    ) -> None:
        self._counts = counts
        self._resolver = resolver
        self._registry = registry
        self._topics = topics

    def write(
        self, unit: int, found: Proposition, sources: Sequence[Source], direct: bool
    ) -> str | None:
        """Return the statement, or None where nothing is left that states anything."""
        if found.fixed == "noun":
            return self._noun(unit, found, sources)
        swap = dict(found.swap)
        if found.negate and found.root.i in found.tokens:
            swap.update(negated(found.root, found.tokens))
        referents = [source.referent for source in sources]
        indices = [i for i in found.lead if isinstance(i, int)]
        body = sorted(found.tokens)
        drop = self._dropped(found, body)
        self._resolve(unit, found, [*indices, *body], swap, drop, referents, direct)
        self._complete(unit, found, swap)
        swap.update(written_out(found, swap))
        words: list[str] = []
        for item in [*found.lead, " ", *body]:
            if isinstance(item, str):
                words.append(f" {sources[-1].referent.text if item == SOURCE else item} ")
                continue
            if item in drop:
                words.append(" ")
                continue
            token = found.doc[item]
            if item in swap:
                joined = swap[item][:1] == [item] and item and not token.nbor(-1).whitespace_
                words.append("" if joined and item - 1 in found.tokens else " ")
                words.append(self._pieces(found, swap[item], swap, item) + " ")
                continue
            words.append(token.text_with_ws)
            if item + 1 not in found.tokens and item not in indices:
                words.append(" ")
            elif item in indices:
                words.append(" " if token.whitespace_ or item + 1 not in indices else "")
        return tidy("".join(words))

    @staticmethod
    def _pieces(
        found: Proposition,
        pieces: Sequence[int | str],
        swap: Mapping[int, Sequence[int | str]],
        place: int,
    ) -> str:
        """Write what stands at ``place``; an antecedent among it is written out in its turn."""
        words: list[str] = []
        for here, piece in enumerate(pieces):
            if isinstance(piece, str):
                words.append(f" {piece} ")
                continue
            follows = here + 1 < len(pieces) and pieces[here + 1] == piece + 1
            own = swap.get(piece, ()) if piece != place else ()
            if own and all(isinstance(part, str) for part in own):
                words += [f" {part} " for part in own]
                continue
            words.append(found.doc[piece].text)
            words.append(found.doc[piece].whitespace_ if follows else " ")
        return "".join(words).strip()

    @staticmethod
    def _dropped(found: Proposition, body: list[int]) -> set[int]:
        """Return the discourse words at the start, and "however" between commas."""
        doc = found.doc
        drop: set[int] = set()
        if found.voice.verbs and [doc[i].lower_ for i in body[:2]] == ["only", "that"]:
            drop, body = set(body[:2]), body[2:]  # "said only that P"
        for index in body:
            token = doc[index]
            adverb = token.dep_ in ("advmod", "prep", "mark", "dep", "nsubj") and (
                token.dep_ != "advmod" or token.head == found.root
            )
            opening = (token.lower_ in _LEADING and token.dep_ in ("cc", "intj")) or (
                token.lower_ in _LEADING - {"now", "then", "still"} and adverb
            )
            linking = token.lower_ == "that" and (
                token.dep_ == "mark"
                or (bool(found.voice.verbs) and second_that(token))
                or (bool(found.voice.verbs) and token.tag_ in ("IN", "WDT") and index == body[0])
            )
            if token.is_punct or opening or linking:
                if token.text in "([{$£€#" and not opening:
                    break
                drop.add(index)
                continue
            break
        for index in body:
            token = doc[index]
            if token.lower_ in _INSIDE and token.dep_ == "advmod" and token.head == found.root:
                drop.add(index)
                if (
                    index - 1 in found.tokens
                    and index + 1 in found.tokens
                    and (doc[index - 1].text == doc[index + 1].text == ",")
                ):
                    drop |= {index - 1, index + 1}
        return drop

    # -- antecedents ------------------------------------------------------------------------

    def _resolve(
        self,
        unit: int,
        found: Proposition,
        order: list[int],
        swap: dict[int, list[int | str]],
        drop: set[int],
        sources: list[Referent],
        direct: bool,
    ) -> None:
        present: set[str] = {sources[-1].text} if SOURCE in found.lead and sources else set()
        shown: list[int] = []
        for index in order:
            shown += [p for p in swap.get(index, [index]) if isinstance(p, int)]
        for index in shown:
            if index in drop:
                continue
            token = found.doc[index]
            if token.lower_ == "our" and self._is_ours_by_name(unit, token):
                drop.add(index)  # "our Anna Berg" of a proud paper
                continue
            if token.tag_ in _PRONOUN_TAGS:
                before = [found.doc[i] for i in shown[: shown.index(index)]]
                self._pronoun(unit, token, swap, sources, direct, present, before, found.lead)
                if token.i in swap and token.lower_ == "our":
                    drop |= addressed(token)
            elif token.pos_ == "PROPN" or (unit, token.i) in self._registry.misread:
                self._name(unit, token, swap, drop, present, set(shown))
            elif token.pos_ == "NOUN":
                self._phrase(unit, token, swap, drop, present, set(shown), found)

    def _is_ours_by_name(self, unit: int, our: Token) -> bool:
        """Whether "our" stands before nothing but a person's name."""
        actor = self._registry.actor_at((unit, our.head.i))
        named = our.head.pos_ == "PROPN" and actor is not None and actor.kind == "person"
        return our.dep_ == "poss" and named and our.nbor().pos_ == "PROPN"

    def _pronoun(
        self,
        unit: int,
        token: Token,
        swap: dict[int, list[int | str]],
        sources: list[Referent],
        direct: bool,
        present: set[str],
        before: list[Token],
        lead: Sequence[int | str],
    ) -> None:
        if SOURCE in lead and token.tag_ == "PRP$":
            return
        client = self._resolver.client(token, sources, direct)
        if client is not None and token.i not in swap and token.head.i not in swap:
            # "My client never met them" is said of Lind, whose lawyer says it.
            swap[token.i], swap[token.head.i] = [client.text], []
            present.add(client.text)
            return
        if token.i in swap or self._has_owner(unit, token, before) or part_of_named(token, before):
            return
        if token.lower_ in _OWN_OBJECTS or (token.i and token.nbor(-1).text in ("-", "–")):
            return  # "had locked himself in" has its subject; "the Fix-It" is a name
        referent = self._resolver.pronoun(unit, token, sources, direct)
        if referent is None:
            return
        if token.lower_ in WE and (referent.text in present or token.lower_ == "ourselves"):
            if referent.text in present:
                # Once is enough: "We pay what we owe" → "Velden Power pays what it owes".
                swap[token.i] = [_AGAIN_BODY[referent.plural][token.lower_]]
                self._agree(token, swap, referent)
            return
        if referent.text in present and token.lower_ not in ME:
            return
        text = referent.text
        if token.lower_ == "myself" and not (referent.actor and referent.actor.gender):
            swap[token.i] = ["themself"]
            return
        if text in present and token.lower_ in ("my", "mine"):
            # "I was in my office" of one whose gender nobody tells is not "Berg's" twice.
            gender = referent.actor.gender if referent.actor is not None else None
            own = _AGAIN[gender] if gender else _AGAIN_UNTOLD
            swap[token.i] = [own[token.lower_]]
            return
        if text in present and referent.actor is not None and referent.actor.gender:
            # A name once is enough: "I gave all I had" → "Anna Berg gave all she had".
            forms = _AGAIN[referent.actor.gender]
            text = forms.get(token.lower_, text)
            swap[token.i] = [text]
            if token.lower_ == "i":
                self._agree(token, swap, referent)
            return
        present.add(text)
        owns = token.lower_ in POSSESSIVE and token.dep_ == "poss"
        if token.tag_ == "PRP$" or owns or token.lower_ in ("ours", "mine"):
            person = referent.actor is not None and referent.actor.kind == "person"
            owned = token.head
            if referent.actor is None and _BEHIND_NOUN.search(text) and owned.i not in swap:
                # Not "the study on blood pressure's result".
                swap[token.i], swap[owned.i] = ["the"], [owned.i, f"of {text}"]
                return
            text += "'" if text.endswith("s") and not person else "'s"
        swap[token.i] = [text]
        if token.lower_ in ("i", "we", "they") or token.dep_ in ("nsubj", "nsubjpass"):
            self._agree(token, swap, referent)

    def _has_owner(self, unit: int, token: Token, before: Sequence[Token]) -> bool:
        """Whether a possessive can belong to a noun that the statement has already named."""
        word = _OWNERS.get(token.lower_, token.lower_)
        if word not in ("his", "her", "its", "their"):
            return False
        aside = ahead_of_its_verb(token)
        for noun in before:
            if noun.pos_ == "PRON" and _OWNERS.get(noun.lower_, noun.lower_) == word:
                return True
            if noun.i in aside:
                continue
            barred = token.tag_ == "PRP" and token.dep_ == "dobj" and noun.head == token.head
            if barred and noun.pos_ == "NOUN" and noun.dep_ in ("nsubj", "nsubjpass"):
                continue  # "A judge released him": another than the judge
            if word in ("his", "her") and noun.lower_ == "old" and noun.dep_.startswith("nsubj"):
                return True  # "The 23-year-old finished his third season"
            one = noun.lower_ == "one" and noun.dep_.startswith("nsubj")
            if word in ("his", "her") and one and not noun.is_ancestor(token):
                return True  # "One of them left his shoes behind"
            if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "npadvmod"):
                continue
            person = noun.ent_type_ == "PERSON" or is_human(noun)
            if word in ("his", "her"):
                actor = self._registry.actor_at((unit, noun.i))
                place = actor is not None and actor.label in ("GPE", "LOC", "NORP")
                named = noun.pos_ == "PROPN" and noun.dep_ in ("nsubj", "nsubjpass")
                if person or (named and not (place and token.dep_ == "dobj")):
                    return True
            elif word == "its":
                lone = noun.pos_ == "PROPN" and noun.nbor(-1).pos_ != "PROPN" if noun.i else False
                if (not person or lone) and noun.dep_ in (
                    "nsubj",
                    "nsubjpass",
                    "pobj",
                    "dobj",
                    "conj",
                ):
                    return True
            elif noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("police", "people"):
                return True
        return False

    @staticmethod
    def _agree(token: Token, swap: dict[int, list[int | str]], referent: Referent) -> None:
        """Make the verb agree with a name put in place of "I", and write contractions out."""
        verb = token.head
        helpers = [*children(verb, "aux", "auxpass"), verb]
        first = min((h for h in helpers if h.i > token.i), key=lambda h: h.i, default=None)
        if first is None or first.i in swap:
            return
        word = first.lower_
        singular = not referent.plural
        if word in CONTRACTED:
            full = CONTRACTED[word]
            if word == "'d" and verb.tag_ == "VBN":
                full = "had"
            if word == "'ve" and not singular:
                full = "have"
            if word == "'re" and singular:
                full = "is"
            swap[first.i] = [full]
        elif word == "'s":
            swap[first.i] = ["has" if has_done(verb, first) else "is"]
        elif token.lower_ in ("i", "we") and singular:
            for other in children(verb, "conj"):
                # "We do our duty and act": the other verb has the same subject.
                own = children(other, "aux", "nsubj", "nsubjpass")
                if other.tag_ in ("VBP", "VB") and not own and first is verb:
                    swap.setdefault(other.i, [third_person(other.lemma_.lower())])
            if word == "shall":
                swap[first.i] = ["will"]
            elif word in ("am", "are"):
                swap[first.i] = ["is"]
            elif word == "were":
                swap[first.i] = ["was"]
            elif first.tag_ == "VBP" and past(first.lemma_.lower()) != first.lower_:
                swap[first.i] = [third_person(first.lemma_.lower())]
        elif token.lower_ == "they" and singular and word in ("are", "were", "have"):
            swap[first.i] = [{"are": "is", "were": "was", "have": "has"}[word]]

    def _name(
        self,
        unit: int,
        token: Token,
        swap: dict[int, list[int | str]],
        drop: set[int],
        present: set[str],
        shown: set[int],
    ) -> None:
        """Write a surname out at its first mention, where it can be one person only."""
        actor = self._registry.actor_at((unit, token.i))
        if actor is None:
            return
        run = list(name_tokens(token))
        text = " ".join(w.text for w in run)
        already = actor.name in present
        present.add(actor.name)
        if actor.kind != "person" or already or token.i in swap or is_business(token):
            return
        if " " in actor.name and token.text != actor.name and len(run) == 1 and run[0] == token:
            if token.nbor(-1).pos_ == "PROPN" if token.i else False:
                return
            if text in actor.name.split() and not text.endswith("."):
                swap[token.i] = [actor.name]

    def _phrase(
        self,
        unit: int,
        token: Token,
        swap: dict[int, list[int | str]],
        drop: set[int],
        present: set[str],
        shown: set[int],
        found: Proposition,
    ) -> None:
        referent = self._resolver.phrase(unit, token)
        if referent is None:
            return
        own = {i for i in subtree(token) if i <= token.i}
        if not own <= shown or own & set(swap) or referent.text in present:
            return
        if referent.actor is not None and referent.actor.name in present:
            return
        spread = text_of(token, found.tokens)
        if referent.text.lower() in spread.lower():
            return
        present.add(referent.text)
        if referent.actor is not None:
            present.add(referent.actor.name)
        ordered = sorted(own)
        possessive = list(children(token, "case"))
        for index in ordered[:-1]:
            drop.add(index)
        swap[token.i] = [referent.text]
        if possessive and possessive[0].i in shown:
            swap[token.i] = [referent.text + "'s"]
            drop.add(possessive[0].i)

    def _complete(self, unit: int, found: Proposition, swap: dict[int, list[int | str]]) -> None:
        """Say of what the damage, in what the deaths, how many of what, where it is left out."""
        for index in sorted(found.tokens):
            token = found.doc[index]
            counted = self._counts.counted(unit, token)
            whole = self._counts.whole(unit, token) if index not in swap else None
            if counted and index not in swap:
                swap[index] = [index, counted]
            elif whole:
                swap[index] = [whole]
            if token.pos_ != "NOUN" or index in swap:
                continue
            missing = self._topics.missing(unit, token, found.tokens)
            if missing:
                swap[index] = [index, missing]
                return

    # -- nouns denied -----------------------------------------------------------------------

    def _noun(self, unit: int, found: Proposition, sources: Sequence[Source]) -> str | None:
        if not sources:
            return None
        root = found.root
        indices = sorted(core_np(root) | (subtree(root) & found.tokens))
        drop: set[int] = set()
        swap: dict[int, list[int | str]] = {}
        self._resolve(unit, found, indices, swap, drop, [s.referent for s in sources], False)
        words = [self._pieces(found, swap.get(i, [i]), {}, i) for i in indices if i not in drop]
        text = strip_determiners(words)
        plural = root.tag_ in ("NNS", "NNPS") and False
        name = sources[-1].referent.text
        name = "the" + name[3:] if name.startswith("The ") else name
        filled = noun_denial(root.lemma_.lower(), text, name, plural or sources[-1].referent.plural)
        return tidy(filled) if filled else None

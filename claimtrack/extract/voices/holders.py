"""Who a source phrase names: one holder, under one name in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor
from claimtrack.extract.cast.nouns import Referent, named
from claimtrack.extract.cast.phrases import DOCUMENT_NOUNS, Description, describe
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.grammar import children, text_of
from claimtrack.extract.reference.coreference import Resolver
from claimtrack.model import Holder, HolderKind
from claimtrack.text.names import COMPANY_WORDS, HEADING_ROLES, ORG_ROLES, PERSON_ROLES, nation_of
from claimtrack.text.people import is_human_noun
from claimtrack.text.reporting import SAID_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_EITHER = frozenset(
    "owner organiser organizer author sponsor landlord employer seller buyer bidder contractor "
    "host partner creditor plaintiff claimant defendant founder backer".split()
)
"""Roles that a body may have as well as a person."""

_PUBLIC = frozenset("city town county region state village district country province".split())
_RECORDS = frozenset(
    "memorandum log ledger register circular dossier brochure leaflet manifesto petition ruling "
    "verdict judgment census diary timetable slip script letter".split()
)
"""What can say something as well as a body can."""
_FIGURES = frozenset("estimate figure number count tally forecast data statistic".split())
"""What a body gives out: "the first estimate of Statistics Norland"."""
_ISSUED = frozenset("publish release issue compile collect provide produce prepare".split())
_INDEFINITE = ("a ", "an ", "the ", "some ", "this ", "his ", "her ", "its ", "their ")


@dataclass(frozen=True, slots=True)
class Source:
    """A holder, and the referent that pronouns inside its words can take up."""

    holder: Holder
    referent: Referent


_NOBODY = Source(Holder("unnamed speaker", HolderKind.ANONYMOUS), Referent(""))


class HolderFinder:
    """Resolves source phrases of one document to holders."""

    def __init__(self, registry: Registry, resolver: Resolver, outlet: str) -> None:
        """``outlet`` is whose "we" it is outside quotations."""
        self._outlet = Source(Holder(outlet, HolderKind.OUTLET), Referent(""))
        self._registry = registry
        self._resolver = resolver

    def source(
        self, unit: int, token: Token, outer: Sequence[Source], direct: bool, last: Source | None
    ) -> Source:
        """Return the source that the phrase headed by ``token`` names.

        ``outer`` are the sources around it, ``last`` the one that spoke before, for a pronoun
        whose antecedent is named nowhere near.
        """
        if token.pos_ == "PRON":
            return self._pronoun(unit, token, outer, direct, last)
        token = self._behind_document(token)
        both = self._two_roles(unit, token)
        if both is not None:
            return self._actor(both)
        actor = self._registry.actor_at((unit, token.i))
        if actor is None and token.text[0].isupper():
            actor = self._registry.find(token.text) or self._registry.person(
                token.text, (unit, token.i)
            )
        if actor is not None and _speaks_for_body(actor):
            self._owner(unit, token, actor)
        owned = any(c.tag_ == "PRP$" for c in children(token, "poss"))
        if actor is not None and not (
            actor.kind == "org"
            and not actor.proper
            and (owned or describe(token).shape == "anonymous")
        ):
            return self._actor(actor)
        found = describe(token)
        again = last is not None and found.head in last.holder.name.lower().split()
        if last is not None and again and "same" in found.modifiers:
            return last  # "the same official"
        apposed = self._named_apposition(unit, token)
        if apposed is not None:
            if found.spokes and found.institution and apposed.institution is None:
                # "A spokeswoman for Oberon, Hilde Marr": the parser gives the name to the body.
                apposed.spokes, apposed.institution = True, found.institution
            if _speaks_for_body(apposed):
                self._owner(unit, token, apposed)
            return self._actor(apposed)
        return self._described(unit, token, found)

    def _two_roles(self, unit: int, token: Token) -> Actor | None:
        """Return Berg for "Oslo Rail President and Manager Anna Berg": one person of two roles."""
        if token.lemma_.lower() not in PERSON_ROLES:
            return None
        for other in children(token, "conj"):
            actor = self._registry.actor_at((unit, other.i))
            apart = any(d.i > token.i for d in children(other, "det", "poss"))
            if actor is None or actor.kind != "person" or apart or not actor.roles:
                continue
            body = children(token, "compound")
            if actor.institution is None and body and body[-1].ent_type_ == "ORG":
                actor.institution = text_of(token, [w.i for w in body])
                actor.roles.add(token.lemma_.lower())
            return actor
        return None

    def _owner(self, unit: int, token: Token, actor: Actor) -> None:
        """Learn from "Its spokesman, Jan Aske," whom he speaks for."""
        near = [token, token.head, *children(token, "appos")]
        for child in (c for word in near for c in children(word, "poss")):
            owner = self._taken_up(unit, child) if child.tag_ == "PRP$" else None
            body = owner.actor if owner is not None else None
            if body is not None and body is not actor and (actor.spokes or body.kind == "org"):
                actor.institution = body.name

    def _pronoun(
        self, unit: int, token: Token, outer: Sequence[Source], direct: bool, last: Source | None
    ) -> Source:
        if token.lower_ == "who" and token.head.dep_ == "relcl":
            return self.source(unit, token.head.head, outer, direct, last)
        if token.lower_ in ("i", "we"):
            # "We think that P" in somebody's words is what he says, of whatever body he heads.
            speaker = outer[-1] if outer else _NOBODY
            return speaker if direct else self._outlet
        found = self._resolver.pronoun(unit, token, [s.referent for s in outer], direct)
        if found is None and token.lower_ == "it":
            found = self._own(unit, token)
        if found is not None and found.actor is not None:
            return self._actor(found.actor)
        known = last is not None and _agrees(token, last)
        if found is not None and (token.lower_ != "it" or _may_say(found) or not known):
            return self._plain(found.text, found.plural) if _may_say(found) else _NOBODY
        if last is not None and known:
            return last
        return _NOBODY  # whoever it is, no holder is called "it"

    def _own(self, unit: int, token: Token) -> Referent | None:
        """Take who "its" is for "it" in "Its divers found the wreck, it said"."""
        for word in token.doc[: token.i]:
            if word.lower_ == "its":
                return self._resolver.pronoun(unit, word, [], False)
        return None

    @staticmethod
    def _behind_document(token: Token) -> Token:
        """Take the ministry for "a statement from the ministry" and "the ministry's report"."""
        if not {token.lemma_.lower(), token.lower_} & DOCUMENT_NOUNS:
            return token
        # "The U.S. Geological Survey" is one name, and no survey of the U.S.
        inside = token.pos_ == "PROPN" and token.ent_type_ == "ORG"
        for child in children(token, "poss", "compound"):
            body = child.dep_ == "poss" or (child.ent_type_ == "ORG" and not inside)
            if child.tag_ != "PRP$" and body:
                return child
        for prep in children(token, "prep"):
            for thing in children(prep, "pobj"):
                of = prep.lower_ == "of" and token.lemma_.lower() in _FIGURES
                if prep.lower_ in ("by", "from") or (of and thing.pos_ == "PROPN"):
                    return thing
        for made in children(token, "acl"):
            # "a table published by the bank"
            issued = made.tag_ == "VBN" and made.lemma_.lower() in _ISSUED
            for agent in children(made, "agent") if issued else ():
                for thing in children(agent, "pobj"):
                    return thing
        return token

    def _named_apposition(self, unit: int, token: Token) -> Actor | None:
        # "The operator, Norra Roads, said": a body beside what it is.
        may_be_body = describe(token).shape == "org" or token.lemma_.lower() in _EITHER
        near = children(token, "appos")
        for prep in children(token, "prep"):
            # "A spokesman for Norvik Rail, Jan Aske, said": the parser gives the name to the body.
            near += [a for body in children(prep, "pobj") for a in children(body, "appos")]
        for child in near:
            actor = self._registry.actor_at((unit, child.i))
            if actor is not None and (actor.kind == "person" or (may_be_body and actor.proper)):
                return actor
        return None

    def _actor(self, actor: Actor) -> Source:
        if actor.kind == "person":
            behalf = self._institution(actor.behalf, _behind(actor.first))
            holder = Holder(actor.name, HolderKind.PERSON, behalf)
            return Source(holder, Referent(actor.name, actor))
        name = actor.name
        return Source(
            Holder(name, HolderKind.ORGANISATION), Referent(named(actor), actor, actor.plural)
        )

    def _described(self, unit: int, token: Token, found: Description) -> Source:
        place = (unit, token.i)
        single = found.role and found.definite and not found.plural
        if single and (found.shape == "role" or found.nation):
            person = self._registry.by_role(found, place)
            if person is not None:
                return self._actor(person)
        definite = found.definite or found.text.lower() == found.head
        # "The office of the mayor" tells itself which office it is.
        definite = definite and not any(p.lower_ == "of" for p in children(token, "prep"))
        if found.head in ORG_ROLES and found.shape == "org" and definite:
            org = self._registry.by_org_role(found, place, loose=True)
            if org is not None:
                return self._actor(org)
        taken_up = self._owned(unit, token, found)
        owner = taken_up.actor if taken_up is not None else None
        name = _bare(found.text)
        if taken_up is not None:
            # "his office": "Anton Veres's office".
            name = f"{_bare(taken_up.text)}'s {found.text.split(' ', 1)[-1]}"
        if found.shape == "person" and found.name and not found.definite:
            person = Actor(found.name, "person", place)
            return Source(Holder(found.name, HolderKind.PERSON), Referent(found.name, person))
        if found.shape in ("anonymous", "role", "person"):
            past = "former" in found.modifiers
            behalf = None if past else self._institution(found.institution, place)
            if behalf is None and owner is not None and owner.kind == "org" and not past:
                behalf = owner.name
            if behalf is None and found.spokes:
                behalf = self._registry.body_spoken_of(token, unit)
            ours = behalf if found.spokes or found.role in HEADING_ROLES else None
            return Source(
                Holder(name, HolderKind.ANONYMOUS, behalf),
                Referent(found.text, None, found.plural, ours),
            )
        kind = HolderKind.ORGANISATION
        plural = found.plural or found.head == "police"
        actor = Actor(name, "org", place, plural=plural, head=found.head, proper=False)
        if found.shape == "thing" and token.pos_ != "PROPN":
            kind = HolderKind.ANONYMOUS
        return Source(
            Holder(name, kind),
            Referent(found.text, actor if kind is HolderKind.ORGANISATION else None, plural),
        )

    def _owned(self, unit: int, token: Token, found: Description) -> Referent | None:
        """Return whom "its" or "his" before the phrase takes up, or None."""
        if found.shape in ("org", "role", "thing", "anonymous"):
            for child in children(token, "poss"):
                if child.tag_ == "PRP$":
                    return self._taken_up(unit, child)
        return None

    def _taken_up(self, unit: int, pronoun: Token) -> Referent | None:
        """Return whom "its" takes up: in "its spokesman told Channel Ost" not the channel."""
        found = self._resolver.pronoun(unit, pronoun, [], False)
        told = [
            self._registry.actor_at((unit, thing.i))
            for verb in pronoun.head.ancestors
            if verb.lemma_.lower() == "tell"
            for thing in children(verb, "dobj", "dative")
        ]
        addressed = found is not None and found.actor is not None and found.actor in told
        return None if addressed else found

    def _plain(self, text: str, plural: bool) -> Source:
        name = _bare(text)
        return Source(Holder(name, HolderKind.ANONYMOUS), Referent(text, None, plural))

    def _institution(self, text: str | None, place: tuple[int, int] | None = None) -> str | None:
        if not text:
            return None
        name = _bare(text)
        name = name.removesuffix("'s").removesuffix("’s").strip()
        if not name or nation_of(name):
            return None
        actor = self._registry.find(name) or self._registry.person(name)
        if actor is not None:
            return actor.name
        last = name.split()[-1].lower()
        if last in ORG_ROLES and " " not in name:
            before = place or (1_000_000, 0)
            found = Description(text, last, "org", definite=True)
            org = self._registry.by_org_role(found, before)
            if org is None:
                org = self._registry.by_org_role(found, (1_000_000, 0))
            if org is not None and (last in COMPANY_WORDS or org.head == last):
                return org.name
        return name


def _behind(place: tuple[int, int]) -> tuple[int, int]:
    """Return the place right behind the phrase that names somebody first."""
    return place[0], place[1] + 1


def _speaks_for_body(actor: Actor) -> bool:
    """Whether somebody's "we" is a body that is still to be found."""
    return actor.institution is None and (actor.spokes or bool(actor.roles & HEADING_ROLES))


def _bare(text: str) -> str:
    lowered = text.lower()
    for article in _INDEFINITE:
        if lowered.startswith(article) and len(text) > len(article):
            return text[len(article) :]
    return text


def _may_say(found: Referent) -> bool:
    """Whether what a pronoun stands for can say something: no "roof of Chamber 14" does."""
    head = re.split(r" (?:of|for|in|on|at|from|by|with|to) ", found.text)[0].split()
    if not head or found.plural:
        return bool(head)
    word = head[-1].lower()
    return (
        word in DOCUMENT_NOUNS | ORG_ROLES | PERSON_ROLES | SAID_NOUNS | _PUBLIC | _RECORDS
        or head[-1][0].isupper()
        or is_human_noun(word)
    )


def _agrees(token: Token, last: Source) -> bool:
    word = token.lower_
    kind = last.holder.kind
    if word in ("he", "she"):
        gender = last.referent.actor.gender if last.referent.actor is not None else None
        return (
            kind in (HolderKind.PERSON, HolderKind.ANONYMOUS)
            and not last.referent.plural
            and (gender in (None, "m" if word == "he" else "f"))
        )
    if word == "it":
        return kind is HolderKind.ORGANISATION
    return word == "they" and (last.referent.plural or kind is HolderKind.ORGANISATION)

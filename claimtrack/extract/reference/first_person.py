"""Who "we", "us" and "our" are: the body of whoever says it, or the outlet in its own voice.

A body's head and its spokespeople say "we" of the body; a witness, a resident or a minister may
mean anybody. A doubtful "we" is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.extract.cast.actors import Actor, org_role_fit
from claimtrack.extract.cast.institutions import as_text, is_institution, many, place_of, says_we
from claimtrack.extract.cast.nouns import Referent, named
from claimtrack.extract.cast.phrases import Description
from claimtrack.extract.cast.registry import Registry
from claimtrack.extract.grammar import children, clause_verb, name_tokens
from claimtrack.extract.page.units import Unit
from claimtrack.text.names import (
    COMPANY_SUFFIXES,
    HEADING_ROLES,
    ORG_ROLES,
    PERSON_ROLES,
    nation_of,
)
from claimtrack.text.reporting import ASSERT_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ME = frozenset("i me my mine myself".split())
WE = frozenset("we us our ours ourselves".split())

_EVERYBODY = frozenset(
    """
    nation country world planet earth society humanity species times time age era life lives history
    child children grandchild grandchildren ancestor future democracy economy environment people
    community city town state county region valley street neighbourhood neighborhood village god
    government president governor mayor minister king parent father mother family brother sister
    friend neighbour neighbor land soil sea ocean forest climate culture language freedom home
    """.split()
)
"""What is "ours" of more than the body that somebody heads: "our nation", "our children"."""

_COUNTRYS = frozenset(
    "economy country exports imports export import currency parliament border borders waters "
    "tariff tariffs army navy taxes airspace coast fishermen farmers industry".split()
)
"""What is a country's own in the mouth of who governs it."""
_OF_RULER = re.compile(
    r"(?:The )?(?:Office|Cabinet|Chancellery|Presidency|Government)(?: of the)?"
    r"(?: (?:President|Prime Minister|Premier|Chancellor))? of (?P<land>(?:the )?[A-Z][\w ]+)$"
)
"""The outlet that is a head of state's own office, whose "we" is the country."""
_KIN = frozenset(
    "wife husband family brother sister son daughter friend friends parents partner kids".split()
)
_RANKS = frozenset("detective constable superintendent sergeant inspector".split())
_SOLDIERS = frozenset("general colonel commander admiral brigadier major marshal".split())
_RULERS = frozenset("minister mayor governor premier chancellor king queen".split())
_LAWYERS = frozenset("lawyer attorney publicist rep prosecutor solicitor".split())
FORCES = frozenset(
    "army troops troop soldier soldiers force forces navy gunner artillery gun military fighter "
    "battery plane unit drone border territory".split()
)
"""What a ministry or a general staff calls its own and is the country's."""

_PUBLIC = frozenset("police coastguard army navy".split())
"""Bodies of which a story has one, so that their bare word names them."""
_EDITORIAL = frozenset(
    "ask reach contact speak talk write report publish print see hear read visit call ring phone "
    "find obtain interview approach reveal correct".split()
)
"""What a newsroom says that it has done: "a letter that we have seen"."""
_TOLD = frozenset("tell ask ring call phone show send email give write".split())
_NEWSROOM = frozenset(
    "reporter correspondent man woman reader photographer question request newsroom website "
    "calculation poll survey source readers team columnist critic".split()
)


class FirstPerson:
    """Resolves the first person plural in one document."""

    def __init__(
        self,
        docs: Sequence[Doc],
        units: Sequence[Unit],
        registry: Registry,
        outlet: str | None = None,
    ) -> None:
        """``outlet`` is whose "we" it is outside quotations; None where nobody knows it."""
        self._docs = docs
        self._units = units
        self._registry = registry
        ruling = _OF_RULER.match(outlet) if outlet else None
        self._outlet_country = ruling["land"] if ruling else None
        self._outlet = self._publisher(self._outlet_country or outlet) if outlet else None
        self._own_page = outlet is not None and self._is_own_page(outlet)
        self._labelled = 4 * sum(unit.label is not None for unit in units) > len(units)

    def spoken(self, unit: int, token: Token, speaker: Referent | None) -> Referent | None:
        """Return whom "I" or "we" is in the words of ``speaker``, or None where that is open."""
        word = token.lower_
        if speaker is None or not speaker.text:
            return None
        actor = speaker.actor
        if word in ME:
            if actor is not None:
                return speaker if actor.kind == "person" else None
            if speaker.plural:
                return None
            return Referent(re.sub(r"^(?:[Aa]n?|[Oo]ne) ", "the ", speaker.text))
        land = self._land(token, actor)
        if land is not None:
            return land
        if _is_anybody(token):
            return None
        if actor is None:
            return self._body(speaker.institution, (unit, token.i)) if speaker.institution else None
        if actor.kind == "org":
            one = any(w.lower_ in ME for w in self._docs[unit])
            return None if one or actor.label == "PERSON" else _of(actor)
        forces = self._forces(token, actor)
        return forces or self._of_person(actor, (unit, token.i))

    def owner(self, token: Token, found: Referent | None) -> Referent | None:
        """Return the country for a ministry where the possessive ``token`` owns its forces."""
        ours = token.dep_ == "poss" and token.head.lemma_.lower() in FORCES
        if not ours or found is None or found.actor is None:
            return found
        country = self.country_of(found.actor)
        return Referent(country) if country else found

    def own_voice(self, unit: int, token: Token) -> Referent | None:
        """Return the outlet for "we" outside quotations, or None.

        On a body's own page every "we" is the body; a newsroom's only where it tells what the
        newsroom did, for a columnist's "we" is everybody.
        """
        found = self._outlet
        if found is None or self._labelled or _is_anybody(token):
            return None
        if re.search(r"[\"“”«»]|(?<!\w)['‘]", self._units[unit].text):
            return None  # half a quotation
        if self._own_page or _is_newsroom(token):
            return found
        return None

    def country_of(self, actor: Actor) -> str | None:
        """Return the country whose ministry or general staff the actor is, or None."""
        place = place_of(actor.name)
        if place is None:
            return None
        if nation_of(place):
            return nation_of(place)
        if actor.name.startswith(f"{place}'s ") and actor.head in ("ministry", "staff"):
            return place  # only a country has those
        known = self._registry.find(place)
        placed = self._registry.is_place(place)
        return place if placed or (known is not None and known.label == "GPE") else None

    # -- whose head somebody is -----------------------------------------------------------------

    def _of_person(self, actor: Actor, place: tuple[int, int]) -> Referent | None:
        if actor.institution:
            words = set(actor.institution.lower().split())
            if actor.roles & _LAWYERS or (actor.roles & _RULERS and not words & ORG_ROLES):
                return None  # the client's, or the country's
            return self._body(actor.institution, place)
        if actor.roles & _RANKS and self._knows_police():
            return Referent("the police", None, True)
        if self._own_page and actor.roles & HEADING_ROLES and not actor.nations:
            return self._outlet  # the director whom a firm's own page names without the firm
        return None

    def _body(self, text: str, place: tuple[int, int]) -> Referent | None:
        name = re.sub(r"^[Tt]he ", "", text)
        known = self._registry.body(name) or self._registry.find(name)
        words = text.split()
        bare = len(words) == 1 or (len(words) == 2 and words[0].lower() == "the")
        if known is None and bare and words[-1].lower() in _PUBLIC:
            return Referent(f"the {words[-1].lower()}", None, words[-1].lower() == "police")
        if known is None and bare and words[-1].lower() in ORG_ROLES:
            known = self._only(words[-1].lower(), place)
            if known is None:
                return Referent(text) if words[0] == "the" else None
        if known is not None and known.kind == "person" and " " in known.name:
            # "The owner of Lind Boats": what is headed is no person, whatever the parser says.
            return None if known.gender or known.roles else Referent(as_text(text))
        if known is not None:
            # A mayor's "we" may be the town, its council or its people.
            place_like = known.label in ("GPE", "LOC", "NORP", "FAC") or known.kind != "org"
            return None if place_like else _of(known)
        if not says_we(text) or self._registry.is_place(text):
            return None
        people = (p.name for p in self._registry.people if p.roles or p.genders)
        if any(name in text for name in people) or PERSON_ROLES & {w.lower() for w in words}:
            return None
        return Referent(as_text(text), None, many(text, text.lower().startswith("the ")))

    def _only(self, head: str, place: tuple[int, int]) -> Actor | None:
        """Return the only body before ``place`` that "the firm" or "the club" can stand for."""
        found = Description(f"the {head}", head, "org", definite=True)
        fits = {
            id(mention.actor): mention.actor
            for mention in self._registry.mentions
            if mention.place < place
            and mention.actor.kind == "org"
            and org_role_fit(found, mention.actor)
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _land(self, token: Token, actor: Actor | None) -> Referent | None:
        """Take "our economy" of a president or minister for that of the country."""
        ours = token.lower_ == "our" and token.head.lemma_.lower() in _COUNTRYS
        if not ours or actor is None or not actor.roles & (_RULERS | {"president"}):
            return None
        body = re.sub(r"^[Tt]he ", "", actor.institution or "")
        if body and body[0].isupper():
            return Referent(body)
        owner = self._outlet_country
        return Referent(owner) if owner else None

    def _forces(self, token: Token, actor: Actor) -> Referent | None:
        """Take "our troops" of a general as the country's whose general staff speaks here."""
        ours = token.lower_ == "our" and token.head.lemma_.lower() in FORCES
        if not ours or not actor.roles & _SOLDIERS or actor.institution:
            return None
        speaking = {
            country
            for mention in self._registry.mentions
            for verb in [self._docs[mention.place[0]][mention.place[1]].head]
            if mention.subject and verb.lemma_.lower() in SPEECH_VERBS | ASSERT_VERBS
            for country in [self.country_of(mention.actor)]
            if country
        }
        return Referent(next(iter(speaking))) if len(speaking) == 1 else None

    def _knows_police(self) -> bool:
        words = {word.lower_ for doc in self._docs for word in doc}
        return "police" in words and not words & {"army", "troops", "soldiers", "navy"}

    # -- the outlet -----------------------------------------------------------------------------

    def _publisher(self, outlet: str) -> Referent:
        if "." in outlet:
            owner = self._site_of(outlet)
            return Referent(outlet) if owner is None else _of(owner)
        known = self._registry.find(outlet) or self._registry.find(outlet.removeprefix("The "))
        if known is not None and known.kind == "org":
            return _of(known)
        article = outlet.split()[-1].lower() in ORG_ROLES - COMPANY_SUFFIXES and " " in outlet
        text = outlet if not article or outlet.startswith("The ") else f"the {outlet}"
        return Referent(as_text(text), None, False)

    def _is_own_page(self, outlet: str) -> bool:
        """Whether the page is a body's own: by its name, or as it speaks of itself as the actor."""
        if self._site_of(outlet) is not None:
            return True
        told = is_institution(outlet)
        if told is not None:
            return told
        return any(
            token.dep_ in ("nsubj", "nsubjpass") and outlet in (token.text, _name(token))
            for doc in self._docs
            for token in doc
        )

    def _site_of(self, outlet: str) -> Actor | None:
        """Return the body that acts in the text and whose address it is: Norvik of norvik.com."""
        labels = outlet.lower().split(".")[:-1]
        acting = {id(mention.actor) for mention in self._registry.mentions if mention.subject}
        for actor in self._registry.orgs:
            name = re.sub(r"[^a-z0-9]", "", actor.name.lower())
            medium = is_institution(actor.name) is False
            if len(name) > 2 and name in labels and id(actor) in acting and not medium:
                return actor
        return None


def _name(token: Token) -> str:
    return " ".join(word.text for word in name_tokens(token))


def _of(actor: Actor) -> Referent:
    return Referent(named(actor), actor, actor.plural or many(actor.name, actor.article))


def _is_anybody(token: Token) -> bool:
    """Whether the word can mean more than a body: "we all", "one of us", "our nation"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    before = token.nbor(-1) if token.i else token
    if following.lower_ in ("all", "both", "each", "'", "’") or before.lower_ == "all":
        return True
    part = before.head if before.lower_ == "of" and token.lower_ == "us" else token
    if part.pos_ in ("PRON", "NUM", "DET", "ADJ") and part is not token:
        return True
    if children(token, "appos") or (token.lower_ == "we" and following.tag_ in ("NNS", "NNPS")):
        return True
    if token.dep_ == "poss" and token.head.lemma_.lower() in _EVERYBODY:
        return True
    verb = clause_verb(token)
    if verb.lemma_.lower() == "let" or verb.head.lemma_.lower() == "let":
        return True
    if verb.lemma_.lower() == "talk" and verb.tag_ == "VBG":
        return True  # "We're talking about lives": what the matter is
    stands = verb.lemma_.lower() in ("be", "stand") and token.dep_ == "nsubj"
    if stands and any(p.lower_ == "at" for p in children(verb, "prep")):
        return True  # "We stand at 4,200 hectares": the matter, not the body
    return any(w.lower_ in ("my", "his", "her") and w.head.lower_ in _KIN for w in token.doc)


def _is_newsroom(token: Token) -> bool:
    """Whether it is the newsroom that "we" stands for: it was told, it saw, its reporter."""
    verb = clause_verb(token)
    lemma = verb.lemma_.lower()
    if token.lower_ == "our":
        return token.head.lemma_.lower() in _NEWSROOM
    if token.lower_ == "us":
        object_of = token.dep_ in ("dobj", "dative") or token.head.dep_ == "dative"
        return object_of and lemma in _TOLD
    past = verb.tag_ == "VBD" or any(a.lower_ in ("have", "had") for a in children(verb, "aux"))
    if token.lower_ != "we" or token.dep_ != "nsubj":
        return False
    closes = lemma == "close" and any(
        o.lemma_.lower() in ("blog", "page", "ticker", "coverage") for o in children(verb, "dobj")
    )
    return closes or (past and lemma in _EDITORIAL)

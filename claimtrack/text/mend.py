"""Parses that went wrong, made anew from another wording of the same sentence.

A small parser takes "In Sundby some twenty minutes went by" for minutes in Sundby, and leaves the
predicate without a subject; a comma behind "Sundby" shows it the way. The annotation of the other
wording is put on the tokens of the sentence as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.text.reporting import (
    ASSERT_VERBS,
    DEMAND_VERBS,
    DENY_VERBS,
    DOUBT_VERBS,
    REJECT_VERBS,
)
from claimtrack.text.variants import Variant, Word, clauses, lost_verb, rewordings
from claimtrack.text.verb_nouns import verb_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Parse = Callable[[Sequence["Doc"]], list["Doc"]]
"""Parses documents that are tokenised already."""

_TRIED = 20
"""Wordings of one sentence that are tried at most."""
_LONGEST = 80
_ANNOUNCING = frozenset("know be read run go mean ask".split())
"""Verbs before a colon whose complement is what follows: "The paper knows: P"."""
_SAYS = ASSERT_VERBS | DENY_VERBS | REJECT_VERBS | DEMAND_VERBS | DOUBT_VERBS
"""Behind "P, the auditors found;" a clause of its own saying ("its lawyers dispute that")."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def mend(docs: Sequence[Doc], parse: Parse) -> list[Doc]:
    """Return ``docs``, those that were read wrong made anew where a variant reads better."""
    tried = [list(islice(_variants(doc), _TRIED)) for doc in docs]
    texts = [
        _text(doc, part, number == 0)
        for doc, variants in zip(docs, tried, strict=True)
        for variant in variants
        for number, part in enumerate(variant.parts)
    ]
    if not texts:
        return list(docs)
    parsed = iter(parse(texts))
    return [_best(doc, variants, parsed) for doc, variants in zip(docs, tried, strict=True)]


def sound(doc: Doc) -> bool:
    """Whether each sentence has a finite predicate with a subject of its own."""
    roots = [token for token in doc if token.dep_ == "ROOT" and not token.is_punct]
    return bool(roots) and all(_predicates(root) for root in roots) and not _lost_verb(doc)


def _lost_verb(doc: Doc) -> bool:
    """Whether a noun is joined to a predicate: "It rang at 1.48 and the first bomb burst"."""
    return any(lost_verb(token) for token in doc)


def _predicates(root: Token) -> bool:
    helpers = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    finite = root.tag_ in _FINITE or any(h.tag_ in _FINITE for h in helpers)
    owners = [child for owner in (root, *helpers) for child in owner.children]
    # "That want has ended": no subject is a plain finite verb.
    subjects = [c for c in owners if c.dep_ in _SUBJECTS]
    if len(subjects) > 1 and root.lemma_.lower() in ASSERT_VERBS:
        return False  # "A flu, most of it mild, the ministry said": one of them is no subject
    if root.lemma_.lower() in ASSERT_VERBS and any(_noun_said(c) for c in root.children):
        return False  # "The engine stalls in the rain, the mechanic said"
    inside = any(c.dep_ == "ccomp" and c.i > root.i for c in root.children)
    if inside and any(c.lower_ == "neither" and c.i == root.i - 1 for c in subjects):
        return False  # "Neither has the firm paid": it is the firm that has
    subject = any(not _bare_verb(c) for c in subjects)
    return root.pos_ in ("VERB", "AUX") and finite and subject


def _noun_said(clause: Token) -> bool:
    """Whether what is said before its saying is a noun that can be a verb, and no clause."""
    noun = clause.dep_ == "ccomp" and clause.tag_ in ("NN", "NNS") and clause.i < clause.head.i
    alone = not any(c.dep_ in _SUBJECTS for c in clause.children)
    return noun and alone and verb_of(clause.lower_) is not None


def _bare_verb(subject: Token) -> bool:
    return subject.dep_ == "nsubj" and subject.tag_ in ("VBP", "VBZ") and subject.pos_ == "VERB"


def _variants(doc: Doc) -> Iterator[Variant]:
    words = [token for token in doc if token.is_alpha]
    if len(words) < 4 or len(doc) > _LONGEST or doc[-1].text == "?":
        return
    yield from clauses(doc)
    if not sound(doc):
        yield from rewordings(doc)


def _text(doc: Doc, part: Sequence[Word], first: bool) -> Doc:
    """Write the words of a part of a variant as a sentence."""
    from spacy.tokens import Doc as Document

    words: list[str] = []
    spaces: list[bool] = []
    last: int | None = None
    for word, origin in part:
        if spaces and origin is not None and last is not None and origin > last + 1:
            spaces[-1] = True  # something between was left out
        last = last if origin is None else origin
        words.append(word if words or first else word[:1].upper() + word[1:])
        if origin is None:
            if spaces and word == ",":
                spaces[-1] = False
            spaces.append(True)
        else:
            spaces.append(bool(doc[origin].whitespace_))
    if words[-1] not in ".!?":
        words.append(".")
        spaces[-1] = False
        spaces.append(False)
    return Document(doc.vocab, words=words, spaces=spaces)


def _best(doc: Doc, variants: Sequence[Variant], parsed: Iterator[Doc]) -> Doc:
    """Take the first variant that reads well; its parses are next in ``parsed``."""
    found: Doc | None = None
    for variant in variants:
        parts = [next(parsed) for _ in variant.parts]
        if found is None and _reads_well(doc, variant, parts):
            found = _Joined(doc, variant, parts).doc()
    return doc if found is None else found


def _reads_well(doc: Doc, variant: Variant, parts: Sequence[Doc]) -> bool:
    if not all(sound(part) and _root(part) is not None for part in parts):
        return False
    if any(token.dep_ == "ccomp" and _without_subject(token) for part in parts for token in part):
        return False
    if variant.join == "clauses":
        return not _announces(_root(parts[0]))
    spoken = parts[-1] if variant.join in ("ending", "aside") else parts[0]
    words = variant.parts[-1] if variant.join in ("ending", "aside") else variant.parts[0]
    root = _root(spoken)
    if root is None:
        return False
    if variant.verb is not None and not any(
        words[verb.i][1] == variant.verb for verb in _predicates_of(root) if verb.i < len(words)
    ):
        return False
    if variant.join in ("ending", "aside"):
        return not any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in root.children) or (
            variant.join == "ending" and root.lemma_ in ("tell", "inform", "remind", "assure")
        )
    if variant.subject is None:
        return variant.join in ("there", "apart") or _has_whole_subject(root)
    subject = _subject(root)
    if subject is None or subject.i > root.i:
        return False
    start = min(t.i for t in subject.subtree)
    helps = [t.i for t in (root, *root.children) if t == root or t.dep_ in ("aux", "auxpass")]
    if variant.helper is not None:
        behind = max(t.i for t in subject.subtree) + 1
        if words[behind][1] != variant.helper or behind not in helps:
            return False
    colon = any(word == ":" for word, _ in words[start : root.i])
    return words[start][1] == variant.subject and not colon


def _predicates_of(root: Token) -> list[Token]:
    """Return the predicate, those joined to it, and what it says, with subjects of their own."""
    said = root.lemma_.lower() in ASSERT_VERBS
    return [
        root,
        *(c for c in root.children if c.dep_ == "conj" and _predicates(c)),
        *(c for c in root.children if said and c.dep_ == "ccomp" and _predicates(c)),
    ]


def _announced_by(root: Token) -> bool:
    return root.lemma_.lower() in _ANNOUNCING and all(t.is_punct for t in root.doc[root.i + 1 :])


def _without_subject(clause: Token) -> bool:
    """Whether it is a finite clause without a subject: "tanks promised 31 have arrived"."""
    owners = (clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass")))
    finite = any(w.tag_ in _FINITE for w in owners)
    return finite and not any(c.dep_ in _SUBJECTS for o in owners for c in o.children)


def _announces(root: Token | None) -> bool:
    return (
        root is not None
        and not any(c.dep_ == "auxpass" for c in root.children)
        and (root.lemma_.lower() in ASSERT_VERBS or _announced_by(root))
        and not any(c.dep_ in ("ccomp", "dobj", "attr", "acomp") for c in root.children)
    )


def _has_whole_subject(root: Token) -> bool:
    """Whether nothing but a phrase with a comma of its own stands before the subject."""
    subject = _subject(root)
    if subject is None or subject.i > root.i:
        return False
    start = min(t.i for t in subject.subtree)
    return start == 0 or root.doc[start - 1].text == "," or root.doc[0].pos_ in ("ADP", "ADV")


def _root(doc: Doc) -> Token | None:
    roots = [token for token in doc if token.dep_ == "ROOT" and not token.is_punct]
    return roots[0] if len(roots) == 1 else None


def _subject(root: Token) -> Token | None:
    found = [c for c in root.children if c.dep_ in _SUBJECTS]
    found += [c for h in root.children if h.dep_ in ("aux", "auxpass") for c in h.children]
    return next((c for c in found if c.dep_ in _SUBJECTS), None)


class _Joined:
    """The annotation of a variant's parts, put on the tokens of the sentence."""

    def __init__(self, doc: Doc, variant: Variant, parts: Sequence[Doc]) -> None:
        self._doc = doc
        self._variant = variant
        size = len(doc)
        self._token: list[Token | None] = [None] * size
        self._heads = list(range(size))
        self._deps = ["punct"] * size
        roots: list[int] = []
        for words, part in zip(variant.parts, parts, strict=True):
            self._place(words, part)
            root = _root(part)
            origin = words[root.i][1] if root is not None and root.i < len(words) else None
            roots.append(origin if origin is not None else 0)
        self._join(roots)

    def _place(self, words: Sequence[Word], part: Doc) -> None:
        def origin(token: Token) -> int | None:
            """The token's own place; of an added one, that of what it depends on."""
            for link in (token, *token.ancestors):
                if link.i < len(words) and words[link.i][1] is not None:
                    return words[link.i][1]
            return None

        for token in part:
            here = words[token.i][1] if token.i < len(words) else None
            if here is None:
                continue
            head = origin(token.head)
            self._token[here] = token
            self._heads[here] = here if head is None else head
            self._deps[here] = token.dep_

    def _join(self, roots: Sequence[int]) -> None:
        join, main = self._variant.join, roots[0]
        if join == "there":
            self._turn(main)
        if join == "clauses":
            second = self._token[roots[1]]
            disputes = second is not None and second.lemma_.lower() in _SAYS
            self._hang(roots[1], main if disputes else self._clause_of(main), "conj")
        elif join == "ending":
            self._hang(main, roots[1], "ccomp")
            main = roots[1]
        elif join == "aside":
            self._hang(roots[1], main, "parataxis")
        elif self._variant.gap is not None:
            self._keep(*self._variant.gap)
        over = roots[1] if join == "aside" else main
        for i, token in enumerate(self._token):
            if token is None:
                self._heads[i], self._deps[i] = over, "punct"

    def _hang(self, root: int, head: int, label: str) -> None:
        self._heads[root], self._deps[root] = head, label

    def _clause_of(self, main: int) -> int:
        """Return the last clause of the first part; behind "P, he said" a clause goes on with P."""
        token = self._token[main]
        says = token is not None and token.lemma_.lower() in ASSERT_VERBS
        for i in range(len(self._heads) - 1, -1, -1):
            told = self._deps[i] == "ccomp" and says
            joined = self._deps[i] == "conj" and any(
                head == i and self._deps[child] in _SUBJECTS
                for child, head in enumerate(self._heads)
            )
            if self._heads[i] == main and i != main and (told or joined):
                return i
        return main

    def _keep(self, first: int, last: int) -> None:
        """Put back what was left out between two commas, as it was read, behind its noun."""
        for i in range(first + 1, last):
            old = self._doc[i]
            inside = first < old.head.i < last and old.head.i != i
            self._token[i] = old
            self._heads[i] = old.head.i if inside else first - 1
            self._deps[i] = old.dep_ if inside else "relcl"

    def _turn(self, main: int) -> None:
        """Make the noun behind the verb its subject again, as it is without "there"."""
        for i in range(main + 1, len(self._heads)):
            if self._heads[i] == main and self._deps[i] in ("attr", "dobj", "npadvmod"):
                self._deps[i] = "nsubj"
                return

    def doc(self) -> Doc:
        """Return the sentence with its new annotation."""
        from spacy.tokens import Doc as Document

        tags, poses, lemmas, morphs, entities = [], [], [], [], []
        for old, token in zip(self._doc, self._token, strict=True):
            new = token if token is not None else old
            changed = new.text.lower() != old.text.lower()
            tags.append(self._variant.tag if changed and self._variant.tag else new.tag_)
            poses.append(new.pos_)
            lemmas.append(self._lemma(old) if changed else new.lemma_)
            morphs.append(str(new.morph))
            entities.append(f"{new.ent_iob_}-{new.ent_type_}" if new.ent_type_ else "O")
        return Document(
            self._doc.vocab,
            words=[token.text for token in self._doc],
            spaces=[bool(token.whitespace_) for token in self._doc],
            tags=tags,
            pos=poses,
            lemmas=lemmas,
            morphs=morphs,
            heads=self._heads,
            deps=self._deps,
            ents=_opened(entities),
        )

    @staticmethod
    def _lemma(old: Token) -> str:
        if old.pos_ in ("VERB", "AUX"):
            return old.lemma_
        return verb_of(old.lower_) or old.lemma_


def _opened(entities: list[str]) -> list[str]:
    """Let each entity begin with a "B": one that lost its first word, too."""
    for i, entity in enumerate(entities):
        if entity.startswith("I-") and (i == 0 or entities[i - 1][2:] != entity[2:]):
            entities[i] = "B-" + entity[2:]
    return entities

"""What a number counts, and which numbers count nothing (names, times, years, scores)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.model import Quantity
from claimtrack.text.numbers import NUMERAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_SO_MANY = re.compile(rf" of (?:the|its|his|her|their|our) {NUMERAL}\b", re.IGNORECASE)
"""After "one" it tells how many of how many: "one of the four instruments"."""
_ONE_OF_THEM = re.compile(rf" (?:at|for|with|from|near|on|by|in(?! {NUMERAL}))\b", re.IGNORECASE)
"""After "one" it stands for a thing named before: "from a prison in Orvale to one in Teldin"."""
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_IN = frozenset({"in", "out"})
_WHICH_ONE = frozenset("every each any no this that which another".split())
"""Before "one" they count nothing: "they took every one"."""
_NUMBERED = frozenset(
    "act appendix article block brigade building bus camp category chapter channel clause class "
    "column district exhibit figure flight gate grade group highway item junction lane level line "
    "lot model no no. number page paragraph phase platform polling precinct rank reactor "
    "resolution road room route row section sector season series session stage step table "
    "terminal title track type unit verse version volume ward zone day week "
    "round round. top".split()
)
_OF_THEM = re.compile(r"(?:^|[;:,] )[Oo]f [^.,;:]{3,50}[a-z](?P<comma>,)? $")
"""Before a number it names those of whom so many are counted: "of the 34 drones 29 were hit"."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:a\.?m\b|p\.?m\b|o'clock|o’clock|gmt\b|utc\b|bst\b|cet\b|hrs\b|hours (?:gmt|local)|"
    r"in the (?:morning|afternoon|evening)\b)",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    r"\b(?:until|till|quarter (?:to|past)|half past|minutes (?:to|past))(?: about| nearly)? $"
    r"|\b(?:rang|called|woke|rose|arrived|came|left|went|began|started|opened|closed|ended|met)"
    r"(?: \w+){0,3} at (?:about |around |nearly )?$",
    re.IGNORECASE,
)
"""What tells that a bare number is an hour: "until four", "rang at about three"."""
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? ?(?:[-–] ?)?)?$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|during|of|for|early|late|mid|the|between|"
    r"through|fiscal|year|and|to|than|spring|summer|autumn|fall|winter|election|season) $",
    re.IGNORECASE,
)
_AGO_AFTER = re.compile(
    r"[\s-]*(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)"
    r" (?:ago|earlier|later|before|after|from now)\b",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(r"\s?[-–:]\s?\d+\b(?!\s?(?:%|per|[a-z]+s\b))", re.IGNORECASE)
_MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "NNP", "NNPS", "NN", "CD", "$"}
)
_GROUPS = frozenset(
    "dead injured wounded missing killed hurt homeless detained arrested displaced hospitalised "
    "hospitalized sick ill infected stranded trapped".split()
)
_TOTALS = frozenset("number total toll count tally figure sum amount level rate worth".split())
_PUT = frozenset("put estimate set place give peg".split())
_REACH = frozenset(
    "be reach total stand hit exceed top rise fall climb drop increase decrease grow jump remain "
    "stay go surpass average cost last weigh measure number amount come pass slow shrink ease "
    "decline surge soar plunge slip slide dip".split()
)


def is_name_or_time(doc: Doc, start: int, end: int, has_unit: bool) -> bool:
    """Whether the number at ``start:end`` names something or tells a time, and counts nothing."""
    text = doc.text
    before, after, number = text[:start], text[end:], text[start:end]
    if _CLOCK_AFTER.match(after) or _AGO_AFTER.match(after):
        return True
    if re.match(r"[’']?s\b", after) and number.isdigit():
        return True  # "the 1990s"
    if has_unit:
        return False
    if _CLOCK_BEFORE.search(before) and re.match(r"\s*(?:[.,;!?]|$)", after):
        return True
    if _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before):
        return True
    if _SCORE_AFTER.match(after) and not _is_range(doc, end, number):
        return True
    if re.search(r"\d[-–]$", before):
        return True
    if number.lower() == "one" or number.lower() == "zero":
        return _is_pronoun(doc, start, after)
    if _is_year(before, after, number, doc, end):
        return True
    return _is_name(doc, start, end)


def _is_range(doc: Doc, end: int, number: str) -> bool:
    """Whether "10-15" counts something: "10-15 armed men", but no record of "9-14 at home"."""
    match = re.match(r"\s?[-–]\s?(\d+(?:\.\d+)?)", doc.text[end:])
    if match is None or not number.replace(".", "").isdigit():
        return False
    for token in [token for token in doc if token.idx >= end + match.end()][:4]:
        if token.tag_ in ("NNS", "NNPS") or token.text == "%":
            return float(number) < float(match[1])
        if token.tag_ not in ("JJ", "JJR", "VBN", "VBG", "NN", "NNP", "HYPH"):
            return False
    return False


def _is_pronoun(doc: Doc, start: int, after: str) -> bool:
    token = _token_at(doc, start)
    if token is None or token.tag_ != "CD":
        return True
    if token.i and token.nbor(-1).lower_ in _WHICH_ONE:
        return True
    if token.i > 1 and token.nbor(-1).tag_ in _ADJECTIVES and not _counts_noun(token):
        return True  # "a small one and then the big one"
    if _OF_SO_MANY.match(after):
        return False
    if _ONE_OF_THEM.match(after):
        return True
    return re.match(r" (?:of|another|day|thing|side|hand|way|point)\b", after) is not None


def _counts_noun(number: Token) -> bool:
    bound = number.nbor(-1).lower_ in ("least", "most")
    after = number.nbor(1) if number.i + 1 < len(number.doc) else None
    return bound or (after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ"))


def _is_year(before: str, after: str, number: str, doc: Doc, end: int) -> bool:
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d", number):
        return False
    if re.search(r"\b(?:in|since|until|till|during) $", before, re.IGNORECASE):
        return True
    following = next((token for token in doc if token.idx >= end), None)
    if _of_one_thing(doc, end):
        return True
    if _YEAR_BEFORE.search(before) and not (following is not None and following.tag_ == "NNS"):
        return True
    return following is None or following.tag_ not in ("NNS", "NN", "JJ", "NNP")


def _of_one_thing(doc: Doc, end: int) -> bool:
    """Whether one thing follows, which no such number counts: "his 2005 rampage"."""
    for token in [token for token in doc if token.idx >= end][:4]:
        if token.tag_ in ("NNS", "NNPS"):
            return False
        if token.tag_ not in ("JJ", "NN", "NNP", "VBN", "VBG", "HYPH"):
            return bool(token.nbor(-1).tag_ in ("NN", "NNP")) if token.i else False
    return False


def _is_name(doc: Doc, start: int, end: int) -> bool:
    token = _token_at(doc, start)
    if token is None or token.i == 0:
        return False
    previous = doc[token.i - 1]
    if previous.is_punct or previous.tag_ in ("CC", "IN", "DT"):
        return False
    if _named_with(token):
        return True
    if previous.lower_ in _NUMBERED:
        return not (previous.lower_ == "no" and previous.tag_ == "DT")
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if (following is not None and following.tag_ in ("NNS", "$")) or token.head.i > token.i + 3:
        return False
    capital = previous.text[0].isupper() and previous.tag_ in ("NNP", "NNPS", "NN")
    if not capital:
        return False
    return token.head.i <= token.i or token.ent_type_ in ("PRODUCT", "LAW", "FAC", "WORK_OF_ART")


def _named_with(number: Token) -> bool:
    """Whether a number ends a name inside a phrase: "118,000 Corsa 4 cars", "the Corsa 4 car".

    After a bare name it may count: "in Rostau 40 people died".
    """
    first = number
    while first.i > 1 and first.nbor(-1).text[0].isupper() and first.nbor(-1).is_alpha:
        first = first.nbor(-1)
    if first.i == number.i or number.i + 1 == len(number.doc):
        return False
    if number.nbor(-1).ent_type_ in ("DATE", "TIME") and number.nbor(1).tag_ == "NNS":
        return False  # "on that Tuesday 120 officers searched"
    return first.nbor(-1).tag_ in ("CD", "DT", "PRP$", "POS") and number.is_digit


def _token_at(doc: Doc, offset: int) -> Token | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def counted(doc: Doc, quantity: Quantity) -> str | None:
    """Return the lemma of what ``quantity`` counts or measures, in lower case, or None."""
    last = _token_at(doc, max(quantity.start, quantity.end - 1))
    if last is None:
        return None
    if quantity.unit == "year" and (
        re.match(r"[ -]old\b", doc.text[quantity.end :])
        or not re.search(r"[a-z]", quantity.text, re.IGNORECASE)
    ):
        return "age"
    if quantity.unit == "magnitude":
        return None
    return (
        _inside(doc, quantity)
        or _out_of(doc, quantity)
        or _noun_after(doc, last.i + 1)
        or _noun_before(doc, quantity)
        or _put_at(last)
        or _subject(doc, last)
    )


def _inside(doc: Doc, quantity: Quantity) -> str | None:
    """The noun within a share: "two homes in three"; None elsewhere."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if quantity.unit != "%" or span is None:
        return None
    return next(
        (t.lemma_.lower() for t in span[:-1] if t.pos_ == "NOUN" and t.nbor(1).lower_ in _IN), None
    )


def _out_of(doc: Doc, quantity: Quantity) -> str | None:
    """The noun of "of the branches 97 are left", of which some are counted; None elsewhere."""
    first = _token_at(doc, quantity.start)
    before = _OF_THEM.search(doc.text[: quantity.start])
    if first is None or before is None or not first.i or quantity.unit:
        return None
    noun = first.nbor(-2 if before["comma"] and first.i > 1 else -1)
    after = first.nbor(1) if first.i + 1 < len(doc) else None
    counts = after is not None and after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
    return noun.lemma_.lower() if noun.tag_ == "NNS" and not counts else None


def _put_at(last: Token) -> str | None:
    """What is put at a number: "puts the number of flights at 84", "was estimated at 300"."""
    at = last.head
    if last.dep_ != "pobj" or at.lower_ != "at" or at.head.lemma_.lower() not in _PUT:
        return None
    put = [c for c in at.head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < last.i]
    return _measured(put[0]) if put and put[0].pos_ != "PRON" else None


def _noun_before(doc: Doc, quantity: Quantity) -> str | None:
    """The noun of "a fine of $5m", "a death toll of 34"; None where there is none."""
    first = _token_at(doc, quantity.start)
    if first is None or first.i < 2 or doc[first.i - 1].lower_ != "of":
        return None
    noun = doc[first.i - 2]
    if noun.tag_ not in ("NN", "NNS"):
        return None
    return _compound(noun) if noun.lemma_.lower() in _TOTALS else noun.lemma_.lower()


def _noun_after(doc: Doc, position: int) -> str | None:
    """The head of the noun phrase that starts at ``position``, after an optional "of (the)"."""
    token = doc[position] if position < len(doc) else None
    if token is not None and (
        token.lower_ == "of" or (token.lower_ == "in" and _plain_noun(doc, position + 1))
    ):
        position += 1
    head: Token | None = None
    if position < len(doc) and doc[position - 1].lower_ == "of" and _bare_name(doc, position):
        return doc[position].lower_
    while position < len(doc):
        token = doc[position]
        if token.tag_ in ("NN", "NNS") and not token.like_num:
            head = token
            if token.tag_ == "NNS":
                break
        elif token.lower_ in _GROUPS and not _noun_follows(doc, position):
            return token.lower_
        elif _ends_phrase(doc, token, seen=head is not None):
            break
        position += 1
    if head is None:
        return None
    if head.lemma_.lower() in _TOTALS and head.i + 2 < len(doc) and doc[head.i + 1].lower_ == "of":
        return _noun_after(doc, head.i + 1) or head.lemma_.lower()
    return head.lemma_.lower()


def _bare_name(doc: Doc, position: int) -> bool:
    """Whether a name stands here that no noun follows as its owner's ("of Teldin's crop")."""
    phrase = doc[position : position + 4]
    return phrase[0].tag_ == "NNP" and all(token.tag_ != "POS" for token in phrase)


def _ends_phrase(doc: Doc, token: Token, *, seen: bool) -> bool:
    """Whether ``token``, no common noun, ends the phrase; ``seen``: it has its noun already."""
    if token.tag_ in ("DT", "PRP$", "PDT"):
        return seen
    if token.tag_ not in _MODIFIERS:
        return True
    if seen:
        return token.tag_ in ("VBN", "VBG", "NNP")
    return token.tag_ == "VBN" and not _noun_follows(doc, token.i)


def _plain_noun(doc: Doc, position: int) -> bool:
    """Whether a bare mass noun stands here: "$6bn in damage", but not "5 in the morning"."""
    return position < len(doc) and doc[position].tag_ in ("NN", "NNS", "JJ")


def _noun_follows(doc: Doc, position: int) -> bool:
    return any(token.tag_ in ("NN", "NNS") for token in doc[position + 1 : position + 3])


def _subject(doc: Doc, token: Token) -> str | None:
    """The subject of "be, reach, rise to ..." that a bare number is said of, or None."""
    verb = token
    for _ in range(4):
        if verb.pos_ in ("VERB", "AUX"):
            break
        verb = verb.head
    if verb.lemma_.lower() not in _REACH:
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i >= token.i or subject.pos_ in ("PRON", "NUM"):
        return None
    return _measured(subject)


def _measured(noun: Token) -> str:
    """The lemma of what is measured: "flight" for "the number of flights"."""
    if noun.i > 1 and noun.nbor(-1).text == "-":
        return f"{noun.nbor(-2).lower_}-{noun.lemma_.lower()}"  # "puts the drop-outs at 1,150"
    if noun.lemma_.lower() not in _TOTALS:
        return noun.lemma_.lower()
    for child in noun.children:
        if child.lower_ == "of":
            of = next((c for c in child.children if c.dep_ == "pobj"), None)
            if of is not None:
                return of.lemma_.lower()
    return _compound(noun)


def _compound(subject: Token) -> str:
    """Return "death toll" for "the death toll"; other heads stand alone."""
    if subject.i and subject.nbor(-1).dep_ in ("compound", "amod"):
        return f"{subject.nbor(-1).lemma_.lower()} {subject.lemma_.lower()}"
    return subject.lemma_.lower()

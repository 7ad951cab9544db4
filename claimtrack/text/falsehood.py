"""Words around a clause that only say that it is not true: "reports that P are false".

A parser often takes such a sentence apart wrongly; without the words around it what is left is P.
"""

from __future__ import annotations

import re

_SAID = (
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?|stories|story"
    r"|speculation|insinuations?)"
)
_HOW = r"(?:(?:simply|completely|entirely|totally|utterly|plainly|just|all|wholly|absolutely) )?"
_FALSE = (
    r"(?:wrong|false|untrue|not true|incorrect|inaccurate|baseless|unfounded|groundless|invented"
    r"|made up|fabricated|a lie|lies|a fabrication|fiction|fake"
    r"|without (?:any )?(?:foundation|basis|merit|substance))"
)
_START = (
    r"(?:^|(?<=\bsaid )|(?<=\bsays )|(?<=\bsaid that )|(?<=\bsays that )|(?<=\binsisted that ))"
)
_CLAIMED = re.compile(
    rf"{_START}(?P<lead>(?:any |all |the |these |those |recent |media |press )*{_SAID}"
    rf"(?: (?:by|from|in) [\w'’ -]{{2,40}}?)? that )(?P<clause>[^;?]+?)"
    rf"(?P<tail> (?:is|are|was|were) {_HOW}{_FALSE})(?=[\s.,!]|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    rf"{_START}(?P<lead>(?:it (?:is|was)|it's) {_HOW}(?:not true|untrue|false|a lie|incorrect"
    rf"|not the case|not correct) that |there (?:is|was) (?:absolutely |simply )?no truth "
    rf"(?:in|to|behind) (?:any |the |these )?{_SAID} that )(?P<clause>[^;?]+)$",
    re.IGNORECASE,
)
_WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately|in error)"
_SAYS = r"(?:said|wrote|stated|reported|claimed|suggested)"
_PIECE = r"(?:article|story|report|page|piece|headline|caption|post|item|column|newsletter)"
_BARE = r" (?=(?:(?:the|an?|his|her|its|their|he|she|it|they|there)\b|(?:\d|(?-i:[A-Z]))[\w.,]*) )"
"""Where a clause begins that has no "that" before it: "said the fine was 24 crowns"."""
_AT = r"(?: (?:at \d[\d:.]*(?: ?[ap]\.?m\.?)?|on \w+day|yesterday|earlier|here))*"
_TO_HERE = r"(?:[^:;?]|(?<=\d):(?=\d))*?"
_OURS = (
    rf"{_TO_HERE}\b(?:we|our|this|earlier|previous|original|first|initial|older|wrongly)\b"
    rf"{_TO_HERE}\b"
)
"""Behind "Correction:", whose words they are that it takes back: "our 10:22 entry"."""
# What an outlet takes back, as its corrections put it.
_CORRECTED = re.compile(
    rf"^(?P<lead>(?:(?:correction|clarification)\s*[:.–—-]\s*{_OURS}{_SAYS}"
    rf"|(?:an?|the|our) (?:earlier|previous|original|first|initial|older) (?:version|edition|"
    rf"headline|caption)(?: of (?:this|the|our) {_PIECE})?(?: \w+)? {_SAYS}"
    rf"|(?:this|our|the) {_PIECE} (?:originally|initially|previously|earlier|{_WRONGLY}) {_SAYS}"
    rf"|we (?:\w+ )?{_WRONGLY} {_SAYS})(?: {_WRONGLY})?{_AT}(?: that |{_BARE}))(?P<clause>[^;?]+)$",
    re.IGNORECASE,
)
_MORE = re.compile(r"[,;] (?:and|but|while|although|though|because)\b|\b(?:but|while)\b", re.I)


_HEADED = "Correction: "


def called_false(text: str, note: bool = False) -> list[tuple[int, int]] | None:
    """Return the stretches of ``text`` that say that the rest of it is false, or None.

    Only a sentence that says nothing else counts, so that all that is left can be denied.
    ``note`` says that it stands under the heading of a correction.
    """
    if note:
        found = called_false(_HEADED + text)
        cut = len(_HEADED)
        return found and [(max(0, low - cut), high - cut) for low, high in found]
    match = _CLAIMED.search(text)
    if match:
        if _MORE.search(match["clause"]) or _MORE.search(match["rest"]):
            return None
        return [match.span("lead"), match.span("tail")]
    match = _CORRECTED.search(text) or _EXPLETIVE.search(text)
    if match and not _MORE.search(match["clause"]):
        return [match.span("lead")]
    return None

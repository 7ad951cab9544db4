"""Just enough English verb inflection to restate a participle or negate a past tense.

The irregular verbs are those of Quirk et al., *A Comprehensive Grammar of the English Language*,
3.11-20, as far as news text uses them.
"""

from __future__ import annotations

import re

_IRREGULAR = """
arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|build built built|burst burst burst
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung
come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown
forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid
lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
overcome overcame overcome|overtake overtook overtaken|pay paid paid|put put put|quit quit quit
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
speak spoke spoken|spend spent spent|split split split|spread spread spread|stand stood stood
steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|sweep swept swept
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|undergo underwent undergone
understand understood understood|upset upset upset|wake woke woken|wear wore worn|win won won
withdraw withdrew withdrawn|withstand withstood withstood|wound wounded wounded|write wrote written
"""
_FORMS = {
    base: (past, participle)
    for record in re.split(r"[|\n]", _IRREGULAR.strip())
    for base, past, participle in [record.split()]
}
_BASES = {form: base for base, forms in _FORMS.items() for form in forms}
_OTHER_VERBS = frozenset("found saw fell wound bore felt ground lay bound left".split())
"""Past tenses that are bases of other verbs, too."""
_DOUBLE = frozenset(
    "stop plan admit commit occur refer transfer ban rob drop plot slip ship trap "
    "step grab drag clap rip tip regret submit permit omit prefer defer strip "
    "scrap wrap snap slam rig equip kidnap shrug nod grin quip beg brag sob chat hum jab jog nag "
    "pat pin rub shun shred sin skip slap stab stun swap tap trim wed whip zip".split()
)


def past(base: str) -> str:
    """Return the simple past of the verb ``base`` ("be" gives "was")."""
    if base == "be":
        return "was"
    return _FORMS[base][0] if base in _FORMS else _regular(base)


def participle(base: str) -> str:
    """Return the past participle of the verb ``base``."""
    if base == "be":
        return "been"
    return _FORMS[base][1] if base in _FORMS else _regular(base)


def past_only(form: str) -> str | None:
    """Return the base of a form that is a past tense and nothing else ("rang", no "saw")."""
    base = _BASES.get(form)
    if base is None or form == base or form in _FORMS or form in _OTHER_VERBS:
        return None
    return base if _FORMS[base][0] == form else None


def base_of(form: str) -> str:
    """Return the base of an irregular past tense or participle, any other word as it is."""
    return _BASES.get(form, form)


def third_person(base: str) -> str:
    """Return the third person singular of the present of ``base``."""
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s")


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    if base in _DOUBLE:
        return base + base[-1] + "ed"
    return base + "ed"

"""Names under which news speaks of one country: capitals and seats of power, and its people.

Capitals stand for governments in news of diplomacy ("Washington was not told"). Names, capitals
and adjectives as in the CIA World Factbook (public domain), for the countries that are most often
written of so. A name that is also a common first name or a place elsewhere is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

_ROWS = """
united states|us|u.s|usa|u.s.a|america|american|washington|white house|pentagon
russia|russian|russian federation|moscow|kremlin
ukraine|ukrainian|kyiv|kiev
united kingdom|uk|u.k|britain|great britain|british|london|downing street|whitehall
france|french|paris
germany|german|berlin
china|chinese|beijing
japan|japanese|tokyo
south korea|south korean|seoul
north korea|north korean|pyongyang
taiwan|taiwanese|taipei
india|indian|new delhi|delhi
pakistan|pakistani|islamabad
bangladesh|bangladeshi|dhaka
afghanistan|afghan|kabul
iran|iranian|tehran
iraq|iraqi|baghdad
israel|israeli
syria|syrian|damascus
lebanon|lebanese|beirut
saudi arabia|saudi|riyadh
qatar|qatari|doha
turkey|türkiye|turkish|ankara
greece|greek|athens
italy|italian|rome
spain|spanish|madrid
portugal|portuguese|lisbon
poland|polish|warsaw
hungary|hungarian|budapest
romania|romanian|bucharest
bulgaria|bulgarian|sofia
serbia|serbian|belgrade
kosovo|kosovar|pristina
belarus|belarusian|minsk
moldova|moldovan|chisinau
armenia|armenian|yerevan
azerbaijan|azerbaijani|baku
georgia|georgian|tbilisi
austria|austrian|vienna
netherlands|dutch|the hague
sweden|swedish|stockholm
norway|norwegian|oslo
finland|finnish|helsinki
denmark|danish|copenhagen
estonia|estonian|tallinn
latvia|latvian|riga
lithuania|lithuanian|vilnius
ireland|irish|dublin
canada|canadian|ottawa
mexico|mexican
brazil|brazilian|brasilia
argentina|argentine|argentinian|buenos aires
venezuela|venezuelan|caracas
colombia|colombian|bogota
cuba|cuban|havana
egypt|egyptian|cairo
libya|libyan|tripoli
sudan|sudanese|khartoum
ethiopia|ethiopian|addis ababa
kenya|kenyan|nairobi
nigeria|nigerian|abuja
south africa|south african|pretoria
australia|australian|canberra
new zealand|wellington
indonesia|indonesian|jakarta
philippines|philippine|filipino|manila
vietnam|vietnamese|hanoi
thailand|thai|bangkok
myanmar|burmese|naypyidaw
european union|eu|e.u|brussels
"""
COUNTRIES = {
    name: row.split("|")[0] for row in _ROWS.strip().splitlines() for name in row.split("|")
}
"""Any of the names in lower case → the country's."""

_PEOPLE_ENDINGS = ("n", "an", "ian", "ese", "ish", "i", "er", "ic")


def country(name: str) -> str | None:
    """The country that ``name`` speaks of, as far as it is known."""
    return COUNTRIES.get(name.lower().removeprefix("the ").rstrip("."))


def kin(a: str, b: str) -> bool:
    """Whether one word names a place and the other what comes from it: "Dovra", "Dovran"."""
    short, long = sorted((a.lower(), b.lower()), key=len)
    if short == long:
        return True
    known = country(short)
    if known is not None and known == country(long):
        return True
    if len(short) < 4:
        return False
    root = short[:-1] if short[-1] in "aeiouy" else short
    return any(long in (short + ending, root + ending) for ending in _PEOPLE_ENDINGS)


def akin(first: Iterable[str], second: Collection[str]) -> bool:
    """Whether a word of one name is, or comes of the same place as, a word of the other."""
    return any(kin(one, two) for one in first for two in second)

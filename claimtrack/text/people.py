"""Common nouns for a human being: what somebody does, is to somebody else, or happens to be in.

Occupations follow the unit group titles of ISCO-08 (International Labour Organization) in the short
forms that news text uses; the others are kin, ages, and parts that people have in events. All
entries are singular, in lower case.
"""

from __future__ import annotations

_OCCUPATIONS = """
    accountant actor actress administrator agent aide apprentice archaeologist architect archivist
    artist assistant astronaut athlete attendant auctioneer auditor author baker banker barber
    barista barmaid bartender beekeeper biologist blacksmith blogger bodyguard bookkeeper
    bookseller botanist boxer bricklayer broker butcher butler caretaker carer carpenter cashier
    chauffeur chef chemist cleaner clerk climber coach cobbler columnist comedian commentator
    composer concierge conductor confectioner constable coroner counsellor courier curator cyclist
    dancer dealer decorator dentist designer detective dietitian dispatcher diver docker
    dockworker economist editor electrician engineer entrepreneur executive farmer farmhand
    firefighter fitter florist footballer gamekeeper gardener geologist glazier goalkeeper guard
    guide hairdresser harbourmaster historian hotelier housekeeper hunter influencer innkeeper
    inspector instructor interpreter janitor jeweller jockey joiner journalist judge labourer
    laborer landlady lawyer lecturer librarian lifeguard locksmith machinist magistrate manager
    mason mathematician mechanic meteorologist midwife musician navigator novelist nurse
    nutritionist officer optician orderly painter paramedic pathologist pediatrician pharmacist
    photographer physician physicist physiotherapist pianist pilot plasterer plumber porter potter
    priest printer programmer prosecutor psychiatrist psychologist publican ranger receptionist
    referee reporter researcher roofer sailor salesperson sculptor seamstress secretary shepherd
    shoemaker shopkeeper singer skipper soldier solicitor spokesperson statistician steward
    stewardess stonemason surgeon surveyor tailor teacher technician therapist trader trainer
    translator trucker tutor typist undertaker usher vet veterinarian vicar violinist waiter
    waitress watchmaker weaver welder woodcutter worker writer zoologist scientist doctor driver
    director professor
"""
_KIN_AND_PARTS = """
    adult baby bachelor boy bride bridegroom brother burglar captive child citizen colleague
    commuter cousin customer dad daughter defendant detainee employee expert father fan fiance
    fiancee friend girl girlfriend boyfriend grandfather grandmother grandson granddaughter guest
    heir hostage husband immigrant infant inmate insider juror kid lad lady lodger lord migrant
    mother mum neighbour neighbor nephew niece opponent owner partner passenger patient pedestrian
    pensioner person player predecessor prisoner protester rescuer resident retiree rioter rival
    robber schoolboy schoolgirl shooter shopper sibling sister son spectator spouse student
    successor suspect swimmer teenager tenant thief toddler tourist traveller traveler tutor uncle
    aunt victim villager visitor volunteer voter walker widow widower wife witness youngster youth
    attacker assailant candidate celebrity champion client colonel general captain sergeant
    minister mayor governor president senator councillor king queen prince princess bishop leader
    campaigner mum mam granny grandma grandpa gran pal mate pensioner evacuee bystander onlooker
    eyewitness motorist cyclist backpacker householder homeowner shareholder whistleblower
    spokesperson chairwoman chairman councilman mp lawmaker unionist strategist treasurer
    chief boss head striker midfielder winger
"""

HUMAN_NOUNS = frozenset((_OCCUPATIONS + _KIN_AND_PARTS).split())
"""Nouns that name one human being by what he or she is."""

_NO_MEN = frozenset({"human", "ottoman", "roman", "german", "shaman", "talisman", "caiman"})


def is_human_noun(lemma: str) -> bool:
    """Whether the common noun (lower case, singular) names a human being."""
    if lemma in HUMAN_NOUNS or lemma in ("man", "woman"):
        return True
    return len(lemma) > 5 and lemma.endswith("man") and lemma not in _NO_MEN


def gender_of_noun(lemma: str) -> str | None:
    """Return "m" or "f" where the noun itself tells it ("watchman"), else None."""
    if lemma.endswith("woman"):
        return "f"
    return "m" if lemma.endswith("man") and is_human_noun(lemma) else None

"""Which nouns are for people, and which of those are for people who are not each other.

Our own lists, from the vocabulary of news reports; they hold no names.
"""

from __future__ import annotations

_PERSONS = frozenset(
    "people person man woman child boy girl worker miner employee staff soldier troop officer "
    "protester protestor demonstrator passenger resident inhabitant civilian victim patient pupil "
    "student player driver guest visitor migrant refugee tourist member prisoner inmate hostage "
    "sailor crew pilot villager farmer customer voter spectator fan suspect firefighter rescuer "
    "dead injured wounded missing other death fatality life body toll survivor casualty injury "
    "marcher serviceman adult teenager baby pensioner individual human colleague deputy "
    "participant attendee crowd supporter follower onlooker bystander pedestrian cyclist motorist "
    "skier climber hiker walker swimmer bather diver holidaymaker camper commuter traveller "
    "traveler shopper diner worshipper pilgrim mourner citizen local neighbour neighbor tenant "
    "householder family relative parent mother father wife husband son daughter brother sister "
    "grandmother grandfather couple newborn toddler infant youngster youth teen pupil schoolchild "
    "graduate teacher lecturer professor doctor nurse paramedic surgeon medic carer midwife "
    "policeman policewoman police constable detective guard warder gunman attacker militant "
    "fighter rebel insurgent terrorist militiaman conscript recruit reservist marine airman "
    "gunner sapper commando paratrooper general sergeant private seaman fisherman docker "
    "stevedore trawlerman deckhand engineer technician operator mechanic builder labourer "
    "laborer bricklayer electrician roofer welder cleaner clerk cashier shopkeeper waiter cook "
    "chef barman hairdresser journalist reporter photographer cameraman editor actor dancer "
    "singer musician performer artist athlete runner rider jockey footballer referee coach "
    "trainer judge juror lawyer witness defendant convict detainee arrestee evacuee asylum-seeker "
    "deportee orphan widow councillor councilor lawmaker senator deputy legislator delegate "
    "minister official diplomat ambassador envoy candidate elector campaigner activist volunteer "
    "donor shareholder investor depositor saver client subscriber viewer listener reader user "
    "applicant candidate claimant jobseeker striker trade-unionist apprentice trainee intern "
    "contractor subcontractor manager executive director owner trader broker banker steward "
    "stewardess attendant controller astronaut cosmonaut scientist researcher subject volunteer "
    "workforce headcount colleague comrade mate friend man lad girl lady gentleman soul name "
    "robber thief raider burglar kidnapper smuggler trafficker looter rioter hooligan".split()
)
JOBS = frozenset("job post position place vacancy".split())
"""Nouns for places of work, which are counted as those who have them."""
_CAMPS = (
    ("nurse doctor medic surgeon paramedic midwife staff carer", "patient"),
    ("crew steward stewardess attendant pilot", "passenger"),
    ("police policeman policewoman officer constable", "protester demonstrator marcher rioter "
     "looter prisoner inmate detainee fan supporter suspect"),
    ("guard warder", "prisoner inmate detainee"),
    ("soldier troop serviceman conscript militant fighter rebel insurgent", "civilian"),
    ("teacher lecturer professor staff", "pupil student schoolchild"),
    ("firefighter rescuer", "survivor resident tenant villager"),
    ("player footballer", "fan spectator supporter"),
    ("man boy husband father son brother lad gentleman", "woman girl wife mother daughter sister "
     "lady"),
    ("adult man woman pensioner", "child schoolchild baby infant toddler newborn"),
    ("member", "prisoner inmate detainee patient passenger tourist pupil student schoolchild child "
     "civilian villager resident hostage migrant refugee evacuee"),
)  # fmt: skip
_CAMP = {
    (number, side): frozenset(words.split())
    for number, sides in enumerate(_CAMPS)
    for side, words in enumerate(sides)
}
_ENDINGS = ("man", "woman", "ist", "people", "men", "women")


def two_camps(a: str, b: str) -> bool:
    """Whether two nouns are for people who are not each other: nurses, patients."""
    return any(
        (a in _CAMP[number, 0] and b in _CAMP[number, 1])
        or (b in _CAMP[number, 0] and a in _CAMP[number, 1])
        for number in range(len(_CAMPS))
    )


def person(lemma: str) -> bool:
    """Whether a noun is for people, or for what befalls them ("death")."""
    return lemma in _PERSONS or (len(lemma) > 5 and lemma.endswith(_ENDINGS))

"""Small general word classes: events, harms, and which nouns stand for which others.

The classes follow WordNet 3.0's hypernyms (building/structure, vessel, vehicle, event) as far as
news text uses the words; none is tied to a story.
"""

from __future__ import annotations

EVENT_NOUNS = frozenset(
    """
    explosion blast attack strike fire blaze quake earthquake tremor crash collision storm hurricane
    cyclone typhoon tornado flood flooding outbreak raid bombing shooting shelling stabbing robbery
    accident incident collapse derailment eruption landslide avalanche spill leak leakage breach
    hack outage blackout assault operation offensive battle clash protest riot strike walkout
    epidemic disaster tsunami wildfire bomb missile drone rocket impact ambush invasion
    """.split()
)
EVENT_KINDS = frozenset(
    """
    accident ambush arson assassination attack blackmail bomb bombing bribe burglary coup crime
    cyberattack drill drone earthquake execution exercise explosion forgery fraud hack hijacking
    hoax homicide kidnapping landslide manslaughter massacre misfire missile murder mutiny
    poisoning raid robbery sabotage strike suicide terrorism test theft
    """.split()
)
"""What something was: "It was an accident" is as checkable as it is short."""

EVENT_VERBS = frozenset(
    """
    cause kill injure wound damage destroy hit strike happen occur rip tear spread burn erupt
    start measure trigger cripple flatten devastate disrupt shake last displace
    """.split()
)
"""Verbs whose inanimate subject is the event that was spoken of."""

HARM_NOUNS = frozenset(
    """
    damage harm disruption destruction contamination
    """.split()
)
"""Nouns that are done to something: damage to a bridge. (A leak or a fault is in or of a thing, and
of which one the sentences before do not tell.)"""

TOLL_NOUNS = frozenset(
    """
    injury injuries casualty casualties death deaths fatality fatalities victim victims survivor
    survivors toll wounded dead arrest arrests
    """.split()
)
"""Nouns that are of an event: deaths in the fire, casualties in the strike."""

FINDING_NOUNS = frozenset("evidence proof indication sign signs trace traces link".split())

HYPERNYMS: dict[str, frozenset[str]] = {
    "structure": frozenset(
        "bridge building tower dam tunnel stadium church cathedral viaduct wall "
        "pier arena terminal hangar".split()
    ),
    "building": frozenset(
        "hospital school church tower hotel factory house apartment museum "
        "mosque theatre theater library station".split()
    ),
    "span": frozenset({"bridge", "viaduct"}),
    "crossing": frozenset({"bridge", "tunnel", "ferry"}),
    "vessel": frozenset("ship ferry boat tanker trawler yacht submarine freighter liner".split()),
    "ship": frozenset("tanker freighter ferry liner carrier destroyer frigate vessel".split()),
    "boat": frozenset("trawler yacht ferry dinghy vessel".split()),
    "vehicle": frozenset("car truck bus van lorry coach minibus suv tram".split()),
    "aircraft": frozenset("plane jet helicopter airliner airplane bomber fighter".split()),
    "plane": frozenset("jet airliner airplane aircraft".split()),
    "facility": frozenset(
        "plant factory refinery depot prison centre center laboratory mine "
        "hospital warehouse base terminal".split()
    ),
    "plant": frozenset({"factory", "refinery", "facility"}),
    "site": frozenset("plant factory mine quarry depot base".split()),
    "blaze": frozenset({"fire", "wildfire"}),
    "blast": frozenset({"explosion", "bombing"}),
    "quake": frozenset({"earthquake", "tremor"}),
    "tremor": frozenset({"earthquake", "quake"}),
    "city": frozenset(),
    "town": frozenset(),
    "village": frozenset(),
    "country": frozenset(),
    "outbreak": frozenset({"epidemic"}),
    "medicine": frozenset({"drug"}),
    "drug": frozenset({"medicine", "vaccine"}),
    "jab": frozenset({"vaccine"}),
    "match": frozenset({"game", "final"}),
    "game": frozenset({"match", "final"}),
    "waterway": frozenset("river canal channel".split()),
    "school": frozenset({"college", "academy"}),
}
"""General noun → nouns that a writer takes it up for ("the structure" for a bridge)."""

PHYSICAL_NOUNS = frozenset(HYPERNYMS).union(*HYPERNYMS.values()) - EVENT_NOUNS - frozenset(
    "city town village country drug medicine jab vaccine match game final epidemic".split()
) | frozenset("road street line track port airport pier farm rail roof wall gate pipeline".split())
"""Things that can be struck and damaged."""

PLACE_NOUNS = frozenset({"city", "town", "village", "country"})

OPINION_WORDS = frozenset(
    """
    disgrace disgraceful shame shameful honestly frankly ridiculous nonsense wonderful terrible
    horrible awful amazing beautiful great fantastic sad happy proud thrilled delighted pleased
    excited sorry grateful heartbroken devastated disgusting outrageous absurd hope pray
    congratulations thoughts prayers tragic tremendous incredible unbelievable brilliant crazy
    spam heartbreaking joke pathetic
    """.split()
)
"""Words of praise and dismay: a quotation of few other words asserts nothing checkable."""

VESSELS = frozenset(
    """
    ship ferry boat tanker trawler yacht submarine freighter liner vessel carrier destroyer frigate
    steamer tug tugboat barge schooner sloop ketch cutter lifeboat cruiser corvette minesweeper
    warship battleship icebreaker catamaran flagship galleon clipper coaster collier dredger
    """.split()
)
"""What English speaks of as "she"."""

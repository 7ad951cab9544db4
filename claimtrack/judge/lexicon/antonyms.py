"""Pairs of words that cannot both hold of one thing at one time.

Most are WordNet's: ``antonyms.tsv`` holds a part of speech (n, v, a, r) and two lemmas a line, and
is written by ``scripts/make_antonyms.py``, which says what is kept; ``antonyms.LICENSE`` is
WordNet's notice. The tables below are our own and hold what WordNet lacks, from the vocabulary of
news reports. Lemmas; a bar separates the two sides, words of one side are near-synonyms. Only
complementary and directional pairs are kept ("pass | reject", "rise | fall"); gradable evaluations
("good | bad") are opinions and left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

VERBS = """
rise increase grow climb jump soar surge gain rally improve advance rebound expand swell | fall \
decrease drop decline shrink plunge slide sink slump tumble contract dip worsen slip plummet \
dwindle
raise lift hike boost | lower cut reduce slash trim
accept approve pass adopt endorse back support welcome ratify agree embrace | reject refuse \
oppose condemn decline veto scrap
accept approve pass adopt grant allow uphold | reject block deny overturn quash defeat
open reopen | close shut shutter
prevail triumph | lose
beat defeat | lose
convict jail imprison | acquit exonerate clear
arrest detain jail | release free
confirm acknowledge | deny
begin start launch commence resume | end stop halt suspend cancel cease finish
continue resume proceed | end stop halt suspend cease cancel abandon pause
arrive enter | leave depart
survive | die perish
survive recover live | die kill perish
save rescue | kill
hire recruit appoint | dismiss fire sack lay_off
stay remain keep | leave quit depart
stay remain | join
keep retain | give_up abandon relinquish
stay remain | change
join | leave quit
build construct | demolish destroy
allow permit legalise legalize authorise authorize let enable | ban forbid prohibit outlaw bar \
block prevent
acquire purchase | sell
lend | repay
protect | endanger
capture seize conquer | lose surrender
deploy send | withdraw recall pull
sign | refuse reject
praise | criticise condemn
find locate recover discover | lose
agree | refuse
attend | boycott skip
obey comply observe | violate break breach defy flout
keep honour honor | break
reveal disclose publish | hide conceal withhold
pay | owe
tighten | loosen ease relax
accelerate | slow
lengthen extend prolong | shorten curtail
include | omit
load | unload
land | take_off
promote | relegate
qualify | miss
invite | exclude
intact | destroy
hit strike | miss
evacuate | stay
donate give | receive
add | remove
nationalise nationalize | privatise privatize
recognise recognize | ignore
vaccinate | unvaccinated
volunteer | force
score | concede
reinstate restore | abolish scrap repeal remove
extinguish | spread
cooperate | refuse
complete finish | abandon
damage destroy | spare
"""

ADJECTIVES = """
paid | unpaid
open unsealed | closed shut sealed
silent | sound go_off
alive living | dead deceased
guilty responsible | innocent
legal lawful constitutional | illegal unlawful unconstitutional
true accurate genuine authentic real correct | false untrue inaccurate fake forged fabricated \
incorrect wrong
safe | unsafe dangerous contaminated
present | absent
possible | impossible
employed | jobless
married | single divorced
free | jailed imprisoned detained captive
voluntary optional | mandatory compulsory obligatory
deliberate intentional | accidental unintentional
public | private secret
full | empty
higher more larger bigger greater | lower fewer less smaller
high | low
early | late
earlier | later
first | last
sufficient enough adequate | insufficient inadequate
successful | unsuccessful
valid | expired
intact undamaged unharmed unhurt unscathed | damaged destroyed hurt injured harmed
sober | drunk intoxicated
aware | unaware
able | unable
healthy well | sick ill
stable | unstable
solvent | bankrupt
conscious | unconscious
northern | southern
eastern | western
left | right
male | female
domestic | foreign
temporary | permanent
positive | negative
calm peaceful quiet | violent
unanimous | split divided
satisfied happy pleased | dissatisfied unhappy
certain sure | uncertain unsure
complete finished | incomplete unfinished
pregnant | childless
fit | injured unfit
known identified | unknown unidentified
edible | poisonous
drinkable | contaminated
operational working functional | broken defunct inoperable
occupied inhabited | vacant deserted
red | green
cheaper | dearer
older | younger
longer | shorter
faster quicker | slower
warmer hotter | colder cooler
richer wealthier | poorer
stronger | weaker
better | worse
"""

NOUNS = """
increase rise growth gain surge | decrease fall decline drop loss reduction cut slump
profit surplus | loss deficit
victory win | defeat loss
acceptance approval | rejection refusal
majority | minority
success | defeat
accident mishap | attack sabotage arson murder suicide
suicide | murder homicide accident
murder homicide | accident suicide
ally friend | enemy foe rival
peace ceasefire truce | war fighting
supporter backer | opponent critic
winner | loser
arrival | departure
buyer | seller
boom | recession bust
shortage | surplus glut
truth | lie
opening | closure
agreement deal | disagreement deadlock stalemate
guilt | innocence
hero | villain
custody jail prison | bail freedom
survivor | fatality
"""

ADVERBS = """
together jointly | separately alone
deliberately intentionally purposely | accidentally unintentionally
legally lawfully | illegally unlawfully
voluntarily willingly | unwillingly
publicly openly | secretly privately
unanimously | narrowly
always | never rarely
often frequently | rarely seldom
early | late
"""

NOTHING: frozenset[str] = frozenset()


def opposites_of(word: str, pos: str) -> frozenset[str]:
    """Return the opposites of a lemma that is a noun, verb, adjective or adverb ("n v a r").

    Our own pairs hold whatever the part of speech ("a rise", "fell"). Participles count as
    adjectives; a verb and its particle are joined with a low line ("switch_on").
    """
    both = _table()
    return both.get((pos, word), NOTHING) | both.get(("", word), NOTHING)


def own() -> Iterator[tuple[str, str]]:
    """Yield the pairs of our own tables."""
    for block in (VERBS, ADJECTIVES, NOUNS, ADVERBS):
        for line in block.strip().splitlines():
            left, right = (side.split() for side in line.split("|"))
            yield from ((one, other) for one in left for other in right)


def wordnet() -> Iterator[tuple[str, str, str]]:
    """Yield part of speech and two words of WordNet's pairs."""
    text = files("claimtrack.judge.lexicon").joinpath("antonyms.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        pos, one, other = line.split("\t")
        yield pos, one, other


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for pos, one, other in (*wordnet(), *(("", *pair) for pair in own())):
        found.setdefault((pos, one), set()).add(other)
        found.setdefault((pos, other), set()).add(one)
    return {key: frozenset(others) for key, others in found.items()}

"""Pairs of words that cannot both hold of one thing at one time.

Our own table, drawn up from the vocabulary of news reports (no WordNet data installs from the
package index without a download). Lemmas; a bar separates the two sides, words of one side are
near-synonyms. Only complementary and directional pairs are kept ("pass | reject", "rise |
fall"); gradable evaluations ("good | bad") are opinions and left out.
"""

from __future__ import annotations

VERBS = """
rise increase grow climb jump soar surge gain rally improve advance rebound expand swell | \
fall decrease drop decline shrink plunge slide sink slump tumble contract dip worsen slip \
plummet dwindle
raise lift hike boost | lower cut reduce slash trim
accept approve pass adopt endorse back support welcome ratify agree embrace | reject refuse \
oppose condemn decline veto scrap
accept approve pass adopt grant allow uphold | reject block deny overturn quash defeat
open reopen | close shut shutter
win prevail triumph | lose
beat defeat | lose
convict jail imprison | acquit exonerate clear
arrest detain jail | release free
confirm acknowledge admit | deny
begin start launch commence resume | end stop halt suspend cancel cease finish
continue resume proceed | end stop halt suspend cease cancel abandon pause
arrive enter | leave depart
survive | die perish
survive recover live | die kill perish
save rescue | kill
succeed | fail
hire recruit appoint employ | dismiss fire sack lay_off
stay remain keep | leave quit resign depart go
stay remain | change
join | leave quit
build construct | demolish destroy
allow permit legalise legalize authorise authorize let enable | ban forbid prohibit outlaw bar \
block prevent
buy acquire purchase | sell
borrow | lend
lend | repay
attack | defend
protect | endanger
capture seize take conquer | lose surrender
deploy send | withdraw recall pull
sign | refuse reject
praise | criticise criticize condemn
strengthen | weaken
find locate recover discover | lose
remember | forget
love | hate
agree | disagree refuse
attend | miss boycott skip
obey comply observe | violate break breach defy flout
keep honour honor | break
reveal disclose publish | hide conceal withhold
pay | owe
tighten | loosen ease relax
widen | narrow
accelerate | slow
lengthen extend prolong | shorten curtail
ascend | descend
include | exclude omit
connect | disconnect
lock | unlock
load | unload
land | take_off
promote | demote relegate
qualify | miss
invite | exclude
intact | destroy
hit strike | miss
evacuate | stay
donate give | receive
import | export
add | remove
arm | disarm
nationalise nationalize | privatise privatize
recognise recognize | ignore
trust | distrust
unite | divide
vaccinate | unvaccinated
volunteer | force
score | concede
reinstate restore | abolish scrap repeal remove
extinguish | spread
cooperate | refuse
complete finish | abandon
overestimate | underestimate
float | sink
damage destroy | spare
"""

ADJECTIVES = """
open | closed shut
alive living | dead deceased
guilty responsible | innocent
legal lawful constitutional | illegal unlawful unconstitutional
true accurate genuine authentic real correct | false untrue inaccurate fake forged fabricated \
incorrect wrong
safe | unsafe dangerous
present | absent
possible | impossible
available | unavailable
employed | unemployed jobless
married | unmarried single divorced
armed | unarmed
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
valid | invalid expired
intact undamaged unharmed unhurt unscathed | damaged destroyed hurt injured harmed
sober | drunk intoxicated
aware | unaware
able | unable
healthy well | sick ill
stable | unstable
solvent | insolvent bankrupt
conscious | unconscious
northern | southern
eastern | western
left | right
male | female
domestic | foreign
temporary | permanent
positive | negative
wet | dry
calm peaceful quiet | violent
unanimous | split divided
satisfied happy pleased | dissatisfied unhappy
certain sure | uncertain unsure
complete finished | incomplete unfinished
pregnant | childless
fit | injured unfit
known identified | unknown unidentified
licensed | unlicensed
insured | uninsured
edible | poisonous
passable | impassable
drinkable | undrinkable contaminated
operational working functional | broken defunct inoperable
occupied | vacant unoccupied deserted
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
success | failure
majority | minority
success | defeat
conviction | acquittal
accident mishap | attack sabotage arson murder suicide
suicide | murder homicide accident
murder homicide | accident suicide
presence | absence
ally friend | enemy foe rival
peace ceasefire truce | war fighting
supporter backer | opponent critic
winner | loser
arrival | departure
import | export
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


def _table() -> dict[str, set[str]]:
    opposites: dict[str, set[str]] = {}
    for block in (VERBS, ADJECTIVES, NOUNS, ADVERBS):
        for line in block.strip().splitlines():
            left, right = (side.split() for side in line.split("|"))
            for one in left:
                for other in right:
                    opposites.setdefault(one, set()).add(other)
                    opposites.setdefault(other, set()).add(one)
    return opposites


OPPOSITES = {word: frozenset(others) for word, others in _table().items()}

"""Verbs whose forms are those of common nouns, which a small parser takes for nouns.

"A City insider whispers that P", "The club plans a move", "the log shows", "2,500 work in the
cabin". Compiled from the conversion classes of Quirk et al., *A Comprehensive Grammar of the
English Language*, I.43-48 (noun to verb and verb to noun), as far as news text uses them; no entry
depends on any story.
"""

from __future__ import annotations

VERB_NOUNS = frozenset(
    """
    abuse access account act address advance advocate affect aid aim alarm amount answer appeal
    approach arrest assault attack attempt auction award back balance ban bank bar bargain base
    battle bear beat benefit bet bid bill bite blame blast block blow board boast bomb book boost
    border bottle brake break breed bribe bridge broadcast budget build burden burn burst buy call
    camp campaign cancel cap care cast catch cause caution centre challenge champion chance change
    channel charge charter chase chat check cheer cite claim clash climb close clothe cloud coach
    collapse collect combat comfort command comment commission compete complain compromise concern
    conclude condition conduct conflict contact contest contract contrast control cook cost count
    counter court cover crack crash credit cross crowd cry cure curse cut cycle damage dance dare
    date deal debate debut decay decline decrease defeat defect delay delight deliver demand deny
    deposit design desire detail dial die diet differ dip direct discharge discount discover
    dislike display dispute divide document dominate double doubt draft drain draw dream dress
    drift drill drink drive drop dry duck dump ease echo edge edit effect employ end endorse
    envy escape escort estimate exchange excuse exercise exhaust exhibit exit expand experience
    experiment explain export expose express extract face fail fall farm favour favor fear feature
    feed feel fight figure file fill film find fine finish fire fish fit fix flag flash flee flight
    float flood flow fly focus fold follow force forecast form foul frame freeze front fuel
    function fund gain gamble gather gauge give grade grant greet grind grip group grow guarantee
    guard guess guide halt hammer hand handle hang harbour harm harvest hate haul head heat help
    highlight hike hint hire hit hold honour honor hope host house hunt hurt impact import increase
    index influence inform initiate injure insist insult insure intend interest interview issue
    join joke judge jump keep kick kill knock label labour lack lament land last launch laugh lead
    leak lean leap leave lecture lend level lie lift light limit line link list listen load loan
    lobby lock look loot lose love lower maintain make man mandate march mark market master match
    matter mean measure meet mention merit mine mirror miss mistake mix model monitor mount mourn
    move murder murmur name need net note number object occupy offer open oppose order outline
    overlook owe own pack paint park part partner pass patrol pause pay peak peer permit phone
    pick picture pilot pin pitch place plan plant play plead pledge plot plunge point poll pose
    position post pour power practice praise predict present press prize probe process produce
    profile profit programme progress project promise promote prompt propose protest prove pull
    pump punch purchase push query quest question queue quit quote race raid raise rally range
    rank rate reach read reason rebound rebuff rebuild recall receive record recruit reform refuse
    refuge regard register regret reign reject release relief rely remain remark remedy remind
    rent repair repeat reply report request rescue research reserve resign resist resort respect
    respond rest result retreat return reveal reverse review reward ride ring rise risk rival rock
    roll root round rule run rush sack sail sample sanction save say scale scan scare schedule
    score scream search seat secure see seek sell send sense sentence serve service set settle
    shake shape share shed shelter shield shift shine ship shock shoot shop shout show shut sideline
    sign signal sink sit skip slam slash sleep slide slip slow slump smell smoke snap soar sound
    source spark speak speed spell spend spill spin split sponsor spot spread spur spy stab staff
    stage stake stall stamp stand star stare start state stay steal steer stem step stick stop
    store storm strain strand stream stress stretch strike strip struggle study style subject
    suffer suit supply support surge surprise surrender survey suspect sustain swap swear sweep
    swing switch take talk target task taste tax team tell term test thank think threaten throw
    ticket tie tip top total touch tour trace track trade trail train transfer transport trap
    travel treat trek trial trick trigger triumph trouble trust try turn twist upset urge use
    value venture veto view visit voice volunteer vote vow wait wake walk want warn warrant wash
    waste watch water wave weigh welcome whisper win wish withdraw witness wonder work worry
    wound wreck yield
    """.split()
)
"""Lemmas; their third person ("plans") and plain form ("plan") can be a noun."""

STANDING = frozenset(
    """
    lie lay lies stand stands stood sit sits sat hang hangs hung live lives lived rest rests rested
    go goes went come comes came run runs ran follow follows followed sleep slept rise rises rose
    begin begins began
    """.split()
)
"""Verbs behind which their subject can stand: "On the quay lie the nets"."""

_PREFIXES = ("over", "under", "out", "mis", "re", "dis")


def verb_of(word: str) -> str | None:
    """Return the verb whose third person, or plain form, ``word`` can be; None if none."""
    word = word.lower()
    stems = [word]
    if word.endswith("ies"):
        stems.append(word[:-3] + "y")
    if word.endswith("es"):
        stems.append(word[:-2])
    if word.endswith("s"):
        stems.append(word[:-1])
    return next((stem for stem in stems[::-1] if stem in VERB_NOUNS or _prefixed(stem)), None)


def _prefixed(stem: str) -> bool:
    """Whether it is one of them behind a prefix that makes verbs: "overheat", "outvote"."""
    return any(stem.startswith(p) and stem[len(p) :] in VERB_NOUNS for p in _PREFIXES)

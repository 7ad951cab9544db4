"""Verbs and nouns with which English news text reports what somebody says.

The lists are general vocabulary (compiled from the reporting verbs of Quirk et al., *A
Comprehensive Grammar of the English Language*, 16.31, and the AP and Reuters style guides); no
entry depends on any story. All entries are lemmas in lower case.
"""

from __future__ import annotations

from claimtrack.text.inflect import past, third_person

ASSERT_VERBS = frozenset(
    """
    say tell claim state report announce declare add note explain insist assert allege maintain
    argue contend confirm acknowledge admit concede reveal disclose stress emphasize emphasise
    emphasise warn suggest indicate imply hint remark comment observe reiterate repeat recall
    recount testify swear vow pledge promise conclude estimate reckon calculate believe think
    write tweet post respond reply answer continue affirm point caution agree
    complain boast joke quip vouch certify attest aver opine counter retort interject
    sob sigh whisper mutter murmur exclaim grumble lament gush scream yell
    clarify underline underscore signal predict forecast project expect fear hope
    find show determine establish inform advise assure remind notify brief quote
    cite record communicate release relay learn hear understand
    """.split()
)
"""Verbs whose complement clause is what the subject puts forward."""

WEAK_ASSERT_VERBS = frozenset(
    """
    find show determine establish record hope fear expect believe think reckon indicate imply
    suggest signal release relay cite point respond quote continue recall observe advise
    reveal remind assure hint learn hear understand
    """.split()
)
"""Of these, verbs that report only with a complement clause ("found that"), never bare."""

REPORT_WITH_OBJECT = frozenset(
    "report confirm announce claim acknowledge predict forecast project estimate".split()
)
"""Verbs that put forward what their object names ("reported 48 cases")."""

QUOTING_VERBS = frozenset(
    """
    sob sigh whisper mutter murmur exclaim grumble lament gush scream yell laugh smile grin scoff
    sneer snort snap snarl growl grunt bark chuckle giggle cheer cry shout thunder fume rage rant
    moan groan gasp stammer stutter splutter plead implore beg urge marvel muse enthuse crow sniff
    hiss roar bellow howl wail weep shrug nod storm bluster crack wisecrack deadpan tease taunt mock
    chide scold rebuke admonish caution chime interrupt interject object protest demur venture
    volunteer offer reflect reason concur allege opine assert posit ponder wonder inquire enquire
    rejoin retort riposte parry quip jest banter boast brag swear vow pledge promise predict recite
    intone drawl mumble mouth breathe bleat carp cavil snipe seethe bristle fret worry coo
    croon trumpet proclaim pronounce declaim preach sermonise sermonize lecture warn joke elaborate
    specify summarise summarize
    """.split()
)
"""Verbs that speak beside a direct quotation ("…," he laughed), and elsewhere may not."""

SPEECH_VERBS = frozenset(
    """
    say tell add note explain insist reply answer continue write tweet post ask claim state warn
    announce declare stress argue respond remark comment observe recall joke quip admit concede
    acknowledge confirm reiterate repeat conclude testify vow report counter caution contend
    maintain complain recount shout reveal predict learn understand
    sob sigh whisper mutter murmur exclaim grumble lament gush scream yell
    """.split()
)
"""Verbs that can stand beside a direct quotation."""

DENY_VERBS = frozenset("deny refute rebut disavow disclaim".split())
REJECT_VERBS = frozenset("reject dismiss dispute contradict rebuff".split())
"""They deny only where the object is something said ("rejected claims that ...")."""

DOUBT_VERBS = frozenset("question doubt wonder ask".split())
DEMAND_VERBS = frozenset(
    "demand urge call recommend request insist ask order tell instruct appeal press want beg "
    "implore exhort command propose".split()
)
PREDICT_VERBS = frozenset("predict forecast project expect anticipate foresee promise vow".split())
HEDGE_REPORT_VERBS = frozenset(
    "believe think suspect suggest estimate reckon fear suppose assume hint imply indicate".split()
)
"""Verbs that put the complement forward as less than certain."""

SAID_NOUNS = frozenset(
    """
    claim report allegation accusation suggestion assertion rumour rumor statement
    reports speculation charge notion idea insinuation story account warning prediction
    announcement confirmation estimate forecast
    testimony evidence belief conclusion finding fear concern
    """.split()
)
"""Nouns that take a complement clause naming what was said ("reports that ...")."""

REFUSE_OBJECTS = frozenset(
    """
    entry access bail motion request appeal permission visa application bid petition right chance
    opportunity parole asylum service leave boarding admission coverage benefit license licence
    extension injunction promotion treatment loan refund payment victory win title goal penalty
    offer plan proposal deal demand
    """.split()
)
"""Objects with which ``deny``/``reject`` means *refuse*, not *say it is untrue*."""

ADDRESSEES = frozenset(
    """
    reporter journalist newspaper magazine agency radio television station broadcaster lawmaker
    parliament court jury judge investor audience crowd conference panel inquiry committee
    """.split()
)

SPEAKER_ROLES = frozenset(
    """
    spokesperson spokesman spokeswoman spokespeople spokesmen spokeswomen secretary
    representative lawyer attorney publicist rep
    """.split()
)
"""Roles that speak for the institution or person they are named with."""

ANONYMOUS_NOUNS = frozenset(
    """
    official officials source sources witness witnesses resident residents expert experts analyst
    analysts insider insiders authorities observer observers critic critics bystander bystanders
    neighbour neighbours neighbor neighbors diplomat diplomats passenger passengers
    survivor survivors investigator investigators employee employees worker workers
    spokesman spokeswoman spokesperson doctor doctors researcher researchers scientist scientists
    person people man woman friend friends relative relatives lawyer lawyers officer officers
    soldier soldiers activist activists driver organiser organisers organizer organizers
    economist economists prosecutor prosecutors report reports rumours rumors minister ministers
    aide aides adviser advisers member members lawmaker lawmakers colleague colleagues someone
    """.split()
)
"""Heads of phrases that name nobody: one "official" is not another."""

REPORTING_WORDS = frozenset(
    form for verb in QUOTING_VERBS for form in (past(verb), third_person(verb))
) | frozenset(
    """
    said says say saying told tells added adds adding noted explained insisted insists replied
    answered continued wrote writes tweeted posted asked asks claimed claims stated warned warns
    announced declared stressed argued argues responded remarked commented recalled joked admitted
    revealed reveals sobbed sobs sighed sighs whispered whispers muttered mutters murmured exclaimed
    grumbled lamented gushed screamed yelled
    conceded acknowledged confirmed confirms reiterated repeated concluded testified vowed reported
    reports countered cautioned contended maintained complained recounted shouted quipped observed
    """.split()
)
"""Word forms that, next to a quotation, mark its frame; used before parsing."""

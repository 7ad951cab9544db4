"""Common given names and the gender they mostly go with, to choose between "he" and "she".

The names follow the U.S. Social Security Administration's lists of most frequent names by decade
(public domain) and the most frequent ones of European and other census tables. They never
identify anybody; names used for both are left out.
"""

from __future__ import annotations

_MALE = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy
    jason jeffrey jacob gary nicholas eric jonathan stephen larry justin scott brandon
    benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam
    henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah
    gerald carl arthur lawrence dylan jesse bryan joe bruce gabriel logan albert willie alan
    juan wayne elijah vincent roy ralph eugene russell bobby mason philip louis oliver liam
    martin simon ian neil graham colin stuart hugh leo oscar lucas max felix hans klaus jan lars
    sven erik nils henrik jens olaf ivan dmitry vladimir sergei alexei andrei mikhail nikolai igor
    oleg yuri pavel viktor boris bogdan tomas petr marek piotr krzysztof andrzej stefan luca marco
    giovanni giuseppe antonio francesco carlos miguel pedro luis jorge diego fernando javier rafael
    pablo manuel pierre jacques michel francois antoine mathieu laurent omar ali ahmed mohammed
    muhammad hassan hussein ibrahim yusuf khalid mustafa mehmet murat raj rahul amit sanjay vikram
    arjun kenji hiroshi takeshi wei jun kwame tunde emeka owen tom tim jim bob bill ben sam dan
    joshua luca nikita ezra elisha sasha misha kolya ilya andrea mustafa moussa musa issa isa
    ilja ilia sascha mika juha pekka jukka attila gyula bela barnaba borja nikola andrija matija
    costa kosta kuba jirka honza ota ondra jarda toma sava gianluca battista yahya mirza reza hamza
    taha zakaria krishna aditya surya akira
    craig imran hugo karl leon conrad oskar jonas ruben ralf rolf dirk uwe kurt horst otto bruno
    ernst gustav johann johannes jurgen dieter wolfgang gunther rainer detlef jochen joachim
    sebastian maximilian tobias florian fabian dominik philipp lukas moritz anton
    pieter joost maarten willem bram dries koen stijn wout joren jasper rutger sander
    bertil mats anders lennart gunnar hakan torsten bengt stellan olof arne einar leif
    haakon trygve knut torbjorn morten soren mogens jesper kasper torben jorgen mads rasmus
    seppo timo heikki markku antti mikko arto esko veikko arvo tauno jaak rein toomas janis
    andris juris jonas vytautas algirdas zoltan laszlo ferenc istvan sandor tibor
    milan zoran goran dragan branko slobodan marko luka davor ante josip vaclav jiri vojtech
    radek zdenek lubos mirek jozef tadeusz zbigniew stanislaw wojciech marcin tomasz grzegorz
    jaroslaw oleksandr volodymyr andriy serhiy mykola petro yevgeny konstantin maksim anatoly
    emil anselm ansel dorian lucan tobin aidan conor declan ewan euan callum angus fergus
    gareth rhys alun dafydd ifor lloyd seamus eamon cormac brendan ciaran dermot fintan
    niall padraig barry derek dean duncan elliot ellis ewart gavin giles graeme howard jeff
    jonny julian keir len malcolm miles myles nigel norman percy quentin reginald rodney
    rupert sean shane shaun sidney spencer toby trevor vernon victor warren wesley alistair
    alastair archie arnold basil cecil clive cyril damian darren desmond edmund edgar edwin
    ernest felipe rodrigo alvaro gonzalo ignacio joaquin santiago sergio andres julio emilio
    enrique alberto alfredo roberto ricardo eduardo ruy joao paulo tiago nuno rui vasco
    matteo alessandro lorenzo riccardo stefano paolo enrico claudio silvio dario fabio
    etienne henri luc olivier pascal philippe thierry yves gilles benoit guillaume remi
    giorgos nikos kostas dimitris yannis stavros spyros babak behrouz farid karim nabil rashid
    samir tariq walid younes zaid faisal imad ashraf bilal junaid adeel asif
    matt mike steve dave nick tony ted fred ray ron don ken greg phil pete rob josh
    """.split()
)
_ALSO_WORDS = frozenset(
    """
    adelaide ali amara ante april ase austin barry basil bill blessing charlotte constance coral
    dawn dean elba faith farah felicity fleur florence frank georgia grace gro hazel hind holly
    honor hope iris ivy jack jan jean jordan joy jun june kitty len lena leo lily lima lloyd
    lorraine madison maj marina mark martin max may mercedes mia milan miles nell noor norman
    olive pam paris pat pearl peggy penny percy pilar polly poppy ray rein rich rob ros rose ruby
    rui sally santa santiago shirin sidney sofia sora sue sydney van verity victor victoria
    virginia warren wayne wei wesley will zelda
    """.split()
)
_FEMALE = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy
    rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha
    katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie
    joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan
    cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances
    jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie
    theresa diana brittany doris kayla alexis lori marie claire fiona lucy ellen ingrid astrid
    greta heidi petra ursula monika katarina elena olga natalia tatiana svetlana irina oksana
    ludmila ekaterina nadia sofia lucia chiara giulia francesca carmen rosa ana isabel pilar
    beatriz camille sophie celine amelie chloe fatima aisha layla leila yasmin zainab mariam
    priya anjali sunita lakshmi deepa mei yuki keiko sakura amara ngozi chioma kate katie jane anne
    liz sue beth jenny nina eva lena mia zoe tara liv marta dana hilde sigrid freya maya paula
    adele elke ilse renske maud hesper edith agnes doris muriel hazel ivy iris beryl enid mabel
    winifred gwen gwendolen carys bethan megan sian nerys eilidh isla ailsa morag mairi aileen
    eileen noreen doreen maureen kathy hannelore brigitte sabine silke heike anke antje birgit
    gudrun ingeborg karin kerstin katrin ulrike anneliese liesel liselotte gerda hedwig
    lotte marlene margarethe margrethe inger kirsten kirsti sissel solveig turid ragnhild
    gunhild gro randi bente birgitte mette lise lis pernille karen rikke maren tove ase
    ingrid agnetha gunilla birgit margareta annika elin ebba ylva maj sofie saskia anneke
    marijke femke sanne lieke fleur mieke hanneke wilhelmina paivi marja kaija aino
    satu kirsi merja aliisa liis tiiu zsuzsa ilona eszter judit agnieszka malgorzata ewa kasia
    hana jana milena vesna dragica snezana nives mirjana yelena yulia marina larisa
    galina nadezhda ines carmen mercedes dolores consuelo soledad pilar beatrix raquel
    montserrat nuria rocio ines fatma ayse zeynep emine hatice leyla nasrin shirin parisa
    maryam samira noor nour hind mariam khadija rania dalia sahar shireen farah
    yoko naoko keiko michiko hyun adaeze ifeoma blessing esther miriam naomi deirdre
    aoife orla sinead roisin grainne fionnuala eimear alison alexandra arlene audrey barbro
    becky belinda bernadette beverley bronwen caitlin carole caroline cecily charmaine
    cheryl clare constance coral daphne dawn delphine dinah elaine eleanor elspeth estelle
    ethel evie faye felicity florrie freda frieda gillian ginny glenys greer gretchen
    harriet hilary honor imogen ingrid irene isobel jacqui janine jasmine jill joanne jocelyn
    josephine josie joy juliet karin kay kerry kirsty kitty lesley lilian lois lorraine
    louise lynne mabel madeleine maeve mandy marcia margery marian marianne marion marjorie
    martine maxine melanie meredith mildred millie mollie molly monique muriel myrtle nadine
    nell nora olive pam pat patsy pauline pearl peggy penelope penny philippa phoebe phyllis
    poppy polly rachael rhiannon rosalind rosemary roslyn ros rowena roz ruby sally
    selma serena shelagh sheila shirley simone stella susanne suzanne sybil sylvia tamsin
    tess thelma trudy una vanessa verity veronica vivian vivienne yvette yvonne zara zelda
    vera wendy tina tracy gail paige holly rosie bridget siobhan niamh margot elsa
    """.split()
)


_FEMALE_ENDINGS = ("a", "een", "ette", "elle", "lyn", "lynn", "beth", "bel", "sie", "line", "trud")
_MALE_ENDINGS = ("ert", "ard", "fred", "win", "ius", "olf", "mund", "wald", "rick", "vin")


def is_given_name(word: str) -> bool:
    """Whether ``word`` is on the lists, and not also a month, a place or a common word."""
    key = word.lower()
    return key in _MALE | _FEMALE and key not in _ALSO_WORDS


def listed_gender(name: str) -> str | None:
    """Return "m" or "f" where the lists tell it of a full name, and do not leave it open."""
    first = name.split()[0].lower().rstrip(".") if " " in name else ""
    if first in _ALSO_WORDS or (first in _MALE) == (first in _FEMALE):
        return None
    return "m" if first in _MALE else "f"


def gender_of_given_name(name: str) -> str | None:
    """Return "m" or "f" where the given name is common for that gender, else None."""
    key = name.lower().rstrip(".")
    if key in _MALE and key in _FEMALE:
        return None
    if key in _MALE:
        return "m"
    # In most European languages a name in -a that is not listed as a man's is a woman's.
    if key in _FEMALE or (len(key) > 3 and key.endswith(_FEMALE_ENDINGS)):
        return "f"
    if len(key) > 3 and key.endswith(_MALE_ENDINGS):
        return "m"
    return None

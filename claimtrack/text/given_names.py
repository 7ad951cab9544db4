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
    matt mike steve dave nick tony ted fred ray ron don ken greg phil pete rob josh
    """.split()
)
_ALSO_WORDS = frozenset(
    "mark frank will grace hope faith may june april rose lily jack bill rob max sue ray jean "
    "holly victoria jordan georgia madison austin virginia sydney charlotte florence adelaide "
    "wayne leo sofia lima paris martin jun wei ali van jan santa lena amara elba mia rich".split()
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
    vera wendy tina tracy gail paige holly rosie bridget siobhan niamh margot elsa
    """.split()
)


_FEMALE_ENDINGS = ("a", "een", "ette", "elle", "lyn", "lynn", "beth", "bel", "sie", "line", "trud")
_MALE_ENDINGS = ("ert", "ard", "fred", "win", "ius", "olf", "mund", "wald", "rick", "vin")


def is_given_name(word: str) -> bool:
    """Whether ``word`` is on the lists, and not also a month, a place or a common word."""
    key = word.lower()
    return key in _MALE | _FEMALE and key not in _ALSO_WORDS


def gender_of_given_name(name: str) -> str | None:
    """Return "m" or "f" where the given name is common for that gender, else None."""
    key = name.lower().rstrip(".")
    if key in _MALE:
        return "m"
    # In most European languages a name in -a that is not listed as a man's is a woman's.
    if key in _FEMALE or (len(key) > 3 and key.endswith(_FEMALE_ENDINGS)):
        return "f"
    if len(key) > 3 and key.endswith(_MALE_ENDINGS):
        return "m"
    return None

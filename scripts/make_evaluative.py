"""Write the judge's list of evaluative adjectives from a subjectivity lexicon.

    pip download textblob --no-deps && unzip textblob-*.whl
    python scripts/make_evaluative.py textblob/en/en-sentiment.xml

The lexicon is De Smedt and Daelemans 2012, "Pattern for Python" (public domain, PDDL): adjectives
by sense with polarity in [-1, 1] and subjectivity in [0, 1]. Kept is what is subjective and takes a
side in its senses' mean; ``STOP`` names adjectives that news use of facts all the same.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from xml.etree import ElementTree

OUT = Path(__file__).parent.parent / "claimtrack" / "text" / "evaluative.txt"
SUBJECTIVE = 0.6
ONE_SIDED = 0.3
STOP = frozenset(
    """
    able alive angry asleep asymptomatic available bankrupt bloody broke broken busy cheap cold
    contaminated corrupt criminal crowded damaged dangerous dead deaf defeated depressed drunk easy
    effective empty expensive fake false famous fatal fit fraudulent free fresh full guilty happy
    harmful harmless healthy hidden hot hungry ill illegal illegitimate impossible infected
    innocent interested intact late legal legitimate live lucrative missing mobile natural old open
    peaceful poisonous poor popular possible profitable proven quiet rare ready real reliable
    responsible rich safe secret secure sick sober successful sure tired toxic true unable unarmed
    unconscious unharmed unhurt unknown unsafe unsuccessful untrue valid vacant violent violently
    visible voluntary willing winning wounded wrong right first last high low large small long
    short big little heavy light new early certain clear general special common main whole total
    complete perfect absolute original serious severe critical significant important
    abundant accurate acquainted acute addicted afraid alleviated angered annoyed apportioned
    approximate artesian artificial authentic authoritative autonomous behind beloved bored calm
    capable casual catching celebrated charitable chicken chilling chilly clean collectible
    competent confident confirmed contestable debauched decreased delighted destructive detailed
    diseased disappointed dusty ecological economical effing elect elementary erroneous exhausted
    experienced extinct favored favorite filled filthy fly frigid frostbitten fucked gifted glad
    guarded hazardous huge impressed incurable indecipherable indispensable inspirational
    justified kind latest liked loved loving loyal mad mean muggy nameless nonviolent numb
    obedient obsessed outdated own pleased powerless precise prominent proud psychotic rank
    relevant reputable retarded rose sad satisfied sexual shocked shocking sorry stabbing static
    suitable supportive thin thrilled troubled unadulterated uncommon uncut unfruitful ungraded
    unhampered unhealthy unilateral unimportant unique unplayable unprecedented unsalted
    untraceable warm wary weak wealthy welcome youngish doubtful
    """.split()
)


def evaluative(lexicon: Path) -> list[str]:
    """Return the evaluative adjectives of the lexicon, sorted. Raises OSError, ParseError."""
    senses: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for word in ElementTree.parse(lexicon).getroot():
        if word.get("pos") == "JJ":
            side = float(word.get("polarity", "0")), float(word.get("subjectivity", "0"))
            senses[word.get("form", "")].append(side)
    return sorted(
        form
        for form, sides in senses.items()
        if form.isalpha()
        and form.islower()
        and form not in STOP
        and abs(fmean(side[0] for side in sides)) >= ONE_SIDED
        and fmean(side[1] for side in sides) >= SUBJECTIVE
    )


def main() -> None:
    """Read the lexicon, write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lexicon", type=Path)
    words = evaluative(parser.parse_args().lexicon)
    OUT.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} adjectives: {OUT.name}")


if __name__ == "__main__":
    main()

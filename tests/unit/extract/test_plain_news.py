"""Plain agency prose, live blogs and tabloids: nothing lost, nobody's words given to another."""

from __future__ import annotations

import pytest

from claimtrack.model import Stance

from .conftest import Extract


@pytest.mark.parametrize(
    ("text", "holder", "statement"),
    [
        ("The brake pedal sticks in wet weather, inspector Ina Roth said.",
         "Ina Roth", "The brake pedal sticks in wet weather."),
        ("Norland's parliament votes on 22 April, the speaker's office said today.",
         "speaker's office", "Norland's parliament votes on 22 April."),
        ("According to police, car 9, parked nearby, was not damaged.",
         "police", "Car 9, parked nearby, was not damaged."),
        ("The ferry sails at noon, the harbour office said.",
         "harbour office", "The ferry sails at noon."),
    ],
)  # fmt: skip
def test_a_verb_that_looks_like_a_noun_is_still_what_somebody_says(
    extract: Extract, text: str, holder: str, statement: str
) -> None:
    """The parser makes one long noun of "the brake pedal sticks", and a verb of "car 9"."""
    assert [(c.holder.name, c.statement) for c in extract(text)] == [(holder, statement)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('Jan Terp says it is shut.\n\n10:55 Union chairman Ove Lund: "The gate is open."',
         "Ove Lund"),
        ('The union says it is shut.\n\n10:30 Mayor Inga Holt (Labour): "The gate is open."',
         "Inga Holt"),
        ("The Secretary General of the Council, Ms Hanne Orly, said: “The gate is open.”",
         "Hanne Orly"),
        ("Ina Roth, spokeswoman for the coastguard, on the wreck. First: “The gate is open.”",
         "Ina Roth"),
        ("Norland's Anna Berg was on the radio: “The gate is open.”", "Anna Berg"),
        ("It is shut, a guard told the Mirror. He said the gate is open.", "guard"),
        ("Ada Roth left. It is shut, lawyer Mona Friis said. She added that the gate is open.",
         "Mona Friis"),
    ],
)  # fmt: skip
def test_who_speaks_last_is_found_without_a_verb_and_without_a_name(
    extract: Extract, text: str, holder: str
) -> None:
    """A live blog names the speaker before a colon; "he said" goes on with who has just spoken."""
    assert extract(text)[-1].holder.name == holder


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Shops must stay closed until Saturday, says city spokeswoman Jule Marten.",
         Stance.ASSERTED),
        ("“Residents must boil their water,” the health office said.", Stance.ASSERTED),
        ("Drivers must keep off the bridge until Friday.", Stance.ASSERTED),
        ("“Norland must withdraw,” said the foreign ministry.", Stance.DEMANDED),
        ("“The government must act,” said the health office.", Stance.DEMANDED),
        ("“Bakers must be paid more,” said the bakers' union.", Stance.DEMANDED),
        ("The new hall should be open by the autumn.", Stance.PREDICTED),
        ("The council should act by Friday.", Stance.DEMANDED),
    ],
)  # fmt: skip
def test_an_order_holds_and_a_wish_does_not(extract: Extract, text: str, stance: Stance) -> None:
    """What an authority orders those under it is how things stand; others only want it."""
    assert [claim.stance for claim in extract(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Carl Berg left. He and our Ingrid Roth met alone.",
         "Carl Berg and Ingrid Roth met alone."),
        ("And The Flash can reveal: it was the guard who let them in.",
         "It was the guard who let them in."),
        ("(Mr Varn is not related to the head of the board.)",
         "Mr Varn is not related to the head of the board."),
        ("Rosa Timm has an oven. “Mine has never been repaired,” she said.",
         "Rosa Timm's has never been repaired."),
        ("It is closed. A source at the ministry said its lab tested four lamps.",
         "The ministry's lab tested four lamps."),
        ("Prime Minister Ada Lund and President Jan Roth came. The prime minister and the "
         "president dined.", "Ada Lund and Jan Roth dined."),
        ("President Jan Roth of Norland spoke. “Our economy grew by 2 per cent,” Roth said.",
         "Norland's economy grew by 2 per cent."),
        ("230 rescuers are in the town. Seven missing.", "Seven people missing."),
        ("ADA: When will it sail again?\n\nJAN: Not this month, I think.\n\nADA: Why?",
         "It will not sail again this month."),
        ("**Who was steering?** The second mate, according to the police.",
         "The second mate was steering."),
        ("ADA: Was he there?\n\nJAN: No. Berg was at home.\n\nADA: Really?", "Berg was at home."),
    ],
)  # fmt: skip
def test_a_statement_is_in_its_own_words_and_complete(
    extract: Extract, text: str, statement: str
) -> None:
    """Marks of the telling are left out, and what a word stands for is put in its place."""
    assert extract(text)[-1].statement == statement


@pytest.mark.parametrize(
    "text",
    [
        "Today Ada Berg does.",
        "In April, Ada Berg thinks.",
        "**How did it start?** Badly.",
    ],
)
def test_what_says_nothing_by_itself_is_no_claim(extract: Extract, text: str) -> None:
    """An auxiliary, a thought without content and a question set in bold state nothing."""
    assert extract(text) == []

"""What a later day changes, and what it leaves as it was told."""

from __future__ import annotations

import pytest

from claimtrack.judge.relation import relate
from claimtrack.model import Claim, ConflictType, Relation
from tests.builders import claim, count, document, person

HERE = document("One report.", outlet="Ledger")
THERE = document("Another report.", outlet="Courier")


def told(
    first: str,
    second: str,
    type_: ConflictType = ConflictType.OTHER,
    happened: tuple[str | None, str | None] = (None, None),
    counts: tuple[float, float, str] | None = None,
    same: bool = False,
) -> Relation:
    """The relation of what is said on 4 May to what is said on 8 May."""

    def side(text: str, day: str, when: str | None, number: int) -> Claim:
        given = (count(counts[:2][number], counts[2]),) if counts else ()
        return claim(
            text, of=THERE if number else HERE, said=day, happened=when, quantities=given,
            holder=person("Ivo Lehn" if number and not same else "Ada Brandt"),
        )  # fmt: skip

    return relate(
        side(first, "2026-05-04", happened[0], 0), side(second, "2026-05-08", happened[1], 1), type_
    )


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The strike at the port continues.", "The strike is over."),
        ("Divers are searching the lake.", "The boy has been found."),
        ("The talks go on.", "The talks have ended without a deal."),
        ("Two climbers are missing.", "The climbers were found dead."),
        ("The suspect is still at large.", "The suspect was caught at the harbour."),
        ("The border remains closed.", "The border is open again."),
        ("It is unclear who ordered the cull.", "The minister ordered the cull."),
        ("The price has not yet been fixed.", "The ferry costs nine crowns."),
        ("No date has been set for the vote.", "The vote will be held on 12 May."),
        ("No final decision has been made.", "The council chose the northern road."),
        ("The lift is out of order.", "The lift has been repaired."),
        ("The works might close in June.", "The works will close in September."),
        ("The final will be played on 12 May.", "The final has been put off to 20 May."),
    ],
)
def test_what_went_on_or_was_open_is_overtaken(earlier: str, later: str) -> None:
    """What lasted, was only possible or was not known yet denies nothing that comes later."""
    assert told(earlier, later) is Relation.UPDATE


def test_what_is_over_is_not_overtaken_by_what_goes_on() -> None:
    """ "Are still held" denies "were freed"; "are held again" would not."""
    freed = "The hostages were freed this morning."
    days = ("2026-05-04", "2026-05-08")
    still = told(freed, "The hostages are still held tonight.", ConflictType.OPPOSITE, days)
    again = told(freed, "The hostages are held again.", ConflictType.OPPOSITE, days)
    assert (still, again) == (Relation.DISPUTE, Relation.UPDATE)


def test_what_was_done_is_denied_on_any_later_day() -> None:
    """ "Has not been cancelled" takes back "has been"; "is no longer" tells what came since."""
    done = "The vote has been cancelled."
    days = (None, "2026-05-08")
    denied = told(done, "The vote has not been cancelled.", ConflictType.NEGATION, days)
    since = told(done, "The vote is no longer cancelled.", ConflictType.NEGATION, days)
    assert (denied, since) == (Relation.DISPUTE, Relation.UPDATE)


def test_nobody_recovers_from_death() -> None:
    """Whoever was reported dead and walks about later was reported wrongly."""
    days = (None, "2026-05-07")
    later = "The captain walked out of hospital on Thursday."
    assert told("The captain died in his cabin.", later, happened=days) is Relation.DISPUTE
    assert told("The captain is in a coma.", later, happened=days) is Relation.UPDATE


def test_one_deed_on_two_days_is_a_dispute_and_two_deeds_are_none() -> None:
    """Who was fired on Friday was not dismissed a week later, but may be hired elsewhere."""
    days = ("2026-05-01", "2026-05-07")
    fired = "The coach was fired on Friday."
    assert told(fired, "The coach was dismissed on 7 May.", happened=days) is Relation.DISPUTE
    assert told(fired, "The coach signed on Thursday.", happened=days) is Relation.UPDATE
    held, seized = "The gunman was arrested on Friday.", "He was detained on Thursday."
    assert told(held, seized, happened=days) is Relation.DISPUTE
    assert told(held, "He was detained again on Thursday.", happened=days) is Relation.UPDATE


def test_two_that_tell_how_it_has_gone_dispute_it() -> None:
    """Over one stretch of time rents have risen or have fallen."""
    risen, fallen = "Rents have risen since the reform.", "Rents have fallen since the reform."
    assert told(risen, fallen, ConflictType.OPPOSITE) is Relation.DISPUTE
    level = "Rents are at their highest."
    assert told(level, "Rents have fallen.", ConflictType.OPPOSITE) is Relation.UPDATE


def test_an_update_of_a_thing_is_no_update_of_a_report() -> None:
    """Software that was updated tells nothing of the time that passed."""
    first, second = "Nine in ten phones have the update.", "Half of the phones have the update."
    share = (90, 50, "phones")
    assert told(first, second, ConflictType.QUANTITY, counts=share) is Relation.DISPUTE


def test_who_is_held_or_nursed_is_counted_every_day() -> None:
    """One in custody on Monday and two on Friday are no dispute, whoever counts."""
    held = "in police custody"
    few = (1, 2, "men")
    first, second = f"They have one man {held}.", f"You have two men {held}."
    assert told(first, second, ConflictType.QUANTITY, counts=few) is Relation.UPDATE


def test_a_thing_s_number_is_no_count_that_grew() -> None:
    """The 7 of a ward on both sides does not hide that its patients became fewer."""

    def ward(text: str, value: float, day: str, who: str) -> Claim:
        given = (count(value, "patients"), count(7, "ward"))
        return claim(text, of=HERE, said=day, quantities=given, holder=person(who))

    first = ward("In Ward 7 23 patients have fallen ill.", 23, "2026-05-04", "Ada Brandt")
    second = ward("In Ward 7 18 patients have fallen ill.", 18, "2026-05-06", "Ivo Lehn")
    assert relate(first, second, ConflictType.QUANTITY) is Relation.DISPUTE


def test_who_tells_otherwise_what_they_saw_reverses_themselves() -> None:
    """A witness does not revise a past sight as an office revises its figures."""
    seen = (4, 2, "boats")
    first, second = "Ada Brandt saw four boats.", "Ada Brandt saw two boats."
    kind = ConflictType.QUANTITY
    assert told(first, second, kind, counts=seen, same=True) is Relation.REVERSAL
    first, second = "The port has four boats.", "The port has two boats."
    assert told(first, second, kind, counts=seen, same=True) is Relation.UPDATE


def test_none_by_an_hour_is_none_so_far() -> None:
    """ "No one had been held by Sunday evening" leaves room for whoever was held later."""
    type_ = ConflictType.NEGATION
    held = "Three men have been arrested."
    by_then = told("No one had been arrested by Sunday evening.", held, type_)
    then = told("No one had been arrested in Sarn.", held, type_)
    assert (by_then, then) == (Relation.UPDATE, Relation.DISPUTE)


def test_sales_do_not_shrink() -> None:
    """A lower total of what only adds up takes the higher one back, a higher one adds to it."""
    kind = ConflictType.QUANTITY
    many, few = "Some 9,000 tickets have been sold.", "Some 6,000 tickets have been sold."
    down, up = (9000, 6000, "tickets"), (6000, 9000, "tickets")
    assert told(many, few, kind, counts=down, same=True) is Relation.REVERSAL
    assert told(few, many, kind, counts=up, same=True) is Relation.UPDATE


def test_a_plan_that_its_own_voice_takes_back_is_a_reversal() -> None:
    """What is still to come has not happened since: who plans the contrary has turned round."""
    first = "The minister will go to the talks on 20 May."
    second = "There will be no talks on 20 May."
    days = ("2026-05-20", "2026-05-20")
    type_ = ConflictType.NEGATION
    assert told(first, second, type_, days, same=True) is Relation.REVERSAL


def test_none_of_a_kind_at_any_time_is_no_count_so_far() -> None:
    """ "Burned by a kettle of ours" speaks of all that were ever sold, "by the fire" of one."""
    type_ = ConflictType.NEGATION
    kind = told("No child has been hurt by a Norra kettle.", "A child was hurt by one.", type_)
    once = told("No child has been hurt by the fire.", "A child was hurt by it.", type_)
    assert (kind, once) == (Relation.DISPUTE, Relation.UPDATE)


def test_what_may_be_from_a_day_to_come_is_overtaken_by_what_is() -> None:
    """Shops that may open on Wednesday and are open since Thursday are no dispute."""
    first, later = "The shops may open from Wednesday.", "The shops: open since Thursday."
    assert told(first, later, happened=("2026-05-06", None)) is Relation.UPDATE


def test_the_month_of_may_is_no_present_tense() -> None:
    """ "On 7 May" tells a day gone by, not what may be."""
    days = ("2026-05-01", "2026-05-07")
    first, second = "The envoy arrived on 1 May.", "The envoy arrived on 7 May."
    assert told(first, second, happened=days) is Relation.DISPUTE

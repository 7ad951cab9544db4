"""Dispute, reversal, self-contradiction and update."""

from __future__ import annotations

import pytest

from claimtrack.judge.relation import kind, relate
from claimtrack.model import Claim, ConflictType, Holder, HolderKind, Quantity, Relation
from claimtrack.text.voice import one_voice
from tests.builders import claim, count, document, person

HERE = document("One report.", outlet="Ledger")
THERE = document("Another report.", outlet="Courier")
ADA = person("Ada Brandt")
IVO = person("Ivo Lehn")
OFFICIAL = Holder("an official", HolderKind.ANONYMOUS)


def toll(value: float, said: str | None, holder: Holder = ADA) -> Claim:
    """A death toll as given on a day."""
    return claim(
        f"{value:g} people died.",
        of=HERE if holder is ADA else THERE,
        holder=holder,
        said=said,
        quantities=(count(value, "people"),),
    )


def test_a_toll_that_rises_is_an_update() -> None:
    """A later and higher count overtakes the earlier one, whoever gives it."""
    earlier, later = toll(16, "2026-03-01"), toll(23, "2026-03-02", IVO)
    assert relate(earlier, later, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(later, earlier, ConflictType.QUANTITY) is Relation.UPDATE


def test_how_many_hospitals_did_it_is_no_toll() -> None:
    """A hospital is none of those who were hospitalised, of whom there may be more tomorrow."""

    def told(text: str, value: float, noun: str, said: str, holder: Holder) -> Claim:
        given = (count(value, noun),)
        return claim(text, of=HERE, holder=holder, said=said, quantities=given)

    eleven = told("The trial was run at 11 hospitals.", 11, "hospital", "2026-03-01", ADA)
    thirteen = told("Thirteen hospitals ran it.", 13, "hospital", "2026-03-12", IVO)
    assert relate(eleven, thirteen, ConflictType.QUANTITY) is Relation.DISPUTE
    four = told("Four divers were hospitalised.", 4, "diver", "2026-03-01", ADA)
    nine = told("Nine divers were hospitalised.", 9, "diver", "2026-03-02", IVO)
    assert relate(four, nine, ConflictType.QUANTITY) is Relation.UPDATE


def test_ground_that_goes_on_burning_is_an_update() -> None:
    """A burned area and the part of it under control change from day to day."""

    def fire(text: str, unit: str, value: float, said: str, holder: Holder) -> Claim:
        given = Quantity(f"{value:g}", value, value, value, unit)
        return claim(text, of=HERE, holder=holder, said=said, quantities=(given,))

    first = fire("The fire burned 4,000 acres.", "acre", 4000, "2026-03-01", ADA)
    grown = fire("The fire burned 5,500 acres.", "acre", 5500, "2026-03-02", IVO)
    other = fire("The fire burned 5,500 hectares.", "hectare", 5500, "2026-03-02", IVO)
    assert relate(first, grown, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(first, other, ConflictType.QUANTITY) is Relation.DISPUTE
    held = fire("A tenth of the blaze is contained.", "%", 10, "2026-03-01", ADA)
    most = fire("Most of the blaze is contained.", "%", 60, "2026-03-02", IVO)
    assert relate(held, most, ConflictType.QUANTITY) is Relation.UPDATE


def test_how_it_stood_and_how_it_stands_is_an_update() -> None:
    """On one day one voice tells how much was contained on Monday, another how much is."""

    def edge(text: str, value: float, holder: Holder, happened: str | None) -> Claim:
        given = (Quantity(f"{value:g}", value, value, value, "%"),)
        return claim(
            text, of=HERE, holder=holder, said="2026-03-05", happened=happened, quantities=given
        )

    monday = edge("On Monday a tenth of the edge was contained.", 10, ADA, "2026-03-02")
    now = edge("Most of the edge is contained.", 60, IVO, None)
    also = edge("On Monday most of the edge was contained.", 60, IVO, "2026-03-02")
    assert relate(monday, now, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(now, monday, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(monday, also, ConflictType.QUANTITY) is Relation.DISPUTE


@pytest.mark.parametrize(
    ("said", "relation"), [("2026-03-02", Relation.DISPUTE), ("2026-03-04", Relation.UPDATE)]
)
def test_who_looks_back_disputes_what_was_said_of_that_day(said: str, relation: Relation) -> None:
    """ "On Monday a tenth was contained" denies Monday's figure, and Wednesday's has grown."""
    given = [(Quantity(f"{value}", value, value, value, "%"),) for value in (55, 10)]
    stands = claim("55 per cent is contained.", of=HERE, holder=ADA, said=said, quantities=given[0])
    back = claim(
        "On Monday a tenth was contained.", of=THERE, holder=IVO, said="2026-03-05",
        happened="2026-03-02", quantities=given[1],
    )  # fmt: skip
    assert relate(stands, back, ConflictType.QUANTITY) is relation


def test_a_toll_that_is_lower_later_is_a_dispute() -> None:
    """A count that only grows cannot have shrunk: two holders disagree."""
    earlier, later = toll(23, "2026-03-01"), toll(16, "2026-03-02", IVO)
    assert relate(earlier, later, ConflictType.QUANTITY) is Relation.DISPUTE


def test_without_dates_order_alone_makes_no_update() -> None:
    """Undated articles have no earlier and later."""
    assert relate(toll(16, None), toll(23, None, IVO), ConflictType.QUANTITY) is Relation.DISPUTE


@pytest.mark.parametrize(
    ("said", "relation"),
    [("2026-03-09", Relation.REVERSAL), ("2026-03-01", Relation.SELF_CONTRADICTION)],
)
def test_one_holder_reverses_later_and_contradicts_itself_at_once(
    said: str, relation: Relation
) -> None:
    """The same voice on another day has changed its story; on one day it contradicts itself."""
    a = claim("The bridge is safe.", of=HERE, holder=ADA, said="2026-03-01")
    b = claim("The bridge is unsafe.", of=THERE, holder=ADA, said=said)
    assert relate(a, b, ConflictType.OPPOSITE) is relation


def test_a_later_correction_of_the_same_voice_is_an_update() -> None:
    """Who corrects itself does not reverse itself."""
    a = claim("Nine were hurt.", of=HERE, holder=ADA, said="2026-03-01")
    b = claim("An earlier version misstated it: two were hurt.", of=THERE, holder=ADA,
              said="2026-03-02")  # fmt: skip
    assert relate(a, b, ConflictType.OTHER) is Relation.UPDATE


def test_states_at_different_times_are_an_update() -> None:
    """Closed on Monday and open on Friday are both true."""
    a = claim("The port was closed.", of=HERE, holder=ADA, said="2026-03-02", happened="2026-03-02")
    b = claim("The port was open.", of=THERE, holder=IVO, said="2026-03-06", happened="2026-03-06")
    assert relate(a, b, ConflictType.OPPOSITE) is Relation.UPDATE


def test_a_spokesman_and_his_institution_are_one_voice() -> None:
    """Who speaks on behalf of an institution is that institution."""
    speaker = claim("A.", of=HERE, holder=person("Ivo Lehn", "Orvale Police"))
    police = claim("B.", of=THERE, holder=Holder("Orvale police", HolderKind.ORGANISATION))
    assert one_voice(speaker, police)


@pytest.mark.parametrize(
    ("short", "one"), [("Orvale", True), ("Orvale Council", False), ("Lethonia", False)]
)
def test_a_body_goes_by_its_short_name(short: str, one: bool) -> None:
    """A firm's head and the firm are one voice, by whichever of its names; a council is another."""
    head = claim("A.", of=HERE, holder=person("Ivo Lehn", short))
    firm = claim("B.", of=THERE, holder=Holder("Orvale Foods", HolderKind.OUTLET))
    assert one_voice(head, firm) is one
    assert one_voice(firm, head) is one


def test_one_official_is_not_another() -> None:
    """Anonymous sources are one only within a sentence."""
    a = claim("A.", of=HERE, holder=OFFICIAL, sentence=1)
    b = claim("B.", of=HERE, holder=OFFICIAL, sentence=2)
    assert not one_voice(a, b)


def figures(
    first: str, second: str, values: tuple[float, float], of: str, happened: str | None = None
) -> Relation:
    """The relation of two figures that two voices give on two days."""
    a = claim(first, of=HERE, holder=ADA, said="2026-03-05", happened=happened,
              quantities=(count(values[0], of),))  # fmt: skip
    b = claim(second, of=THERE, holder=IVO, said="2026-03-08", happened=happened,
              quantities=(count(values[1], of),))  # fmt: skip
    return relate(a, b, ConflictType.QUANTITY)


def test_only_what_is_counted_makes_a_count_grow() -> None:
    """A word elsewhere in the sentence does not turn loot or absences into a running toll."""
    loot = figures("Two persons took nine rings.", "The thieves took 30 rings.", (9, 30), "ring")
    missed = figures("She missed six matches.", "She missed two matches.", (6, 2), "match")
    assert {loot, missed} == {Relation.DISPUTE}


def test_who_insists_on_a_count_is_denied_by_another() -> None:
    """A higher figure of another voice denies "not one more" and does not overtake it."""
    plain = figures("Nine people died.", "Twelve people died.", (9, 12), "people")
    firm = figures("Nine people died, not one more.", "Twelve people died.", (9, 12), "people")
    assert (plain, firm) == (Relation.UPDATE, Relation.DISPUTE)


def test_a_count_of_long_ago_is_final() -> None:
    """Nothing is added any more to a toll or a vote of years ago."""
    old = figures("Nine people died.", "Twelve died.", (9, 12), "people", happened="2021-05-04")
    assert old is Relation.DISPUTE


def test_what_is_found_later_of_the_same_day_denies_it() -> None:
    """A finding of Thursday about Tuesday's event overtakes nothing said on Wednesday."""
    a = claim("The blast damaged the quay.", of=HERE, holder=ADA, said="2026-03-04")
    b = claim("On Thursday divers found the quay undamaged by Tuesday's blast.", of=THERE,
              holder=IVO, said="2026-03-06", happened="2026-03-05")  # fmt: skip
    assert relate(a, b, ConflictType.NEGATION) is Relation.DISPUTE


def test_who_takes_back_a_weekday_speaks_of_that_day() -> None:
    """ "On Thursday, not Friday", said a week later, is no new event of a later Thursday."""
    a = claim("Ada Lehn saw the man on Friday night.", of=HERE, holder=ADA, said="2026-03-09",
              happened="2026-03-06")  # fmt: skip
    b = claim("It was Thursday night that Ada Lehn saw him, not Friday.", of=THERE, holder=ADA,
              said="2026-03-16", happened="2026-03-12")  # fmt: skip
    assert relate(a, b, ConflictType.NEGATION) is Relation.REVERSAL


def test_a_state_of_a_later_weekday_is_an_update() -> None:
    """What had changed by a day after the first report denies nothing in it."""
    a = claim("The road is closed.", of=HERE, holder=ADA, said="2026-03-04")
    b = claim("By Friday the road was open.", of=THERE, holder=IVO, said="2026-03-07")
    assert relate(a, b, ConflictType.OPPOSITE) is Relation.UPDATE


def test_a_correction_on_the_same_day_is_an_update() -> None:
    """Who corrects a slip within one report contradicts nobody."""
    a = claim("The jury sat for four hours.", of=HERE, holder=ADA, said="2026-03-04")
    b = claim("Corrected: the jury sat for 14 hours.", of=HERE, holder=ADA, said="2026-03-04")
    assert relate(a, b, ConflictType.QUANTITY) is Relation.UPDATE


def figure(text: str, value: float, said: str, of: str, holder: Holder = ADA) -> Claim:
    """A claim with one count, as given on a day."""
    where = HERE if holder is ADA else THERE
    return claim(text, of=where, holder=holder, said=said, quantities=(count(value, of),))


def said_on(text: str, said: str, holder: Holder = ADA) -> Claim:
    """What a holder said on a day, each in an article of its own."""
    return claim(text, of=HERE if holder is ADA else THERE, holder=holder, said=said)


def test_a_count_that_goes_on_is_overtaken_whatever_is_counted() -> None:
    """ "So far" says itself that a later, higher figure takes its place; "on Tuesday" does not."""
    so_far = figure("So far 58 flights were cut.", 58, "2026-03-01", "flight")
    final = figure("On that day 58 flights were cut.", 58, "2026-03-01", "flight")
    later = figure("In all 84 flights were cut.", 84, "2026-03-02", "flight", IVO)
    assert relate(so_far, later, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(final, later, ConflictType.QUANTITY) is Relation.DISPUTE


def test_what_came_up_since_an_event_cannot_have_become_fewer() -> None:
    """Two counts "since the leak": the higher, later one overtakes, the lower one denies."""
    one = figure("We took in 60 divers since the storm.", 60, "2026-03-01", "diver")
    more = figure("It took in 80 divers since the storm.", 80, "2026-03-02", "diver", IVO)
    fewer = figure("It has now seen 40 divers since the storm.", 40, "2026-03-02", "diver", IVO)
    assert relate(one, more, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(one, fewer, ConflictType.QUANTITY) is Relation.DISPUTE


def test_a_count_of_hospitals_is_no_count_of_patients() -> None:
    """Where a trial was run does not grow from report to report; who was hospitalised does."""
    one = figure("It was run at 11 hospitals.", 11, "2026-03-01", "hospital")
    two = figure("Thirteen hospitals ran it.", 13, "2026-03-09", "hospital", IVO)
    assert relate(one, two, ConflictType.QUANTITY) is Relation.DISPUTE


def test_by_how_much_something_has_changed_overtakes_nothing() -> None:
    """ "Has grown by 40 million" tells of the same year as "has been cut by 25 million"."""
    one = figure("The council has cut it by 25 places.", 25, "2026-03-01", "place")
    two = figure("It has grown by 40 places.", 40, "2026-03-02", "place", IVO)
    level = figure("It has grown to 40 places.", 40, "2026-03-02", "place", IVO)
    assert relate(one, two, ConflictType.QUANTITY) is Relation.DISPUTE
    assert relate(one, level, ConflictType.QUANTITY) is Relation.UPDATE


def test_counts_of_one_hour_are_a_dispute() -> None:
    """Two figures for noon of one day exclude each other, on whichever day they are given."""
    one = figure("By noon on Monday 40 houses were destroyed.", 40, "2026-03-03", "house")
    two = figure("On Monday noon 70 houses were destroyed.", 70, "2026-03-04", "house", IVO)
    assert relate(one, two, ConflictType.QUANTITY) is Relation.DISPUTE


@pytest.mark.parametrize(
    ("first", "then", "of"),
    [
        ("{} homes were without power at the peak.", "{} homes were without power.", "home"),
        (
            "{} guards were on duty when the outage began.",
            "{} guards were there as the outage began.",
            "guard",
        ),
        (
            "{} patients were in hospital when the fire broke out.",
            "When the fire broke out {} patients were in hospital.",
            "patient",
        ),
    ],
)
def test_a_figure_for_a_moment_gone_by_is_not_overtaken(first: str, then: str, of: str) -> None:
    """What stood at the peak, or when it began, no later day changes; what stands now it does."""
    early = figure(first.format(400), 400, "2026-03-01", of)
    late = figure(then.format(600), 600, "2026-03-03", of, IVO)
    assert relate(early, late, ConflictType.QUANTITY) is Relation.DISPUTE
    fewer = figure("200 homes are without power.", 200, "2026-03-03", "home", IVO)
    peak = figure("400 homes were without power at the peak.", 400, "2026-03-01", "home")
    assert relate(peak, fewer, ConflictType.QUANTITY) is Relation.UPDATE
    now = figure("600 patients were in hospital.", 600, "2026-03-03", "patient", IVO)
    before = figure("400 patients were in hospital.", 400, "2026-03-01", "patient")
    assert relate(before, now, ConflictType.QUANTITY) is Relation.UPDATE


def test_a_deed_that_is_denied_on_a_later_day_is_a_dispute() -> None:
    """Nobody can have been arrested where somebody was; before that, there may be none yet."""
    done = said_on("Police have arrested the manager.", "2026-03-01")
    none = said_on("Nobody has been arrested.", "2026-03-02", IVO)
    assert relate(done, none, ConflictType.NEGATION) is Relation.DISPUTE
    none_yet = said_on("Nobody has been arrested.", "2026-03-01")
    since = said_on("Police have arrested the manager.", "2026-03-02", IVO)
    assert relate(none_yet, since, ConflictType.NEGATION) is Relation.UPDATE
    need_not = said_on("The firm does not have to pay the households.", "2026-03-01")
    must = said_on("The firm has to pay the households.", "2026-03-02", IVO)
    assert relate(need_not, must, ConflictType.NEGATION) is Relation.DISPUTE


def test_what_is_sure_is_no_update() -> None:
    """An age is told of one person, whatever day the rest of the sentence is of."""
    younger = said_on("Tavin Orle, 58, listened.", "2026-03-01")
    older = said_on("Tavin Orle, the 61-year-old, testified on Tuesday.", "2026-03-03", IVO)
    assert relate(younger, older, ConflictType.QUANTITY, sure=True) is Relation.DISPUTE


def test_a_lower_count_is_a_dispute_even_now() -> None:
    """What only grows can't have shrunk, though the later voice says "now"."""
    one = figure("The fire destroyed 70 houses.", 70, "2026-03-01", "house")
    two = figure("The fire has now destroyed 40 houses.", 40, "2026-03-02", "house", IVO)
    assert relate(one, two, ConflictType.QUANTITY) is Relation.DISPUTE


def test_a_revised_figure_is_an_update() -> None:
    """A later report that names the first estimate replaces it, whoever gave that."""
    one = claim(
        "Output grew by 0.4 percent.", of=HERE, holder=ADA, said="2026-03-01",
        quantities=(Quantity("0.4", 0.4, 0.4, 0.4, "%"),),
    )  # fmt: skip
    two = claim(
        "Output grew by 0.1 percent, less than in the first estimate.", of=THERE, holder=IVO,
        said="2026-04-01", quantities=(Quantity("0.1", 0.1, 0.1, 0.1, "%"),),
    )  # fmt: skip
    assert relate(one, two, ConflictType.QUANTITY) is Relation.UPDATE


def test_an_announced_change_overtakes_a_state_and_no_past_event() -> None:
    """ "Has been released" overtakes "is in custody", and not "was never there"."""
    state = claim("Brandt is in custody.", of=HERE, holder=ADA, said="2026-03-01")
    past = claim("Brandt was never in custody.", of=HERE, holder=ADA, said="2026-03-01")
    change = claim("Brandt has been released.", of=THERE, holder=IVO, said="2026-03-04")
    assert relate(state, change, ConflictType.OPPOSITE) is Relation.UPDATE
    assert relate(past, change, ConflictType.OPPOSITE) is Relation.DISPUTE


def test_a_paper_reports_anew_on_another_day() -> None:
    """What an outlet says in its own voice overtakes what it said days before."""
    ledger = Holder("Ledger", HolderKind.OUTLET)
    a = claim("The shop is on Weir Street.", of=HERE, holder=ledger, said="2026-03-01")
    b = claim("The shop is on Mill Street.", of=THERE, holder=ledger, said="2026-03-04")
    assert relate(a, b, ConflictType.OTHER) is Relation.UPDATE


def test_a_paper_that_tells_old_history_otherwise_reverses_itself() -> None:
    """Nothing happens any more to what lay years back: only a revision makes it an update."""
    ledger = Holder("Ledger", HolderKind.OUTLET)
    first, second, mended = (
        claim(text, of=HERE, holder=ledger, said=day, happened="1997-05-02")
        for text, day in (
            ("The flood of 1997 killed 31 people.", "2026-03-01"),
            ("The flood of 1997 killed 29 people.", "2026-03-04"),
            ("The flood of 1997 killed 29 people, by a revised count.", "2026-03-04"),
        )
    )
    assert relate(first, second, ConflictType.QUANTITY) is Relation.REVERSAL
    assert relate(first, mended, ConflictType.QUANTITY) is Relation.UPDATE


def test_a_spokesman_against_his_firm_s_release_is_a_reversal() -> None:
    """A firm's own page does not report news: what its voice says later takes it back."""
    firm = Holder("Norra Roads", HolderKind.OUTLET)
    voice = Holder("Jan Aske", HolderKind.PERSON, "Norra Roads")
    a = claim("No letter reached the firm.", of=HERE, holder=firm, said="2026-03-01")
    b = claim("The firm had the letter.", of=THERE, holder=voice, said="2026-03-04")
    assert relate(a, b, ConflictType.NEGATION) is Relation.REVERSAL


def test_two_past_days_make_no_update() -> None:
    """A later report about an earlier day disputes it: time has not passed in between."""
    a = claim("The line was cut on Monday.", of=HERE, holder=ADA, said="2026-03-05",
              happened="2026-03-02")  # fmt: skip
    b = claim("The line was whole on Tuesday.", of=THERE, holder=IVO, said="2026-03-08",
              happened="2026-03-03")  # fmt: skip
    assert relate(a, b, ConflictType.OPPOSITE) is Relation.DISPUTE


def test_a_date_that_its_own_planner_moves_is_an_update() -> None:
    """Who gives another date for what is to come has planned anew; a past date is no plan."""

    def on(text: str, said: str, holder: Holder = ADA) -> Claim:
        return claim(text, of=HERE, holder=holder, said=said)

    first = on("The bridge will reopen in June.", "2026-03-01")
    moved = on("The bridge will reopen in August.", "2026-03-09")
    other = on("The bridge will reopen in August.", "2026-03-09", IVO)
    assert relate(first, moved, ConflictType.DATE) is Relation.UPDATE
    assert relate(first, other, ConflictType.DATE) is Relation.DISPUTE
    opened = on("The bridge opened in June.", "2026-08-01")
    denied = on("The bridge opened in May.", "2026-08-09")
    assert relate(opened, denied, ConflictType.DATE) is Relation.REVERSAL


def test_who_is_where_is_counted_every_day() -> None:
    """Three in intensive care on Sunday and five on Wednesday are an update, past counts none."""

    def ward(text: str, value: float, said: str, holder: Holder) -> Claim:
        return claim(
            text, of=HERE, holder=holder, said=said, quantities=(count(value, "patients"),)
        )

    first = ward("Three patients are in intensive care.", 3, "2026-03-02", ADA)
    later = ward("Five patients are in intensive care.", 5, "2026-03-05", IVO)
    fewer = ward("Two patients are in intensive care.", 2, "2026-03-05", IVO)
    assert relate(first, later, ConflictType.QUANTITY) is Relation.UPDATE
    assert relate(first, fewer, ConflictType.QUANTITY) is Relation.UPDATE
    then = ward("Three patients slept in the corridor.", 3, "2026-03-02", ADA)
    other = ward("Five patients slept in the corridor.", 5, "2026-03-05", IVO)
    assert relate(then, other, ConflictType.QUANTITY) is Relation.DISPUTE


def test_the_first_of_what_had_not_come_yet_is_an_update() -> None:
    """ "Has died" denies up to its own day, a past tense for good, and "never" what lies before."""
    none = claim("No patient has died.", of=HERE, holder=ADA, said="2026-03-02")
    came = claim("Ivo Brandt died of heart failure.", of=THERE, holder=IVO, said="2026-03-06")
    assert relate(none, came, ConflictType.NEGATION) is Relation.UPDATE
    over = claim("No patient died on Sunday.", of=HERE, holder=ADA, said="2026-03-02")
    assert relate(over, came, ConflictType.NEGATION) is Relation.DISPUTE
    never = claim("No patient has ever died here.", of=HERE, holder=ADA, said="2026-03-02")
    assert relate(never, came, ConflictType.NEGATION) is Relation.DISPUTE
    before = claim("Ivo Brandt died on Saturday.", of=THERE, holder=IVO, said="2026-03-06",
                   happened="2026-02-28")  # fmt: skip
    assert relate(none, before, ConflictType.NEGATION) is Relation.DISPUTE


def test_a_conflict_that_no_comparator_names_has_a_type() -> None:
    """Figures of one unit that exclude each other, or one denial, name what only NLI sees."""
    nine, four = (figure(f"{n} were hurt.", n, "2026-03-01", "people") for n in (9, 4))
    whole = claim("The dam is whole.", of=HERE)
    denied = claim("The dam did not hold.", of=THERE)
    assert kind(nine, four, ConflictType.OTHER) is ConflictType.QUANTITY
    assert kind(whole, denied, ConflictType.OTHER) is ConflictType.NEGATION
    assert kind(whole, denied, ConflictType.OPPOSITE) is ConflictType.OPPOSITE
    assert kind(whole, whole, ConflictType.OTHER) is ConflictType.OTHER


def test_what_only_nli_sees_is_of_its_times_or_of_its_doer() -> None:
    """Two hours or two days that exclude each other, or "it was X who", say what is disputed."""

    def of(first: str, second: str, happened: tuple[str | None, str | None]) -> ConflictType:
        sides = zip((first, second), happened, strict=True)
        a, b = (claim(text, of=HERE, said="2026-03-09", happened=when) for text, when in sides)
        return kind(a, b, ConflictType.OTHER)

    bell = "The bell rang at 6.40 a.m."
    assert of(bell, "It was tolled at 7.25 a.m.", (None, None)) is ConflictType.DATE
    assert of(bell, "It did not ring until 7.25 a.m.", (None, None)) is ConflictType.DATE
    assert of(bell, "It did not ring at 7.25 a.m.", (None, None)) is ConflictType.NEGATION
    days = ("2026-03-02", "2026-03-05")
    assert of("She came on Monday.", "She flew in on Thursday.", days) is ConflictType.DATE
    who = "It was the mayor who called off the fair."
    assert of("The council cancelled the fair.", who, (None, None)) is ConflictType.ACTOR


def test_a_measure_that_is_denied_is_a_matter_of_quantity() -> None:
    """ "Never above 60 degrees" denies a figure, "nobody was hurt" the deed."""
    hot = claim("It reached 94 degrees.", of=HERE, quantities=(degrees(94),))
    cool = claim("It never went above 61 degrees.", of=THERE, quantities=(degrees(61),))
    assert kind(hot, cool, ConflictType.OTHER) is ConflictType.QUANTITY


def degrees(value: float) -> Quantity:
    """A temperature."""
    return Quantity(f"{value:g}", value, value, value, "celsius")

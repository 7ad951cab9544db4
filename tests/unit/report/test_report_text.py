"""The report that people read."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from claimtrack.model import (
    AuditResult,
    ConflictType,
    DayInterval,
    Evidence,
    Holder,
    HolderKind,
    Quantity,
)
from claimtrack.report import text
from claimtrack.report.clash import clashing
from claimtrack.report.view import pushes
from claimtrack.report.wording import cells, printable, wrapped


def test_a_conflict_shows_both_sides_and_why(sample: AuditResult) -> None:
    """Holder, institution, outlet, date, place in the file, quote, score and top reasons."""
    page = text.render(sample)
    assert "1. DISPUTE · negation" in page
    assert "score 0.97" in page
    assert "Harbour Agency\n   Coast Herald, 2 May 2031 · articles/draft one.txt:7:1\n" in page
    assert "Ilka Thorne, on behalf of the Cabinet (denied)" in page
    assert "“The Orvale dam was breached, the Harbour Agency said.”" in page
    assert "why: One affirms it, one denies it." in page
    first = page.split("2. REVERSAL")[0]
    assert first.index("nli: contradiction") < first.index("gate: same place")
    assert "speaker: different holders" not in first


def test_clashing_words_are_underlined_without_colour(sample: AuditResult) -> None:
    """Carets stand exactly under the words that clash, on both sides."""
    lines = text.render(sample).splitlines()
    number = next(i for i, line in enumerate(lines) if "said there was no breach" in line)
    under = lines[number + 1]
    assert lines[number][under.index("^") : under.rindex("^") + 1] == "no breach"
    number = next(i for i, line in enumerate(lines) if "dam was breached" in line)
    under = lines[number + 1]
    assert lines[number][under.index("^") : under.rindex("^") + 1] == "breached"


def test_colour_takes_the_place_of_the_carets(sample: AuditResult) -> None:
    """With colour the words are the same and no line of carets is needed."""
    page = text.render(sample, colour=True)
    assert "\x1b[1;31mno breach\x1b[0m" in page
    assert "^" not in page
    assert "\x1b" not in text.render(sample).replace("\ufffd", "")


@pytest.mark.parametrize("width", [80, 50])
def test_no_line_is_too_wide(sample: AuditResult, width: int) -> None:
    """The page keeps to its width, whatever the quotes hold."""
    assert max(cells(line) for line in text.render(sample, width=width).splitlines()) <= width


def test_terminal_escapes_in_an_article_do_nothing(sample: AuditResult) -> None:
    """An article can't colour, clear or retitle the reader's terminal."""
    assert "\ufffd[31mtoday" in text.render(sample)


def test_updates_stand_apart_and_the_end_counts(sample: AuditResult) -> None:
    """What time has overtaken is under its own heading, the earlier side first."""
    page = text.render(sample)
    head, updates = page.split("UPDATES")
    assert "19 people" not in head
    assert updates.index("At least 12") < updates.index("now says 19")
    summary = " ".join(page.split())
    assert summary.endswith(
        "2 conflicts (1 dispute, 1 reversal), 1 update in 2 documents, 5 claims. "
        "1 input could not be read."
    )


def test_verbose_adds_ids_and_every_reason(sample: AuditResult) -> None:
    """The ids that ``audit --explain`` and ``show`` take are there to be copied."""
    page = text.render(sample, verbose=True)
    conflict = sample.conflicts[1]
    assert f"conflict {conflict.id}" in page
    assert f"claim {conflict.a.id}" in page
    assert "speaker: different holders" in page
    assert conflict.a.id not in text.render(sample)


def test_what_was_resolved_is_told(sample: AuditResult) -> None:
    """Where the statement says more than the quote, the reader sees what was understood."""
    page = text.render(sample)
    assert "read as: There was no breach of the Orvale dam." in page
    assert "read as: The Orvale dam was breached." not in page


def test_an_empty_result_is_one_line(sample: AuditResult) -> None:
    """Nothing found is said in one line."""
    empty = dataclasses.replace(sample, conflicts=(), updates=(), errors=())
    assert text.render(empty) == "0 conflicts, 0 updates in 2 documents, 3 claims.\n"


def test_numbers_that_cannot_agree_are_marked(sample: AuditResult) -> None:
    """Of two quantities only the pair that has no common value is marked."""
    update = sample.updates[0]
    small = dataclasses.replace(
        update.a,
        quantities=(dataclasses.replace(update.a.quantities[0], high=14.0),),
    )
    page = text.render(dataclasses.replace(sample, updates=(dataclasses.replace(update, a=small),)))
    lines = page.splitlines()
    for words in ("At least 12", "19"):
        number = next(i for i, line in enumerate(lines) if words in line and "“" in line)
        under = lines[number + 1]
        assert lines[number][under.index("^") : under.rindex("^") + 1] == words


@pytest.mark.parametrize(
    ("one", "two", "why", "marked"),
    [
        (
            "The dam broke on Monday, she said.",
            "The dam did not break on Monday.",
            "One side denies “break”, the other asserts it.",
            (["broke"], ["not", "break"]),
        ),
        (
            "A fisherman was injured by Tuesday's explosion.",
            "Nobody was hurt by Tuesday's explosion.",
            "One side denies “hurt”, the other tells of “injured”.",
            (["injured"], ["Nobody", "hurt"]),
        ),
        (
            "Two supports have been cracked.",
            "The bridge had not been damaged.",
            "Read together, the two statements exclude each other (NLI 0.85).",
            ([], ["not"]),
        ),
        (
            "There is some damage to see.",
            "There was no sign of any damage.",
            "One affirms it, one denies it.",
            (["damage"], ["no", "damage"]),
        ),
    ],
)
def test_what_is_denied_is_marked_and_not_what_stands_near_it(
    sample: AuditResult, one: str, two: str, why: str, marked: tuple[list[str], list[str]]
) -> None:
    """A verb in another form, a word that the reason names; days and helping verbs never."""
    [conflict] = [c for c in sample.conflicts if c.type is ConflictType.NEGATION]
    a, b = (
        dataclasses.replace(side, quote=q) for side, q in ((conflict.a, one), (conflict.b, two))
    )
    spans = clashing(dataclasses.replace(conflict, a=a, b=b, explanation=why, evidence=()))
    found = [
        [q[start:end] for start, end in side] for q, side in zip((one, two), spans, strict=True)
    ]
    assert tuple(found) == marked


def test_of_two_hours_on_one_day_the_hours_are_marked(sample: AuditResult) -> None:
    """The day that both sides have in common is no clash."""
    texts = ("It broke at 3 a.m. on Monday.", "It broke at 5.45 a.m. on Monday.")
    monday = DayInterval(dt.date(2031, 5, 5), dt.date(2031, 5, 5), "Monday")
    tuesday = DayInterval(dt.date(2031, 5, 6), dt.date(2031, 5, 6), "Monday")
    for other, wanted in ((monday, ["3 a.m.", "5.45 a.m."]), (tuesday, ["Monday", "Monday"])):
        a, b = (
            dataclasses.replace(sample.conflicts[1].a, quote=quote, event_time=day)
            for quote, day in zip(texts, (monday, other), strict=True)
        )
        why = "One says “3 a.m.”, the other “5.45 a.m.”."
        conflict = dataclasses.replace(
            sample.conflicts[1], a=a, b=b, type=ConflictType.DATE, explanation=why, evidence=()
        )
        spans = clashing(conflict)
        assert [q[s[0][0] : s[0][1]] for q, s in zip(texts, spans, strict=True)] == wanted


def test_of_several_figures_the_one_that_the_reason_names_is_marked(sample: AuditResult) -> None:
    """ "13 aircraft and not one more" is about 13."""
    one, two = "41 aircraft were hit.", "It hit 13 aircraft and not one more."

    def count(text: str, value: float) -> Quantity:
        return Quantity(text, value, value, value)

    a = dataclasses.replace(sample.conflicts[1].a, quote=one, quantities=(count("41", 41),))
    both = (count("13", 13), count("one", 1))
    b = dataclasses.replace(sample.conflicts[1].b, quote=two, quantities=both)
    said = "One says 41 aircraft, the other 13."
    conflict = dataclasses.replace(
        sample.conflicts[1], a=a, b=b, type=ConflictType.QUANTITY, explanation=said, evidence=()
    )
    spans = clashing(conflict)
    assert [[two[s:e] for s, e in spans[1]], [one[s:e] for s, e in spans[0]]] == [["13"], ["41"]]


def test_who_repeats_a_clash_is_named(sample: AuditResult) -> None:
    """A number of further pairs alone leaves a reader to look for them."""
    conflict = sample.conflicts[1]
    again = dataclasses.replace(sample.updates[0].b, statement="The dam broke.")
    copied = dataclasses.replace(conflict, copies=((again.id, conflict.b.id), ("x", "y")))
    result = dataclasses.replace(sample, conflicts=(copied,), claims=(*sample.claims, again))
    page = " ".join(text.render(result).split())
    assert "stands in 2 further pairs of claims (in Coast Herald and Inland Post)." in page
    bare = dataclasses.replace(conflict, copies=(("x", "y"),))
    page = text.render(dataclasses.replace(result, conflicts=(bare,)))
    assert "The same clash stands in 1 further pair of claims.\n" in page


def test_words_named_by_the_evidence_are_marked(sample: AuditResult) -> None:
    """Opposites are marked where the judge named them."""
    conflict = dataclasses.replace(
        sample.conflicts[1],
        type=ConflictType.OPPOSITE,
        evidence=(Evidence("opposite", 'lexicon: "breached" against "breach"', 2.0),),
    )
    lines = text.render(dataclasses.replace(sample, conflicts=(conflict,))).splitlines()
    number = next(i for i, line in enumerate(lines) if "was breached" in line)
    under = lines[number + 1]
    assert lines[number][under.index("^") : under.rindex("^") + 1] == "breached"


def test_who_passed_it_on_is_told(sample: AuditResult) -> None:
    """In nested reporting the chain is named, outermost first."""
    conflict = sample.conflicts[1]
    via = (Holder("Press Desk", HolderKind.ORGANISATION), Holder("an aide", HolderKind.ANONYMOUS))
    told = dataclasses.replace(conflict, a=dataclasses.replace(conflict.a, via=via))
    page = text.render(dataclasses.replace(sample, conflicts=(told,)))
    assert "Harbour Agency, as told by Press Desk, then an aide" in page


def test_marks_survive_wrapping_and_long_words_break() -> None:
    """A mark over two words runs through their space, and an endless word is cut, not lost."""
    runs = wrapped("one two three", [(4, 13)], 40)
    assert [(run.text, run.marked) for run in runs[0]] == [("one ", False), ("two three", True)]
    long = "x" * 25
    assert ["".join(run.text for run in line) for line in wrapped(long, [], 10)] == [
        "x" * 10,
        "x" * 10,
        "x" * 5,
    ]


def test_printable_keeps_length() -> None:
    """Offsets stay valid in the cleaned text; reordering marks do not get through."""
    raw = "a\tb\x07c\u202ed\n"
    assert printable(raw) == "a b\ufffdc\ufffdd "
    assert len(printable(raw)) == len(raw)


def test_a_denial_follows_what_it_denies(sample: AuditResult) -> None:
    """Between articles of one day the affirming side comes first, whichever id sorts first."""
    conflict = sample.conflicts[1]
    other = dataclasses.replace(
        sample.documents[1], outlet="Hill Gazette", path="articles/hill.txt", title=None
    )
    denial = dataclasses.replace(conflict.b, document=other.id, report_time=None)
    for a, b in ((conflict.a, denial), (denial, conflict.a)):
        turned = dataclasses.replace(conflict, a=a, b=b)
        page = text.render(
            dataclasses.replace(
                sample, documents=(*sample.documents, other), conflicts=(turned,), updates=()
            )
        )
        assert page.index("“The Orvale dam was breached") < page.index("“But minister")


def test_reasons_of_the_score_come_before_those_behind_it(sample: AuditResult) -> None:
    """What sums to the score's log-odds is shown; the gate's own reasons only when asked for."""
    conflict = dataclasses.replace(
        sample.conflicts[1],
        score=0.9526,
        evidence=(
            Evidence("nli", "contradiction", 4.0),
            Evidence("base", "before anything is known", -1.5),
            Evidence("hedge", "one side hedges", -2.0),
            Evidence("same event", "0.9", 0.5),
            Evidence("stance", "one side denies", 2.0),
            Evidence("words", "all in common", 9.0),
        ),
    )
    result = dataclasses.replace(sample, conflicts=(conflict,), updates=())
    short = text.render(result)
    assert "for     +4.00  nli" in short
    assert "words" not in short
    assert "hedge" not in short, "what speaks for the flag comes first"
    assert "base:" not in short
    long = text.render(result, verbose=True)
    assert long.index("base:") < long.index("behind it") < long.index("for     +9.00  words")
    assert long.index("for     +2.00  stance") < long.index("against -2.00  hedge")


def test_a_reason_of_the_score_that_weighs_nothing_is_still_one(sample: AuditResult) -> None:
    """It is not told as one that lies behind the score."""
    conflict = sample.conflicts[1]
    first = Evidence("nli", "sure", 2.0)
    evidence = (first, Evidence("background", "as usual", -0.0001))
    scored, behind = pushes(dataclasses.replace(conflict, score=0.8808, evidence=evidence))
    assert (len(scored), behind) == (2, ())


def test_reasons_that_move_nothing_are_told_only_on_request(sample: AuditResult) -> None:
    """And one that the explanation gave in full is not told twice."""
    evidence = (
        Evidence("negation", "One affirms it, one denies it.", 0.5),
        Evidence("nli.weaker", "less sure", 0.02),
    )
    conflict = dataclasses.replace(sample.conflicts[1], evidence=evidence)
    result = dataclasses.replace(sample, conflicts=(conflict,), updates=())
    page = text.render(result)
    assert "+0.50  negation: as said above\n" in page
    assert "nli.weaker" not in page
    assert "+0.02  nli.weaker: less sure" in text.render(result, verbose=True)

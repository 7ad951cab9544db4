"""Wire copies count as one voice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.text.wire import voices

WIRE = "The harbour of Velin reopened on Monday, the port authority said in a statement."
OWN = "Ships are calling at Velin again after ten days, our reporter saw from the quay."


def test_outlets_that_print_one_text_are_one_voice() -> None:
    """A word changed by a desk makes no second voice; words of one's own do."""
    edited = WIRE.replace("said in a statement", "said in statement")
    assert voices([("Post", WIRE), ("Mail", edited), ("Ledger", OWN)]) == [0, 0, 1]


def test_one_outlet_is_one_voice_whatever_it_prints() -> None:
    """Two articles of one outlet count once, and tie together the copies of both."""
    assert voices([("Post", WIRE), ("POST", OWN), ("Mail", OWN)]) == [0, 0, 0]


def test_a_text_without_an_outlet_stands_for_itself() -> None:
    """No name is not a name that two share."""
    assert voices([("", WIRE), ("", OWN)]) == [0, 1]


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([WIRE, OWN, "No."]))))
def test_the_count_does_not_hang_on_the_order(passages: list[tuple[str, str]]) -> None:
    """Numbers count up from 0, and reading the list backwards finds as many voices."""
    found = voices(passages)
    assert sorted(set(found)) == list(range(max(found, default=-1) + 1))
    assert len(set(voices(passages[::-1]))) == len(set(found))

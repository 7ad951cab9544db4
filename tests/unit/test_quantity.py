"""When two quantities exclude each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model import Quantity

ENDS = st.tuples(st.integers(-99, 99), st.integers(-99, 99)).map(sorted)


def interval(ends: list[int], unit: str = "km") -> Quantity:
    """A quantity that allows the values from one end to the other."""
    return Quantity("some", ends[0], ends[0], ends[1], unit)


@given(ENDS, ENDS, st.integers(0, 50))
def test_they_exclude_each_other_where_no_value_fits_both(
    a: list[int], b: list[int], more: int
) -> None:
    """In either order alike; never where one is wider and met before; never of two units."""
    one, two = interval(a), interval(b)
    fits = any(a[0] <= value <= a[1] for value in range(b[0], b[1] + 1))
    assert one.excludes(two) == two.excludes(one) == (not fits)
    wider = interval([a[0] - more, a[1] + more])
    assert one.excludes(two) or not wider.excludes(two)
    assert not one.excludes(interval(b, "USD"))

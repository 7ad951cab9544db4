"""By whose clock a time of day is told, and how far two clocks are apart."""

from __future__ import annotations

import re

# "GMT", "(UTC)", "Moscow time", "by Halden's clocks", "local time".
_ZONE = re.compile(
    r"^[ ,]*\(?(?:(?P<code>GMT|UTC|Z|BST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T|AE[SD]T|JST)\b"
    r"|(?:by |in )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}|local)(?:['’]s)? (?:time|clocks?)\b)"
)
# Minutes ahead of GMT (IANA time zone database); a name that is not here is some other clock.
_AHEAD = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120,
    "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "aest": 600, "aedt": 660, "jst": 540,
    "moscow": 180, "greenwich mean": 0,
}  # fmt: skip


def zone_behind(rest: str) -> str:
    """Return the clock that the words behind a time name, in lower case; empty for none."""
    match = _ZONE.match(rest)
    return (match["code"] or match["name"]).lower() if match else ""


def minutes_ahead(zone: str, other: str) -> int | None:
    """Return by how many minutes ``zone`` is ahead of ``other``; None where nobody knows.

    Where only one is named, both are taken for one.
    """
    if zone == other or not zone or not other:
        return 0
    if zone not in _AHEAD or other not in _AHEAD:
        return None
    return _AHEAD[zone] - _AHEAD[other]

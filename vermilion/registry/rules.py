"""Decisions of the books, from plain values to plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vermilion.kernel import text
from vermilion.kernel.letters import search_key


@dataclass(frozen=True, slots=True)
class Days:
    """The days over which one series of numbers runs; `until` is the first day it does not."""

    since: date
    until: date | None


def calendar_year(day: date) -> Days:
    """The year a day lies in (Decree 30/2020 Art. 15.1 and 22.2: numbers run over the year)."""
    return Days(date(day.year, 1, 1), date(day.year + 1, 1, 1))


def padded(number: int) -> str:
    """A number as the books write it: below ten with a leading zero (Decree 30/2020, App. I)."""
    return f"{number:02d}"


def symbol(number: int, notation: str, *, family: str, year: int) -> str:
    """Number and notation as the rules of a family write them.

    The State: 15/QĐ-BNV. Legal documents bear the year: 15/2026/NĐ-CP. The Party: 36-HD/VPTW.
    """
    if family == "party":
        return f"{padded(number)}-{notation}"
    if family == "legal":
        return f"{padded(number)}/{year}/{notation}"
    return f"{padded(number)}/{notation}"


def notation(abbreviation: str, *, body: str, unit: str, family: str) -> str:
    """The notation that a type of document has in a body, after Decree 30/2020 and HD 36-HD/VPTW.

    An official letter of the State has no abbreviation: its body comes first, then the unit.
    """
    if family == "party":
        return f"{abbreviation or 'CV'}/{body}"
    if not abbreviation:
        return f"{body}-{unit}" if unit else body
    return f"{abbreviation}-{body}"


def found_by(*, symbol: str, issuer: str, abstract: str, more: Sequence[str] = ()) -> str:
    """What a line is found by: a space before each of its folded words."""
    return search_key(symbol, text.same_symbol_key(symbol), issuer, abstract, *more)


def is_in_form(form: str, choices: Sequence[str], value: str) -> bool:
    """Whether a value may be written in a custom field of this form."""
    if form == "number":
        return value.lstrip("-").replace(",", ".", 1).replace(".", "", 1).isdecimal()
    if form == "day":
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return form != "choice" or value in choices


Box = tuple[float, float, float, float]
"""Left, top, right, bottom: as shares of the page, from top left."""

WIDTH_MM, HEIGHT_MM = 50.0, 35.0
"""The arrival stamp (Decree 30/2020, App. IV)."""
POINTS_A_MM = 72 / 25.4
MARGIN_MM, STEP_MM, AIR_MM = 8.0, 2.0, 1.0
SMALLER = (1.0, 0.85, 0.7)
"""How large the stamp may be beside the prescribed size, where a page is full; still read."""
EDGE_MM = 2.0


def room_for_stamp(lines: Sequence[Box], *, width: float, height: float) -> Box:
    """Where the stamp fits on a page of this size in points, as shares of the page.

    The place nearest to where the law wants it that no line of the page touches: below the head
    on its first side, then the other, then down both edges; somewhat smaller where the whole has
    no room. On a page without any room it lies at the edge, where it covers the least.
    """
    for size in SMALLER:
        for place in _places(size, MARGIN_MM, width, height):
            if not any(_touch(place, line, width, height) for line in lines):
                return place
    at_the_edge = _places(SMALLER[-1], EDGE_MM, width, height)
    return min(at_the_edge, key=lambda place: sum(_covered(place, line) for line in lines))


def _places(size: float, margin_mm: float, width: float, height: float) -> list[Box]:
    """Every place of a stamp of this size, from where the law wants it downwards."""
    wide = size * WIDTH_MM * POINTS_A_MM / width
    high = size * HEIGHT_MM * POINTS_A_MM / height
    margin = margin_mm * POINTS_A_MM / width
    step = STEP_MM * POINTS_A_MM / height
    tops = [0.1 + step * turn for turn in range(int((0.88 - high) / step))]
    return [
        (start, top, start + wide, top + high)
        for top in tops
        for start in (margin, 1 - margin - wide)
    ]


def _covered(place: Box, line: Box) -> float:
    across = min(place[2], line[2]) - max(place[0], line[0])
    down = min(place[3], line[3]) - max(place[1], line[1])
    return max(across, 0.0) * max(down, 0.0)


def _touch(place: Box, line: Box, width: float, height: float) -> bool:
    across, down = AIR_MM * POINTS_A_MM / width, AIR_MM * POINTS_A_MM / height
    return (
        line[0] - across < place[2]
        and line[2] + across > place[0]
        and line[1] - down < place[3]
        and line[3] + down > place[1]
    )

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

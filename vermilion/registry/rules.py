"""Decisions of the books, from plain values to plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """The days over which one series of numbers runs; `until` is the first day it does not."""

    since: date
    until: date | None


def calendar_year(day: date) -> Days:
    """The year a day lies in (Decree 30/2020 Art. 22.2: incoming numbers run over the year)."""
    return Days(date(day.year, 1, 1), date(day.year + 1, 1, 1))


def padded(number: int) -> str:
    """A number as the books write it: below ten with a leading zero (Decree 30/2020, App. I)."""
    return f"{number:02d}"

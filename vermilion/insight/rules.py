"""Weeks, months and shares."""

import re
from datetime import date, timedelta

from vermilion.insight.types import Days

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
MONTHS = 12
"""Months that the table by month looks back."""


def month_of(day: date) -> Days:
    """The calendar month in which a day lies."""
    first = day.replace(day=1)
    return Days(first, _next_month(first) - timedelta(days=1))


def months_back(day: date, count: int = MONTHS) -> list[Days]:
    """The month of a day and those before it, the newest first."""
    months = [month_of(day)]
    while len(months) < count:
        months.append(month_of(months[-1].first - timedelta(days=1)))
    return months


def week_of(day: date) -> Days:
    """The week in which a day lies, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def last_whole_week(day: date) -> Days:
    """The last week that has ended before a day."""
    return week_of(day - timedelta(days=7))


def week_named(name: str) -> Days | None:
    """The week of a name such as 2026-W47 (ISO 8601), or none."""
    found = _WEEK.fullmatch(name)
    if found is None:
        return None
    try:
        return week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))
    except ValueError:
        return None


def name_of_week(days: Days) -> str:
    """The name of the week that begins with these days."""
    year, week, _day = days.first.isocalendar()
    return f"{year}-W{week:02}"


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1; of nothing there is none."""
    return part / whole if whole else None


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)

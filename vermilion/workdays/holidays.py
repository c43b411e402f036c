"""Public holidays of countries, read from the data beside this file."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from vermilion.workdays import rules
from vermilion.workdays.types import Holiday, Hours, Manner, SpecialDay

DATA = Path(__file__).parent / "data"

COUNTRIES = {"Asia/Ho_Chi_Minh": "VN", "Asia/Saigon": "VN"}
"""Whose holidays are kept where a body's clock shows this time. Other zones have none yet."""


def country_of(time_zone: str) -> str:
    """The country whose holidays a body keeps, from its time zone; empty where none are known."""
    return COUNTRIES.get(time_zone, "")


@cache
def holidays_of(country: str, week: tuple[Hours, ...]) -> dict[date, SpecialDay]:
    """The days on which a country rests or makes up, in offices that work these hours."""
    found: dict[date, SpecialDay] = {}
    for year in _years(country).values():
        announced = bool(year["announced"])
        for line in year["off"]:
            day, _space, holiday = line.partition(" ")
            found[date.fromisoformat(day)] = SpecialDay(
                (), Manner.OFF, Holiday(holiday).label, announced
            )
        for line in year["made_up"]:
            made_up, instead = (date.fromisoformat(each) for each in line.split(" "))
            hours = week[instead.weekday()] or rules.hours_of(made_up, Manner.WORKING, week)
            found[made_up] = SpecialDay(hours, Manner.WORKING, Manner.WORKING.label, announced)
    return found


@cache
def years_of(country: str) -> dict[int, bool]:
    """The years for which a country's holidays are known, and whether they were announced."""
    return {int(year): bool(data["announced"]) for year, data in _years(country).items()}


@cache
def _years(country: str) -> dict[str, dict[str, list[str]]]:
    file = DATA / f"{country}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if country and file.exists() else {}

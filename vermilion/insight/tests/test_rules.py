"""Weeks, months and shares."""

from datetime import date

import pytest

from vermilion.insight import rules
from vermilion.insight.types import Days


def test_a_month_has_all_its_days():
    assert rules.month_of(date(2028, 2, 10)) == Days(date(2028, 2, 1), date(2028, 2, 29))


def test_months_go_back_over_the_turn_of_the_year():
    months = rules.months_back(date(2026, 2, 28), 4)
    assert [each.first for each in months] == [
        date(2026, 2, 1),
        date(2026, 1, 1),
        date(2025, 12, 1),
        date(2025, 11, 1),
    ]


def test_a_week_begins_on_monday_and_the_last_whole_one_has_ended():
    assert rules.week_of(date(2026, 11, 22)) == Days(date(2026, 11, 16), date(2026, 11, 22))
    assert rules.last_whole_week(date(2026, 11, 22)).last == date(2026, 11, 15)


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 3), date(2020, 12, 30)])
def test_a_week_is_found_again_by_its_name(day):
    week = rules.week_of(day)
    assert rules.week_named(rules.name_of_week(week)) == week


@pytest.mark.parametrize("name", ["", "2026", "2026-W54", "2026-W00", "2026-w01", "0000-W01"])
def test_what_names_no_week_is_none(name):
    assert rules.week_named(name) is None


def test_of_nothing_there_is_no_share():
    assert rules.share(0, 0) is None
    assert rules.share(1, 4) == 0.25

from datetime import date

from vermilion.registry import rules


def test_a_year_runs_from_its_first_day_to_the_first_of_the_next():
    year = rules.calendar_year(date(2026, 11, 2))

    assert (year.since, year.until) == (date(2026, 1, 1), date(2027, 1, 1))


def test_numbers_below_ten_bear_a_zero():
    assert [rules.padded(n) for n in (1, 9, 10, 412)] == ["01", "09", "10", "412"]

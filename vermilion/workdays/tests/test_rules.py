from datetime import UTC, date, datetime, time, timedelta

import pytest

from vermilion.workdays import holidays, rules
from vermilion.workdays.rules import Calendar
from vermilion.workdays.types import WEEK, Limit, Manner, SpecialDay

HANOI = "Asia/Ho_Chi_Minh"
PLAIN = Calendar(HANOI)
VIETNAM = Calendar(HANOI, WEEK, holidays.holidays_of("VN", WEEK))
MONDAY = date(2026, 11, 2)
FRIDAY = date(2026, 11, 6)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on the wall in Hanoi, in UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def test_a_weekend_does_not_count():
    assert PLAIN.add_days(FRIDAY, 1) == date(2026, 11, 9)
    assert PLAIN.days_between(FRIDAY, date(2026, 11, 9)) == 1


@pytest.mark.parametrize(
    ("first", "days", "last"),
    [
        # Tết 2026: nobody works from Saturday 14 to Sunday 22 February.
        (date(2026, 2, 13), 1, date(2026, 2, 23)),
        (date(2026, 2, 11), 4, date(2026, 2, 24)),
        # 31 August is exchanged for Saturday the 22nd; then come the two days of the National Day.
        (date(2026, 8, 21), 1, date(2026, 8, 22)),
        (date(2026, 8, 28), 1, date(2026, 9, 3)),
        # 2 May 2025 was exchanged for 26 April.
        (date(2025, 4, 29), 1, date(2025, 5, 5)),
    ],
)
def test_the_holidays_of_vietnam_are_left_out_and_made_up_days_count(first, days, last):
    assert VIETNAM.add_days(first, days) == last
    assert VIETNAM.days_between(first, last) == days


def test_counting_back_is_counting_on_with_another_sign():
    assert VIETNAM.days_between(date(2026, 2, 24), date(2026, 2, 11)) == -4


def test_working_time_runs_only_in_office_hours():
    # Half past four, half an hour is left; the rest comes after the weekend.
    assert PLAIN.add_working(at(FRIDAY, 16, 30), timedelta(hours=1)) == at(date(2026, 11, 9), 8, 0)
    # The noon rest is no working time.
    assert PLAIN.add_working(at(MONDAY, 11, 0), timedelta(hours=1)) == at(MONDAY, 14, 0)


def test_what_is_added_lies_between():
    for start in (at(FRIDAY, 3), at(FRIDAY, 12), at(FRIDAY, 16, 59), at(date(2026, 11, 7), 9)):
        for minutes in (1, 30, 450, 451, 3000):
            amount = timedelta(minutes=minutes)
            assert PLAIN.working_between(start, PLAIN.add_working(start, amount)) == amount


def test_working_time_backwards_is_negative():
    assert PLAIN.working_between(at(MONDAY, 9), at(MONDAY, 8)) == timedelta(hours=-1)


def test_a_half_day_has_the_hours_before_noon():
    morning = rules.hours_of(MONDAY, Manner.MORNING, WEEK)
    assert morning == ((time(7, 30), time(11, 30)),)
    calendar = Calendar(HANOI, WEEK, {MONDAY: SpecialDay(morning, Manner.MORNING, "eve")})
    assert calendar.due_on(MONDAY) == at(MONDAY, 11, 30)
    assert calendar.is_working(MONDAY)


def test_hours_through_noon_are_cut_at_noon():
    through = ((time(8), time(16)),)
    assert rules.half(through, Manner.MORNING) == ((time(8), time(12)),)
    assert rules.half(through, Manner.AFTERNOON) == ((time(12), time(16)),)


def test_a_deadline_on_a_day_of_rest_ends_on_the_working_day_before():
    assert PLAIN.due_on(date(2026, 11, 8)) == at(FRIDAY, 17)


def test_no_days_at_all_is_today_or_the_next_day_of_work():
    assert PLAIN.add_days(MONDAY, 0) == MONDAY
    assert PLAIN.add_days(date(2026, 11, 7), 0) == date(2026, 11, 9)


def test_days_of_rest_are_named():
    resting = VIETNAM.resting_between(date(2026, 2, 13), date(2026, 2, 23))
    assert len(resting) == 9
    assert sum(special is not None for _day, special in resting) == 5


def test_a_calendar_in_which_nobody_works_answers_nothing():
    never = Calendar(HANOI, ((),) * 7)
    with pytest.raises(rules.NoWorkingTime):
        never.add_days(MONDAY, 1)
    with pytest.raises(rules.NoWorkingTime):
        never.add_working(at(MONDAY, 9), timedelta(hours=1))


@pytest.mark.parametrize(
    ("week", "sound"),
    [
        (WEEK, True),
        (((),) * 7, False),
        (WEEK[:6], False),
        ((((time(9), time(8)),), *WEEK[1:]), False),
        ((((time(8), time(12)), (time(11), time(17))), *WEEK[1:]), False),
    ],
)
def test_hours_follow_one_another_and_some_are_worked(week, sound):
    assert rules.are_sound(tuple(week)) is sound


def test_the_limit_that_says_most_counts_and_the_nearest_body_first():
    limits = [
        Limit(type_code="letter", days=5, body="own"),
        Limit(type_code="letter", urgency=1, days=2, body="above"),
        Limit(urgency=1, days=4, body="above"),
        Limit(type_code="letter", days=9, body="above"),
    ]
    assert rules.limit_for(limits, type_code="letter", urgency=1).days == 2
    assert rules.limit_for(limits, type_code="letter", urgency=0).days == 5
    assert rules.limit_for(limits, type_code="report", urgency=1).days == 4
    assert rules.limit_for(limits, type_code="report", urgency=0).days == 7
    assert rules.limit_for([], type_code="report", urgency=3).days == 0


def test_every_public_holiday_has_a_name_and_falls_in_its_year():
    for country in ("VN",):
        days = holidays.holidays_of(country, WEEK)
        years = holidays.years_of(country)
        assert {day.year for day in days} == set(years) == set(range(2025, 2031))
        assert all(str(special.name) for special in days.values())


def test_a_country_rests_eleven_days_a_year_and_makes_up_what_it_exchanges():
    days = holidays.holidays_of("VN", WEEK)
    for year in holidays.years_of("VN"):
        of_year = {day: special for day, special in days.items() if day.year == year}
        lost = [
            day
            for day, special in of_year.items()
            if special.manner == Manner.OFF and day.weekday() < 5
        ]
        made_up = [day for day, special in of_year.items() if special.manner == Manner.WORKING]
        assert len(lost) - len(made_up) == 11, year
        assert all(day.weekday() >= 5 for day in made_up)


def test_no_country_is_no_holiday():
    assert holidays.holidays_of("", WEEK) == {}
    assert holidays.country_of("Asia/Kolkata") == ""

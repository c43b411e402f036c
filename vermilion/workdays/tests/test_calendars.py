from datetime import date, time

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.workdays import actions, queries
from vermilion.workdays.types import WEEK, Manner

SINCE = date(2026, 1, 1)
ON = date(2026, 11, 2)
SATURDAYS_TOO = (*WEEK[:5], ((time(7, 30), time(11, 30)),), ())
CONGRESS = date(2026, 11, 5)


def test_without_anything_kept_the_usual_week_and_the_country_hold(office):
    kept = queries.kept_calendar(office.body_id, ON)
    assert kept.calendar.week == WEEK
    assert (kept.country, kept.week_of, kept.own_week) == ("VN", "", False)
    assert not kept.calendar.is_working(date(2026, 9, 2))


def test_a_body_takes_over_the_hours_of_the_nearest_body_above(office, an_administrator):
    actions.set_week(
        actor=an_administrator,
        body_id=office.body_id,
        week=SATURDAYS_TOO,
        valid_from=SINCE,
        at=MONDAY,
    )

    below = queries.kept_calendar(office.commune_id, ON)
    assert below.calendar.is_working(date(2026, 11, 7))
    assert (below.week_of, below.own_week) == ("Văn phòng Trung ương Đảng", False)
    assert not queries.calendar_of(office.neighbour_id, ON).is_working(date(2026, 11, 7))


def test_hours_hold_from_their_day_on_and_the_later_word_counts(office, an_administrator):
    actions.set_week(
        actor=an_administrator,
        body_id=office.commune_id,
        week=SATURDAYS_TOO,
        valid_from=date(2026, 11, 9),
        at=MONDAY,
    )
    assert queries.calendar_of(office.commune_id, ON).week == WEEK
    assert queries.calendar_of(office.commune_id, date(2026, 11, 9)).week == SATURDAYS_TOO

    actions.leave_week(
        actor=an_administrator,
        body_id=office.commune_id,
        valid_from=date(2026, 11, 9),
        at=TUESDAY,
    )
    assert queries.calendar_of(office.commune_id, date(2026, 11, 9)).week == WEEK


def test_a_day_set_above_counts_below_unless_the_body_says_otherwise(office, an_administrator):
    _set(an_administrator, office.body_id, manner=Manner.OFF)
    assert not queries.calendar_of(office.commune_id, ON).is_working(CONGRESS)

    _set(an_administrator, office.commune_id, manner=Manner.MORNING)
    assert queries.calendar_of(office.commune_id, ON).is_working(CONGRESS)
    assert not queries.calendar_of(office.body_id, ON).is_working(CONGRESS)


def test_a_day_is_set_once_and_may_be_struck_out(office, an_administrator):
    made = _set(an_administrator, office.body_id)
    with pytest.raises(actions.DaySetAlready, match="Congress"):
        _set(an_administrator, office.body_id)

    actions.strike_day(actor=an_administrator, day_id=made.pk, at=TUESDAY)
    assert queries.calendar_of(office.body_id, ON).is_working(CONGRESS)
    with pytest.raises(NotFound):
        actions.strike_day(actor=an_administrator, day_id=made.pk, at=TUESDAY)
    _set(an_administrator, office.body_id)


def test_a_day_without_a_name_is_refused(office, an_administrator):
    with pytest.raises(actions.NameMissing):
        _set(an_administrator, office.body_id, name="  ")


def test_hours_in_which_nobody_works_are_refused(office, an_administrator):
    with pytest.raises(actions.HoursUnsound):
        actions.set_week(
            actor=an_administrator,
            body_id=office.body_id,
            week=((),) * 7,
            valid_from=SINCE,
            at=MONDAY,
        )


def test_only_an_administrator_of_the_branch_changes_it(office, an_administrator, minh):
    with pytest.raises(NotAllowed, match="Only an administrator"):
        _set(minh, office.body_id)
    with pytest.raises(NotAllowed, match="no others"):
        _set(an_administrator, office.neighbour_id)


def test_a_calendar_is_read_with_three_queries(office, django_assert_num_queries):
    with django_assert_num_queries(3):
        queries.calendar_of(office.commune_id, ON)


def test_a_suggestion_counts_working_days_and_says_why(office):
    friday = MONDAY.replace(day=13, month=2)
    found = queries.suggestion(body_id=office.body_id, at=friday, urgency=1, urgency_name="urgent")
    assert (found.day, found.days) == (date(2026, 2, 25), 3)
    said = " ".join(found.reasons)
    assert "Urgent: usually within 3 working days." in said
    assert "4 days of weekly rest do not count." in said
    assert "Lunar New Year" in said


def test_the_day_of_the_paper_itself_cuts_a_suggestion_short(office):
    found = queries.suggestion(
        body_id=office.body_id, at=MONDAY, urgency=0, not_after=date(2026, 11, 5)
    )
    assert found.day == date(2026, 11, 5)
    assert "wants its answer earlier" in found.reasons[-1]


def test_a_day_of_the_paper_that_lies_on_a_sunday_means_the_friday(office):
    found = queries.suggestion(
        body_id=office.body_id, at=MONDAY, urgency=0, not_after=date(2026, 11, 8)
    )
    assert found.day == date(2026, 11, 6)


def test_what_is_at_once_is_due_today_or_at_the_next_opening(office):
    assert queries.suggestion(body_id=office.body_id, at=MONDAY, urgency=3).day == ON
    in_the_evening = MONDAY.replace(hour=13)
    assert queries.suggestion(body_id=office.body_id, at=in_the_evening, urgency=3).day == date(
        2026, 11, 3
    )


def test_a_body_sets_its_usual_times_for_its_branch_and_takes_them_back(office, an_administrator):
    def days(urgency: int = 0, type_code: str = "cong-van") -> int:
        return queries.suggestion(
            body_id=office.commune_id, at=MONDAY, urgency=urgency, type_code=type_code
        ).days

    _usual(an_administrator, office.body_id, "cong-van", None, 5)
    assert (days(), days(type_code="to-trinh")) == (5, 7)

    _usual(an_administrator, office.commune_id, "cong-van", None, 2)
    assert days() == 2

    _usual(an_administrator, office.commune_id, "cong-van", None, None)
    assert days() == 5


def test_a_usual_time_of_years_is_refused(office, an_administrator):
    with pytest.raises(actions.TimeTooLong):
        _usual(an_administrator, office.body_id, "", None, 401)


def _usual(actor, body_id, type_code, urgency, days):
    return actions.set_usual_time(
        actor=actor, body_id=body_id, type_code=type_code, urgency=urgency, days=days, at=MONDAY
    )


def _set(actor, body_id, *, manner=Manner.OFF, name="Congress"):
    return actions.set_day(
        actor=actor, body_id=body_id, day=CONGRESS, manner=manner, name=name, at=MONDAY
    )

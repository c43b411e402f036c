"""On Monday morning the leaders of a body are told of the sheet of the week, once."""

from datetime import UTC, date, datetime

import pytest

from vermilion.directory import queries as directory
from vermilion.insight import actions, jobs, queries
from vermilion.insight.types import Days
from vermilion.kernel.refusals import NotAllowed
from vermilion.notices.models import Notice

pytestmark = pytest.mark.django_db

SEVEN_IN_HANOI = datetime(2026, 11, 16, 0, 5, tzinfo=UTC)
WEEK = Days(date(2026, 11, 9), date(2026, 11, 15))


def test_it_is_monday_at_seven_where_a_body_sits(office):
    there = directory.bodies_where_it_is(SEVEN_IN_HANOI, weekday=0, hour=7)
    assert office.body_id in {body.pk for body in there}
    assert not directory.bodies_where_it_is(SEVEN_IN_HANOI, weekday=0, hour=8)


def test_leaders_are_told_and_led_to_the_sheet(office):
    told = actions.announce_week(
        actor=jobs.TIMETABLE, body_id=office.body_id, days=WEEK, at=SEVEN_IN_HANOI
    )

    assert told == len(directory.leaders_of(office.body_id, SEVEN_IN_HANOI)) > 0
    assert {notice.url for notice in Notice.objects.all()} == {"/figures/week/?of=2026-W46"}
    assert "46" in queries.weeks_called([202646])[202646].title


def test_people_do_not_announce_it(office, minh):
    with pytest.raises(NotAllowed):
        actions.announce_week(actor=minh, body_id=office.body_id, days=WEEK, at=SEVEN_IN_HANOI)

"""A paper is entered on the day it comes, at the latest on the next working day (30 Art. 4, 22)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, InternalError, transaction

from tests.cast import MONDAY
from vermilion.kernel import clock
from vermilion.registry import actions, checks, models, queries
from vermilion.registry.printing.columns import notes_of
from vermilion.workdays import actions as workdays
from vermilion.workdays.types import Manner

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def entered(lan, a_letter):
    """A letter that came on one day and is entered on another, at nine."""

    def enter(came: date, on: date, *, urgency: int = 0, symbol: str = "1-CV/VPTW"):
        stated = replace(a_letter.particulars, symbol=symbol, urgency=urgency)
        return actions.register_incoming(
            actor=lan,
            received=replace(a_letter, arrived_on=came, particulars=stated),
            at=datetime.combine(on, datetime.min.time(), HANOI).replace(hour=9).astimezone(UTC),
        )

    return enter


FRIDAY, SATURDAY, MONDAY_AFTER, TUESDAY_AFTER = (
    date(2026, 11, 6),
    date(2026, 11, 7),
    date(2026, 11, 9),
    date(2026, 11, 10),
)


@pytest.mark.parametrize(
    ("came", "on", "late_by"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, SATURDAY, 0),
        (FRIDAY, MONDAY_AFTER, 0),
        (FRIDAY, TUESDAY_AFTER, 1),
        (SATURDAY, MONDAY_AFTER, 0),
        (SATURDAY, TUESDAY_AFTER, 1),
        (date(2026, 11, 5), SATURDAY, 1),
        (date(2026, 10, 28), TUESDAY_AFTER, 8),
    ],
)
def test_it_is_late_behind_the_next_working_day(entered, came, on, late_by):
    assert entered(came, on).late_by == late_by


def test_an_urgent_paper_is_late_behind_its_own_day(entered):
    assert entered(FRIDAY, FRIDAY, urgency=1).late_by == 0
    assert entered(FRIDAY, SATURDAY, urgency=1, symbol="2-CV/VPTW").late_by == 1
    assert entered(FRIDAY, MONDAY_AFTER, urgency=3, symbol="3-CV/VPTW").late_by == 1


def test_a_day_off_of_the_body_counts_as_one(an_administrator, office, entered):
    workdays.set_day(
        actor=an_administrator,
        body_id=office.body_id,
        day=MONDAY_AFTER,
        manner=Manner.OFF,
        name="Nghỉ bù",
        at=MONDAY,
    )

    assert entered(FRIDAY, TUESDAY_AFTER).late_by == 0


def test_a_paper_of_the_last_day_of_the_year_is_of_an_earlier_period_and_in_time(entered):
    line = entered(date(2026, 12, 31), date(2027, 1, 4))

    # The first of January is a holiday, and a weekend follows it.
    assert (line.late_by, line.of_earlier_period) == (0, True)
    assert notes_of(_whole(line), HANOI) == ["Of an earlier period, entered on 04/01/2027"]


def test_the_register_says_by_how_much_and_shows_the_late_ones_alone(lan, entered):
    entered(FRIDAY, FRIDAY)
    late = entered(date(2026, 11, 4), TUESDAY_AFTER, symbol="2-CV/VPTW")

    assert list(queries.incoming(lan, queries.Wanted(late=True))) == [late]
    [note] = notes_of(_whole(late), HANOI)
    assert note == "Late registration, on 10/11/2026, 3 working days late"


def test_the_book_and_the_line_show_it(client, office, entered):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))
    late = entered(date(2026, 11, 4), TUESDAY_AFTER)

    book = client.get("/registry/incoming/?late=on").content.decode()
    line = client.get(f"/registry/entries/{late.pk}/").content.decode()

    assert "Late registration" in book
    assert "3 working days later than the law leaves" in line


def test_how_late_it_was_stays(entered):
    late = entered(date(2026, 11, 4), TUESDAY_AFTER)

    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        models.Entry.objects.filter(pk=late.pk).update(late_by=0)


def test_the_doctor_compares_the_marks_with_the_calendar(
    monkeypatch, an_administrator, office, entered
):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 11, tzinfo=UTC))
    late = entered(FRIDAY, TUESDAY_AFTER)
    assert not list(checks.late_lines_say_so())

    workdays.set_day(
        actor=an_administrator,
        body_id=office.body_id,
        day=MONDAY_AFTER,
        manner=Manner.OFF,
        name="Nghỉ bù",
        at=MONDAY,
    )

    [finding] = checks.late_lines_say_so()
    assert finding.subject == f"entry:{late.pk}"


def _whole(line):
    return models.Entry.objects.select_related("series__book", "document").get(pk=line.pk)

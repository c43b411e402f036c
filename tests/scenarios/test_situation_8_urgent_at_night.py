"""A flash telegram arrives at a commune at ten past two in the morning; the clerk is asleep."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.urls import reverse

from tests.cast import MONDAY, seat
from tests.papers import make
from vermilion.arrivals import actions as arrivals
from vermilion.arrivals.types import Came, Source
from vermilion.audit.models import Trace
from vermilion.directory import queries as people
from vermilion.documents.types import FileHandedIn, Urgency
from vermilion.files import actions as files
from vermilion.followup import actions, models, queries
from vermilion.followup.jobs import ESCALATION
from vermilion.followup.types import Answer, Rung, Steps
from vermilion.kernel.actors import Duty
from vermilion.notices import actions as notices
from vermilion.notices import queries as told

TEN_PAST_TWO = datetime(2026, 11, 10, 19, 10, tzinfo=UTC)
"""Ten past two on the eleventh in Hanoi: the night that belongs to the duty of the tenth."""

EVENING = date(2026, 11, 10)


def a_file(actor, at):
    upload = files.hand_in(actor=actor, stream=BytesIO(make()), name="dien.pdf", at=at)
    return FileHandedIn(blob_id=upload.blob_id, name=upload.name)


def minutes(number):
    return TEN_PAST_TWO + timedelta(minutes=number)


@pytest.fixture
def binh(office):
    """A member of the commune's committee who takes night duty."""
    made = seat(
        "Nguyễn Thanh Bình",
        body_id=office.commune_id,
        title="Uỷ viên",
        duties=[Duty.SPECIALIST, Duty.CLERK],
    )
    return people.actor_in(made, at=MONDAY)


@pytest.fixture
def mai(office):
    """The secretary of the commune's committee, who leads it."""
    return people.actor_in(office.head_of_commune, at=MONDAY)


@pytest.fixture
def duty_list(mai, binh, office):
    """Bình is on duty tonight, and Mai if he does not answer."""
    actions.plan_turns(
        actor=mai,
        body_id=office.commune_id,
        on=EVENING,
        people=[binh.appointment_id, mai.appointment_id],
        at=MONDAY,
    )


@pytest.fixture
def telegram(tuan, duty_list):
    """What another system hands over to the commune in the night."""
    return arrivals.take_in(
        actor=tuan,
        came=Came(
            source=Source.MACHINE,
            urgency=Urgency.FLASH,
            title="Điện hoả tốc phòng bão",
            files=(a_file(tuan, TEN_PAST_TWO),),
        ),
        at=TEN_PAST_TWO,
    )


def climb(at):
    """What the timetable does at a minute."""
    climbed = 0
    while actions.climb_next(actor=ESCALATION, at=at):
        climbed += 1
    return climbed


def alarmed(actor):
    return [
        each.event
        for each in told.notices_of(actor.person_id, told.Wanted(unseen=True))
        if each.event == "alarm"
    ]


def test_the_alarm_goes_to_the_duty_list_and_climbs_until_somebody_registers(
    telegram, tuan, binh, mai, a_commune_letter
):
    climb(TEN_PAST_TWO)
    assert (alarmed(binh), alarmed(mai), alarmed(tuan)) == (["alarm"], [], [])

    # Nobody answers: the next one on duty after a quarter of an hour, not a minute earlier.
    assert climb(minutes(14)) == 0
    climb(minutes(15))
    assert alarmed(mai) == ["alarm"]
    climb(minutes(15))
    assert models.Escalation.objects.count() == 2  # nobody is told twice

    # Mai reads it on her phone, and Bình registers.
    assert notices.see_all(actor=mai, at=minutes(17)) == 1
    arrivals.register(actor=binh, arrival_id=telegram.pk, received=a_commune_letter, at=minutes(21))
    # What waits now is its direction: another ladder, which begins anew.
    climb(minutes(31))

    wait = the_first_wait()
    steps = [(each.at, each.rung, each.names) for each in wait.escalations.all()]
    assert steps == [
        (TEN_PAST_TWO, Rung.DUTY, ["Nguyễn Thanh Bình, Uỷ viên"]),
        (minutes(15), Rung.DUTY, ["Lý Thị Mai, Bí thư Đảng uỷ"]),
    ]
    assert (wait.read_at, wait.read_by) == (minutes(17), "Lý Thị Mai")
    assert (wait.answered_at, wait.answered_by) == (minutes(21), "Nguyễn Thanh Bình")


def the_first_wait():
    return models.Wait.objects.filter(subject_kind="arrival").get()


@pytest.fixture
def a_commune_letter(a_letter):
    from dataclasses import replace

    return replace(
        a_letter,
        particulars=replace(a_letter.particulars, urgency=Urgency.FLASH),
        arrived_on=date(2026, 11, 11),
    )


def test_alarm_reading_and_registration_are_in_the_log_and_on_the_page(
    telegram, binh, mai, a_commune_letter
):
    climb(TEN_PAST_TWO)
    notices.see_all(actor=binh, at=minutes(3))
    arrivals.register(actor=binh, arrival_id=telegram.pk, received=a_commune_letter, at=minutes(9))

    acts = list(
        Trace.objects.filter(subject=f"wait:{the_first_wait().pk}")
        .order_by("id")
        .values_list("act", "at")
    )
    assert acts == [
        ("followup.wait.escalated", TEN_PAST_TWO),
        ("followup.alarm.read", minutes(3)),
    ]
    shown, _more = queries.alarms(mai, at=minutes(10))
    [alarm] = [each for each in shown if each.wait.subject_kind == "arrival"]
    assert alarm.wait.answered_by == "Nguyễn Thanh Bình"


def test_where_reading_is_enough_the_next_one_is_left_to_sleep(telegram, binh, mai, tuan):
    actions.settle_ladder(
        actor=mai,
        steps=Steps(
            urgency=Urgency.FLASH,
            minutes=10,
            rungs=(Rung.DUTY, Rung.LEADER),
            answer=Answer.READ,
        ),
        at=MONDAY,
    )
    climb(TEN_PAST_TWO)
    notices.see_all(actor=binh, at=minutes(2))

    assert climb(minutes(10)) == 0
    assert alarmed(mai) == []
    assert the_first_wait().answered_at is None  # it still waits to be registered


def test_a_rung_that_stopped_midway_is_climbed_once(telegram, binh):
    """The row of the step and what was told stand or fall together."""
    from django.db import transaction

    with transaction.atomic():
        actions.climb_next(actor=ESCALATION, at=TEN_PAST_TWO)
        transaction.set_rollback(True)
    assert alarmed(binh) == []
    assert models.Escalation.objects.count() == 0

    climb(TEN_PAST_TWO)
    climb(TEN_PAST_TWO)
    assert alarmed(binh) == ["alarm"]
    assert models.Escalation.objects.count() == 1


def test_without_a_duty_list_the_ladder_is_climbed_by_night_as_well(tuan, mai):
    arrivals.take_in(
        actor=tuan,
        came=Came(source=Source.MACHINE, urgency=Urgency.FLASH, title="Điện hoả tốc"),
        at=TEN_PAST_TWO,
    )
    climb(TEN_PAST_TWO)
    assert alarmed(tuan) == ["alarm"]
    climb(minutes(15))
    assert alarmed(mai) == ["alarm"]

    # Everybody was told: the doctor says so, and it is not begun again.
    climb(minutes(30))
    assert climb(minutes(600)) == 0
    assert list(queries.everybody_told(since=MONDAY)) == [the_first_wait()]


def test_what_leaves_by_mail_says_nothing_of_what_it_is(telegram, binh):
    from vermilion.notices.letters import compose
    from vermilion.notices.models import Letter, Told
    from vermilion.notices.types import Addressee

    climb(TEN_PAST_TWO)
    letter = Letter.objects.create(
        person_id=binh.person_id, address="binh@commune.example", number=1, written_at=TEN_PAST_TWO
    )
    Told.objects.filter(person_id=binh.person_id, event="alarm").update(letter_id=letter.pk)
    message = compose(
        letter,
        Addressee(
            person_id=binh.person_id,
            body_id=binh.body_id,
            name=binh.name,
            address=letter.address,
            language="vi",
            time_zone="Asia/Ho_Chi_Minh",
        ),
        at=TEN_PAST_TWO,
    )
    everything = message.subject + message.body + str(message.alternatives)
    assert "phòng bão" not in everything
    assert reverse("notices:matrix") in message.body


def test_a_duty_is_taken_over_with_the_reason_and_the_list_shows_it(
    duty_list, binh, mai, tuan, office
):
    [first, _second] = queries.turns_on(office.commune_id, EVENING)
    actions.take_over_turn(actor=tuan, turn_id=first.pk, reason="Đồng chí Bình ốm", at=MONDAY)

    assert queries.on_duty(office.commune_id, TEN_PAST_TWO) == [
        tuan.appointment_id,
        mai.appointment_id,
    ]
    [tonight, *_rest] = queries.evenings(
        office.commune_id, at=datetime(2026, 11, 10, 3, tzinfo=UTC)
    )
    assert tonight.turns[0].instead_of.reason == "Đồng chí Bình ốm"

"""New papers reach a leader who is here, and deadlines know who is away."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.directory import actions as directory
from vermilion.directory import queries
from vermilion.directory.models import Appointment
from vermilion.registry import actions as registry
from vermilion.routing.models import Slip

pytestmark = pytest.mark.django_db


def _away(office, actor, appointment_id, deputy_id=None):
    directory.declare_absence(
        actor=actor,
        appointment_id=appointment_id,
        first_day=date(2026, 11, 3),
        last_day=date(2026, 11, 12),
        deputy_id=deputy_id,
        at=MONDAY,
    )


def _slip(lan, letter, at):
    entry = registry.register_incoming(actor=lan, received=letter, at=at)
    return Slip.objects.get(entry=entry)


def test_a_new_paper_is_laid_before_a_leader_who_is_here(office, lan, a_letter):
    first, second, *_more = queries.leaders_of(office.body_id, TUESDAY)
    _away(office, lan, first.pk)

    assert _slip(lan, a_letter, TUESDAY).laid_before_id == second.pk


def test_when_all_are_away_it_waits_for_whoever_stands_in(office, lan, a_letter):
    leaders = queries.leaders_of(office.body_id, TUESDAY)
    for leader in leaders:
        _away(office, lan, leader.pk)

    assert _slip(lan, a_letter, TUESDAY).laid_before_id == leaders[0].pk


def test_whoever_directs_is_told_who_is_away_before_the_day(office, lan, minh, a_letter, client):
    from django.contrib.messages import get_messages

    from vermilion.accounts.models import User
    from vermilion.kernel import clock

    today = clock.now().date()
    directory.declare_absence(
        actor=lan,
        appointment_id=office.hoa,
        first_day=today,
        last_day=today + timedelta(days=5),
        deputy_id=office.head_of_it,
        at=clock.now(),
    )
    slip = _slip(lan, a_letter, MONDAY)
    Slip.objects.filter(pk=slip.pk).update(laid_before=office.minh)
    person = Appointment.objects.get(pk=office.minh).person
    client.force_login(User.objects.create(person=person, sign_in_name="minh"))

    answer = client.post(
        f"/routing/slips/{slip.pk}/directions/",
        {
            "leads": f"post:{office.hoa}",
            "due_on": (today + timedelta(days=9)).strftime("%d/%m/%Y"),
            "instruction": "Xử lý",
        },
    )

    assert answer.status_code == 303, answer.content.decode()
    said = " ".join(str(each) for each in get_messages(answer.wsgi_request))
    assert "is away from" in said
    assert "stands in" in said

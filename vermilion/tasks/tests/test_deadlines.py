"""Whoever gave a duty sets another deadline, earlier or later."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed
from vermilion.tasks import actions, checks, models, queries
from vermilion.tasks.tests.test_acts import FRIDAY, REASON, give
from vermilion.tasks.types import Below, Part

WEDNESDAY = TUESDAY + timedelta(days=1)
NEXT_WEEK = FRIDAY + timedelta(days=7)


@pytest.fixture
def duty(minh, office):
    return give(minh, office)


def set_by(actor, duty, until, at=TUESDAY):
    return actions.set_deadline(actor=actor, task_id=duty.pk, until=until, reason=REASON, at=at)


def test_it_holds_at_once_and_says_who_set_it_and_why(minh, hoa, duty):
    set_by(minh, duty, WEDNESDAY)

    duty.refresh_from_db()
    assert (duty.due_at, duty.first_due_at) == (WEDNESDAY, FRIDAY)
    assert any(REASON in said for said in queries.why_due(queries.held(hoa, duty.pk)))
    assert Trace.objects.filter(act="tasks.deadline.set", subject=f"task:{duty.pk}").exists()
    assert not list(checks.stored_states_are_what_the_acts_say())


def test_the_rule_of_extensions_binds_those_who_ask(minh, hoa, office, duty):
    actions.set_extension_rule(actor=minh, body_id=office.body_id, most=1, days=1, at=MONDAY)

    set_by(minh, duty, NEXT_WEEK)

    assert queries.verdicts(hoa, queries.held(hoa, duty.pk)).extend


def test_those_who_have_it_ask_and_do_not_set(hoa, head_of_it, duty):
    for holder in (hoa, head_of_it):
        with pytest.raises(NotAllowed, match="Whoever gave it"):
            set_by(holder, duty, NEXT_WEEK)


def test_no_deadline_is_set_in_the_past_or_to_what_it_is(minh, duty):
    for until in (MONDAY, FRIDAY):
        with pytest.raises(actions.NoOtherDeadline):
            set_by(minh, duty, until)


def test_a_wish_that_waits_is_decided_first(minh, hoa, duty):
    actions.ask_extension(actor=hoa, task_id=duty.pk, until=NEXT_WEEK, reason=REASON, at=MONDAY)

    with pytest.raises(NotAllowed, match="decide on that"):
        set_by(minh, duty, WEDNESDAY)


def test_no_part_is_left_due_behind_the_whole(minh, head_of_it, office, duty):
    actions.share(
        actor=head_of_it,
        task_id=duty.pk,
        parts=[Below(part=Part.SUPPORT, unit_id=office.finance_id, due_at=FRIDAY)],
        at=MONDAY,
    )

    with pytest.raises(actions.PartDueLater):
        set_by(minh, duty, WEDNESDAY)


def test_a_duty_without_a_deadline_gets_one(minh, office):
    task = give(minh, office)
    models.Task.objects.filter(pk=task.pk).update(due_at=None, first_due_at=None)

    set_by(minh, task, FRIDAY)

    task.refresh_from_db()
    assert task.due_at == FRIDAY


def test_the_page_of_the_duty_sets_it(client, office, minh, duty):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.minh).person
    client.force_login(User.objects.create(person=person, sign_in_name="minh"))

    page = client.get(f"/tasks/{duty.pk}/").content.decode()
    answer = client.post(f"/tasks/{duty.pk}/deadline/", {"until": "31/12/2099", "reason": REASON})

    assert f"/tasks/{duty.pk}/deadline/" in page
    assert answer.status_code == 303
    duty.refresh_from_db()
    assert duty.due_at.year == 2099

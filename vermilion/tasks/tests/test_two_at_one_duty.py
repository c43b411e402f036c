"""Two people of a unit report one duty: the later one keeps the words and reads the other's."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.utils.html import escape

from tests.cast import MONDAY, TUESDAY
from vermilion.tasks import actions
from vermilion.tasks.models import Completion, TakingIn
from vermilion.tasks.tests.test_acts import give

OURS, THEIRS = "Đã gửi công văn 12/CV-CNTT ngày 3/11.", "Đã trả lời qua điện thoại."


@pytest.fixture
def as_hoa(client, office):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.hoa).person
    client.force_login(User.objects.create(person=person, sign_in_name="hoa"))
    return client


@pytest.fixture
def duty(minh, head_of_it, office):
    task = give(minh, office)
    actions.take_in(actor=head_of_it, task_id=task.pk, at=MONDAY)
    return task


def test_the_later_report_is_kept_beside_the_one_that_counts(as_hoa, head_of_it, duty):
    actions.complete(actor=head_of_it, task_id=duty.pk, report=THEIRS, at=TUESDAY)

    answer = as_hoa.post(f"/tasks/{duty.pk}/completion/", {"report": OURS})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert escape(OURS) in page
    assert escape(THEIRS) in page
    assert "It has ended already" in page
    assert Completion.objects.count() == 1


def test_a_return_of_what_was_passed_on_meanwhile_keeps_its_reason(
    as_hoa, head_of_it, office, duty
):
    actions.pass_on(actor=head_of_it, task_id=duty.pk, person_id=office.head_of_it, at=TUESDAY)

    answer = as_hoa.post(f"/tasks/{duty.pk}/return/", {"reason": OURS, "ground": "not_ours"})

    assert answer.status_code == 422
    assert escape(OURS) in answer.content.decode()
    assert "It was passed on to" in answer.content.decode()


@pytest.mark.django_db(transaction=True)  # what is refused at the commit is refused there
def test_nothing_is_said_to_be_done_that_was_not_kept(as_hoa, minh, office):
    task = give(minh, office)
    as_hoa.raise_request_exception = False

    with _refusing_at_the_commit("tasks_takingin"):
        answer = as_hoa.post(f"/tasks/{task.pk}/taking-in/")

    assert answer.status_code == 500
    assert not TakingIn.objects.exists()
    assert "It is in your hands now" not in as_hoa.get(f"/tasks/{task.pk}/").content.decode()
    # And when the database keeps it, it is said.
    as_hoa.post(f"/tasks/{task.pk}/taking-in/")
    assert "It is in your hands now" in as_hoa.get(f"/tasks/{task.pk}/").content.decode()


@contextmanager
def _refusing_at_the_commit(table: str):
    """A disk that is full, a line that breaks: everything went well until the very end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuses_to_keep() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'not kept'; END $$;"
            f"CREATE CONSTRAINT TRIGGER refuses_to_keep AFTER INSERT ON {table}"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuses_to_keep()"
        )
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER refuses_to_keep ON {table}")
            cursor.execute("DROP FUNCTION refuses_to_keep()")

"""Two people write on one slip: whoever is later is asked, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from tests.cast import MONDAY, TUESDAY
from vermilion.kernel import clock
from vermilion.routing import actions
from vermilion.routing.models import Direction, Preparation
from vermilion.routing.tests.test_preparing import prepare
from vermilion.routing.types import Share
from vermilion.tasks.types import Part

OURS = "Giao Cục CNTT chủ trì, báo cáo trước ngày 20."


@pytest.fixture
def sign_in(client):
    """Become somebody before the screen."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    def become(appointment_id: int):
        person = Appointment.objects.get(pk=appointment_id).person
        user, _made = User.objects.get_or_create(
            person=person, defaults={"sign_in_name": f"person{person.pk}"}
        )
        client.force_login(user)
        return client

    return become


def lead(unit_id: int) -> Share:
    """A share that is due some day to come: pages ask the clock."""
    return Share(part=Part.LEAD, unit_id=unit_id, due_at=clock.now() + timedelta(days=20))


def shown(client, slip) -> dict[str, str]:
    """What the form says unseen when it is opened."""
    return _unseen(client.get(f"/routing/slips/{slip.pk}/directions/"))


def _unseen(page) -> dict[str, str]:
    form = page.context["direction_form"]
    names = ("edited_version", "directed", "preparation")
    return {name: str(form[name].value() or "") for name in names}


def sends(client, slip, unseen, office, **typed):
    due_on = (clock.now() + timedelta(days=30)).strftime("%d/%m/%Y")
    said = {
        **unseen,
        "leads": f"unit:{office.it_id}",
        "due_on": due_on,
        "instruction": OURS,
        **typed,
    }
    return client.post(f"/routing/slips/{slip.pk}/directions/", said)


def test_the_later_assistant_chooses_between_both(sign_in, assistant, office, slip):
    client = sign_in(office.assistant)
    unseen = shown(client, slip)
    prepare(assistant, slip, lead(office.finance_id))

    asked = sends(client, slip, unseen, office)

    assert asked.status_code == 422
    page = asked.content.decode()
    assert escape(OURS) in page
    assert "Giao chủ trì." in page
    names = {each.name for each in asked.context["direction_form"].differences}
    assert {"leads", "instruction"} <= names
    assert Preparation.objects.count() == 1

    mine = {f"take_{name}": "mine" for name in names}
    kept = sends(client, slip, _unseen(asked), office, **mine)

    assert kept.status_code == 303
    assert Preparation.objects.last().instruction == OURS


def test_what_is_prepared_while_a_leader_writes_is_not_handed_on_unseen(
    sign_in, assistant, office, slip
):
    client = sign_in(office.minh)
    unseen = shown(client, slip)
    prepare(assistant, slip, lead(office.it_id), lead(office.finance_id))

    asked = sends(client, slip, unseen, office)

    assert asked.status_code == 422
    assert not Direction.objects.exists()
    names = {each.name for each in asked.context["direction_form"].differences}
    theirs = sends(
        client, slip, _unseen(asked), office, **{f"take_{name}": "theirs" for name in names}
    )
    assert theirs.status_code == 303
    direction = Direction.objects.get()
    assert direction.instruction == "Giao chủ trì."
    assert direction.preparation is not None
    assert {each.task.unit_id for each in direction.assignments.all()} == {
        office.it_id,
        office.finance_id,
    }


def test_a_direction_that_came_meanwhile_is_told_before_another_goes_out(
    sign_in, minh, office, slip
):
    client = sign_in(office.minh)
    unseen = shown(client, slip)
    actions.direct(
        actor=minh,
        slip_id=slip.pk,
        instruction="Giao Vụ Tài chính.",
        shares=[lead(office.finance_id)],
        at=TUESDAY,
    )

    told = sends(client, slip, unseen, office)
    page = told.content.decode()
    again = sends(client, slip, _unseen(told), office)

    assert told.status_code == 422
    assert "Giao Vụ Tài chính." in page
    assert escape(OURS) in page
    assert again.status_code == 303
    assert [each.instruction for each in Direction.objects.order_by("id")][-1] == OURS


def test_alone_one_is_asked_nothing(sign_in, office, slip):
    client = sign_in(office.minh)

    assert sends(client, slip, shown(client, slip), office).status_code == 303
    assert clock.now() > MONDAY


def test_a_phrase_put_in_keeps_the_version_that_was_opened(sign_in, assistant, minh, office, slip):
    phrase = actions.keep_phrase(actor=minh, text="Báo cáo hằng tuần.", of_body=False, at=MONDAY)
    client = sign_in(office.minh)
    unseen = shown(client, slip)
    prepare(assistant, slip, lead(office.finance_id))

    helped = sends(client, slip, unseen, office, insert=str(phrase.pk))
    asked = sends(client, slip, _unseen(helped), office)

    assert _unseen(helped)["edited_version"] == unseen["edited_version"]
    assert asked.status_code == 422

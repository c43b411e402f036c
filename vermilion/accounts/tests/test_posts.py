"""One person, several posts, one desk: in which post one acts, and for whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE
from vermilion.accounts import queries
from vermilion.accounts.tests.conftest import sign_in
from vermilion.audit.models import Trace
from vermilion.directory import actions as directory
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Duty

pytestmark = pytest.mark.django_db

HERE = "/account/sessions/"


@pytest.fixture
def second_post(office, lan):
    """Lan also keeps the archive's books."""
    post = directory.create_post(
        actor=OPERATOR,
        body_id=office.body_id,
        unit_id=office.archive_id,
        title="Văn thư kiêm nhiệm",
        duties=[Duty.CLERK, Duty.ARCHIVIST],
        at=LONG_AGO,
        on=SINCE,
    )
    return directory.appoint(
        actor=OPERATOR, person_id=lan.person_id, post_id=post.pk, at=LONG_AGO, on=SINCE
    ).pk


@pytest.fixture
def stead(office):
    """Lan may act for the head of the office, by a written authority."""
    return directory.delegate(
        actor=OPERATOR,
        giver_id=office.chief,
        holder_id=office.lan,
        authority=Authority.WRITTEN,
        matter="Tiếp nhận hồ sơ",
        basis="01-GUQ/VPTW",
        at=LONG_AGO,
        on=SINCE,
        until=MONDAY.date().replace(year=2027),
    )


def acting(client):
    """Who the next page is asked by."""
    return client.get(HERE).wsgi_request.actor


def test_without_a_choice_one_acts_in_the_main_post(lans, office, second_post, client):
    sign_in(client)

    actor = acting(client)
    assert (actor.appointment_id, actor.post) == (office.lan, "Văn thư")


def test_the_switch_is_a_form_that_works_without_script(lans, second_post, client):
    sign_in(client)
    page = client.get(HERE).content.decode()
    assert f'value="{second_post}:"' in page

    answer = client.post(
        reverse("account:post"), {"choice": f"{second_post}:", "back": "/account/tokens/"}
    )

    assert (answer.status_code, answer.url) == (303, "/account/tokens/")
    actor = acting(client)
    assert actor.appointment_id == second_post
    assert actor.has(Duty.ARCHIVIST)


def test_the_choice_is_written_down_in_the_post_chosen(lans, second_post, client):
    sign_in(client)
    client.post(reverse("account:post"), {"choice": f"{second_post}:"})

    trace = Trace.objects.get(act="accounts.post.chosen")
    assert trace.actor["post"] == "Văn thư kiêm nhiệm"


def test_nobody_steps_into_the_post_of_another(lans, office, client):
    sign_in(client)

    answer = client.post(reverse("account:post"), {"choice": f"{office.minh}:"})

    assert answer.status_code == 409
    assert acting(client).appointment_id == office.lan


@pytest.mark.parametrize("choice", ["", "1", "x:", "1:2:3", "99999999999999999999:"])
def test_a_choice_put_together_by_hand_is_refused(lans, client, choice):
    sign_in(client)

    assert client.post(reverse("account:post"), {"choice": choice}).status_code == 409


def test_acting_for_another_is_said_and_carried_by_the_actor(lans, office, stead, client):
    sign_in(client)
    client.post(reverse("account:post"), {"choice": f"{office.lan}:{office.chief}"})

    page = client.get(HERE)
    actor = page.wsgi_request.actor
    assert actor.for_appointment_id == office.chief
    assert actor.for_name == "Phạm Quốc Hùng"
    assert "Acting for" in page.content.decode()


def test_without_a_delegation_nobody_acts_for_another(lans, office, client):
    sign_in(client)

    answer = client.post(reverse("account:post"), {"choice": f"{office.lan}:{office.chief}"})

    assert answer.status_code == 409
    assert acting(client).for_appointment_id is None


def test_a_delegation_that_ends_leaves_ones_own_post_with_the_next_request(
    lans, office, stead, client
):
    sign_in(client)
    client.post(reverse("account:post"), {"choice": f"{office.lan}:{office.chief}"})
    stead.ended_at = MONDAY
    stead.save()

    page = client.get(HERE)

    assert page.wsgi_request.actor.for_appointment_id is None
    assert page.wsgi_request.actor.appointment_id == office.lan
    assert "has ended" in page.content.decode()


def test_an_appointment_that_ends_is_not_acted_in_by_the_next_request(
    lans, office, second_post, client
):
    sign_in(client)
    client.post(reverse("account:post"), {"choice": f"{second_post}:"})
    directory.end_appointment(
        actor=OPERATOR, appointment_id=second_post, at=MONDAY, on=MONDAY.date()
    )

    actor = acting(client)

    assert actor.appointment_id == office.lan
    assert not actor.has(Duty.ARCHIVIST)


def test_whoever_holds_no_post_gets_a_page_that_says_so(lans, office, client):
    sign_in(client)
    directory.end_appointment(
        actor=OPERATOR, appointment_id=office.lan, at=MONDAY, on=MONDAY.date()
    )

    answer = client.get(reverse("account:tokens"))

    assert answer.status_code == 403
    assert "You hold no post at present" in answer.content.decode()
    assert client.get(HERE).status_code == 200, "one's own account stays in reach"


def test_the_actor_costs_the_same_few_statements_in_every_post(
    lans, office, second_post, stead, django_assert_num_queries
):
    for chosen in (office.lan, second_post):
        with django_assert_num_queries(2):
            queries.actor_in_session(lans, chosen=chosen, chosen_for=None, at=MONDAY)
    with django_assert_num_queries(4):
        queries.actor_in_session(lans, chosen=office.lan, chosen_for=office.chief, at=MONDAY)


def test_a_page_asks_who_acts_in_a_fixed_number_of_statements(
    lans, office, second_post, stead, client
):
    sign_in(client)
    client.get(HERE)
    costs = []
    for choice in (f"{office.lan}:", f"{second_post}:"):
        client.post(reverse("account:post"), {"choice": choice})
        client.get(HERE)
        with CaptureQueriesContext(connection) as statements:
            client.get(HERE)
        costs.append(len(statements))

    assert costs[0] == costs[1]

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import MONDAY
from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.followup import actions, models, queries
from vermilion.followup.types import Rung, Steps
from vermilion.kernel import clock
from vermilion.kernel.actors import system
from vermilion.kernel.refusals import NotAllowed

DOOR = system("tests")


@pytest.fixture
def signed_in(client):
    def sign_in(actor):
        if not User.objects.filter(person_id=actor.person_id).exists():
            accounts.open_accounts_in_bulk(
                actor=DOOR, people={actor.person_id: actor.name}, at=MONDAY
            )
        client.force_login(
            User.objects.get(person_id=actor.person_id),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return client

    return sign_in


def test_the_page_of_a_document_says_where_it_stands_and_lets_one_remind(
    lan, minh, registers, signed_in
):
    entry = registers()
    browser = signed_in(lan)
    url = reverse("desk:document", args=[entry.document_id])
    page = browser.get(url).content.decode()
    assert "No leader has directed it yet." in page
    assert "Nguyễn Văn Minh, Phó Chánh Văn phòng" in page

    [wait] = models.Wait.objects.all()
    answer = browser.post(reverse("followup:prompts", args=[wait.pk]), {"back": url})
    assert answer["Location"] == url
    assert "again from" in browser.get(url).content.decode()


def test_a_document_is_watched_and_no_more_by_plain_forms(lan, registers, signed_in):
    entry = registers()
    browser = signed_in(lan)
    url = reverse("followup:watching", args=[entry.document_id])
    browser.post(url, {})
    assert list(queries.watched(lan)) == [entry.document_id]
    browser.post(url, {"end": "1"})
    assert list(queries.watched(lan)) == []


def test_the_ladder_is_inherited_until_a_body_settles_its_own(the_chief, tuan, office, signed_in):
    steps = Steps(urgency=3, minutes=7, rungs=(Rung.DUTY, Rung.HOLDER))
    actions.settle_ladder(actor=the_chief, steps=steps, at=MONDAY)

    below = queries.ladder_for(office.commune_id, 3)
    assert (below.minutes, below.rungs, below.own) == (7, ("holder", "duty"), False)
    assert queries.ladder_for(office.neighbour_id, 3).minutes == 15

    page = signed_in(the_chief).get(reverse("followup:ladder")).content.decode()
    assert "Văn phòng Trung ương Đảng" in page
    with pytest.raises(NotAllowed):
        actions.settle_ladder(actor=tuan, steps=steps, at=MONDAY)


def test_a_ladder_is_settled_and_given_up_by_plain_forms(the_chief, office, signed_in):
    browser = signed_in(the_chief)
    url = reverse("followup:rungs", args=[3])
    given = {"minutes": "9", "working_time": "0", "rungs": ["duty", "leader"], "answer": "read"}
    assert browser.post(url, given).status_code == 303
    assert queries.ladder_for(office.body_id, 3).minutes == 9

    assert browser.post(url, {**given, "minutes": "0"}).status_code == 422
    browser.post(url, {"drop": "1"})
    assert queries.ladder_for(office.body_id, 3).minutes == 15


def test_the_duty_list_is_planned_swapped_and_struck_out_by_plain_forms(
    lan, minh, hoa, office, signed_in
):
    browser = signed_in(lan)
    tomorrow = (clock.now() + timedelta(days=1)).date()
    browser.post(
        reverse("followup:duty"),
        {"on": f"{tomorrow:%d/%m/%Y}", "first": office.hoa, "second": office.minh},
    )
    first, second = queries.turns_on(office.body_id, tomorrow)
    assert (first.appointment_id, second.appointment_id) == (office.hoa, office.minh)

    page = browser.get(reverse("followup:duty")).content.decode()
    assert "Lê Thị Hoa" in page
    url = reverse("followup:turn", args=[first.pk])
    assert browser.post(url, {"to": office.chief, "reason": "ốm"}).status_code == 422
    browser.post(url, {"to": office.chief, "reason": "Đồng chí Hoa nghỉ ốm"})
    first, second = queries.turns_on(office.body_id, tomorrow)
    assert first.appointment_id == office.chief

    striking = reverse("followup:striking", args=[second.pk])
    browser.post(striking, {"reason": "Không cần hai người"})
    assert [each.pk for each in queries.turns_on(office.body_id, tomorrow)] == [first.pk]


def test_the_duty_list_refuses_strangers_doubles_and_the_past(minh, office, a_stranger):
    today = MONDAY.date()
    plan = {"actor": minh, "body_id": office.body_id, "on": today, "at": MONDAY}
    with pytest.raises(actions.NotOfThisBody):
        actions.plan_turns(**plan, people=[a_stranger.appointment_id])
    actions.plan_turns(**plan, people=[office.hoa])
    with pytest.raises(actions.AlreadyOnDuty, match="Hoa"):
        actions.plan_turns(**plan, people=[office.hoa])
    with pytest.raises(actions.DayIsPast):
        actions.plan_turns(**{**plan, "on": today - timedelta(days=1)}, people=[office.minh])
    with pytest.raises(NotAllowed):
        actions.plan_turns(**{**plan, "actor": a_stranger}, people=[office.minh])


def test_alarms_are_read_by_those_who_answer_for_a_body(hoa, minh, signed_in):
    assert signed_in(hoa).get(reverse("followup:alarms")).status_code == 403
    assert signed_in(minh).get(reverse("followup:alarms")).status_code == 200


def test_reminders_are_chosen_on_the_page_of_notices(hoa, signed_in):
    browser = signed_in(hoa)
    assert 'name="before"' in browser.get(reverse("notices:matrix")).content.decode()
    browser.post(reverse("followup:reminders"), {"before": ["week", "same"]})
    assert queries.offsets_of([hoa.person_id])[hoa.person_id] == ("week", "same")

"""The ways back in: a link handed over, a link by mail, and nothing learnt at the door."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import MONDAY, OPERATOR, TUESDAY
from vermilion.accounts import actions, jobs, models, queries
from vermilion.accounts.tests.conftest import sign_in
from vermilion.accounts.types import Way
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed

pytestmark = pytest.mark.django_db

NEW = "năm từ khác hẳn lần trước"


@pytest.fixture
def link(lans, an_administrator):
    return actions.issue_recovery(
        actor=an_administrator, user_id=lans.pk, way=Way.HANDED, at=MONDAY
    )


def redeem(client, secret, password=NEW):
    return client.post(
        reverse("account:recover", args=[secret]), {"password": password, "again": password}
    )


def test_a_link_sets_a_password_once(lans, link, client):
    assert "lan" in client.get(reverse("account:recover", args=[link.secret])).content.decode()
    assert redeem(client, link.secret).status_code == 303

    assert sign_in(client, password=NEW).status_code == 302
    assert redeem(client, link.secret, "sáu từ khác nữa thì sao").status_code == 410


def test_who_handed_it_over_stays_written(lans, link, client, an_administrator):
    redeem(client, link.secret)

    issued, redeemed = (
        Trace.objects.get(act=f"accounts.recovery.{what}") for what in ("issued", "redeemed")
    )
    assert issued.actor["name"] == an_administrator.name
    assert redeemed.facts["issued_by"] == an_administrator.name
    assert link.secret not in str(list(Trace.objects.values()))
    assert link.secret not in str(list(models.Recovery.objects.values()))


def test_a_link_ends_after_a_day(link, client, now):
    now(MONDAY + timedelta(hours=24))

    assert redeem(client, link.secret).status_code == 410


def test_a_newer_link_ends_the_one_before(lans, link, client, an_administrator):
    newer = actions.issue_recovery(
        actor=an_administrator, user_id=lans.pk, way=Way.HANDED, at=MONDAY
    )

    assert redeem(client, link.secret).status_code == 410
    assert redeem(client, newer.secret).status_code == 303


def test_a_weak_password_leaves_the_link_as_it_was(link, client):
    assert redeem(client, link.secret, "123456789012").status_code == 422
    assert redeem(client, link.secret).status_code == 303


def test_the_link_opens_a_door_shut_by_guessing_and_ends_every_session(lans, link, client, browser):
    inside = browser()
    sign_in(inside)
    for _ in range(6):
        sign_in(client, password="wrong all the same")
    redeem(client, link.secret)

    assert inside.get("/account/sessions/").status_code == 302
    assert sign_in(client, password=NEW).status_code == 302


def test_a_link_that_never_was_is_spent(client, db):
    assert client.get(reverse("account:recover", args=["x" * 43])).status_code == 410


def test_asking_by_mail_sends_a_link_where_there_is_an_address(lans, client):
    lans.person.email = "lan@example.org"
    lans.person.save()
    client.post(reverse("account:lost"), {"name": "lan"})
    [job] = ProcrastinateJob.objects.filter(task_name="accounts.mail_recovery")

    jobs.mail_recovery(**job.args)

    [letter] = mail.outbox
    assert letter.to == ["lan@example.org"]
    secret = letter.body.partition("/account/recovery/")[2].partition("/")[0]
    assert queries.redeemable(secret, at=MONDAY + timedelta(hours=1)) is not None
    assert secret not in str(job.args)


def test_the_answer_at_the_door_is_the_same_for_every_name(lans, browser):
    def told(name):
        answer = browser().post(reverse("account:lost"), {"name": name})
        text = answer.content.decode()
        return answer.status_code, text[text.index("<main") : text.index("</main")]

    assert told("lan") == told("nobody") == told("x' or 1=1 --")
    assert ProcrastinateJob.objects.filter(task_name="accounts.mail_recovery").count() == 3


def test_nothing_is_mailed_where_there_is_no_account_or_no_address(lans):
    jobs.mail_recovery(sign_in_name="nobody")
    jobs.mail_recovery(sign_in_name="lan")

    assert mail.outbox == []


def test_asking_again_and_again_sends_no_more_and_says_nothing(lans, client):
    for _ in range(5):
        assert client.post(reverse("account:lost"), {"name": "lan"}).status_code == 200

    assert ProcrastinateJob.objects.filter(task_name="accounts.mail_recovery").count() == 3


def test_one_place_that_asks_for_many_names_is_told_to_stop(client, db):
    answers = [
        client.post(reverse("account:lost"), {"name": f"n{number}"}).status_code
        for number in range(31)
    ]

    assert answers[-2:] == [200, 422]


def test_a_locked_account_is_given_no_link(lans):
    actions.lock(actor=OPERATOR, user_id=lans.pk, why="away", at=MONDAY)

    with pytest.raises(NotAllowed, match="locked"):
        actions.issue_recovery(actor=OPERATOR, user_id=lans.pk, way=Way.HANDED, at=MONDAY)


def test_a_link_does_not_open_an_account_locked_since(lans, link, client):
    actions.lock(actor=OPERATOR, user_id=lans.pk, why="away", at=TUESDAY)

    assert redeem(client, link.secret).status_code == 410

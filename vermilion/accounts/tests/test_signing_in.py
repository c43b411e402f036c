"""At the door: who gets in, who does not, what is said, counted and written down."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import MONDAY, OPERATOR
from vermilion.accounts import actions, jobs, models, queries
from vermilion.accounts.adapter import AccountAdapter
from vermilion.accounts.door import DOOR
from vermilion.accounts.hashers import Argon2
from vermilion.accounts.tests.conftest import sign_in
from vermilion.audit.models import Trace

pytestmark = pytest.mark.django_db


def traces(act: str) -> list[Trace]:
    return list(Trace.objects.filter(act=act).order_by("id"))


def test_name_and_password_open_the_house(lans, client):
    answer = sign_in(client)

    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(lans.pk)
    [trace] = traces("accounts.session.began")
    assert trace.subject == f"user:{lans.pk}"
    assert trace.facts["method"] == "password"


def test_the_name_may_be_typed_in_capitals(lans, client):
    assert sign_in(client, name=" LAN ").status_code == 302


def test_a_wrong_password_is_recorded_without_the_password(lans, client):
    answer = sign_in(client, password="something else entirely")

    assert "not right" in answer.content.decode()
    [trace] = traces("accounts.session.refused")
    assert trace.subject == f"user:{lans.pk}"
    assert "something" not in f"{trace.facts}{trace.actor}{trace.subject}"


def test_a_name_nobody_has_is_answered_like_a_wrong_password_and_not_written_down(lans, client):
    wrong = sign_in(client, password="something else entirely")
    unknown = sign_in(client, name="a-secret-typed-in-the-wrong-box", password="x" * 20)

    def told(answer):
        text = answer.content.decode().replace("a-secret-typed-in-the-wrong-box", "lan")
        text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
        return text[text.index("<main") : text.index("</main")]

    assert wrong.status_code == unknown.status_code
    assert told(wrong) == told(unknown)
    assert "a-secret" not in str([vars(trace) for trace in traces("accounts.session.refused")])


def test_a_name_nobody_has_costs_as_many_hashes_and_statements(lans, browser, monkeypatch):
    hashed = []
    real = Argon2.encode
    monkeypatch.setattr(Argon2, "encode", lambda *a, **k: hashed.append(1) or real(*a, **k))
    real_verify = Argon2.verify
    monkeypatch.setattr(Argon2, "verify", lambda *a, **k: hashed.append(1) or real_verify(*a, **k))
    sign_in(browser(), name="somebody", password="the first from this place")

    costs = []
    for name in ("lan", "nobody"):
        hashed.clear()
        with CaptureQueriesContext(connection) as statements:
            sign_in(browser(), name=name, password="wrong all the same")
        costs.append((len(hashed), len(statements)))

    assert costs[0] == costs[1]


def test_the_fifth_wrong_password_shuts_the_door_and_says_for_how_long(lans, browser, now):
    for _ in range(5):
        sign_in(browser(), password="wrong all the same")

    right = sign_in(browser())
    assert "Try again in 5 minutes" in right.content.decode()
    assert len(traces("accounts.door.shut")) == 1

    now(timedelta(minutes=4, seconds=30))
    assert "Try again in 1 minute," in sign_in(browser()).content.decode()

    now(timedelta(minutes=1))
    assert sign_in(browser()).status_code == 302


def test_the_door_shuts_alike_for_a_name_nobody_has(browser, now, db):
    for _ in range(5):
        sign_in(browser(), name="nobody", password="wrong all the same")

    assert "Try again in 5 minutes" in sign_in(browser(), name="nobody").content.decode()


def test_whoever_guesses_does_not_shut_out_the_browser_that_is_known(lans, browser, now):
    own = browser()
    sign_in(own)
    own.post("/account/sign-out/")
    for _ in range(7):
        sign_in(browser(), password="wrong all the same")

    assert "Try again" in sign_in(browser()).content.decode()
    assert sign_in(own).status_code == 302


def test_tries_at_once_are_counted_before_their_outcome(lans):
    for _ in range(5):
        actions.count_try(
            actor=DOOR, sign_in_name="lan", device_secret="", address="10.0.0.1", at=MONDAY
        )

    with pytest.raises(actions.DoorShut):
        actions.count_try(
            actor=DOOR, sign_in_name="lan", device_secret="", address="10.0.0.2", at=MONDAY
        )


def test_one_place_that_tries_many_names_is_shut_out():
    for number in range(60):
        actions.count_try(
            actor=DOOR, sign_in_name=f"n{number}", device_secret="", address="10.0.0.9", at=MONDAY
        )

    with pytest.raises(actions.DoorShut):
        actions.count_try(
            actor=DOOR, sign_in_name="another", device_secret="", address="10.0.0.9", at=MONDAY
        )


def test_the_session_key_changes_at_sign_in(lans, client):
    client.get("/account/sign-in/passkey/", headers={"accept": "application/json"})
    before = client.session.session_key

    sign_in(client)

    assert before is not None
    assert client.session.session_key != before
    assert not models.Session.objects.filter(session_key=before).exists()


def test_wrong_passwords_before_are_told_to_whoever_comes_in(lans, client):
    for _ in range(3):
        sign_in(client, password="wrong all the same")
    sign_in(client)

    page = client.get(reverse("account:sessions")).content.decode()
    assert "typed 3 times under your name" in page


def test_a_browser_never_seen_before_is_noted_and_mailed(lans, browser):
    lans.person.email = "lan@example.org"
    lans.person.save()
    sign_in(browser())

    second = browser("Mozilla/5.0 (iPad; CPU OS 17_0) Version/17.0 Safari/604.1")
    sign_in(second)

    assert [trace.facts["new_device"] for trace in traces("accounts.session.began")] == [
        False,
        True,
    ]
    assert "not used before" in second.get(reverse("account:sessions")).content.decode()
    jobs.mail_new_device(user_id=lans.pk, agent="… (iPad; …) Safari/604.1")
    assert "Safari, iPad" in mail.outbox[0].body


def test_an_idle_session_ends_and_one_in_use_goes_on(lans, client, now, settings):
    sign_in(client)
    now(timedelta(minutes=50))
    assert client.get(reverse("account:sessions")).status_code == 200
    now(timedelta(minutes=50))
    assert client.get(reverse("account:sessions")).status_code == 200

    now(timedelta(minutes=61))
    assert client.get(reverse("account:sessions")).status_code == 302


def test_the_last_hour_of_a_session_comes_whatever_is_done_in_it(lans, client, now):
    sign_in(client)
    for _ in range(14):
        now(timedelta(minutes=50))
        client.get(reverse("account:sessions"))
    now(timedelta(minutes=25))

    assert client.get(reverse("account:sessions")).status_code == 302


def test_a_locked_account_lets_nobody_in_and_puts_out_who_is_in(lans, client):
    sign_in(client)
    actions.lock(actor=OPERATOR, user_id=lans.pk, why="lost tablet", at=lans.opened_at)

    assert client.get(reverse("account:sessions")).status_code == 302
    assert sign_in(client).url == reverse("account_inactive")


def test_signing_out_ends_the_session_for_good(lans, client):
    sign_in(client)
    key = client.session.session_key
    client.post("/account/sign-out/")

    assert not models.Session.objects.filter(session_key=key).exists()
    assert traces("accounts.session.ended")


def test_nobody_opens_an_account_for_oneself(client, db):
    assert client.get("/account/sign-up/").status_code in (302, 404)
    assert AccountAdapter().is_open_for_signup(None) is False


def test_a_fragment_asked_for_without_a_session_sends_the_whole_page_to_the_door(client, db):
    answer = client.get(
        reverse("account:sessions"),
        headers={"hx-request": "true", "hx-current-url": "http://testserver/registry/?page=2"},
    )

    assert answer.status_code == 204
    assert answer["HX-Redirect"].endswith("?next=%2Fregistry%2F%3Fpage%3D2")


def test_the_way_on_after_signing_in_leads_nowhere_else(lans, browser):
    inside = sign_in(browser(), next="/account/sessions/")
    outside = sign_in(browser(), next="https://elsewhere.example/")

    assert inside.url == "/account/sessions/"
    assert outside.url == "/"


def test_the_password_is_kept_by_argon2id(lans):
    assert lans.password.startswith("argon2$argon2id$v=19$m=65536,t=3,p=4$")


def test_the_cookies_are_out_of_reach_of_script(lans, client):
    answer = sign_in(client)

    for name in ("session", "device"):
        assert answer.cookies[name]["httponly"]
        assert answer.cookies[name]["samesite"] == "Lax"


@pytest.mark.parametrize(
    "weak", ["short one", "password1234", "lan.tran.lan", "123456789012", "Trần Thị Lan"]
)
def test_a_weak_password_is_refused_with_the_reason(lans, weak):
    with pytest.raises(actions.WeakPassword):
        actions.set_password(
            actor=queries.holder(lans),
            user_id=lans.pk,
            password=weak,
            at=lans.opened_at,
        )


def test_no_rule_asks_for_figures_or_signs(lans):
    actions.set_password(
        actor=queries.holder(lans),
        user_id=lans.pk,
        password="chỉ toàn chữ thường thôi",
        at=lans.opened_at,
    )

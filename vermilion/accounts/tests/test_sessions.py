"""Sessions and devices: seen, and ended with effect on the next request."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.urls import reverse

from tests.cast import MONDAY
from vermilion.accounts import actions, door, jobs, models, queries, rules
from vermilion.accounts.sessions import SessionStore
from vermilion.accounts.tests.conftest import sign_in
from vermilion.kernel.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db

PAGE = "/account/sessions/"
IPAD = "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Version/17.0 Safari/604.1"


@pytest.fixture
def two(lans, browser):
    """Lan at her desk and on her tablet."""
    desk, tablet = browser(), browser(IPAD)
    sign_in(desk)
    sign_in(tablet)
    return desk, tablet


def test_the_page_lists_every_device_and_marks_this_one(two):
    desk, _tablet = two

    page = desk.get(PAGE).content.decode()

    assert "Firefox" in page
    assert "iPad" in page
    assert page.count("<span>this one</span>") == 1
    assert "127.0.0.1" in page


def test_the_page_never_shows_what_opens_a_session(two, lans):
    desk, _tablet = two

    page = desk.get(PAGE).content.decode()

    for session in models.Session.objects.filter(user=lans):
        assert session.session_key not in page


def test_a_session_ended_elsewhere_is_over_with_its_next_request(two, lans):
    desk, tablet = two
    other = rules.session_name(tablet.session.session_key)

    desk.post(reverse("account:end-session", args=[other]))

    assert tablet.get(PAGE).status_code == 302
    assert desk.get(PAGE).status_code == 200


def test_all_others_are_ended_at_once(two, browser):
    desk, tablet = two
    third = browser("curl/8")
    sign_in(third)

    answer = desk.post(reverse("account:end-other-sessions"), follow=True)

    assert "2 other sessions have ended" in answer.content.decode()
    assert [each.get(PAGE).status_code for each in (desk, tablet, third)] == [200, 302, 302]


def test_a_request_on_its_way_does_not_bring_an_ended_session_back(two, lans):
    _desk, tablet = two
    loaded = SessionStore(tablet.session.session_key)
    loaded["something"] = "written late"
    models.Session.objects.filter(session_key=loaded.session_key).delete()

    with pytest.raises(UpdateError):
        loaded.save()
    assert not models.Session.objects.filter(session_key=loaded.session_key).exists()


def test_nobody_ends_the_session_of_another(two, lans, minh):
    name = rules.session_name(two[0].session.session_key)

    with pytest.raises(NotAllowed):
        actions.end_session(actor=minh, user_id=lans.pk, name=name, at=MONDAY)


def test_a_session_of_another_account_is_not_found_under_ones_own(two, lans, minh, account_of):
    own = account_of(minh, "minh")
    name = rules.session_name(two[0].session.session_key)

    with pytest.raises(NotFound):
        actions.end_session(actor=minh, user_id=own.pk, name=name, at=MONDAY)


def test_a_new_password_ends_the_others_and_keeps_this_one(two, lans):
    desk, tablet = two
    desk.post("/account/proof/", {"password": "bốn từ chẳng ai ghép nhau"})
    new = "năm từ khác hẳn lần trước"

    answer = desk.post(reverse("account:password"), {"password": new, "again": new})

    assert answer.status_code == 303
    assert desk.get(PAGE).status_code == 200
    assert tablet.get(PAGE).status_code == 302


def test_a_new_password_is_asked_for_the_old_one_first(two):
    desk, _tablet = two
    new = "năm từ khác hẳn lần trước"

    answer = desk.post(reverse("account:password"), {"password": new, "again": new})

    assert answer.status_code == 302
    assert answer.url.startswith("/account/proof/")
    assert new not in str(dict(desk.session))


def test_the_list_costs_the_same_however_many_sessions(lans, browser, django_assert_num_queries):
    def listed():
        return queries.devices_of(
            lans.pk, current_key=None, live_since=door.live_since(MONDAY), at=MONDAY
        )

    for _ in range(3):
        sign_in(browser())
        with django_assert_num_queries(1):
            listed()


def test_the_last_use_is_kept_to_the_minute(lans, client, now):
    sign_in(client)
    now(timedelta(seconds=30))
    client.get(PAGE)
    assert models.Session.objects.get().seen_at == MONDAY
    now(timedelta(seconds=40))
    client.get(PAGE)
    assert models.Session.objects.get().seen_at == MONDAY + timedelta(seconds=70)


def test_what_has_ended_is_tidied_away(lans, client, now):
    sign_in(client)
    later = MONDAY + timedelta(days=2)
    jobs.tidy(int(later.timestamp()))

    assert not models.Session.objects.exists()
    assert not models.Throttle.objects.exists()

import pytest
from django.urls import reverse

from tests.cast import MONDAY
from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.kernel.actors import system
from vermilion.kernel.types import Subject
from vermilion.notices import models, queries
from vermilion.notices.tests.test_telling import tell

DOOR = system("tests")


@pytest.fixture
def signed_in(client):
    """A browser in which somebody is signed in."""

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


def test_the_centre_shows_each_paper_once_with_the_reason(minh, hoa, signed_in):
    tell(minh, hoa.appointment_id)
    tell(minh, hoa.appointment_id, reason="watcher")
    page = signed_in(hoa).get(reverse("notices:centre")).content.decode()

    assert page.count("notice-row--new") == 1
    assert "because you watch it" in page
    assert "Chuyên viên" in page  # for which post


def test_opening_a_notice_marks_it_and_leads_to_the_paper(minh, hoa, signed_in):
    tell(minh, hoa.appointment_id)
    [notice] = models.Notice.objects.all()

    answer = signed_in(hoa).get(reverse("notices:notice", args=[notice.pk]))

    assert (answer.status_code, answer["Location"]) == (303, "/documents/7/")
    assert queries.number_unseen(hoa.person_id) == 0


def test_the_notice_of_another_is_not_there(minh, hoa, head_of_it, signed_in):
    tell(minh, hoa.appointment_id)
    [notice] = models.Notice.objects.all()

    assert signed_in(head_of_it).get(reverse("notices:notice", args=[notice.pk])).status_code == 404


def test_a_page_counts_what_is_new_in_the_bell_with_one_query(
    minh, hoa, signed_in, django_assert_max_num_queries
):
    for key in range(3):
        tell(minh, hoa.appointment_id, about=Subject("document", key))
    browser = signed_in(hoa)
    browser.get("/offline/")
    with django_assert_max_num_queries(40) as asked:
        page = browser.get(reverse("notices:matrix")).content.decode()
    assert "3 papers with news" in page or "3 văn bản" in page
    assert sum("COUNT(*)" in each["sql"] and "notices_notice" in each["sql"] for each in asked) == 1


def test_all_is_marked_as_read_by_a_plain_form(minh, hoa, signed_in):
    tell(minh, hoa.appointment_id)
    signed_in(hoa).post(reverse("notices:seen"), {"all": "1"})

    assert queries.number_unseen(hoa.person_id) == 0


def test_a_line_of_the_matrix_is_chosen_and_given_up_by_a_plain_form(hoa, signed_in):
    browser, url = signed_in(hoa), reverse("notices:matrix")
    browser.post(url, {"given|lead": "1"})
    assert models.Wish.objects.get().channel == 1

    browser.post(url, {"given|lead": ""})
    assert models.Wish.objects.count() == 0


def test_the_hour_of_the_mail_is_kept_and_a_wrong_one_refused(hoa, signed_in):
    browser, url = signed_in(hoa), reverse("notices:rhythm")
    browser.post(url, {"digest-hour": "16:45", "digest-days": ["0", "4"]})
    assert queries.rhythm_of(hoa.person_id).minute == 16 * 60 + 45

    assert browser.post(url, {"digest-hour": "late"}).status_code == 422


def test_what_is_usual_is_for_administrators(hoa, an_administrator, signed_in):
    assert signed_in(hoa).get(reverse("notices:usual")).status_code == 403
    assert signed_in(an_administrator).get(reverse("notices:usual")).status_code == 200


def test_having_a_paper_before_one_marks_it(minh, hoa, signed_in):
    tell(minh, hoa.appointment_id)
    answer = signed_in(hoa).post(reverse("notices:paper-seen", args=["document", 7]))

    assert answer.status_code == 204
    assert queries.number_unseen(hoa.person_id) == 0


def test_what_an_address_or_a_form_says_wrongly_is_left_out(hoa, signed_in):
    browser, huge = signed_in(hoa), "9" * 30

    for asked in ({"after": f"2026-11-02T03:00+00:00~{huge}"}, {"post": huge}):
        assert browser.get(reverse("notices:centre"), asked).status_code == 200
    assert browser.post(reverse("notices:seen"), {"notice": [huge, "x"]}).status_code == 303

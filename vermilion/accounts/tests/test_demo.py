"""The demonstration: anybody can be anybody, and only there."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from django.conf import settings as present
from django.core.mail import EmailMessage
from django.urls import NoReverseMatch, reverse

from tests.cast import OPERATOR, TUESDAY
from vermilion.accounts import actions, checks, queries
from vermilion.accounts.models import User
from vermilion.audit.models import Trace
from vermilion.directory import queries as directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody(office, now):
    """Accounts for the whole office, as a seed opens them."""
    people = directory.people_of_branch(office.body_id, on=TUESDAY.date())
    names = {person.pk: person.full_name for person in people}
    cast = {pk: "lan" for pk, name in names.items() if name == "Trần Thị Lan"}
    actions.open_accounts_in_bulk(actor=OPERATOR, people=names, names=cast, at=TUESDAY)


@pytest.fixture
def demo(settings, tmp_path):
    settings.VERMILION = replace(settings.VERMILION, demo="1")
    settings.ROOT_URLCONF = "vermilion.accounts.tests.demo_site"
    settings.EMAIL_FILE_PATH = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def test_outside_the_demo_the_door_is_not_there(client):
    assert not present.VERMILION.in_demo
    with pytest.raises(NoReverseMatch):
        reverse("demo:pick")
    assert client.get("/demo/").status_code == 404


@pytest.mark.urls("vermilion.accounts.tests.demo_site")
def test_even_a_door_routed_by_mistake_opens_to_nobody(client, everybody):
    user = User.objects.get(sign_in_name="lan")
    assert client.get("/demo/").status_code == 404
    assert client.get("/demo/mail/").status_code == 404
    assert client.post(f"/demo/people/{user.pk}/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_an_installation_routes_the_door_only_when_it_is_a_demo(tmp_path):
    asked = (
        "import django; django.setup()\n"
        "from django.urls import reverse, NoReverseMatch\n"
        "try: print(reverse('demo:pick'))\n"
        "except NoReverseMatch: print('none')\n"
    )

    def answer(demo):
        environment = {
            **os.environ,
            "VERMILION_HOME": str(tmp_path),
            "VERMILION_DEMO": demo,
            "DJANGO_SETTINGS_MODULE": "vermilion.site.settings",
        }
        done = subprocess.run(
            [sys.executable, "-c", asked], env=environment, capture_output=True, text=True
        )
        return done.stdout.strip()

    assert answer("1") == "/demo/"
    assert answer("") == "none"
    assert answer("yes") == "none"


def test_the_cast_stands_first_each_with_what_to_try(demo, everybody, client):
    page = client.get("/demo/").content.decode()

    assert page.index("Trần Thị Lan") < page.index("All ")
    assert "Register a paper that arrived" in page


def test_everybody_else_is_found_while_typing(demo, everybody, client):
    answer = client.get("/demo/", {"q": "hoang long"}, headers={"hx-request": "true"})

    text = answer.content.decode()
    assert "Hoàng Đức Long" in text
    assert "Trần Thị Lan" not in text
    assert "<html" not in text


def test_a_body_leads_to_its_people(demo, everybody, client):
    text = client.get("/demo/", {"q": "ba vi"}, headers={"hx-request": "true"}).content.decode()

    assert "Phan Anh Tuấn" in text
    assert "Trần Thị Lan" not in text


def test_picking_somebody_signs_in_and_is_written_down(demo, everybody, client, office):
    user = User.objects.get(sign_in_name="lan")
    answer = client.post(f"/demo/people/{user.pk}/")

    assert (answer.status_code, answer.url) == (303, "/")
    page = client.get("/account/sessions/")
    assert page.wsgi_request.actor.appointment_id == office.lan
    assert Trace.objects.get(act="accounts.session.began").facts["method"] == "demo"


def test_picking_is_never_done_by_a_link(demo, everybody, client):
    assert client.get(f"/demo/people/{User.objects.first().pk}/").status_code == 405


def test_somebody_else_can_be_picked_right_after(demo, everybody, client):
    first, second = User.objects.order_by("pk")[:2]
    client.post(f"/demo/people/{first.pk}/")
    client.post(f"/demo/people/{second.pk}/")

    assert client.session["_auth_user_id"] == str(second.pk)
    assert client.get("/account/sessions/").wsgi_request.actor.person_id == second.person_id


def test_the_list_costs_the_same_however_many_people(demo, everybody, django_assert_num_queries):
    for number in (2, 12):
        with django_assert_num_queries(4):
            assert len(queries.pickable("", on=TUESDAY.date(), number=number)) == number


def test_mail_that_would_have_been_sent_is_laid_on_a_page(demo, client):
    EmailMessage(subject="Đặt mật khẩu", body="Liên kết: một", to=["lan@example.org"]).send()
    EmailMessage(subject="Thiết bị mới", body="Có ai đó", to=["minh@example.org"]).send()

    page = client.get("/demo/mail/").content.decode()

    for told in ("Đặt mật khẩu", "Liên kết: một", "lan@example.org", "Thiết bị mới"):
        assert told in page


def test_the_doctor_names_a_demo_that_others_can_reach(demo, settings):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    assert list(checks.the_demo_is_for_this_machine_alone()) == []

    settings.VERMILION = replace(settings.VERMILION, address="192.0.2.7")
    [finding] = checks.the_demo_is_for_this_machine_alone()
    assert "192.0.2.7" in finding.in_words
    assert finding.level == "fault"

    settings.VERMILION = replace(settings.VERMILION, address="127.0.0.1")
    settings.ALLOWED_HOSTS = ["localhost", "demo.example.org"]
    assert [each.id for each in checks.the_demo_is_for_this_machine_alone()] == ["accounts.demo"]


def test_the_doctor_is_content_with_an_ordinary_installation_on_its_own_machine(settings):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

    assert list(checks.the_demo_is_for_this_machine_alone()) == []
    assert list(checks.passwords_travel_encrypted()) == []


def test_the_doctor_names_passwords_in_the_clear(settings):
    settings.ALLOWED_HOSTS = ["office.example.org"]
    settings.SECURE = False

    [finding] = checks.passwords_travel_encrypted()
    assert "office.example.org" in finding.in_words

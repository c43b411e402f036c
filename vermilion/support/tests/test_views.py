"""Reporting from any screen, the fate of a report, and the list of those who deal with them."""

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.support import actions, models, queries
from vermilion.support.types import Week

pytestmark = pytest.mark.django_db


def test_a_problem_is_reported_with_the_page_and_the_number(lan, signed_in):
    browser = signed_in(lan)
    page = browser.get("/support/new/?page=/registry/incoming/&trace=ab12")
    assert "/registry/incoming/" in page.content.decode()

    answer = browser.post(
        "/support/new/",
        {
            "kind": "broken",
            "weight": "slowed",
            "words": "The list jumps to the top.",
            "with_state": "on",
            "page": "/registry/incoming/",
            "trace": "ab12",
            "viewport": "1180x820",
        },
    )

    problem = models.Problem.objects.get()
    assert answer["Location"] == f"/support/problems/{problem.pk}/"
    assert (problem.page, problem.trace) == ("/registry/incoming/", "ab12")
    assert problem.screen["viewport"] == "1180x820"


def test_without_leave_nothing_but_the_words_goes_with_it(lan, signed_in):
    signed_in(lan).post(
        "/support/new/",
        {
            "kind": "question",
            "weight": "bearable",
            "words": "How do I print a label?",
            "page": "/x/",
            "trace": "ab12",
            "viewport": "1x1",
        },
    )

    problem = models.Problem.objects.get()
    assert (problem.page, problem.trace, problem.screen) == ("", "", {})


def test_words_too_short_are_said_beside_the_field_and_kept(lan, signed_in):
    answer = signed_in(lan).post(
        "/support/new/", {"kind": "broken", "weight": "slowed", "words": "help"}
    )

    assert answer.status_code == 422
    assert ">help</textarea>" in answer.content.decode().replace("\n", "")
    assert not models.Problem.objects.exists()


def test_an_address_elsewhere_is_not_linked_to(lan, signed_in):
    page = signed_in(lan).get("/support/new/?page=//elsewhere.example/").content.decode()

    assert 'href="//elsewhere.example' not in page


def test_a_report_is_read_by_its_reporter_and_those_who_deal_with_it(
    lan, hoa, an_administrator, reported, signed_in
):
    address = f"/support/problems/{reported(lan).pk}/"

    assert signed_in(lan).get(address).status_code == 200
    assert signed_in(an_administrator).get(address).status_code == 200
    assert signed_in(hoa).get(address).status_code == 404


def test_the_list_is_for_those_who_deal_with_problems(
    lan, an_administrator, reported, signed_in, django_assert_max_num_queries
):
    for _each in range(3):
        reported(lan)
    assert signed_in(lan).get("/support/list/").status_code == 403

    browser = signed_in(an_administrator)
    browser.get("/support/list/")
    with django_assert_max_num_queries(25):
        page = browser.get("/support/list/")
    assert page.content.decode().count("/support/problems/") == 6
    assert browser.get("/support/list/?show=nobody").status_code == 200
    assert "/support/problems/" not in browser.get("/support/list/?show=mine").content.decode()


def test_a_wrong_act_keeps_what_was_typed(lan, an_administrator, reported, signed_in):
    problem = reported(lan)
    browser = signed_in(an_administrator)

    answer = browser.post(f"/support/problems/{problem.pk}/joining/", {"other": "4711"})

    assert answer.status_code == 422
    assert 'value="4711"' in answer.content.decode()


def test_weeks_count_reports_by_the_week_in_which_they_were_made(lan, an_administrator, reported):
    done, late = reported(lan), reported(lan)
    actions.solve(
        actor=an_administrator, problem_id=done.pk, how="It was mended at once.", at=MONDAY
    )

    weeks = queries.weeks(an_administrator, at=late.due_at.replace(day=5))

    assert weeks[0] == Week(MONDAY.date(), reported=2, ended=1, late=1)
    assert len(weeks) == queries.WEEKS
    assert TUESDAY > MONDAY

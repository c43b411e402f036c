"""What a person sees when something does not work. None of these tests may touch the database."""

import json

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import include, path
from django.utils import translation
from django.views.decorators.http import require_POST

from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require, unless
from vermilion.web import errors


class BookClosed(Refused):
    message = "The book of %(year)s is closed."


@login_not_required
def _refuse(request: HttpRequest) -> HttpResponse:
    raise BookClosed(year=2025)


@login_not_required
def _forbid(request: HttpRequest) -> HttpResponse:
    require(unless(False, "Only the clerk may."))
    raise AssertionError


@login_not_required
def _hide(request: HttpRequest) -> HttpResponse:
    raise NotFound


@login_not_required
def _break(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


@login_not_required
def _deny(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Not from this network.")


@login_not_required
def _suspect(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


@login_not_required
def _overflow(request: HttpRequest) -> HttpResponse:
    raise RequestDataTooBig


urlpatterns = [
    path("refused/", _refuse),
    path("api/refused/", _refuse),
    path("forbidden/", _forbid),
    path("hidden/", _hide),
    path("broken/", _break),
    path("denied/", _deny),
    path("suspect/", _suspect),
    path("overflow/", _overflow),
    path("post-only/", login_not_required(require_POST(_refuse))),
    path("", include("vermilion.web.urls")),
]
handler400 = "vermilion.web.errors.bad_request"
handler403 = "vermilion.web.errors.forbidden"
handler404 = "vermilion.web.errors.not_found"
handler500 = "vermilion.web.errors.broken"

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False, headers={"Accept-Language": "en"})


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/refused/", 409, "The book of 2025 is closed."),
        ("/forbidden/", 403, "Only the clerk may."),
        ("/hidden/", 404, "it is not for you to see"),
        ("/nowhere/", 404, "it is not for you to see"),
        ("/denied/", 403, "Not from this network."),
        ("/suspect/", 400, "could not be read"),
        ("/overflow/", 413, "too large"),
        ("/post-only/", 405, "cannot be asked in that way"),
        ("/broken/", 500, "broke on our side"),
    ],
)
def test_each_failure_says_what_happened_whether_work_is_safe_and_what_to_do(
    browser, address, status, words
):
    answer = browser.get(address)
    page = answer.content.decode()

    assert answer.status_code == status
    for expected in (words, "What happened", "Is my work safe?", "What can I do?"):
        assert expected in page
    assert answer["X-Trace-Number"] in page


def test_the_unknown_and_the_hidden_look_the_same(browser):
    hidden, unknown = browser.get("/hidden/"), browser.get("/nowhere/")

    assert hidden.status_code == unknown.status_code == 404
    assert _title(hidden) == _title(unknown)


@pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
@pytest.mark.parametrize("number", range(len(errors.TROUBLES)))
def test_every_failure_is_told_in_every_language(language, number):
    trouble = errors.TROUBLES[number]
    with translation.override(language):
        page = errors.answer(RequestFactory().get("/x/"), trouble).content.decode()
        said = str(trouble.title)

    assert f'lang="{language}"' in page
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert said in page
    if language != "en":
        with translation.override("en"):
            assert said != str(trouble.title)


def test_a_machine_is_told_as_problem_json(browser):
    answer = browser.get("/api/refused/")
    problem = json.loads(answer.content)

    assert answer["Content-Type"] == "application/problem+json"
    assert (problem["status"], problem["code"]) == (409, "book-closed")
    assert problem["detail"] == "The book of 2025 is closed."
    assert problem["trace"] == answer["X-Trace-Number"]


def test_a_fragment_is_told_above_what_stands_there(browser):
    answer = browser.get("/refused/", headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Retarget"]) == (409, "#messages")
    assert b"<html" not in answer.content
    assert b"The book of 2025 is closed." in answer.content


def test_a_form_that_has_grown_old_promises_that_nothing_is_lost():
    strict = Client(enforce_csrf_checks=True, headers={"Accept-Language": "vi"})

    answer = strict.post("/preferences/", {"theme": "dark"})

    assert answer.status_code == 403
    assert "vẫn còn trong biểu mẫu" in answer.content.decode()


def test_when_even_the_error_page_breaks_something_is_said(monkeypatch):
    def fail(*_arguments: object, **_more: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(errors, "render_to_string", fail)

    answer = errors.broken(RequestFactory().get("/x/"))

    assert answer.status_code == 500
    assert b"saved whole or not at all" in answer.content


def test_what_is_refused_by_a_hostile_name_is_written_out_harmlessly():
    page = errors.answer(RequestFactory().get("/x/"), errors.CONFLICT, reason="<script>x</script>")

    assert b"<script>x" not in page.content


def _title(answer: HttpResponse) -> str:
    return answer.content.decode().split("<title>")[1].split("</title>")[0]

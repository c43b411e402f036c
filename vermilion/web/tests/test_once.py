"""A form that is sent again is dealt with once; the second sending is answered as the first."""

import re
import threading
from http import HTTPStatus

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory

from tests.cast import MONDAY
from vermilion.kernel.actors import Actor, ActorKind
from vermilion.web import models
from vermilion.web.once import once
from vermilion.web.responses import see_other_path

LAN = Actor(kind=ActorKind.PERSON, name="Lan", person_id=1)
MINH = Actor(kind=ActorKind.PERSON, name="Minh", person_id=2)
KEY = "a-key-of-this-form"


def a_sending(actor=LAN, *, key=KEY, path="/book/", **fields):
    request = RequestFactory().post(path, {"_once": key, "words": "a letter", **fields})
    request.actor, request.now = actor, MONDAY
    request._messages = CookieStorage(request)
    return request


class Book:
    """A view that writes a row a time, as far as it is allowed to."""

    def __init__(self, *answers):
        self.written = 0
        self._answers = list(answers)

    def __call__(self, _request: HttpRequest) -> HttpResponse:
        self.written += 1
        models.Answer.objects.create(
            token="book",
            key=str(self.written),
            fingerprint=b"",
            actor="",
            status=0,
            body=b"",
            at=MONDAY,
        )
        if self._answers:
            return HttpResponse(status=self._answers.pop(0))
        return see_other_path(f"/book/{self.written}/")


def lines() -> int:
    return models.Answer.objects.filter(token="book").count()


def said(request) -> list[str]:
    return [str(each) for each in get_messages(request)]


def test_the_second_sending_leads_where_the_first_did(db):
    view = Book()
    first, second = once(view)(a_sending()), once(view)(again := a_sending())

    assert (first.status_code, first["Location"]) == (303, "/book/1/")
    assert (second.status_code, second["Location"]) == (303, "/book/1/")
    assert lines() == 1
    assert said(again) == ["This had arrived already. It was done once."]


def test_what_was_changed_since_is_not_lost_in_silence(db):
    view = Book()
    once(view)(a_sending())
    once(view)(again := a_sending(words="another letter"))

    assert lines() == 1
    assert "What you changed in it since was not saved" in said(again)[0]


def test_a_key_is_of_one_person_and_one_address(db):
    view = Book()
    for sending in (
        a_sending(),
        a_sending(MINH),
        a_sending(path="/other/"),
        a_sending(key="x" * 12),
    ):
        once(view)(sending)
    assert lines() == 4


def test_a_form_shown_again_with_errors_may_be_sent_again(db):
    view = Book(422)
    assert once(view)(a_sending()).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert once(view)(a_sending()).status_code == HTTPStatus.SEE_OTHER


def test_what_broke_leaves_nothing_and_may_be_sent_again(db):
    view = Book(500)
    once(view)(a_sending())
    assert lines() == 0
    once(view)(a_sending())
    assert lines() == 1


@pytest.mark.parametrize("key", ["", "short", "with spaces in it", "x" * 99])
def test_without_a_proper_key_every_sending_is_an_act(db, key):
    view = Book()
    for _turn in range(2):
        once(view)(a_sending(key=key))
    assert lines() == 2


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_once_are_one_act():
    view = Book()
    inside, may_go_on = threading.Event(), threading.Event()

    def slow(request: HttpRequest) -> HttpResponse:
        inside.set()
        may_go_on.wait(5)
        return view(request)

    answers: list[str] = []

    def send() -> None:
        answers.append(once(slow)(a_sending())["Location"])
        connection.close()

    both = [threading.Thread(target=send) for _each in range(2)]
    both[0].start()
    inside.wait(5)
    both[1].start()
    may_go_on.set()
    for each in both:
        each.join(10)

    assert answers == ["/book/1/", "/book/1/"]
    assert lines() == 1


def test_the_field_is_new_on_a_new_form_and_stays_on_one_shown_again():
    page = engines["django"].from_string("{% once %}")

    def key(request) -> str:
        return re.search('name="_once" value="([^"]+)" data-once', page.render({}, request))[1]

    fresh = RequestFactory().get("/")
    assert key(fresh) != key(fresh)
    assert key(a_sending()) == KEY

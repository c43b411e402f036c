"""The books stay whole when many write at once, and wherever an act is stopped."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from tests.cast import MONDAY
from vermilion.documents.models import Document
from vermilion.registry import actions, models, queries
from vermilion.routing.models import Slip

pytestmark = pytest.mark.fault

THREADS, EACH = 8, 100


class Stopped(Exception):
    """The world ended at this statement."""


@pytest.mark.django_db(transaction=True)
def test_eight_threads_registering_a_hundred_each_leave_no_gap(lan, letters):
    def register(thread: int) -> list[int]:
        try:
            return [
                actions.register_incoming(
                    actor=lan, received=letters(thread * EACH + n + 1), at=MONDAY
                ).number
                for n in range(EACH)
            ]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(THREADS) as pool:
        numbers = sorted(n for given in pool.map(register, range(THREADS)) for n in given)

    assert numbers == list(range(1, THREADS * EACH + 1))
    [book] = queries.state_of_books(body_id=lan.body_id)
    assert (book.last_number, book.entered, book.has_gaps) == (800, 800, False)


@pytest.mark.django_db(transaction=True)
def test_one_letter_registered_by_eight_at_once_gets_one_number(lan, letters):
    def register(_thread: int) -> int | None:
        try:
            return actions.register_incoming(actor=lan, received=letters(1), at=MONDAY).number
        except actions.AlreadyRegistered:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(THREADS) as pool:
        given = list(pool.map(register, range(THREADS)))

    assert sorted(given, key=lambda n: n or 0) == [None] * 7 + [1]
    assert Document.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_stopped_at_any_statement_the_books_are_whole(lan, letters):
    actions.register_incoming(actor=lan, received=letters(1), at=MONDAY)
    stopped = 0
    while True:
        left = stopped

        def stop_at(execute, sql, parameters, many, context):
            nonlocal left
            if left == 0:
                raise Stopped
            left -= 1
            return execute(sql, parameters, many, context)

        try:
            with connection.execute_wrapper(stop_at):
                actions.register_incoming(actor=lan, received=letters(2), at=MONDAY)
        except Stopped:
            [book] = queries.state_of_books(body_id=lan.body_id)
            assert (book.last_number, book.entered, book.has_gaps) == (1, 1, False)
            assert Document.objects.count() == models.Entry.objects.count() == 1
            assert Slip.objects.count() == 1
            stopped += 1
        else:
            break

    assert stopped >= 9  # it was stopped at each of its statements, not at one
    [book] = queries.state_of_books(body_id=lan.body_id)
    assert (book.last_number, book.entered) == (2, 2)

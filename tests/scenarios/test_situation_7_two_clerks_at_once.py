"""Two clerks at once: fifty papers numbered in one series at the same time, one undone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections, transaction

from tests.cast import LONG_AGO, MONDAY, OPERATOR, TUESDAY
from vermilion.documents import actions as documents
from vermilion.documents import queries as papers
from vermilion.documents.types import Particulars
from vermilion.registry import actions, queries
from vermilion.registry.types import BookKind, Grouping, Issued, Turnover

AT_ONCE, CLERKS = 50, 10


class ThePowerFailed(Exception):
    """In the middle of an act."""


def a_paper(number: int) -> Issued:
    return Issued(
        particulars=Particulars(
            symbol="",
            dated_on=date(2026, 11, 2),
            issuer="Văn phòng Trung ương Đảng",
            type_id=papers.type_id_of("state-decision" if number % 2 else "state-notice"),
            abstract=f"Văn bản thứ {number}",
        ),
        notation="QĐ-VPTW" if number % 2 else "TB-VPTW",
    )


def _fail_at(undone: int, number: int) -> None:
    if number == undone:
        raise ThePowerFailed


def numbered_at_once(lan, *, undone: int) -> list[str]:
    def issue(number: int) -> str | None:
        try:
            with transaction.atomic():
                entry = actions.register_outgoing(actor=lan, issued=a_paper(number), at=MONDAY)
                _fail_at(undone, number)
                return entry.document.symbol
        except ThePowerFailed:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLERKS) as pool:
        return [symbol for symbol in pool.map(issue, range(AT_ONCE)) if symbol]


@pytest.mark.django_db(transaction=True)
def test_forty_nine_consecutive_numbers_and_no_double(lan):
    documents.load_types(actor=OPERATOR, at=LONG_AGO)

    given = numbered_at_once(lan, undone=17)

    assert sorted(int(symbol.split("/")[0]) for symbol in given) == list(range(1, AT_ONCE))
    [state] = queries.state_of_books(body_id=lan.body_id)
    assert (state.last_number, state.entered, state.has_gaps) == (49, 49, False)


@pytest.mark.django_db(transaction=True)
def test_two_types_with_numbers_of_their_own_leave_no_gap_either(lan):
    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    book = actions.open_book(actor=lan, kind=BookKind.OUTGOING, at=MONDAY)
    each = actions.Settled(turnover=Turnover.YEAR, grouping=Grouping.EACH)
    actions.settle_book(actor=lan, book_id=book.pk, settled=each, at=MONDAY)

    numbered_at_once(lan, undone=17)

    states = queries.state_of_books(body_id=lan.body_id)
    assert sorted((state.last_number, state.has_gaps) for state in states) == [
        (24, False),
        (25, False),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_gap_is_a_logged_void_alone(lan):
    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    entry = actions.register_outgoing(actor=lan, issued=a_paper(1), at=MONDAY)
    actions.strike_out(actor=lan, entry_id=entry.pk, reason="Ban hành nhầm thể thức", at=TUESDAY)

    following = actions.register_outgoing(actor=lan, issued=a_paper(1), at=TUESDAY)

    assert following.number == 2
    [state] = queries.state_of_books(body_id=lan.body_id)
    assert (state.entered, state.struck_out, state.has_gaps) == (2, 1, False)

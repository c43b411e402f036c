"""A stop at any statement of an act leaves the books whole: no gap, no twin, nothing by halves."""

from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import MONDAY, TUESDAY
from tests.fault.stopping import PowerCut, stopping_anywhere
from vermilion.access.models import Grant
from vermilion.audit.models import Trace
from vermilion.documents.models import Document
from vermilion.documents.types import Particulars
from vermilion.registry import actions, queries
from vermilion.registry.models import Entry
from vermilion.registry.types import Received
from vermilion.routing.models import Slip

pytestmark = pytest.mark.fault

TABLES = (Entry, Document, Slip, Trace, Grant, ProcrastinateJob)


def letter(symbol: str) -> Received:
    return Received(
        particulars=Particulars(
            symbol=symbol,
            dated_on=date(2026, 10, 30),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v thử dừng ở từng câu lệnh",
        ),
        arrived_on=date(2026, 11, 2),
    )


def _counts() -> list[int]:
    return [table.objects.count() for table in TABLES]


def test_registering_stopped_anywhere_leaves_the_books_whole(lan):
    actions.register_incoming(actor=lan, received=letter("1-CV/STOP"), at=MONDAY)
    before = _counts()

    def whole():
        assert _counts() == before
        [book] = queries.state_of_books(body_id=lan.body_id)
        assert (book.last_number, book.has_gaps) == (1, False)

    def finished():
        [book] = queries.state_of_books(body_id=lan.body_id)
        assert (book.last_number, book.has_gaps) == (2, False)

    statements = stopping_anywhere(
        lambda: actions.register_incoming(actor=lan, received=letter("2-CV/STOP"), at=TUESDAY),
        whole=whole,
        finished=finished,
    )

    assert statements >= 8


def test_striking_out_stopped_anywhere_leaves_the_line_as_it_was(lan):
    entry = actions.register_incoming(actor=lan, received=letter("1-CV/STOP"), at=MONDAY)
    before = _counts()

    def whole():
        assert _counts() == before
        assert not Entry.objects.get(pk=entry.pk).struck_out

    stopping_anywhere(
        lambda: actions.strike_out(
            actor=lan, entry_id=entry.pk, reason="Vào nhầm sổ của đơn vị khác", at=TUESDAY
        ),
        whole=whole,
        finished=lambda: None,
    )

    assert Entry.objects.get(pk=entry.pk).struck_out


def test_the_helper_does_stop(lan):
    """A helper that never stopped anything would find every act sound."""
    stops = []

    def act():
        try:
            actions.register_incoming(actor=lan, received=letter("1-CV/STOP"), at=MONDAY)
        except PowerCut as cut:
            stops.append(str(cut))
            raise

    statements = stopping_anywhere(act, whole=lambda: None, finished=lambda: None)

    # The first and the last are the beginning and the commit around the act.
    assert len(stops) == statements - 2
    assert any(stop.startswith("INSERT") for stop in stops)

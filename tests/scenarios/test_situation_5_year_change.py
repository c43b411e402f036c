"""Year change: 31 December, two minutes before midnight, and 1 January, three minutes after."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.cast import LONG_AGO, OPERATOR
from vermilion.documents import actions as documents
from vermilion.documents import queries as papers
from vermilion.documents.types import Particulars
from vermilion.registry import actions, printing, queries
from vermilion.registry.types import BookKind, Issued

BEFORE_MIDNIGHT = datetime(2026, 12, 31, 16, 58, tzinfo=UTC)  # 23:58 in Hanoi
AFTER_MIDNIGHT = datetime(2026, 12, 31, 17, 3, tzinfo=UTC)  # 00:03 in Hanoi
SECOND_OF_JANUARY = datetime(2027, 1, 2, 2, 0, tzinfo=UTC)
FIFTH_OF_JANUARY = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def a_notice(office) -> Issued:
    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    return Issued(
        particulars=Particulars(
            symbol="",
            dated_on=date(2026, 12, 31),
            issuer="Văn phòng Trung ương Đảng",
            type_id=papers.type_id_of("state-notice"),
            abstract="Lịch trực Tết Dương lịch",
        ),
        notation="TB-VPTW",
    )


def test_the_old_series_closes_and_the_new_one_starts_at_01(lan, a_notice):
    old = actions.register_outgoing(actor=lan, issued=a_notice, at=BEFORE_MIDNIGHT)
    new = actions.register_outgoing(actor=lan, issued=a_notice, at=AFTER_MIDNIGHT)
    signed_in_december = actions.register_outgoing(actor=lan, issued=a_notice, at=SECOND_OF_JANUARY)

    numbers = [each.document.symbol for each in (old, new, signed_in_december)]
    assert numbers == ["01/TB-VPTW", "01/TB-VPTW", "02/TB-VPTW"]
    years = [each.series.opens_on.year for each in (old, new, signed_in_december)]
    assert years == [2026, 2027, 2027]
    assert signed_in_december.document.dated_on == date(2026, 12, 31)


def test_a_december_letter_that_is_registered_in_january_gets_a_number_of_the_new_year(
    lan, letters
):
    in_time = replace(letters(1), arrived_on=date(2026, 12, 31))
    left_lying = replace(letters(2), arrived_on=date(2026, 12, 30))
    actions.register_incoming(actor=lan, received=in_time, at=BEFORE_MIDNIGHT)

    late = actions.register_incoming(actor=lan, received=left_lying, at=FIFTH_OF_JANUARY)

    assert (late.number, late.series.opens_on.year) == (1, 2027)
    line = queries.entry(lan, late.pk)
    assert (line.of_earlier_period, line.arrived_on) == (True, date(2026, 12, 30))
    # To be entered on the last day of December; the first of January is a holiday.
    assert line.late_by == 2


def test_the_registers_of_both_years_print_whole(lan, a_notice):
    for at in (BEFORE_MIDNIGHT, BEFORE_MIDNIGHT, AFTER_MIDNIGHT):
        actions.register_outgoing(actor=lan, issued=a_notice, at=at)

    for period in queries.series_of(lan, BookKind.OUTGOING):
        wanted = queries.Wanted(kind=BookKind.OUTGOING, series_id=period.pk)
        series, lines = queries.for_printing(lan, wanted)
        assert [line.number for line in lines] == list(range(1, series.last + 1))
        content = printing.register(series=series, entries=lines, actor=lan, at=FIFTH_OF_JANUARY)
        assert content.startswith(b"%PDF-")

"""Term change: the Party committee of a commune holds its congress in June."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.cast import LONG_AGO, OPERATOR
from vermilion.directory import queries as directory
from vermilion.documents import actions as documents
from vermilion.documents import queries as papers
from vermilion.documents.types import Particulars
from vermilion.registry import actions, queries
from vermilion.registry.types import BookKind, Grouping, Issued, Turnover

MAY = datetime(2026, 5, 12, 2, 0, tzinfo=UTC)
THE_CONGRESS = datetime(2026, 6, 16, 3, 0, tzinfo=UTC)
DAY_AFTER = date(2026, 6, 18)
JULY = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def the_clerk(office):
    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    clerk = directory.actor_in(office.tuan, at=MAY)
    actions.open_term(actor=clerk, name="2021–2026", opens_on=date(2021, 6, 20), at=LONG_AGO)
    return clerk


def a_paper(code: str, notation: str, abstract: str, book_id: int | None = None) -> Issued:
    return Issued(
        particulars=Particulars(
            symbol="",
            dated_on=date(2026, 5, 11),
            issuer="Đảng uỷ xã Ba Vì",
            type_id=papers.type_id_of(code),
            abstract=abstract,
        ),
        notation=notation,
        book_id=book_id,
    )


def symbols(clerk, papers_of, at):
    return [
        actions.register_outgoing(actor=clerk, issued=each, at=at).document.symbol
        for each in papers_of
    ]


def test_a_committee_numbers_by_term_and_by_type_without_being_told(the_clerk):
    resolution = a_paper("party-resolution", "NQ/ĐU", "Nghị quyết về xây dựng nông thôn mới")
    letter = a_paper("party-letter", "CV/ĐU", "V/v chuẩn bị đại hội")

    given = symbols(the_clerk, [resolution, letter, resolution], MAY)

    assert given == ["01-NQ/ĐU", "01-CV/ĐU", "02-NQ/ĐU"]
    [book] = queries.books_of(the_clerk, kind=BookKind.OUTGOING)
    assert (book.turnover, book.grouping) == (Turnover.TERM, Grouping.EACH)


def test_the_documents_of_the_congress_form_one_series(the_clerk):
    congress = actions.open_book(
        actor=the_clerk,
        kind=BookKind.OUTGOING,
        name="Đại hội Đảng bộ xã",
        notation="ĐH",
        turnover=Turnover.TERM,
        at=THE_CONGRESS,
    )

    given = symbols(
        the_clerk,
        [
            a_paper("party-resolution", "NQ/ĐH", "Nghị quyết Đại hội", congress.pk),
            a_paper("party-report", "BC/ĐH", "Báo cáo chính trị", congress.pk),
            a_paper("party-minutes", "BB/ĐH", "Biên bản bầu cử", congress.pk),
        ],
        THE_CONGRESS,
    )

    assert given == ["01-NQ/ĐH", "02-BC/ĐH", "03-BB/ĐH"]


def test_each_type_restarts_at_01_on_the_day_after_the_congress(the_clerk):
    resolution = a_paper("party-resolution", "NQ/ĐU", "Nghị quyết chuyên đề")
    for _ in range(12):
        actions.register_outgoing(actor=the_clerk, issued=resolution, at=MAY)
    actions.open_term(actor=the_clerk, name="2026–2031", opens_on=DAY_AFTER, at=THE_CONGRESS)

    last_day = datetime(2026, 6, 17, 16, 0, tzinfo=UTC)  # 23:00 in the commune
    next_day = datetime(2026, 6, 17, 17, 30, tzinfo=UTC)  # half past midnight
    assert symbols(the_clerk, [resolution], last_day) == ["13-NQ/ĐU"]
    assert symbols(the_clerk, [resolution], next_day) == ["01-NQ/ĐU"]


def test_12_nq_stands_in_two_terms_and_search_tells_them_apart(the_clerk):
    resolution = a_paper("party-resolution", "NQ/ĐU", "Nghị quyết chuyên đề")
    for _ in range(12):
        actions.register_outgoing(actor=the_clerk, issued=resolution, at=MAY)
    actions.open_term(actor=the_clerk, name="2026–2031", opens_on=DAY_AFTER, at=THE_CONGRESS)
    for _ in range(12):
        actions.register_outgoing(actor=the_clerk, issued=resolution, at=JULY)

    wanted = queries.Wanted(kind=BookKind.OUTGOING, words="12-NQ/ĐU")
    both = queries.lines(the_clerk, wanted)
    terms = {each.pk: each.term for each in queries.series_of(the_clerk, BookKind.OUTGOING)}

    assert [terms[line.series_id] for line in both] == ["2026–2031", "2021–2026"]
    of_the_old_term = replace(wanted, series_id=both[1].series_id)
    assert [line.pk for line in queries.lines(the_clerk, of_the_old_term)] == [both[1].pk]


def test_a_term_does_not_begin_before_the_one_before_it(the_clerk):
    with pytest.raises(actions.TermOutOfOrder):
        actions.open_term(actor=the_clerk, name="2015–2020", opens_on=date(2015, 6, 1), at=MAY)

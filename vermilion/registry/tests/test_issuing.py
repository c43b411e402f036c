from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.access import queries as access
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed
from vermilion.kernel.types import Subject
from vermilion.registry import models, queries
from vermilion.registry.actions import (
    NoSuchBook,
    NotationNeeded,
    NotationTaken,
    Settled,
    TypeNeeded,
    close_book,
    correct,
    open_book,
    register_internal,
    register_outgoing,
    settle_book,
    strike_out,
)
from vermilion.registry.types import BookKind, Grouping, Turnover


def of_type(issued, types, code, notation):
    particulars = replace(issued.particulars, type_id=types(code))
    return replace(issued, particulars=particulars, notation=notation)


def grouped(actor, grouping, groups=(), *, at=MONDAY):
    book = queries.books_of(actor, kind=BookKind.OUTGOING).first()
    if book is None:
        book = open_book(actor=actor, kind=BookKind.OUTGOING, at=at)
    settled = Settled(turnover=Turnover.YEAR, grouping=grouping, groups=groups)
    return settle_book(actor=actor, book_id=book.pk, settled=settled, at=at)


def test_a_signed_paper_gets_its_number_in_the_outgoing_book(lan, minh, a_decision):
    entry = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)

    assert entry.document.symbol == "01/QĐ-VPTW"
    assert entry.series.book.kind == BookKind.OUTGOING
    assert [each.name for each in entry.addressees.all()] == ["Đảng uỷ xã Ba Vì", "Lưu: VT"]
    assert (entry.file_copy, entry.registrar) == ("Vụ Tổng hợp", lan.name)
    assert access.may_see(minh, Subject("document", entry.document_id), at=TUESDAY)
    [trace] = Trace.objects.filter(act="registry.outgoing.registered", subject=f"entry:{entry.pk}")
    assert trace.facts["number"] == "01/QĐ-VPTW"


def test_books_number_apart(lan, a_decision, a_letter):
    from vermilion.registry.actions import register_incoming

    came = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    went = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    stayed = register_internal(actor=lan, issued=a_decision, at=MONDAY)

    assert [each.number for each in (came, went, stayed)] == [1, 1, 1]
    assert queries.entry(lan, stayed.pk).series.book.kind == BookKind.INTERNAL
    assert [each.pk for each in queries.incoming(lan)] == [came.pk]


def test_the_party_and_legal_documents_write_their_numbers_their_own_way(lan, a_decision, types):
    party = of_type(a_decision, types, "party-guideline", "HD/VPTW")
    legal = of_type(a_decision, types, "legal-decision", "QĐ-VPTW")

    symbols = [
        register_outgoing(actor=lan, issued=each, at=MONDAY).document.symbol
        for each in (party, legal)
    ]

    assert symbols == ["01-HD/VPTW", "02/2026/QĐ-VPTW"]


def test_copies_of_all_three_kinds_share_one_series_of_the_year(lan, a_decision, types):
    register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    copies = [
        register_outgoing(actor=lan, issued=of_type(a_decision, types, code, notation), at=MONDAY)
        for code, notation in [
            ("copy-full", "SY-VPTW"),
            ("copy-record", "SL-VPTW"),
            ("copy-extract", "TrS-VPTW"),
        ]
    ]

    assert [each.document.symbol for each in copies] == ["01/SY-VPTW", "02/SL-VPTW", "03/TrS-VPTW"]
    assert {each.series.book.kind for each in copies} == {BookKind.COPIES}


def test_each_type_may_have_its_own_numbers(lan, a_decision, types):
    grouped(lan, Grouping.EACH)
    notice = of_type(a_decision, types, "state-notice", "TB-VPTW")

    symbols = [
        register_outgoing(actor=lan, issued=each, at=MONDAY).document.symbol
        for each in (a_decision, notice, a_decision)
    ]

    assert symbols == ["01/QĐ-VPTW", "01/TB-VPTW", "02/QĐ-VPTW"]
    untyped = replace(a_decision, particulars=replace(a_decision.particulars, type_id=None))
    with pytest.raises(TypeNeeded):
        register_outgoing(actor=lan, issued=untyped, at=MONDAY)


def test_types_may_share_a_series_in_groups_and_the_rest_share_one(lan, a_decision, types):
    decisions = ("Quyết định", [types("state-decision"), types("state-directive")])
    grouped(lan, Grouping.SETS, [decisions])
    others = [
        of_type(a_decision, types, "state-directive", "CT-VPTW"),
        of_type(a_decision, types, "state-notice", "TB-VPTW"),
        of_type(a_decision, types, "state-letter", "VPTW-TH"),
    ]

    symbols = [
        register_outgoing(actor=lan, issued=each, at=MONDAY).document.symbol
        for each in (a_decision, *others)
    ]

    assert symbols == ["01/QĐ-VPTW", "02/CT-VPTW", "01/TB-VPTW", "02/VPTW-TH"]


def test_types_change_their_series_when_the_next_year_begins(lan, a_decision, types):
    notice = of_type(a_decision, types, "state-notice", "TB-VPTW")
    register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    grouped(lan, Grouping.EACH)
    this_year = register_outgoing(actor=lan, issued=notice, at=TUESDAY)
    in_january = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    next_year = register_outgoing(actor=lan, issued=notice, at=in_january)

    assert [each.document.symbol for each in (this_year, next_year)] == ["02/TB-VPTW", "01/TB-VPTW"]
    assert (this_year.series.group, next_year.series.group is None) == (None, False)


def test_one_number_and_notation_stands_once_in_a_period(lan, a_decision, types):
    grouped(lan, Grouping.EACH)
    register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    regulation = of_type(a_decision, types, "state-regulation", "QĐ-VPTW")

    with pytest.raises(NotationTaken, match="01/QĐ-VPTW"):
        register_outgoing(actor=lan, issued=regulation, at=MONDAY)

    assert [book.has_gaps for book in queries.state_of_books(body_id=lan.body_id)] == [False]


def test_a_council_that_uses_the_seal_of_the_body_has_numbers_of_its_own(lan, a_decision):
    council = open_book(
        actor=lan, kind=BookKind.OUTGOING, name="Hội đồng thi đua", notation="HĐTĐ", at=MONDAY
    )
    register_outgoing(actor=lan, issued=a_decision, at=MONDAY)

    entry = register_outgoing(
        actor=lan, issued=replace(a_decision, notation="QĐ-HĐTĐ", book_id=council.pk), at=MONDAY
    )

    assert entry.document.symbol == "01/QĐ-HĐTĐ"
    close_book(actor=lan, book_id=council.pk, at=TUESDAY)
    assert council not in queries.open_books(lan, BookKind.OUTGOING, at=TUESDAY)
    with pytest.raises(NoSuchBook):
        register_outgoing(actor=lan, issued=replace(a_decision, book_id=council.pk), at=TUESDAY)


def test_a_book_taken_over_from_paper_goes_on_where_it_stood(lan, a_decision):
    open_book(actor=lan, kind=BookKind.OUTGOING, starts_at=1204, at=MONDAY)

    entry = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)

    assert entry.document.symbol == "1204/QĐ-VPTW"
    [state] = queries.state_of_books(body_id=lan.body_id)
    assert not state.has_gaps


def test_a_number_alone_is_no_notation(lan, a_decision):
    with pytest.raises(NotationNeeded):
        register_outgoing(actor=lan, issued=replace(a_decision, notation=" "), at=MONDAY)


def test_only_a_clerk_gives_numbers(minh, a_stranger, a_decision):
    for act in (register_outgoing, register_internal):
        with pytest.raises(NotAllowed, match="Only a clerk"):
            act(actor=minh, issued=a_decision, at=MONDAY)

    theirs = register_outgoing(actor=a_stranger, issued=a_decision, at=MONDAY)
    assert theirs.body_id == a_stranger.body_id


def test_a_correction_leaves_the_number_that_went_out_as_it_is(lan, a_decision):
    entry = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    right = replace(a_decision.particulars, abstract="Ban hành Quy chế lưu trữ", symbol="9/X")

    correct(actor=lan, entry_id=entry.pk, particulars=right, reason="Sửa trích yếu", at=TUESDAY)

    entry.document.refresh_from_db()
    assert (entry.document.symbol, entry.document.abstract) == (
        "01/QĐ-VPTW",
        "Ban hành Quy chế lưu trữ",
    )
    [found] = queries.lines(lan, queries.Wanted(kind=BookKind.OUTGOING, words="quy che luu tru"))
    assert found.pk == entry.pk


def test_a_struck_out_number_is_not_given_again(lan, a_decision):
    entry = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    strike_out(actor=lan, entry_id=entry.pk, reason="Lãnh đạo không ban hành nữa", at=MONDAY)

    assert register_outgoing(actor=lan, issued=a_decision, at=MONDAY).number == 2


def test_what_went_out_is_found_by_whom_it_went_to(lan, a_decision):
    entry = register_outgoing(actor=lan, issued=a_decision, at=MONDAY)

    for words in ("ba vi", "1/qd", "QĐ-VPTW", "van thu", "1"):
        [found] = queries.lines(lan, queries.Wanted(kind=BookKind.OUTGOING, words=words))
        assert found == entry
    assert models.Entry.objects.count() == 1


def test_a_paper_of_last_year_gets_a_number_of_this_year_and_is_marked_late(lan, a_decision):
    in_january = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)

    entry = register_outgoing(actor=lan, issued=a_decision, at=in_january)

    assert (entry.document.symbol, entry.series.opens_on) == ("01/QĐ-VPTW", date(2027, 1, 1))
    assert entry.document.dated_on == date(2026, 11, 2)
    line = queries.entry(lan, entry.pk)
    assert line.of_earlier_period
    assert line.late_by > 0

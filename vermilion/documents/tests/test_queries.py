"""What is known of documents, by whom, and what is the same document."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import MONDAY, OPERATOR
from vermilion.documents import actions, queries
from vermilion.documents.types import FileHandedIn
from vermilion.kernel import text
from vermilion.kernel.refusals import NotFound

ON = MONDAY.date()


def record(actor, particulars):
    return actions.record_document(actor=actor, particulars=particulars, at=MONDAY)


def test_nobody_sees_a_document_without_a_grant(lan, hoa, a_letter, show):
    document = record(lan, a_letter)

    assert not queries.visible(hoa, MONDAY).exists()
    with pytest.raises(NotFound):
        queries.document(hoa, document.pk, MONDAY)

    show(document)
    assert queries.document(hoa, document.pk, MONDAY) == document


def test_a_grant_does_not_lift_anybody_above_their_clearance(lan, hoa, a_letter, show, settings):
    settings.VERMILION = replace(settings.VERMILION, zone="enclave")
    document = record(lan, replace(a_letter, secrecy=1))
    show(document)

    assert not queries.visible(hoa, MONDAY).exists()
    assert queries.visible(replace(hoa, clearance=1), MONDAY).get() == document


def test_an_unseen_and_an_unknown_document_are_the_same_refusal(lan):
    with pytest.raises(NotFound):
        queries.document(lan, 123456, MONDAY)
    with pytest.raises(NotFound):
        queries.summary_of(123456)


def test_a_summary_is_one_query_for_many(lan, a_letter, django_assert_num_queries):
    ids = [record(lan, replace(a_letter, symbol=f"{number}/A-B")).pk for number in range(1, 6)]

    with django_assert_num_queries(1):
        told = queries.summaries_of(ids)

    assert told[ids[0]].symbol == "1/A-B"
    assert told[ids[0]].files == 0


@pytest.mark.parametrize(
    "spelling",
    [
        "15/QĐ-BNV",
        "15 / QĐ-BNV",
        "015/qđ-bnv",
        "15/QĐ–BNV",
        unicodedata.normalize("NFD", "15/QĐ-BNV"),
    ],
)
def test_a_twin_is_known_however_it_is_spelt(lan, a_letter, spelling):
    document = record(lan, replace(a_letter, symbol="15/QĐ-BNV"))
    given = {"body_id": lan.body_id, "issuer": a_letter.issuer.upper(), "year": 2026}

    assert queries.twins(symbol=spelling, **given).get() == document
    assert not queries.twins(symbol="16/QĐ-BNV", **given).exists()
    assert not queries.twins(symbol=spelling, **{**given, "year": 2025}).exists()
    assert not queries.twins(symbol=spelling, **{**given, "body_id": 0}).exists()


def test_documents_without_a_symbol_are_no_twins(lan, a_letter):
    record(lan, replace(a_letter, symbol=""))

    assert not queries.twins(
        body_id=lan.body_id, symbol=" ", issuer=a_letter.issuer, year=2026
    ).exists()


SYMBOLS = st.from_regex(r"[1-9][0-9]{0,4}/(QĐ|BC|TTr|NQ)-(BNV|UBND|VPTW|TU)", fullmatch=True)


@given(SYMBOLS, st.integers(0, 3), st.sampled_from(["NFC", "NFD"]), st.sampled_from("-–—‐"))
def test_a_symbol_has_one_key(symbol, zeros, form, dash):
    spelt = unicodedata.normalize(form, "0" * zeros + symbol.replace("-", dash).swapcase())

    assert text.same_symbol_key(f" {spelt} ") == text.same_symbol_key(symbol)


@given(SYMBOLS, SYMBOLS)
def test_two_symbols_have_two_keys(one, other):
    assert (text.same_symbol_key(one) == text.same_symbol_key(other)) == (one == other)


def test_the_same_bytes_are_found_again(lan, a_letter, hand_in, show):
    file = hand_in(lan, b"the same bytes")
    document = record(lan, replace(a_letter, files=(file,)))
    digest = document.attachments.get().blob.digest

    assert queries.same_bytes(body_id=lan.body_id, digest=digest).get() == document
    assert not queries.same_bytes(body_id=0, digest=digest).exists()


def test_a_file_is_read_by_whoever_sees_its_document(lan, hoa, a_letter, hand_in, show):
    file = hand_in(lan, b"some bytes")
    document = record(lan, replace(a_letter, files=(file,)))
    assert not queries.may_read_blob(hoa, file.blob_id, MONDAY)

    show(document)

    assert queries.may_read_blob(hoa, file.blob_id, MONDAY)
    [told] = queries.files_of(hoa, document.pk, at=MONDAY)
    assert (told.name, told.size, told.readable) == ("a.txt", 10, True)


def test_files_of_others_and_of_nobody_are_refused(lan, hoa, a_letter, hand_in):
    theirs = hand_in(hoa, b"theirs")

    with pytest.raises(actions.FileNotHere):
        record(lan, replace(a_letter, files=(theirs,)))
    with pytest.raises(actions.FileNotHere):
        record(lan, replace(a_letter, files=(FileHandedIn(blob_id=10**9, name="x"),)))


def test_files_keep_their_order_and_come_once(lan, a_letter, hand_in, show):
    first, second = hand_in(lan, b"1", "b.txt"), hand_in(lan, b"2", "a.txt")
    document = record(lan, replace(a_letter, files=(first, second, first)))
    show(document)

    third = hand_in(lan, b"3", "c.txt")
    for _twice in range(2):
        actions.attach_file(actor=lan, document_id=document.pk, file=third, at=MONDAY)

    names = [file.name for file in queries.files_of(lan, document.pk, at=MONDAY)]
    assert names == ["b.txt", "a.txt", "c.txt"]


def test_the_queries_of_a_document_do_not_grow_with_its_files(lan, a_letter, hand_in, show):
    few = record(lan, replace(a_letter, files=(hand_in(lan, b"1"),)))
    many = record(
        lan,
        replace(a_letter, symbol="2/A", files=tuple(hand_in(lan, b"x%d" % n) for n in range(6))),
    )
    show(few)
    show(many)
    counts = []
    for document in (few, many):
        with CaptureQueriesContext(connection) as asked:
            queries.files_of(lan, document.pk, at=MONDAY)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_issuer_is_found_in_the_directory(office):
    [first, *_others] = queries.issuer_matches("VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", ON)

    assert (first.body_id, first.fit) == (office.body_id, 1.0)


def test_the_body_above_decides_between_two_of_one_name(office):
    from tests.cast import found

    one = found("Văn phòng", kind="central-office", parent_id=office.body_id)
    found("Văn phòng", kind="central-office", parent_id=office.neighbour_id)

    matches = queries.issuer_matches("VĂN PHÒNG", ON, parent="VĂN PHÒNG TRUNG ƯƠNG ĐẢNG")
    undecided = queries.issuer_matches("VĂN PHÒNG", ON)

    assert matches[0].body_id == one
    assert matches[0].fit > matches[1].fit
    assert undecided[0].fit < 0.8


def test_an_old_name_leads_to_the_body_of_today(office):
    from vermilion.directory import actions as directory

    directory.rename_body(
        actor=OPERATOR,
        body_id=office.neighbour_id,
        name="Ban Công tác đại biểu",
        on=date(2026, 6, 1),
        at=MONDAY,
    )

    [first, *_others] = queries.issuer_matches("BAN TỔ CHỨC TRUNG ƯƠNG", ON)

    assert first.body_id == office.neighbour_id
    assert first.name == "Ban Công tác đại biểu"


def test_a_name_that_nobody_bears_matches_nothing(office):
    assert not queries.issuer_matches("CÔNG TY TRÁCH NHIỆM HỮU HẠN MẶT TRỜI", ON)
    assert not queries.issuer_matches("", ON)

"""What the box in the bar makes of what is typed, and what it shows to whom."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import translation

from tests.cast import MONDAY
from vermilion.documents.types import Particulars
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.web import finding
from vermilion.web.finding import Kind

LETTER = Received(
    particulars=Particulars(
        symbol="15671-CV/VPTW",
        dated_on=date(2026, 10, 30),
        issuer="Ban Tổ chức Trung ương",
        abstract="V/v triển khai hệ thống thông tin",
    ),
    arrived_on=date(2026, 11, 2),
)


@pytest.fixture
def book(office, lan):
    """Three letters, the second of which is the one asked for; laid before Minh."""
    lines = []
    for symbol, abstract in (
        ("12-QĐ/TW", "Về công tác cán bộ"),
        (LETTER.particulars.symbol, LETTER.particulars.abstract),
        ("15671-TB/VPTW", "Thông báo kết luận"),
    ):
        particulars = replace(LETTER.particulars, symbol=symbol, abstract=abstract)
        received = replace(LETTER, particulars=particulars, laid_before_id=office.minh)
        lines.append(registry.register_incoming(actor=lan, received=received, at=MONDAY))
    return lines


def found(actor, text: str) -> dict[str, list[finding.Hit]]:
    request = RequestFactory().get("/")
    request.actor, request.now, request.resolver_match = actor, MONDAY, None
    groups = finding.found(request, finding.asked(text))
    return {str(group.kind): group.hits for group in groups}


def labels(actor, text: str, kind: Kind = Kind.PAPERS) -> list[str]:
    return [hit.label for hit in found(actor, text).get(kind, [])]


@pytest.mark.parametrize(
    "typed",
    ["15671-CV/VPTW", "15671 cv vptw", "15671cvvptw", "15671/cv-vptw", "015671-cv", "15671cv"],
)
def test_a_number_and_notation_is_found_however_it_is_typed(lan, book, typed):
    assert labels(lan, typed) == ["02 · 15671-CV/VPTW"]
    [hit] = found(lan, typed)[Kind.PAPERS]
    assert hit.reason == "Its number and notation"
    assert hit.url == f"/documents/{book[1].document_id}/"


@pytest.mark.parametrize("typed", ["2", "02", "số 2", "so 2", "2/2026"])
def test_a_number_is_the_number_in_the_book(lan, book, typed):
    hits = found(lan, typed)[Kind.PAPERS]
    assert (hits[0].label, hits[0].reason) == (
        "02 · 15671-CV/VPTW",
        "Its number in the book of 2026",
    )


def test_words_are_found_with_and_without_tones(lan, book):
    for typed in ("triển khai hệ thống", "trien khai he thong", "he thong ban to chuc"):
        assert labels(lan, typed) == ["02 · 15671-CV/VPTW"]
    assert labels(lan, "triển khai tài chính") == []


@pytest.mark.parametrize(
    "typed",
    ["chuyển 2", "chuyen 2", "CHUYEN2", "giao 2", "forward 2", "bút phê 2"],
)
def test_an_act_and_a_number_lead_to_the_filled_form_and_do_nothing(minh, book, typed):
    [hit] = found(minh, typed)[Kind.ACTS]
    assert hit.label == "Direct: 02 · 15671-CV/VPTW"
    assert hit.url == f"/documents/{book[1].document_id}/#direction"


def test_the_words_of_every_language_are_understood_in_each(minh, book):
    words = set()
    for language in ("vi", "en", "hi", "ar"):
        with translation.override(language):
            words.add(str(finding.acts()[0].words).split(",")[0])
    assert len(words) == 4
    for word in words:
        assert found(minh, f"{word} 2")[Kind.ACTS][0].url.endswith("#direction")


def test_an_act_one_may_not_do_is_not_offered(lan, minh, book):
    assert Kind.ACTS not in found(lan, "forward 2")
    assert found(lan, "strike out 2")[Kind.ACTS][0].url.endswith("/striking/")
    assert Kind.ACTS not in found(minh, "strike out 2")


def test_the_beginning_of_an_act_is_completed(minh, book):
    [hit, *_others] = found(minh, "forw")[Kind.ACTS]
    assert (hit.label, hit.fill, hit.url) == ("Direct", "forward ", "")


def test_nobody_finds_what_they_may_not_see(book, hoa, tuan):
    assert labels(hoa, "15671-CV/VPTW") == []
    assert labels(tuan, "2") == []
    assert Kind.WORDS not in found(hoa, "triển khai")


def test_bodies_people_and_pages_are_found_beside_papers(lan, book):
    kinds = found(lan, "ban to chuc")
    assert [hit.label for hit in kinds[Kind.BODIES]] == ["Ban Tổ chức Trung ương"]
    assert labels(lan, "le hoa", Kind.PEOPLE) == ["Lê Thị Hoa"]
    assert labels(lan, "danh bạ", Kind.PAGES) == labels(lan, "directory", Kind.PAGES)
    assert labels(lan, "directory", Kind.PAGES) == ["Directory"]


@pytest.mark.parametrize("typed", ["", "   ", "/", "%", "'; --", "\x00", "x" * 5000, "9" * 300])
def test_odd_questions_find_nothing_and_break_nothing(lan, book, typed):
    assert Kind.PAPERS not in found(lan, typed)


def test_the_number_of_questions_to_the_database_does_not_grow(
    lan, book, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30):
        found(lan, "15671")

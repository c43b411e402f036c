"""How well papers of many programs are read: the share of right values per field."""

import time
from types import SimpleNamespace

import pytest

from tests.papers.hands import corpus
from tests.papers.hands.score import Judged, judged, table, trust
from vermilion.documents.reading.reader import read
from vermilion.files import recognising

pytestmark = pytest.mark.bench

BORN_DIGITAL = 0.98
SCANNED = 0.90
SURE = 0.95
"""Least share of right ones among guesses of which the reader is at least 0.9 certain."""


@pytest.fixture(scope="module")
def told() -> list[Judged]:
    found = [*judged(corpus.cases()), *judged(corpus.held_out())]
    print(f"\n{table(found)}\n\n{trust(found)}")  # noqa: T201 - the bench prints its table
    return found


def test_there_are_papers_enough(told: list[Judged]):
    papers = {each.case.paper.symbol for each in told}

    assert len(papers) >= 60
    assert {each.case.paper.language for each in told} == {"vi", "en", "hi", "ar"}


@pytest.mark.parametrize(("scanned", "least"), [(False, BORN_DIGITAL), (True, SCANNED)])
def test_every_field_is_read_right(told: list[Judged], scanned: bool, least: float):
    if scanned and recognising.engine() is None:
        pytest.skip("no program that recognises words (Tesseract) is installed here")
    some = [each for each in told if each.case.scanned is scanned]
    fields = {each.field for each in some}
    shares = {
        field: sum(each.right for each in some if each.field == field)
        / sum(each.field == field for each in some)
        for field in fields
    }

    assert {field: share for field, share in shares.items() if share < least} == {}


def test_who_is_certain_is_right(told: list[Judged]):
    sure = [each.right for each in told if each.certainty >= 0.9]

    assert sum(sure) >= SURE * len(sure)


def test_three_hundred_pages_are_read_in_less_than_a_second():
    line = "Các cơ quan, đơn vị tổ chức thực hiện, báo cáo kết quả trước ngày 30/6/2026; "
    pages = [
        SimpleNamespace(
            number=number, text=f"{line}\n" * 45, width=595.0, height=842.0, lines=(),
            recognised=False,
        )
        for number in range(1, 301)
    ]  # fmt: skip
    start = time.perf_counter()

    reading = read(pages)

    assert reading.pages == 300
    assert time.perf_counter() - start < 1

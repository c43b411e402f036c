"""Which page of a pile is the first of a paper."""

import pytest

from tests.papers import make
from tests.papers.extraction import pages_of
from vermilion.documents import queries
from vermilion.files.types import PageText


@pytest.mark.parametrize(
    ("kind", "name"),
    [("letter", "15-UBND-KT"), ("decision", "27-QĐ-UBND"), ("party", "36-HD-TU")],
)
def test_a_page_with_number_and_day_begins_a_paper_and_names_it(kind, name):
    assert queries.beginning_of(pages_of(make(kind))[0]).startswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "Điều 3. Căn cứ Quyết định số 12/QĐ-UBND ngày 01 tháng 02 năm 2026, các đơn vị thi hành.",
    ],
)
def test_other_pages_begin_nothing(text):
    assert queries.beginning_of(PageText(2, text)) == ""

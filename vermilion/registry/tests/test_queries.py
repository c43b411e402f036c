from dataclasses import replace

import pytest

from tests.cast import MONDAY
from vermilion.kernel.refusals import NotFound
from vermilion.registry import actions, queries
from vermilion.registry.queries import Wanted


@pytest.fixture
def a_full_book(lan, a_letter):
    for number in range(1, 61):
        particulars = replace(a_letter.particulars, symbol=f"{number}-CV/VPTW")
        actions.register_incoming(
            actor=lan, received=replace(a_letter, particulars=particulars), at=MONDAY
        )


def test_the_book_is_read_page_by_page_without_losing_a_line(lan, a_full_book):
    first = queries.page_of(queries.incoming(lan))
    second = queries.page_of(queries.incoming(lan), after=first.after)

    numbers = [line.number for line in [*first.entries, *second.entries]]
    assert numbers == list(range(60, 0, -1))
    assert second.after == ""


def test_a_page_of_the_book_costs_the_same_queries_whatever_it_holds(
    lan, a_full_book, django_assert_num_queries
):
    with django_assert_num_queries(4):
        for line in queries.page_of(queries.incoming(lan)).entries:
            assert [
                line.document.type,
                line.series.book,
                list(line.transfers.all()),
                list(line.joinings.all()),
            ]


@pytest.mark.parametrize("words", ["17", "17-cv/vptw", "17 – CV/VPTW"])
def test_a_line_is_found_by_its_number_and_by_its_notation(lan, a_full_book, words):
    found = queries.incoming(lan, Wanted(words=words))

    assert 17 in [line.number for line in found]


def test_others_read_nothing_of_the_book(lan, hoa, a_stranger, a_full_book):
    entry = queries.incoming(lan).first()

    assert not queries.incoming(hoa).exists()
    assert not queries.incoming(a_stranger).exists()
    with pytest.raises(NotFound):
        queries.entry(a_stranger, entry.pk)


def test_the_present_period_is_told_without_counting_its_lines(
    lan, a_full_book, django_assert_num_queries
):
    line = queries.incoming(lan).first()
    actions.strike_out(actor=lan, entry_id=line.pk, reason="Gửi nhầm địa chỉ", at=MONDAY)

    with django_assert_num_queries(2):
        state = queries.present_state(lan, at=MONDAY)

    assert (state.last_number, state.struck_out) == (60, 1)


def test_before_its_first_line_a_book_has_no_present_period(lan):
    assert queries.present_state(lan, at=MONDAY) is None

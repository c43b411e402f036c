from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vermilion.directory.rules import (
    WHOLE,
    Interval,
    holds_on,
    known_duties,
    laid_out,
    room_for_child,
)
from vermilion.kernel.actors import Duty


@given(st.lists(st.integers(min_value=0), max_size=60))
def test_a_laid_out_tree_nests_and_never_overlaps(choices):
    children = {None: []}
    for number, choice in enumerate(choices):
        parent = choice % (number + 1) - 1
        children.setdefault(None if parent < 0 else parent, []).append(number)
    places = laid_out(children)

    assert set(places) == set(range(len(choices)))
    for parent, below in children.items():
        around = Interval(*WHOLE) if parent is None else places[parent]
        for child in below:
            assert places[child] in around
            assert room_for_child(places[child], places[child].lo) is not None
        ordered = sorted((places[child] for child in below), key=lambda each: each.lo)
        assert all(one.hi < other.lo for one, other in pairwise(ordered))


def test_many_children_find_room_before_the_tree_is_laid_out_anew():
    parent, last, found = Interval(0, 2**40), 0, 0
    while (place := room_for_child(parent, last)) is not None:
        assert place in parent
        last, found = place.hi, found + 1
    assert found > 300


def test_a_full_parent_has_no_room():
    assert room_for_child(Interval(5, 6), 5) is None


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2026, 6, 30), False), (date(2026, 7, 1), True), (date(2026, 12, 31), True),
     (date(2027, 1, 1), False)],
)  # fmt: skip
def test_the_end_is_the_first_day_on_which_it_no_longer_holds(day, holds):
    assert holds_on(date(2026, 7, 1), date(2027, 1, 1), day) is holds


def test_duties_come_once_and_in_their_order():
    assert known_duties(["leader", "clerk", "leader"]) == [Duty.CLERK, Duty.LEADER]

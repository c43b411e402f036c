"""Whatever is founded, moved, renamed or closed: every day can be asked for, and places hold."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import KINDS, LONG_AGO, OPERATOR
from vermilion.directory import actions, checks, models, queries
from vermilion.directory.actions import tree
from vermilion.directory.rules import STRIDE
from vermilion.kernel.refusals import Refused

FIRST = date(2026, 1, 1)

steps = st.lists(
    st.tuples(
        st.sampled_from(["found", "found", "move", "move", "rename", "close"]),
        st.integers(0, 11),
        st.integers(0, 11),
        st.integers(0, 2),
    ),
    max_size=24,
)


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=steps, crowded=st.booleans())
def test_the_tree_of_any_day_equals_what_was_done_by_then(db, steps, crowded):
    from django.db import transaction

    with transaction.atomic():
        _replay(steps, crowded)
        transaction.set_rollback(True)


def _replay(steps, crowded):
    actions.enter_kinds(actor=OPERATOR, kinds=KINDS, at=LONG_AGO)
    standing: dict[int, tuple[int | None, str]] = {}
    days: dict[date, dict[int, tuple[int | None, str]]] = {}
    day = FIRST
    for number, (act, one, other, pause) in enumerate(steps):
        day += timedelta(days=pause)
        ids = sorted(standing)
        body = ids[one % len(ids)] if ids else None
        goal = ids[other % (len(ids) + 1) - 1] if ids and other % (len(ids) + 1) else None
        with suppress(Refused):
            _act(act, body, goal, number, day, standing, crowded)
        days[day] = dict(standing)

    for asked, then in _every_day(days, day):
        on = {each.id: (each.parent_id, each.name) for each in queries.bodies_on(asked)}
        assert on == then, asked
    assert list(checks.intervals()) == []
    assert list(checks.present_states()) == []


def _act(act, body, goal, number, day, standing, crowded):
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    if act == "found":
        made = actions.found_body(
            actor=OPERATOR,
            kind="central-office",
            name=f"Body {number}",
            parent_id=goal,
            at=at,
        )
        if crowded:
            # A parent with no room at all: the next child must lay out the whole tree anew.
            models.Body.objects.filter(pk=made.pk).update(hi=made.lo)
        standing[made.pk] = (goal, made.name)
    elif body is None:
        return
    elif act == "move":
        actions.move_body(actor=OPERATOR, body_id=body, parent_id=goal, at=at)
        standing[body] = (goal, standing[body][1])
    elif act == "rename":
        actions.rename_body(actor=OPERATOR, body_id=body, name=f"Name {number}", at=at)
        standing[body] = (standing[body][0], f"Name {number}")
    else:
        actions.close_body(actor=OPERATOR, body_id=body, at=at)
        del standing[body]


def _every_day(days, last):
    then: dict[int, tuple[int | None, str]] = {}
    asked = FIRST
    while asked <= last:
        then = days.get(asked, then)
        yield asked, then
        asked += timedelta(days=1)


def test_a_branch_moves_in_few_statements(office, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        actions.move_body(
            actor=OPERATOR,
            body_id=office.commune_id,
            parent_id=office.neighbour_id,
            at=datetime(2026, 11, 2, 2, tzinfo=UTC),
        )


def test_laying_out_anew_leaves_the_tree_as_it_stands(office):
    before = queries.tree_on(date(2026, 11, 2))
    models.Body.objects.update(lo=0, hi=0)
    assert list(checks.intervals()) != []

    tree.lay_out_anew()

    assert queries.tree_on(date(2026, 11, 2)) == before
    assert list(checks.intervals()) == []
    assert models.Body.objects.earliest("lo").lo == STRIDE

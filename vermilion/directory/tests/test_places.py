from datetime import date

import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE, TUESDAY
from vermilion.directory import actions, models, queries
from vermilion.directory.actions import bodies, posts, units
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed

TODAY, TOMORROW = date(2026, 11, 2), date(2026, 11, 3)


@pytest.fixture
def nested(office):
    """A division below the IT department, a team below that, each with a post."""
    division = actions.open_unit(
        actor=OPERATOR,
        body_id=office.body_id,
        parent_id=office.it_id,
        name="Phòng Mạng",
        at=LONG_AGO,
        on=SINCE,
    )
    team = actions.open_unit(
        actor=OPERATOR,
        body_id=office.body_id,
        parent_id=division.pk,
        name="Tổ trực",
        at=LONG_AGO,
        on=SINCE,
    )
    post = actions.create_post(
        actor=OPERATOR,
        body_id=office.body_id,
        unit_id=team.pk,
        title="Tổ trưởng",
        duties=[Duty.HEAD],
        at=LONG_AGO,
        on=SINCE,
    )
    return division, team, post


def test_units_follow_the_unit_above_them(office, nested):
    names = [(unit.name, unit.depth) for unit in queries.units_of(office.body_id, MONDAY)]
    it = names.index(("Cục Công nghệ thông tin", 0))
    assert names[it + 1 : it + 3] == [("Phòng Mạng", 1), ("Tổ trực", 2)]


def test_moving_a_unit_leaves_no_child_behind(office, nested):
    """A fault seen in the field: the unit moved, the units below it did not."""
    division, team, post = nested

    actions.move_unit(actor=OPERATOR, unit_id=division.pk, body_id=office.neighbour_id, at=TUESDAY)

    after = [(unit.name, unit.depth) for unit in queries.units_on(office.neighbour_id, TOMORROW)]
    assert after == [("Phòng Mạng", 0), ("Tổ trực", 1)]
    assert [each.title for each in queries.posts_on(office.neighbour_id, TOMORROW)][-1:] == [
        "Tổ trưởng"
    ]
    before = [unit.name for unit in queries.units_on(office.body_id, TODAY)]
    assert {"Phòng Mạng", "Tổ trực"} <= set(before)
    assert "Tổ trưởng" in [each.title for each in queries.posts_on(office.body_id, TODAY)]
    assert not models.Unit.objects.filter(body=office.body_id, pk__in=[division.pk, team.pk])
    assert models.Post.objects.get(pk=post.pk).body_id == office.neighbour_id


def test_a_unit_is_not_placed_below_itself(office, nested):
    division, team, _post = nested
    with pytest.raises(units.UnitBelowItself):
        actions.move_unit(actor=OPERATOR, unit_id=division.pk, parent_id=team.pk, at=MONDAY)
    with pytest.raises(bodies.NothingChanges):
        actions.move_unit(actor=OPERATOR, unit_id=division.pk, parent_id=office.it_id, at=MONDAY)


def test_a_unit_that_is_manned_is_not_closed(office, nested, an_administrator):
    with pytest.raises(units.UnitStillManned):
        actions.close_unit(actor=an_administrator, unit_id=office.it_id, at=MONDAY)

    division, team, post = nested
    actions.close_unit(actor=an_administrator, unit_id=division.pk, at=TUESDAY)

    assert models.Unit.objects.get(pk=team.pk).valid_to == TOMORROW
    assert models.Post.objects.get(pk=post.pk).valid_to == TOMORROW


def test_unit_names_are_used_once_at_a_place(office, an_administrator, lan):
    with pytest.raises(units.UnitNameTaken):
        actions.open_unit(
            actor=an_administrator, body_id=office.body_id, name="Vụ Tổng hợp", at=MONDAY
        )
    with pytest.raises(NotAllowed):
        actions.open_unit(actor=lan, body_id=office.body_id, name="Vụ mới", at=MONDAY)
    with pytest.raises(units.UnitOfAnotherBody):
        actions.open_unit(
            actor=an_administrator,
            body_id=office.commune_id,
            parent_id=office.it_id,
            name="Phòng",
            at=MONDAY,
        )


def test_a_renamed_unit_keeps_its_former_name_on_its_days(office, an_administrator):
    actions.rename_unit(
        actor=an_administrator, unit_id=office.it_id, name="Cục Chuyển đổi số", at=TUESDAY
    )
    names = {
        day: {unit.name for unit in queries.units_on(office.body_id, day)}
        for day in (TODAY, TOMORROW)
    }
    assert "Cục Công nghệ thông tin" in names[TODAY] - names[TOMORROW]
    assert "Cục Chuyển đổi số" in names[TOMORROW] - names[TODAY]


def test_a_post_carries_its_duties_whoever_holds_it(office, an_administrator):
    post = queries.seat(office.hoa).post
    actions.alter_post(
        actor=an_administrator,
        post_id=post.pk,
        title="Chuyên viên chính",
        unit_id=post.unit_id,
        duties=["specialist", "clerk"],
        at=TUESDAY,
    )

    assert queries.actor_in(office.hoa, at=TUESDAY).duties == {Duty.SPECIALIST, Duty.CLERK}
    then = {each.pk: each for each in queries.posts_on(office.body_id, TODAY)}[post.pk]
    assert (then.title, then.duties) == ("Chuyên viên", (Duty.SPECIALIST,))


def test_nobody_adds_duties_to_ones_own_post(office, an_administrator):
    own = queries.seat(office.an_administrator).post
    with pytest.raises(NotAllowed, match="one's own post"):
        actions.alter_post(
            actor=an_administrator,
            post_id=own.pk,
            title=own.title,
            unit_id=own.unit_id,
            duties=["administrator", "leader"],
            at=MONDAY,
        )


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"duties": ["king"]}, posts.NoSuchDuty),
        ({"duties": ["head"]}, posts.HeadNeedsUnit),
        ({"duties": ["operator"]}, NotAllowed),
    ],
)
def test_some_posts_are_not_created(office, an_administrator, given, refusal):
    with pytest.raises(refusal):
        actions.create_post(
            actor=an_administrator, body_id=office.body_id, title="Mới", at=MONDAY, **given
        )


def test_a_closed_post_is_held_by_nobody(office, an_administrator):
    post = queries.seat(office.hoa).post
    actions.close_post(actor=an_administrator, post_id=post.pk, at=TUESDAY)
    with pytest.raises(queries.PostNotHeld):
        queries.actor_in(office.hoa, at=TUESDAY)
    assert queries.actor_in(office.hoa, at=MONDAY)


def test_lists_take_a_fixed_number_of_statements(office, nested, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.units_on(office.body_id, TODAY)
    with django_assert_num_queries(2):
        queries.posts_on(office.body_id, TODAY)
    with django_assert_num_queries(2):
        queries.people_in(office.body_id, MONDAY)

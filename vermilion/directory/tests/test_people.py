from datetime import date

import pytest

from tests.cast import MONDAY, OPERATOR, TUESDAY
from vermilion.directory import actions, models, queries
from vermilion.directory.actions import bodies, days, people
from vermilion.kernel.refusals import NotAllowed

TODAY, TOMORROW = date(2026, 11, 2), date(2026, 11, 3)


def post_in(body_id, title="Chuyên viên", **given):
    return actions.create_post(actor=OPERATOR, body_id=body_id, title=title, at=MONDAY, **given)


def test_several_posts_at_once_one_of_them_the_main_one(office, hoa):
    second = post_in(office.commune_id)
    seat = actions.appoint(actor=OPERATOR, person_id=hoa.person_id, post_id=second.pk, at=MONDAY)

    held = queries.posts_held_by(hoa.person_id, at=MONDAY)
    assert [(each.appointment_id, each.is_main) for each in held] == [
        (office.hoa, True),
        (seat.pk, False),
    ]

    actions.make_main(actor=hoa, appointment_id=seat.pk, at=TUESDAY)
    held = queries.posts_held_by(hoa.person_id, at=TUESDAY)
    assert [each.appointment_id for each in held if each.is_main] == [seat.pk]
    before = queries.posts_held_by(hoa.person_id, at=MONDAY)
    assert [each.appointment_id for each in before if each.is_main] == [office.hoa]


def test_a_new_post_takes_no_other_post_away(office, hoa):
    """A fault seen in the field: bringing somebody's new post in removed the roles of the old."""
    actions.appoint(
        actor=OPERATOR, person_id=hoa.person_id, post_id=post_in(office.body_id).pk, at=MONDAY
    )
    assert queries.actor_in(office.hoa, at=TUESDAY).unit_id == office.it_id


def test_when_the_main_post_ends_the_oldest_left_takes_its_place(office, hoa):
    second = actions.appoint(
        actor=OPERATOR, person_id=hoa.person_id, post_id=post_in(office.body_id).pk, at=MONDAY
    )
    actions.end_appointment(actor=OPERATOR, appointment_id=office.hoa, at=TUESDAY)
    [held] = queries.posts_held_by(hoa.person_id, at=TUESDAY)
    assert (held.appointment_id, held.is_main) == (second.pk, True)


def test_access_ends_on_the_day(office, an_administrator):
    actions.end_appointment(
        actor=an_administrator, appointment_id=office.hoa, at=MONDAY, on=TOMORROW
    )
    assert queries.actor_in(office.hoa, at=MONDAY)
    with pytest.raises(queries.PostNotHeld):
        queries.actor_in(office.hoa, at=TUESDAY)
    with pytest.raises(days.AlreadyEnded):
        actions.end_appointment(actor=an_administrator, appointment_id=office.hoa, at=TUESDAY)


def test_the_same_post_is_not_held_twice(office, hoa, an_administrator):
    post = queries.seat(office.hoa).post
    with pytest.raises(people.HoldsPostAlready):
        actions.appoint(actor=an_administrator, person_id=hoa.person_id, post_id=post.pk, at=MONDAY)
    with pytest.raises(people.BeforeThePostBegan):
        actions.appoint(
            actor=an_administrator,
            person_id=hoa.person_id,
            post_id=post_in(office.body_id).pk,
            at=MONDAY,
            on=date(2020, 1, 1),
        )


def test_nobody_appoints_or_clears_oneself(office, an_administrator):
    leader = post_in(office.body_id, "Phó Chánh Văn phòng", duties=["leader"])
    with pytest.raises(NotAllowed, match="Nobody appoints oneself"):
        actions.appoint(
            actor=an_administrator,
            person_id=an_administrator.person_id,
            post_id=leader.pk,
            at=MONDAY,
        )
    with pytest.raises(NotAllowed, match="own clearance"):
        actions.correct_person(
            actor=an_administrator,
            person_id=an_administrator.person_id,
            full_name="Ngô Hải Nam",
            email="",
            telephone="",
            clearance=3,
            at=MONDAY,
        )


def test_people_are_kept_by_the_bodies_where_they_sit(office, an_administrator, a_stranger):
    correction = {
        "full_name": "Dương Văn Sơn",
        "email": "",
        "telephone": "1",
        "clearance": 0,
        "at": MONDAY,
    }
    with pytest.raises(NotAllowed):
        actions.correct_person(actor=an_administrator, person_id=a_stranger.person_id, **correction)
    tuan = queries.seat(office.tuan).person
    actions.correct_person(
        actor=an_administrator, person_id=tuan.pk, **{**correction, "full_name": "Phan Anh  Tuấn"}
    )
    with pytest.raises(bodies.NothingChanges):
        actions.correct_person(
            actor=an_administrator,
            person_id=tuan.pk,
            **{**correction, "full_name": "Phan Anh Tuấn"},
        )
    assert models.Person.objects.get(pk=tuan.pk).telephone == "1"


def test_people_of_a_branch_by_their_given_names(office):
    names = [each.full_name for each in queries.people_of_branch(office.body_id, on=TODAY)]
    assert names[:3] == ["Đỗ Anh Dũng", "Lê Thị Hoa", "Phạm Quốc Hùng"]
    assert "Dương Văn Sơn" not in names
    [found] = queries.people_of_branch(office.body_id, on=TODAY, text="le hoa")
    assert found.full_name == "Lê Thị Hoa"


def test_leaders_heads_and_clerks(office):
    def names(seats):
        return [seat.person.full_name for seat in seats]

    assert names(queries.leaders_of(office.body_id, MONDAY)) == [
        "Phạm Quốc Hùng",
        "Nguyễn Văn Minh",
    ]
    assert names(queries.clerks_of(office.commune_id, MONDAY)) == ["Phan Anh Tuấn"]
    assert names(queries.heads_of(office.it_id, MONDAY)) == ["Đỗ Anh Dũng"]


def test_an_actor_is_read_in_two_statements(office, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.actor_in(office.lan, at=MONDAY)

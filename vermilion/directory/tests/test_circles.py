import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR, TUESDAY, found
from vermilion.directory import actions, queries
from vermilion.directory.actions import circles, days
from vermilion.directory.types import Succession
from vermilion.kernel.refusals import NotAllowed


def names(circle, at=MONDAY):
    return [each.name for each in queries.recipients_of(circle.pk, at=at)]


def test_a_circle_by_rule_holds_whoever_fits_on_the_day(office, lan):
    circle = actions.draw_circle(
        actor=lan,
        owner_id=office.body_id,
        name="Các đảng uỷ xã",
        branch_id=office.body_id,
        kinds=["commune-party"],
        at=LONG_AGO,
    )
    assert names(circle) == ["Đảng uỷ xã Ba Vì"]

    found("Đảng uỷ xã Suối Hai", kind="commune-party", parent_id=office.body_id)
    found("Đảng uỷ xã xa", kind="commune-party", parent_id=office.neighbour_id)
    assert names(circle) == ["Đảng uỷ xã Ba Vì", "Đảng uỷ xã Suối Hai"]


def test_a_member_that_ended_is_followed_by_its_successor(office, lan):
    circle = actions.draw_circle(
        actor=lan, owner_id=office.body_id, name="Một", members=[office.commune_id], at=MONDAY
    )
    actions.close_body(actor=OPERATOR, body_id=office.commune_id, at=TUESDAY)
    assert names(circle, TUESDAY) == []
    actions.succeed(
        actor=OPERATOR,
        body_id=office.commune_id,
        successor_ids=[office.neighbour_id],
        manner=Succession.MERGED,
        at=TUESDAY,
    )
    assert names(circle, TUESDAY) == ["Ban Tổ chức Trung ương"]


def test_circles_are_kept_by_clerks_and_administrators(office, lan, hoa, tuan):
    with pytest.raises(NotAllowed):
        actions.draw_circle(
            actor=hoa, owner_id=office.body_id, name="Một", members=[office.commune_id], at=MONDAY
        )
    circle = actions.draw_circle(
        actor=lan, owner_id=office.body_id, name="Một", members=[office.commune_id], at=MONDAY
    )
    with pytest.raises(NotAllowed):
        actions.end_circle(actor=tuan, circle_id=circle.pk, at=MONDAY)
    assert [each.name for each in queries.circles_of(office.commune_id)] == ["Một"]
    assert not queries.circles_of(office.neighbour_id)


def test_drawing_is_refused(office, lan):
    def draw(**given):
        return actions.draw_circle(
            actor=lan, owner_id=office.body_id, at=MONDAY, **{"name": "Một", **given}
        )

    with pytest.raises(circles.CircleIsEmpty):
        draw()
    with pytest.raises(circles.MemberUnknown):
        draw(members=[office.commune_id, 999_999])
    with pytest.raises(circles.KindUnknown):
        draw(branch_id=office.body_id, kinds=["moon"])
    circle = draw(members=[office.commune_id])
    with pytest.raises(circles.CircleNameTaken):
        draw(members=[office.commune_id])

    actions.redraw_circle(
        actor=lan, circle_id=circle.pk, name="Hai", members=[office.neighbour_id], at=MONDAY
    )
    assert names(circle) == ["Ban Tổ chức Trung ương"]
    actions.end_circle(actor=lan, circle_id=circle.pk, at=MONDAY)
    with pytest.raises(days.AlreadyEnded):
        actions.end_circle(actor=lan, circle_id=circle.pk, at=MONDAY)
    assert not queries.circles_of(office.body_id)

from datetime import date

import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE, TUESDAY, found
from vermilion.audit.models import Trace
from vermilion.directory import actions, models, queries
from vermilion.directory.actions import bodies, codes, days
from vermilion.directory.types import Succession
from vermilion.kernel.refusals import NotAllowed, NotFound

TODAY = date(2026, 11, 2)
TOMORROW = date(2026, 11, 3)


def test_a_body_comes_about_below_another(office, an_administrator):
    made = actions.found_body(
        actor=an_administrator,
        kind="commune-party",
        name="  Đảng uỷ xã  Suối Hai ",
        parent_id=office.body_id,
        at=MONDAY,
    )

    assert (made.name, made.valid_from, made.time_zone) == (
        "Đảng uỷ xã Suối Hai",
        TODAY,
        "Asia/Ho_Chi_Minh",
    )
    assert queries.is_in_branch(made.pk, of=office.body_id)
    assert not queries.is_in_branch(made.pk, of=office.neighbour_id)
    trace = Trace.objects.get(act="directory.body.founded", subject=f"body:{made.pk}")
    assert trace.facts["name"] == "Đảng uỷ xã Suối Hai"


def test_the_day_is_the_one_on_the_wall_of_the_body(office, an_administrator):
    late = MONDAY.replace(hour=18)  # already Tuesday in Hanoi

    made = actions.found_body(
        actor=an_administrator,
        kind="commune-party",
        name="Đảng uỷ xã mới",
        parent_id=office.body_id,
        at=late,
    )

    assert made.valid_from == TOMORROW


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"name": "Đảng uỷ xã Ba Vì"}, bodies.NameTakenBesideIt),
        ({"name": "   "}, days.NameMissing),
        ({"name": "x" * 201}, days.NameTooLong),
        ({"kind": "moon-base"}, bodies.NoSuchKind),
        ({"parent_id": 999_999_999}, NotFound),
        ({"time_zone": "Moon/Tranquility"}, days.NoSuchTimeZone),
        ({"until": date(2026, 1, 1)}, days.EndsBeforeItBegins),
    ],
)
def test_founding_is_refused(office, an_administrator, changed, refusal):
    given = {
        "kind": "commune-party",
        "name": "Đảng uỷ xã khác",
        "parent_id": office.body_id,
        **changed,
    }
    with pytest.raises(refusal):
        actions.found_body(actor=an_administrator, at=MONDAY, **given)


def test_an_administrator_stays_within_the_branch(office, an_administrator, lan):
    for actor, parent in (
        (an_administrator, office.neighbour_id),
        (an_administrator, None),
        (lan, office.body_id),
    ):
        with pytest.raises(NotAllowed):
            actions.found_body(
                actor=actor, kind="commune-party", name="Mới", parent_id=parent, at=MONDAY
            )


def test_a_renamed_body_is_known_by_both_names_each_on_its_days(office, an_administrator):
    actions.rename_body(
        actor=an_administrator, body_id=office.commune_id, name="Đảng uỷ phường Ba Vì", at=TUESDAY
    )

    assert queries.body_on(office.commune_id, TODAY).name == "Đảng uỷ xã Ba Vì"
    assert queries.body_on(office.commune_id, TOMORROW).name == "Đảng uỷ phường Ba Vì"
    [found] = queries.search("dang uy xa ba vi", on=TOMORROW)
    assert (found.id, found.note) == (office.commune_id, "also Đảng uỷ xã Ba Vì")


def test_renaming_twice_on_one_day_leaves_the_last_word(office, an_administrator):
    for name in ("Đảng uỷ phường Ba Vì", "Đảng uỷ đặc khu Ba Vì"):
        actions.rename_body(
            actor=an_administrator, body_id=office.commune_id, name=name, at=TUESDAY
        )

    assert [state.name for state in queries.history_of(office.commune_id)] == [
        "Đảng uỷ đặc khu Ba Vì",
        "Đảng uỷ xã Ba Vì",
    ]


def test_renaming_is_refused(office, an_administrator):
    def rename(name, on=None):
        actions.rename_body(
            actor=an_administrator, body_id=office.commune_id, name=name, at=TUESDAY, on=on
        )

    with pytest.raises(bodies.NothingChanges):
        rename("Đảng uỷ xã Ba Vì")
    with pytest.raises(days.NotYet, match="2026-11-04"):
        rename("Mới", on=date(2026, 11, 4))
    rename("Mới")
    with pytest.raises(days.EarlierThanHistory, match="2026-11-03"):
        rename("Mới hơn", on=TODAY)


def test_a_body_moves_with_its_whole_branch(office):
    village = found("Chi bộ thôn Một", kind="commune-party", parent_id=office.commune_id)

    actions.move_body(
        actor=OPERATOR, body_id=office.commune_id, parent_id=office.neighbour_id, at=TUESDAY
    )

    assert queries.is_in_branch(village, of=office.neighbour_id)
    assert not queries.is_in_branch(village, of=office.body_id)
    assert queries.tree_on(TODAY)[office.commune_id] == office.body_id
    assert queries.tree_on(TOMORROW)[office.commune_id] == office.neighbour_id


def test_a_body_is_not_placed_below_itself(office):
    village = found("Chi bộ thôn Một", kind="commune-party", parent_id=office.commune_id)
    with pytest.raises(bodies.BelowItself):
        actions.move_body(actor=OPERATOR, body_id=office.commune_id, parent_id=village, at=MONDAY)


def test_nobody_moves_or_closes_the_body_in_which_they_sit(office, an_administrator):
    with pytest.raises(NotAllowed, match="administrator above it"):
        actions.close_body(actor=an_administrator, body_id=office.body_id, at=MONDAY)


def test_a_closed_body_takes_units_posts_people_and_codes_with_it(office, an_administrator):
    actions.add_identifier(
        actor=an_administrator,
        body_id=office.commune_id,
        scheme="QD20-2020",
        value="H41.101",
        at=LONG_AGO,
    )

    actions.close_body(actor=an_administrator, body_id=office.commune_id, at=TUESDAY)

    assert queries.body_on(office.commune_id, TOMORROW) is None
    assert queries.body_on(office.commune_id, TODAY).identifiers == (("QD20-2020", "H41.101"),)
    with pytest.raises(queries.PostNotHeld):
        queries.actor_in(office.tuan, at=TUESDAY)
    trace = Trace.objects.get(act="directory.body.closed")
    assert (trace.facts["appointments"], trace.facts["identifiers"]) == (2, 1)


def test_a_body_with_bodies_below_is_not_closed(office):
    with pytest.raises(bodies.HasBodiesBelow, match="1 bodies"):
        actions.close_body(actor=OPERATOR, body_id=office.body_id, at=MONDAY)


def test_the_code_of_a_dissolved_body_leads_to_its_successor(office):
    actions.add_identifier(
        actor=OPERATOR,
        body_id=office.commune_id,
        scheme="QCVN102-2016",
        value="101.00.00.H41",
        at=LONG_AGO,
        on=SINCE,
    )
    actions.close_body(actor=OPERATOR, body_id=office.commune_id, at=MONDAY)
    actions.succeed(
        actor=OPERATOR,
        body_id=office.commune_id,
        successor_ids=[office.neighbour_id],
        manner=Succession.MERGED,
        at=MONDAY,
    )

    before = queries.body_by_identifier("QCVN102-2016", "101.00.00.H41", on=date(2026, 11, 1))
    after = queries.body_by_identifier("QCVN102-2016", "101.00.00.H41", on=TODAY)

    assert (before.body_id, before.note) == (office.commune_id, "")
    assert after.body_id == office.neighbour_id
    assert after.note == "101.00.00.H41 was Đảng uỷ xã Ba Vì, which this body succeeded."
    assert [each.note for each in queries.search("101.00", on=TODAY)] == ["formerly 101.00.00.H41"]


def test_a_split_body_has_no_single_successor(office):
    actions.add_identifier(
        actor=OPERATOR, body_id=office.commune_id, scheme="S", value="A1", at=LONG_AGO, on=SINCE
    )
    actions.close_body(actor=OPERATOR, body_id=office.commune_id, at=MONDAY)
    actions.succeed(
        actor=OPERATOR,
        body_id=office.commune_id,
        successor_ids=[office.neighbour_id, office.body_id],
        manner=Succession.SPLIT,
        at=MONDAY,
    )
    assert queries.body_by_identifier("S", "A1", on=TODAY) is None


def test_nothing_succeeds_itself(office):
    with pytest.raises(bodies.SucceedsItself):
        actions.succeed(
            actor=OPERATOR,
            body_id=office.body_id,
            successor_ids=[office.body_id],
            manner=Succession.MERGED,
            at=MONDAY,
        )


def test_a_code_means_one_body_on_a_day(office):
    def add(body_id, value="H41", **given):
        return actions.add_identifier(
            actor=OPERATOR, body_id=body_id, scheme="QD20-2020", value=value, at=MONDAY, **given
        )

    held = add(office.body_id)
    with pytest.raises(codes.CodeTaken, match="Văn phòng Trung ương Đảng"):
        add(office.neighbour_id)
    actions.retire_identifier(actor=OPERATOR, identifier_id=held.pk, at=TUESDAY)
    with pytest.raises(days.AlreadyEnded):
        actions.retire_identifier(actor=OPERATOR, identifier_id=held.pk, at=TUESDAY)
    add(office.neighbour_id, on=TOMORROW)

    assert queries.body_by_identifier("QD20-2020", "H41", on=TODAY).body_id == office.body_id
    assert queries.body_by_identifier("", "H41", on=TOMORROW).body_id == office.neighbour_id


@pytest.mark.parametrize("value", ["", "x" * 36, "H41 02", "H41;--"])
def test_a_malformed_code_is_refused(office, value):
    with pytest.raises(codes.CodeMalformed):
        actions.add_identifier(
            actor=OPERATOR, body_id=office.body_id, scheme="S", value=value, at=MONDAY
        )


def test_the_organisation_of_a_day_is_read_in_two_statements(office, django_assert_num_queries):
    with django_assert_num_queries(2):
        names = [each.name for each in queries.bodies_on(TODAY)]
    assert names == ["Ban Tổ chức Trung ương", "Đảng uỷ xã Ba Vì", "Văn phòng Trung ương Đảng"]
    assert models.BodyState.objects.count() == 3

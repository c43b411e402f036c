from datetime import UTC, datetime

import pytest

from vermilion.directory import checks, queries
from vermilion.kernel.actors import Duty
from vermilion.site import seeds
from vermilion.site.seeds import organisations, planting
from vermilion.site.seeds.kinds import KINDS

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)


def planted(name):
    """The organisation alone: papers and accounts have tests of their own."""
    from vermilion.directory import actions

    actions.enter_kinds(actor=planting.OPERATOR, kinds=KINDS, at=planting.SEEDED_AT)
    bodies = organisations.ORGANISATIONS[name]()
    plant = planting.at_once if name == "country" else planting.act_by_act
    entered = plant(bodies, lambda _done: None)
    organisations.settle(entered)
    return entered


def is_sound():
    return [
        finding.in_words
        for look in (
            checks.intervals,
            checks.present_states,
            checks.codes_of_ended,
            checks.appointments_to_ended_posts,
            checks.bodies_without_leader,
            checks.several_heads,
        )
        for finding in look()
    ] == []


def test_the_same_seed_gives_the_same_organisation():
    for name in organisations.ORGANISATIONS:
        assert organisations.ORGANISATIONS[name]() == organisations.ORGANISATIONS[name]()


def test_the_country_is_whole():
    bodies = organisations.country()
    kinds = [body.kind for body in bodies]

    assert kinds.count("province-party") == kinds.count("province-committee") == 34
    assert kinds.count("commune-party") == kinds.count("commune-committee") == 3_321
    codes = [code for body in bodies for code in body.codes]
    assert len(codes) == len(set(codes))
    assert {len(value) for scheme, value in codes if scheme == "QCVN102-2016"} == {13}
    assert ("QD20-2020", "H41") in codes
    assert ("QCVN102-2016", "101.00.00.H41") in codes


@pytest.mark.django_db
def test_the_office_is_sound_and_its_cast_is_there():
    assert queries.is_empty()
    entered = planted("office")

    assert is_sound()
    people = {name: person for person, name in entered.people.items()}
    minh = queries.posts_held_by(people["Nguyễn Văn Minh"], at=NOW)
    assert [each.is_main for each in minh] == [True, False]
    khanh = queries.posts_held_by(people["Bùi Gia Khánh"], at=NOW)[0]
    assert f"post:{minh[0].appointment_id}" in queries.actor_in(khanh.appointment_id, at=NOW).tokens
    long = queries.posts_held_by(people["Hoàng Đức Long"], at=NOW)
    assert [each.for_name for each in long] == ["", "Phạm Quốc Hùng"]
    [tuan] = queries.posts_held_by(people["Phan Anh Tuấn"], at=NOW)
    assert Duty.CLERK in tuan.duties
    assert tuan.body.startswith("Đảng uỷ phường")


@pytest.mark.django_db
def test_a_seed_is_planted_into_bare_ground_alone():
    planted("office")
    with pytest.raises(seeds.NotEmpty):
        seeds.plant("office", now=NOW)
    with pytest.raises(ValueError, match="office, province, country"):
        seeds.plant("moon", now=NOW)


@pytest.mark.country
@pytest.mark.django_db
def test_the_country_is_planted_sound_and_found_quickly(django_assert_max_num_queries):
    entered = planted("country")

    assert len(entered.bodies) > 10_000
    assert is_sound()
    with django_assert_max_num_queries(5):
        found = queries.search("ubnd nghe an", on=NOW.date())
    assert found[0].name == "Uỷ ban nhân dân tỉnh Nghệ An"
    [circle] = [
        each
        for each in queries.circles_of(entered.bodies["p40-party"])
        if each.name == "Các đảng uỷ cấp xã cả nước"
    ]
    assert len(queries.recipients_of(circle.pk, at=NOW)) == 3_321

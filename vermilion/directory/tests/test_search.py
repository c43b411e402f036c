from datetime import date

import pytest

from tests.cast import LONG_AGO, OPERATOR, found
from vermilion.directory import actions, queries

TODAY = date(2026, 11, 2)


@pytest.fixture
def some_bodies(office):
    found("Uỷ ban nhân dân xã Nghệ", kind="commune-party", parent_id=office.body_id)
    found("Uỷ ban nhân dân tỉnh Nghệ An", kind="central-office", short_name="UBND tỉnh")
    return office


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("uy ban nhan dan nghe an", "Uỷ ban nhân dân tỉnh Nghệ An"),
        ("UBND nghệ an", "Uỷ ban nhân dân tỉnh Nghệ An"),
        ("ubnd nghe", "Uỷ ban nhân dân tỉnh Nghệ An"),
        ("vptw", "Văn phòng Trung ương Đảng"),
        ("van phong", "Văn phòng Trung ương Đảng"),
        ("ba vi", "Đảng uỷ xã Ba Vì"),
    ],
)
def test_a_body_is_found_by_what_people_type(some_bodies, typed, first):
    assert queries.search(typed, on=TODAY)[0].name == first


@pytest.mark.parametrize("typed", ["", "   ", "%", "'; drop", "không có đâu", "\x00"])
def test_nonsense_finds_nothing(some_bodies, typed):
    assert queries.search(typed, on=TODAY) == []


def test_a_search_keeps_to_kinds_and_branch(some_bodies):
    office = some_bodies
    of_kind = queries.search("uy ban", on=TODAY, kinds=["commune-party"])
    below = queries.search("uy ban", on=TODAY, below=office.body_id)
    assert [each.name for each in of_kind] == [each.name for each in below]
    assert [each.detail for each in below] == ["Văn phòng Trung ương Đảng"]


def test_a_search_takes_a_fixed_number_of_statements(some_bodies, django_assert_max_num_queries):
    actions.add_identifier(
        actor=OPERATOR,
        body_id=some_bodies.body_id,
        scheme="S",
        value="A01",
        at=LONG_AGO,
    )
    for typed in ("a01", "uy ban", "xyz"):
        with django_assert_max_num_queries(5):
            queries.search(typed, on=TODAY)


def test_a_body_is_meant_by_name_code_or_enough_of_the_name(some_bodies):
    def meant(typed):
        return [each.name for each in queries.bodies_meant(typed, on=TODAY)]

    assert meant("Đảng uỷ xã Ba Vì") == ["Đảng uỷ xã Ba Vì"]
    assert meant("ban to chuc") == ["Ban Tổ chức Trung ương"]
    assert len(meant("nghe")) == 2

"""A directory of 20,000 bodies: who acts, what is typed, what lies below."""

import pytest
from django.db import connection

from tests.bench.looking import asked, read_through
from tests.bench.measuring import Figures, Run, timed
from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE, Office
from vermilion.directory import actions, models, queries
from vermilion.directory.types import BodyData, SeatData
from vermilion.kernel.actors import Duty

pytestmark = pytest.mark.bench

PROVINCES, COMMUNES = 40, 500
TODAY = MONDAY.date()

RAW_ACTOR = """
SELECT a.*, p.*, e.*, b.* FROM directory_appointment a
JOIN directory_post p ON p.id = a.post_id
JOIN directory_person e ON e.id = a.person_id
JOIN directory_body b ON b.id = p.body_id
WHERE a.id = %s
"""

RAW_SEARCH = """
SELECT b.id, b.name, p.name FROM directory_body b
JOIN directory_bodykind k ON k.id = b.kind_id
LEFT JOIN directory_body p ON p.id = b.parent_id
WHERE b.search_key LIKE %s AND b.search_key LIKE %s AND b.valid_to IS NULL
ORDER BY k.level, b.sort_key, b.id LIMIT 20
"""

RAW_BRANCH = """
SELECT b.*, k.* FROM directory_body b JOIN directory_bodykind k ON k.id = b.kind_id
WHERE b.lo BETWEEN %s AND %s AND b.valid_to IS NULL ORDER BY b.lo, b.id LIMIT 51
"""


@pytest.fixture(scope="module")
def provinces(office: Office) -> list[int]:
    """40 provinces of 500 communes each, every commune with a clerk."""
    bodies = []
    for province in range(PROVINCES):
        top = f"tinh-{province}"
        bodies.append(BodyData(key=top, kind="central-office", name=f"Tỉnh uỷ số {province}"))
        bodies += [
            BodyData(
                key=f"{top}-{commune}",
                kind="commune-party",
                name=f"Đảng uỷ xã {_name(commune)} tỉnh {province}",
                parent=top,
                seats=(
                    SeatData(
                        full_name=f"Thư {province} {commune}",
                        title="Văn thư",
                        duties=(Duty.CLERK,),
                    ),
                ),
            )
            for commune in range(COMMUNES)
        ]
    made = actions.enter_in_bulk(actor=OPERATOR, bodies=bodies, at=LONG_AGO, on=SINCE)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return [made.bodies[f"tinh-{province}"] for province in range(PROVINCES)]


def _raw(sql: str, *values: object, rows: int) -> Run:
    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            assert len(cursor.fetchall()) == rows

    return timed(ask, times=30)


def test_who_acts(figures: Figures, office: Office, provinces: list[int]):
    seat = models.Appointment.objects.filter(post__body__parent=provinces[7]).first()
    assert queries.actor_in(seat.pk, at=MONDAY).has(Duty.CLERK)
    with asked() as statements:
        queries.actor_in(seat.pk, at=MONDAY)
    figures.tell("directory: statements that tell who acts", str(len(statements)))
    assert read_through(statements) == []
    figures.compare(
        "directory: who acts",
        raw=_raw(RAW_ACTOR, seat.pk, rows=1),
        ours=timed(lambda: queries.actor_in(seat.pk, at=MONDAY), times=30),
    )


def test_what_is_typed(figures: Figures, provinces: list[int]):
    typed = "dang uy xa hoa binh"
    found = queries.search(typed, on=TODAY)
    assert len(found) == 20
    assert all("Hoà Bình" in each.name for each in found)
    with asked() as statements:
        queries.search("hoa binh 13", on=TODAY)
    assert read_through(statements) == []
    figures.compare(
        "directory: twenty of what is typed",
        raw=_raw(RAW_SEARCH, "% hoa%", "% binh%", rows=20),
        ours=timed(lambda: queries.search(typed, on=TODAY), times=30),
    )
    took = timed(lambda: queries.search("xa", on=TODAY), times=5)()
    figures.tell("directory: typed “xa”, which 20,000 names hold", f"{took * 1000:.0f} ms")


def test_what_lies_below(figures: Figures, provinces: list[int]):
    top = models.Body.objects.get(pk=provinces[20])

    def ask() -> list[int]:
        return [each.pk for each in queries.existing(TODAY, below=top.pk)[:51]]

    assert len(ask()) == 51
    assert queries.existing(TODAY, below=top.pk).count() == COMMUNES + 1
    with asked() as statements:
        ask()
    assert read_through(statements) == []
    figures.compare(
        "directory: the first page of a branch",
        raw=_raw(RAW_BRANCH, top.lo, top.hi, rows=51),
        ours=timed(ask, times=30),
    )


def _name(number: int) -> str:
    first = ("Hoà", "Tân", "Phú", "Vĩnh", "An", "Bình", "Long", "Thạnh", "Mỹ", "Đông")
    second = ("Bình", "Lập", "Thọ", "Phúc", "Khánh", "Minh", "Sơn", "Hưng", "Thành", "Hải")
    return f"{first[number % 10]} {second[number // 10 % 10]} {number // 100 + 1}"

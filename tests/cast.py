"""The office that everybody's tests use, and the people in it.

Lan the clerk, Minh the deputy head, Hoa the specialist of the IT department and the head of it,
Tuấn the clerk of a commune below, a clerk of another body, an administrator. They are made through
the acts of the directory, by an operator, long before the tests' Monday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from vermilion.directory import actions, queries
from vermilion.directory.types import KindData
from vermilion.kernel.actors import Actor, Duty, system

MONDAY = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
"""Nine in the morning in Hanoi."""
TUESDAY = datetime(2026, 11, 3, 2, 0, tzinfo=UTC)

LONG_AGO = datetime(2020, 1, 1, 1, 0, tzinfo=UTC)
SINCE = date(2020, 1, 1)
OPERATOR = system("operator", time_zone="Asia/Ho_Chi_Minh")

KINDS = [
    KindData(
        code="central-office",
        family="party",
        level=0,
        names={"vi": "Cơ quan trung ương", "en": "Central office"},
    ),
    KindData(
        code="commune-party",
        family="party",
        level=2,
        names={"vi": "Đảng uỷ xã", "en": "Commune Party committee"},
    ),
]


@dataclass(frozen=True, slots=True)
class Office:
    """Ids of a central office, of its units and appointments, and of two bodies around it."""

    body_id: int
    leadership_id: int
    general_id: int
    it_id: int
    finance_id: int
    archive_id: int
    commune_id: int
    neighbour_id: int
    chief: int
    minh: int
    lan: int
    hoa: int
    head_of_it: int
    head_of_general: int
    head_of_finance: int
    assistant: int
    archivist: int
    an_administrator: int
    tuan: int
    head_of_commune: int
    a_stranger: int


def found(name: str, *, kind: str, parent_id: int | None = None, short_name: str = "") -> int:
    """A body for a test; its id."""
    return actions.found_body(
        actor=OPERATOR,
        kind=kind,
        name=name,
        short_name=short_name,
        parent_id=parent_id,
        place="Hà Nội",
        at=LONG_AGO,
        on=SINCE,
    ).pk


def open_unit(body_id: int, name: str, abbreviation: str = "") -> int:
    """A unit for a test; its id."""
    unit = actions.open_unit(
        actor=OPERATOR,
        body_id=body_id,
        name=name,
        abbreviation=abbreviation,
        at=LONG_AGO,
        on=SINCE,
    )
    return unit.pk


def seat(
    full_name: str,
    *,
    body_id: int,
    title: str,
    duties: Iterable[Duty],
    unit_id: int | None = None,
    signs_as: str = "",
) -> int:
    """Somebody new in a new post; the id of the appointment."""
    post = actions.create_post(
        actor=OPERATOR,
        body_id=body_id,
        unit_id=unit_id,
        title=title,
        duties=duties,
        signs_as=signs_as,
        at=LONG_AGO,
        on=SINCE,
    )
    person = actions.enter_person(
        actor=OPERATOR, full_name=full_name, kept_by_id=body_id, at=LONG_AGO
    )
    appointment = actions.appoint(
        actor=OPERATOR, person_id=person.pk, post_id=post.pk, at=LONG_AGO, on=SINCE
    )
    return appointment.pk


def build_office() -> Office:
    """The office, its units and people, a commune below it and a neighbour beside it."""
    actions.enter_kinds(actor=OPERATOR, kinds=KINDS, at=LONG_AGO)
    body = found("Văn phòng Trung ương Đảng", kind="central-office", short_name="VPTW")
    commune = found("Đảng uỷ xã Ba Vì", kind="commune-party", parent_id=body)
    neighbour = found("Ban Tổ chức Trung ương", kind="central-office", short_name="BTCTW")
    leadership = open_unit(body, "Lãnh đạo Văn phòng", "LĐVP")
    general = open_unit(body, "Vụ Tổng hợp", "TH")
    it = open_unit(body, "Cục Công nghệ thông tin", "CNTT")
    finance = open_unit(body, "Vụ Tài chính", "TC")
    archive = open_unit(body, "Cục Lưu trữ", "LT")
    return Office(
        body_id=body,
        leadership_id=leadership,
        general_id=general,
        it_id=it,
        finance_id=finance,
        archive_id=archive,
        commune_id=commune,
        neighbour_id=neighbour,
        chief=seat(
            "Phạm Quốc Hùng",
            body_id=body,
            unit_id=leadership,
            title="Chánh Văn phòng",
            duties=[Duty.LEADER],
            signs_as="head",
        ),
        minh=seat(
            "Nguyễn Văn Minh",
            body_id=body,
            unit_id=leadership,
            title="Phó Chánh Văn phòng",
            duties=[Duty.LEADER],
            signs_as="kt",
        ),
        lan=seat(
            "Trần Thị Lan",
            body_id=body,
            unit_id=general,
            title="Văn thư",
            duties=[Duty.CLERK],
        ),
        hoa=seat(
            "Lê Thị Hoa",
            body_id=body,
            unit_id=it,
            title="Chuyên viên",
            duties=[Duty.SPECIALIST],
        ),
        head_of_it=seat(
            "Đỗ Anh Dũng",
            body_id=body,
            unit_id=it,
            title="Cục trưởng",
            duties=[Duty.HEAD],
        ),
        head_of_general=seat(
            "Vũ Thị Thu",
            body_id=body,
            unit_id=general,
            title="Vụ trưởng",
            duties=[Duty.HEAD],
        ),
        head_of_finance=seat(
            "Hoàng Đức Long",
            body_id=body,
            unit_id=finance,
            title="Vụ trưởng",
            duties=[Duty.HEAD],
        ),
        assistant=seat(
            "Bùi Gia Khánh",
            body_id=body,
            unit_id=leadership,
            title="Thư ký",
            duties=[Duty.ASSISTANT],
        ),
        archivist=seat(
            "Đặng Thị Yến",
            body_id=body,
            unit_id=archive,
            title="Lưu trữ viên",
            duties=[Duty.ARCHIVIST, Duty.HEAD],
        ),
        an_administrator=seat(
            "Ngô Hải Nam",
            body_id=body,
            unit_id=it,
            title="Quản trị viên",
            duties=[Duty.ADMINISTRATOR],
        ),
        tuan=seat(
            "Phan Anh Tuấn",
            body_id=commune,
            title="Văn thư",
            duties=[Duty.CLERK],
        ),
        head_of_commune=seat(
            "Lý Thị Mai",
            body_id=commune,
            title="Bí thư Đảng uỷ",
            duties=[Duty.LEADER],
            signs_as="tm",
        ),
        a_stranger=seat(
            "Dương Văn Sơn",
            body_id=neighbour,
            title="Văn thư",
            duties=[Duty.CLERK],
        ),
    )


@pytest.fixture
def office(db: None) -> Office:
    return build_office()


@pytest.fixture
def lan(office: Office) -> Actor:
    """The clerk."""
    return queries.actor_in(office.lan, at=MONDAY)


@pytest.fixture
def minh(office: Office) -> Actor:
    """The leader: deputy head of the office."""
    return queries.actor_in(office.minh, at=MONDAY)


@pytest.fixture
def the_chief(office: Office) -> Actor:
    """The head of the office."""
    return queries.actor_in(office.chief, at=MONDAY)


@pytest.fixture
def hoa(office: Office) -> Actor:
    """The specialist of the IT department."""
    return queries.actor_in(office.hoa, at=MONDAY)


@pytest.fixture
def head_of_it(office: Office) -> Actor:
    """The head of Hoa's department."""
    return queries.actor_in(office.head_of_it, at=MONDAY)


@pytest.fixture
def head_of_general(office: Office) -> Actor:
    """The head of another department."""
    return queries.actor_in(office.head_of_general, at=MONDAY)


@pytest.fixture
def head_of_finance(office: Office) -> Actor:
    """The head of a third department."""
    return queries.actor_in(office.head_of_finance, at=MONDAY)


@pytest.fixture
def an_archivist(office: Office) -> Actor:
    """The head of the archive."""
    return queries.actor_in(office.archivist, at=MONDAY)


@pytest.fixture
def tuan(office: Office) -> Actor:
    """The clerk of the commune below."""
    return queries.actor_in(office.tuan, at=MONDAY)


@pytest.fixture
def a_stranger(office: Office) -> Actor:
    """The clerk of another body."""
    return queries.actor_in(office.a_stranger, at=MONDAY)


@pytest.fixture
def an_administrator(office: Office) -> Actor:
    """The administrator of the office and of the bodies below it."""
    return queries.actor_in(office.an_administrator, at=MONDAY)

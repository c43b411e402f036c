"""The office that everybody's tests use, and the people in it.

Lan the clerk, Minh the deputy head, Hoa the specialist of the IT department and the head of it,
Tuấn the clerk of a commune below, a clerk of another body, an administrator. They are made by
an operator, in one act of the directory, long before the tests' Monday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from vermilion.directory import actions, queries
from vermilion.directory.types import BodyData, KindData, SeatData, UnitData
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


_LEADERSHIP, _GENERAL, _IT = "Lãnh đạo Văn phòng", "Vụ Tổng hợp", "Cục Công nghệ thông tin"
_FINANCE, _ARCHIVE = "Vụ Tài chính", "Cục Lưu trữ"


def _who(full_name: str, title: str, *duties: Duty, unit: str = "", signs_as: str = "") -> SeatData:
    return SeatData(full_name=full_name, title=title, duties=duties, unit=unit, signs_as=signs_as)


BODIES = [
    BodyData(
        key="office",
        kind="central-office",
        name="Văn phòng Trung ương Đảng",
        short_name="VPTW",
        place="Hà Nội",
        units=(
            UnitData(name=_LEADERSHIP, abbreviation="LĐVP"),
            UnitData(name=_GENERAL, abbreviation="TH"),
            UnitData(name=_IT, abbreviation="CNTT"),
            UnitData(name=_FINANCE, abbreviation="TC"),
            UnitData(name=_ARCHIVE, abbreviation="LT"),
        ),
        seats=(
            _who(
                "Phạm Quốc Hùng", "Chánh Văn phòng", Duty.LEADER, unit=_LEADERSHIP, signs_as="head"
            ),
            _who(
                "Nguyễn Văn Minh",
                "Phó Chánh Văn phòng",
                Duty.LEADER,
                unit=_LEADERSHIP,
                signs_as="kt",
            ),
            _who("Trần Thị Lan", "Văn thư", Duty.CLERK, unit=_GENERAL),
            _who("Lê Thị Hoa", "Chuyên viên", Duty.SPECIALIST, unit=_IT),
            _who("Đỗ Anh Dũng", "Cục trưởng", Duty.HEAD, unit=_IT),
            _who("Vũ Thị Thu", "Vụ trưởng", Duty.HEAD, unit=_GENERAL),
            _who("Hoàng Đức Long", "Vụ trưởng", Duty.HEAD, unit=_FINANCE),
            _who("Bùi Gia Khánh", "Thư ký", Duty.ASSISTANT, unit=_LEADERSHIP),
            _who("Đặng Thị Yến", "Lưu trữ viên", Duty.ARCHIVIST, Duty.HEAD, unit=_ARCHIVE),
            _who("Ngô Hải Nam", "Quản trị viên", Duty.ADMINISTRATOR, unit=_IT),
        ),
    ),
    BodyData(
        key="commune",
        kind="commune-party",
        name="Đảng uỷ xã Ba Vì",
        place="Ba Vì",
        parent="office",
        seats=(
            _who("Phan Anh Tuấn", "Văn thư", Duty.CLERK),
            _who("Lý Thị Mai", "Bí thư Đảng uỷ", Duty.LEADER, signs_as="tm"),
        ),
    ),
    BodyData(
        key="neighbour",
        kind="central-office",
        name="Ban Tổ chức Trung ương",
        short_name="BTCTW",
        place="Hà Nội",
        seats=(_who("Dương Văn Sơn", "Văn thư", Duty.CLERK),),
    ),
]


def build_office() -> Office:
    """The office, its units and people, a commune below it and a neighbour beside it."""
    actions.enter_kinds(actor=OPERATOR, kinds=KINDS, at=LONG_AGO)
    made = actions.enter_in_bulk(actor=OPERATOR, bodies=BODIES, at=LONG_AGO, on=SINCE)
    units = {unit.name: unit.pk for unit in queries.units_on(made.bodies["office"], SINCE)}
    seats = {key.rpartition("/")[2]: pk for key, pk in made.appointments.items()}
    return Office(
        body_id=made.bodies["office"],
        leadership_id=units[_LEADERSHIP],
        general_id=units[_GENERAL],
        it_id=units[_IT],
        finance_id=units[_FINANCE],
        archive_id=units[_ARCHIVE],
        commune_id=made.bodies["commune"],
        neighbour_id=made.bodies["neighbour"],
        chief=seats["Phạm Quốc Hùng"],
        minh=seats["Nguyễn Văn Minh"],
        lan=seats["Trần Thị Lan"],
        hoa=seats["Lê Thị Hoa"],
        head_of_it=seats["Đỗ Anh Dũng"],
        head_of_general=seats["Vũ Thị Thu"],
        head_of_finance=seats["Hoàng Đức Long"],
        assistant=seats["Bùi Gia Khánh"],
        archivist=seats["Đặng Thị Yến"],
        an_administrator=seats["Ngô Hải Nam"],
        tuan=seats["Phan Anh Tuấn"],
        head_of_commune=seats["Lý Thị Mai"],
        a_stranger=seats["Dương Văn Sơn"],
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

"""The three organisations that can be planted, and what the cast has settled among itself."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from random import Random

from vermilion.directory import actions, queries
from vermilion.directory.types import Authority, BodyData, Entered
from vermilion.site.seeds import central, provinces
from vermilion.site.seeds.central import CAST, OFFICE
from vermilion.site.seeds.planting import OPERATOR, SEEDED_AT

_LUCK = 20250701


def office() -> list[BodyData]:
    """The central office and its neighbours, one province, and the commune where Tuấn works."""
    luck = Random(_LUCK)  # noqa: S311 - a fixed seed is the point
    bodies = [
        *central.top_of_party(luck),
        *central.neighbours_of_party(luck, all_of_them=False),
        *central.top_of_state(luck, all_of_them=False),
    ]
    kept = {f"{_province_of_cast()}-party", f"{_province_of_cast()}-state"}
    communes = 0
    for body in _bodies_of(luck, only=provinces.PROVINCE_OF_THE_CAST):
        communes += body.kind == "commune-party"
        if body.key in kept or (body.kind == "commune-party" and communes <= 3):
            bodies.append(body)
    return bodies


def province() -> list[BodyData]:
    """The central office, and one province with all its communes."""
    luck = Random(_LUCK)  # noqa: S311 - a fixed seed is the point
    return [
        *central.top_of_party(luck),
        *central.neighbours_of_party(luck, all_of_them=False),
        *central.top_of_state(luck, all_of_them=False),
        *central.top_of_front(luck),
        *_bodies_of(luck, only=provinces.PROVINCE_OF_THE_CAST),
    ]


def country() -> list[BodyData]:
    """Every province and commune of the country, and the central bodies."""
    luck = Random(_LUCK)  # noqa: S311 - a fixed seed is the point
    return [
        *central.top_of_party(luck),
        *central.neighbours_of_party(luck, all_of_them=True),
        *central.top_of_state(luck, all_of_them=True),
        *central.top_of_front(luck),
        *_bodies_of(luck),
    ]


ORGANISATIONS: dict[str, Callable[[], list[BodyData]]] = {
    "office": office,
    "province": province,
    "country": country,
}


def names_of_cast(bodies: Iterable[BodyData], entered: Entered) -> dict[int, str]:
    """By which names the cast signs in: those it has in the stories, whoever else is called so."""
    seats = {
        entered.appointments[f"{body.key}/{seat.title}/{seat.full_name}"]: seat.person
        for body in bodies
        for seat in body.seats
        if seat.person in CAST
    }
    held = queries.seats_of(seats)
    return {held[appointment].person_id: person for appointment, person in seats.items()}


def settle(entered: Entered) -> None:
    """A standing deputy, a written authority, a signature by order, an assistant, and circles."""

    def seat(title: str, person: str) -> int:
        return entered.appointments[f"{OFFICE}/{title}/{CAST[person]}"]

    chief = seat("Chánh Văn phòng", "chief")
    minh = seat("Phó Chánh Văn phòng", "minh")
    actions.name_deputy(
        actor=OPERATOR,
        giver_id=chief,
        holder_id=seat("Phó Chánh Văn phòng thường trực", "ha"),
        matter="Công việc thường xuyên của Văn phòng",
        at=SEEDED_AT,
    )
    actions.delegate(
        actor=OPERATOR,
        giver_id=chief,
        holder_id=seat("Cục trưởng Cục Quản trị - Tài vụ", "long"),
        authority=Authority.WRITTEN,
        matter="Văn bản về thanh toán, quyết toán kinh phí năm 2026",
        document_types=["party-letter", "party-report"],
        basis="Giấy uỷ quyền số 01-GUQ/VPTW ngày 05/01/2026",
        at=SEEDED_AT,
        until=date(2027, 1, 1),
    )
    actions.delegate(
        actor=OPERATOR,
        giver_id=chief,
        holder_id=seat("Vụ trưởng Vụ Tổng hợp", "thu"),
        authority=Authority.BY_ORDER,
        matter="Công văn đôn đốc, giấy mời họp",
        document_types=["party-letter", "party-invitation"],
        basis="Quy chế làm việc của Văn phòng",
        at=SEEDED_AT,
    )
    actions.assign_assistant(
        actor=OPERATOR, assistant_id=seat("Thư ký", "khanh"), leader_id=minh, at=SEEDED_AT
    )
    _draw_circles(entered)


def _draw_circles(entered: Entered) -> None:
    party = entered.bodies["party"]
    below = entered.bodies[f"{_province_of_cast()}-party"]
    for owner, branch, name, kind in (
        (party, party, "Các tỉnh uỷ, thành uỷ", "province-party"),
        (party, party, "Các đảng uỷ cấp xã cả nước", "commune-party"),
        (below, below, "Các đảng uỷ cấp xã trong tỉnh", "commune-party"),
    ):
        actions.draw_circle(
            actor=OPERATOR,
            owner_id=owner,
            name=name,
            branch_id=branch,
            kinds=[kind],
            at=SEEDED_AT,
        )


def _province_of_cast() -> str:
    return f"p{provinces.PROVINCE_OF_THE_CAST}"


def _bodies_of(luck: Random, *, only: int | None = None) -> Iterator[BodyData]:
    for each in provinces.provinces():
        if only is None or int(each.code) == only:
            yield from provinces.bodies_of(each, luck)

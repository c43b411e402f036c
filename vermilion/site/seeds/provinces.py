"""Provinces and communes of Viet Nam since 1 July 2025, from the package `vietnam-provinces`.

At each level the Party committee, the People's Committee and the Front are bodies beside one
another, each below its own kind of body one level up.
"""

from collections.abc import Iterator
from random import Random

from vietnam_provinces import Province, VietNamDivisionType, Ward

from vermilion.directory.types import BodyData, SeatData
from vermilion.kernel.actors import Duty
from vermilion.site.seeds.central import of_cast, staffed
from vermilion.site.seeds.codes import codes
from vermilion.site.seeds.names import somebody

PROVINCE_OF_THE_CAST = 40
"""Nghệ An: Tuấn is the clerk of the first of its communes."""

# The two that the dossier knows; all others are numbered past each other.
_KNOWN = {4: 14, 40: 41}
_PARTY_BODIES = [
    ("Văn phòng", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("Ban Tổ chức", "Trưởng ban", "Phó Trưởng ban"),
    ("Uỷ ban Kiểm tra", "Chủ nhiệm", "Phó Chủ nhiệm"),
    ("Ban Tuyên giáo và Dân vận", "Trưởng ban", "Phó Trưởng ban"),
    ("Ban Nội chính", "Trưởng ban", "Phó Trưởng ban"),
]
_DEPARTMENTS = [
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng", "Sở Văn hoá, Thể thao và Du lịch", "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Dân tộc và Tôn giáo", "Thanh tra tỉnh",
    "Văn phòng Uỷ ban nhân dân",
]  # fmt: skip


def provinces() -> list[Province]:
    """All provinces, in the order of the statistical code."""
    return sorted(Province.iter_all(), key=lambda province: province.code)


def communes_of(province: Province) -> list[Ward]:
    """The communes of a province, in the order of the statistical code."""
    return sorted(
        (ward for ward in Ward.iter_all() if ward.province_code == province.code),
        key=lambda ward: ward.code,
    )


def bodies_of(province: Province, luck: Random) -> Iterator[BodyData]:
    """Every body of a province and of its communes."""
    place, number = _place(province), _number(province)
    is_city = province.division_type is VietNamDivisionType.THANH_PHO_TRUNG_UONG
    level = f"thành phố {place}" if is_city else f"tỉnh {place}"
    committee = f"Thành uỷ {place}" if is_city else f"Tỉnh uỷ {place}"
    key = f"p{int(province.code)}"
    for side, kind, name, abbreviation, letter in (
        ("party", "province-party", committee, "TU", "D"),
        ("state", "province-committee", f"Uỷ ban nhân dân {level}", "UBND", "H"),
        ("front", "province-front", f"Uỷ ban Mặt trận Tổ quốc Việt Nam {level}", "MTTQ", "N"),
    ):
        head = "Bí thư" if side == "party" else "Chủ tịch"
        yield BodyData(
            key=f"{key}-{side}",
            kind=kind,
            name=name,
            abbreviation=abbreviation,
            place=place,
            parent=side,
            codes=codes(f"{letter}{number:02}"),
            seats=(
                *staffed(luck, head=head, head_signs="tm", deputy=f"Phó {head}"),
                _administrator(luck),
            ),
        )
    yield from _around(key, committee, level, place, number, luck)
    for ordinal, ward in enumerate(communes_of(province), start=101):
        is_first = int(province.code) == PROVINCE_OF_THE_CAST and ordinal == 101
        yield from _commune(ward, key, ordinal, number, luck, cast=is_first)


def _around(
    key: str, committee: str, level: str, place: str, number: int, luck: Random
) -> Iterator[BodyData]:
    """The bodies of the provincial Party committee and the departments of the province."""
    for ordinal, (name, head, deputy) in enumerate(_PARTY_BODIES, start=1):
        yield BodyData(
            key=f"{key}-party-{ordinal}",
            kind="province-party-body",
            name=f"{name} {committee}",
            place=place,
            parent=f"{key}-party",
            codes=codes(f"D{number:02}.{ordinal:02}"),
            seats=staffed(luck, head=head, head_signs="head", deputy=deputy),
        )
    for ordinal, name in enumerate(_DEPARTMENTS, start=1):
        yield BodyData(
            key=f"{key}-state-{ordinal}",
            kind="province-department",
            name=f"Thanh tra {level}" if name == "Thanh tra tỉnh" else f"{name} {level}",
            place=place,
            parent=f"{key}-state",
            codes=codes(f"H{number:02}.{ordinal:02}"),
            seats=staffed(luck, head="Giám đốc", head_signs="head", deputy="Phó Giám đốc"),
        )


def _commune(
    ward: Ward, key: str, ordinal: int, number: int, luck: Random, *, cast: bool
) -> Iterator[BodyData]:
    kind, _space, bare = ward.name.partition(" ")
    if ward.division_type is VietNamDivisionType.DAC_KHU:
        kind, bare = "Đặc khu", ward.name.removeprefix("Đặc khu ")
    level = f"{kind.lower()} {bare}"
    own = f"w{int(ward.code)}"
    secretary = of_cast("mai", "Bí thư", Duty.LEADER, signs_as="tm")
    clerk = of_cast("tuan", "Văn thư", Duty.CLERK)

    yield BodyData(
        key=f"{own}-party",
        kind="commune-party",
        name=f"Đảng uỷ {level}",
        abbreviation="ĐU",
        place=bare,
        parent=f"{key}-party",
        codes=codes(f"D{number:02}.{ordinal}"),
        seats=(secretary, clerk) if cast else _two(luck, head="Bí thư"),
    )
    yield BodyData(
        key=f"{own}-state",
        kind="commune-committee",
        name=f"Uỷ ban nhân dân {level}",
        abbreviation="UBND",
        place=bare,
        parent=f"{key}-state",
        codes=codes(f"H{number:02}.{ordinal}"),
        seats=_two(luck, head="Chủ tịch"),
    )
    yield BodyData(
        key=f"{own}-front",
        kind="commune-front",
        name=f"Uỷ ban Mặt trận Tổ quốc Việt Nam {level}",
        abbreviation="MTTQ",
        place=bare,
        parent=f"{key}-front",
        codes=codes(f"N{number:02}.{ordinal}"),
        seats=_two(luck, head="Chủ tịch"),
    )


def _two(luck: Random, *, head: str) -> tuple[SeatData, ...]:
    return (
        SeatData(full_name=somebody(luck), title=head, duties=(Duty.LEADER,), signs_as="tm"),
        SeatData(full_name=somebody(luck), title="Văn thư", duties=(Duty.CLERK,)),
    )


def _administrator(luck: Random) -> SeatData:
    return SeatData(full_name=somebody(luck), title="Quản trị viên", duties=(Duty.ADMINISTRATOR,))


def _place(province: Province) -> str:
    return province.name.removeprefix("Thành phố ").removeprefix("Tỉnh ")


def _number(province: Province) -> int:
    code = int(province.code)
    if code in _KNOWN:
        return _KNOWN[code]
    others = [int(each.code) for each in provinces() if int(each.code) not in _KNOWN]
    free = [number for number in range(1, 80) if number not in _KNOWN.values()]
    return free[others.index(code)]

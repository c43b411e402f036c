"""The central office in which the cast works, and the bodies at the top of the tree."""

from collections.abc import Iterator
from random import Random

from vermilion.directory.types import BodyData, SeatData, UnitData
from vermilion.kernel.actors import Duty
from vermilion.site.seeds.codes import codes
from vermilion.site.seeds.names import somebody

OFFICE = "vptw"
"""Key of the office in which the cast works."""

_UNITS = [
    UnitData(name="Lãnh đạo Văn phòng", abbreviation="LĐVP"),
    UnitData(name="Vụ Tổng hợp", abbreviation="TH"),
    UnitData(name="Vụ Thư ký", abbreviation="TK"),
    UnitData(name="Cục Chuyển đổi số - Cơ yếu", abbreviation="CĐS-CY"),
    UnitData(
        name="Phòng Công nghệ thông tin",
        abbreviation="CNTT",
        parent="Cục Chuyển đổi số - Cơ yếu",
    ),
    UnitData(name="Phòng Cơ yếu", abbreviation="CY", parent="Cục Chuyển đổi số - Cơ yếu"),
    UnitData(name="Cục Quản trị - Tài vụ", abbreviation="QT-TV"),
    UnitData(name="Cục Lưu trữ", abbreviation="LT"),
    UnitData(name="Phòng Hành chính", abbreviation="HC", parent="Vụ Tổng hợp"),
]

_IT = "Phòng Công nghệ thông tin"

CAST = {
    "chief": "Phạm Quốc Hùng",
    "minh": "Nguyễn Văn Minh",
    "lan": "Trần Thị Lan",
    "hoa": "Lê Thị Hoa",
    "dung": "Đỗ Anh Dũng",
    "thu": "Vũ Thị Thu",
    "long": "Hoàng Đức Long",
    "khanh": "Bùi Gia Khánh",
    "yen": "Đặng Thị Yến",
    "nam": "Ngô Hải Nam",
    "ha": "Trịnh Thu Hà",
    "tuan": "Phan Anh Tuấn",
    "mai": "Lý Thị Mai",
    "son": "Dương Văn Sơn",
}
"""Who plays in the stories, by the name each goes by in them."""


def of_cast(person: str, title: str, *duties: Duty, unit: str = "", signs_as: str = "") -> SeatData:
    """A seat that somebody of the cast takes."""
    return SeatData(
        full_name=CAST[person],
        title=title,
        duties=duties,
        unit=unit,
        signs_as=signs_as,
        person=person,
    )


def _office_seats(luck: Random) -> tuple[SeatData, ...]:
    leadership, general, clerks = "Lãnh đạo Văn phòng", "Vụ Tổng hợp", "Phòng Hành chính"
    return (
        of_cast("chief", "Chánh Văn phòng", Duty.LEADER, unit=leadership, signs_as="head"),
        of_cast("minh", "Phó Chánh Văn phòng", Duty.LEADER, unit=leadership, signs_as="kt"),
        of_cast(
            "ha", "Phó Chánh Văn phòng thường trực", Duty.LEADER, unit=leadership, signs_as="kt"
        ),
        of_cast("thu", "Vụ trưởng Vụ Tổng hợp", Duty.HEAD, unit=general),
        of_cast("lan", "Văn thư", Duty.CLERK, unit=clerks),
        of_cast("khanh", "Thư ký", Duty.ASSISTANT, unit="Vụ Thư ký"),
        of_cast("dung", "Trưởng phòng Công nghệ thông tin", Duty.HEAD, unit=_IT),
        of_cast("hoa", "Chuyên viên", Duty.SPECIALIST, unit=_IT),
        of_cast("nam", "Quản trị viên", Duty.ADMINISTRATOR, unit=_IT),
        of_cast(
            "long", "Cục trưởng Cục Quản trị - Tài vụ", Duty.HEAD, unit="Cục Quản trị - Tài vụ"
        ),
        of_cast("yen", "Cục trưởng Cục Lưu trữ", Duty.HEAD, Duty.ARCHIVIST, unit="Cục Lưu trữ"),
        # Minh leads the department in which the paper of the stories ends, until somebody is found.
        of_cast(
            "minh",
            "Cục trưởng Cục Chuyển đổi số - Cơ yếu (kiêm nhiệm)",
            Duty.HEAD,
            unit="Cục Chuyển đổi số - Cơ yếu",
        ),
        *_others(luck),
    )


def _others(luck: Random) -> Iterator[SeatData]:
    """People of the office who have no part in the stories."""
    for unit in (
        "Vụ Tổng hợp",
        "Vụ Tổng hợp",
        _IT,
        "Phòng Cơ yếu",
        "Cục Quản trị - Tài vụ",
        "Cục Lưu trữ",
        "Vụ Thư ký",
    ):
        yield SeatData(
            full_name=somebody(luck), title="Chuyên viên", duties=(Duty.SPECIALIST,), unit=unit
        )
    yield SeatData(
        full_name=somebody(luck), title="Văn thư", duties=(Duty.CLERK,), unit="Phòng Hành chính"
    )
    yield SeatData(
        full_name=somebody(luck),
        title="Trưởng phòng Cơ yếu",
        duties=(Duty.HEAD, Duty.SECURITY),
        unit="Phòng Cơ yếu",
    )


def top_of_party(luck: Random) -> list[BodyData]:
    """The Central Committee, with the administrator of everything below it, and its office."""
    return [
        BodyData(
            key="party",
            kind="party-centre",
            name="Ban Chấp hành Trung ương Đảng",
            short_name="BCHTW",
            place="Hà Nội",
            codes=codes("A01"),
            seats=(
                *staffed(
                    luck,
                    head="Thường trực Ban Bí thư",
                    head_signs="tm",
                    deputy="Bí thư Trung ương Đảng",
                ),
                of_cast("nam", "Quản trị viên toàn hệ thống", Duty.ADMINISTRATOR),
            ),
        ),
        BodyData(
            key=OFFICE,
            kind="party-central-body",
            name="Văn phòng Trung ương Đảng",
            short_name="VPTW",
            abbreviation="VPTW",
            place="Hà Nội",
            parent="party",
            codes=codes("A01.01"),
            units=tuple(_UNITS),
            seats=_office_seats(luck),
        ),
    ]


def staffed(luck: Random, *, head: str, head_signs: str, deputy: str) -> tuple[SeatData, ...]:
    """The least that a body needs: a head, a deputy and a clerk."""
    return (
        SeatData(full_name=somebody(luck), title=head, duties=(Duty.LEADER,), signs_as=head_signs),
        SeatData(full_name=somebody(luck), title=deputy, duties=(Duty.LEADER,), signs_as="kt"),
        SeatData(full_name=somebody(luck), title="Văn thư", duties=(Duty.CLERK,)),
    )


_PARTY_BODIES = [
    ("Ban Tổ chức Trung ương", "BTCTW", "Trưởng ban", "Phó Trưởng ban"),
    ("Uỷ ban Kiểm tra Trung ương", "UBKTTW", "Chủ nhiệm", "Phó Chủ nhiệm"),
    ("Ban Tuyên giáo và Dân vận Trung ương", "BTGDVTW", "Trưởng ban", "Phó Trưởng ban"),
    ("Ban Nội chính Trung ương", "BNCTW", "Trưởng ban", "Phó Trưởng ban"),
    ("Ban Chính sách, chiến lược Trung ương", "BCSCLTW", "Trưởng ban", "Phó Trưởng ban"),
    ("Học viện Chính trị quốc gia Hồ Chí Minh", "HVCTQG", "Giám đốc", "Phó Giám đốc"),
    ("Báo Nhân Dân", "BND", "Tổng Biên tập", "Phó Tổng Biên tập"),
    ("Tạp chí Cộng sản", "TCCS", "Tổng Biên tập", "Phó Tổng Biên tập"),
]
_MINISTRIES = [
    ("Bộ Quốc phòng", "BQP"),
    ("Bộ Công an", "BCA"),
    ("Bộ Ngoại giao", "BNG"),
    ("Bộ Nội vụ", "BNV"),
    ("Bộ Tư pháp", "BTP"),
    ("Bộ Tài chính", "BTC"),
    ("Bộ Công Thương", "BCT"),
    ("Bộ Nông nghiệp và Môi trường", "BNNMT"),
    ("Bộ Xây dựng", "BXD"),
    ("Bộ Văn hoá, Thể thao và Du lịch", "BVHTTDL"),
    ("Bộ Khoa học và Công nghệ", "BKHCN"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT"),
    ("Bộ Y tế", "BYT"),
    ("Bộ Dân tộc và Tôn giáo", "BDTTG"),
    ("Ngân hàng Nhà nước Việt Nam", "NHNN"),
    ("Thanh tra Chính phủ", "TTCP"),
    ("Văn phòng Chính phủ", "VPCP"),
]


def neighbours_of_party(luck: Random, *, all_of_them: bool) -> list[BodyData]:
    """The other central bodies of the Party; one clerk of the cast sits in the first of them."""
    bodies = []
    chosen = _PARTY_BODIES if all_of_them else _PARTY_BODIES[:2]
    for place, (name, short, head, deputy) in enumerate(chosen, start=2):
        seats = staffed(luck, head=head, head_signs="head", deputy=deputy)
        if place == 2:
            seats = (*seats[:2], of_cast("son", "Văn thư", Duty.CLERK))
        bodies.append(
            BodyData(
                key=f"party-{short}",
                kind="party-central-body",
                name=name,
                short_name=short,
                abbreviation=short,
                place="Hà Nội",
                parent="party",
                codes=codes(f"A01.{place:02}"),
                seats=seats,
            )
        )
    return bodies


def top_of_state(luck: Random, *, all_of_them: bool) -> list[BodyData]:
    """The Government and the ministries."""
    government = BodyData(
        key="state",
        kind="state-centre",
        name="Chính phủ",
        place="Hà Nội",
        codes=codes("G01"),
        seats=staffed(luck, head="Thủ tướng", head_signs="tm", deputy="Phó Thủ tướng"),
    )
    chosen = _MINISTRIES if all_of_them else _MINISTRIES[3:6]
    return [
        government,
        *(
            BodyData(
                key=f"state-{short}",
                kind="ministry",
                name=name,
                short_name=short,
                abbreviation=short,
                place="Hà Nội",
                parent="state",
                codes=codes(f"G{place:02}"),
                seats=staffed(luck, head="Bộ trưởng", head_signs="head", deputy="Thứ trưởng"),
            )
            for place, (name, short) in enumerate(chosen, start=2)
        ),
    ]


def top_of_front(luck: Random) -> list[BodyData]:
    """The central committee of the Front."""
    return [
        BodyData(
            key="front",
            kind="front-centre",
            name="Uỷ ban Trung ương Mặt trận Tổ quốc Việt Nam",
            short_name="MTTQVN",
            abbreviation="MTTW",
            place="Hà Nội",
            codes=codes("M01"),
            seats=staffed(luck, head="Chủ tịch", head_signs="tm", deputy="Phó Chủ tịch"),
        )
    ]

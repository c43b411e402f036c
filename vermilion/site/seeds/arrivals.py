"""The papers on the desks of the cast: registered, directed, done, late, returned, closed.

Each goes through the same acts as in any office. Only the clock is turned back: they arrived over
the working days before the planting, so that a demonstration begins with an ordinary morning.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from io import BytesIO

from vermilion.directory.types import Entered
from vermilion.documents import queries as document_types
from vermilion.documents.types import FileHandedIn, Particulars, Urgency
from vermilion.files import actions as files
from vermilion.kernel.actors import Actor
from vermilion.registry import actions as registry
from vermilion.registry import queries as books
from vermilion.registry.types import Received
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.site.seeds.cast import Cast
from vermilion.site.seeds.days import HANOI, moment, working_day
from vermilion.site.seeds.papers import Paper, printed
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

IT = "Phòng Công nghệ thông tin"
ARCHIVE = "Cục Lưu trữ"
FINANCE = "Cục Quản trị - Tài vụ"
GENERAL = "Vụ Tổng hợp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A paper, how many working days ago it came, and how far it has got since."""

    paper: Paper
    issuer: str
    type_code: str
    ago: int
    urgency: int = Urgency.NORMAL
    post: str = ""
    competence: str = ""
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    due_in: int = 5
    words: str = ""
    taken: bool = False
    report: str = ""
    returned: str = ""
    closed: bool = False
    struck: str = ""


def _party(symbol: str, issuer: str, abstract: str, **more: object) -> Paper:
    stated: dict[str, object] = {
        "layout": "party",
        "issuer": (issuer,),
        "symbol": symbol,
        "abstract": abstract,
        "dated_on": date(2026, 1, 1),
        "authority": "",
        "signing": ("CHÁNH VĂN PHÒNG",),
    }
    return Paper(**{**stated, **more})  # type: ignore[arg-type]  # the fields above


def _state(symbol: str, issuer: str, abstract: str, **more: object) -> Paper:
    return _party(symbol, issuer, abstract, **{"layout": "state", **more})


_ARRIVALS = (
    Arrival(
        paper=_state(
            "4127/VPCP-KSTT",
            "VĂN PHÒNG CHÍNH PHỦ",
            "kết nối, liên thông văn bản điện tử giữa hệ thống của Chính phủ và của Đảng",
            to=("Văn phòng Trung ương Đảng",),
            pages=3,
            signer="Nguyễn Xuân Thành",
            marks=("KHẨN",),
        ),
        issuer="Văn phòng Chính phủ",
        type_code="state-letter",
        ago=0,
        urgency=Urgency.URGENT,
        post="Phó Chủ nhiệm",
        competence="KT.",
    ),
    Arrival(
        paper=_party(
            "312-CV/BTCTW",
            "BAN TỔ CHỨC TRUNG ƯƠNG",
            "rà soát, cập nhật danh mục cơ quan, đơn vị sau sắp xếp tổ chức bộ máy",
            to=("Văn phòng Trung ương Đảng",),
            signer="Hoàng Đăng Quang",
        ),
        issuer="Ban Tổ chức Trung ương",
        type_code="party-letter",
        ago=0,
        post="Phó Trưởng ban",
        competence="K/T",
    ),
    Arrival(
        paper=_party(
            "85-BC/TU",
            "TỈNH UỶ NINH BÌNH",
            "Kết quả thực hiện chuyển đổi số trong các cơ quan đảng tháng 10: 13/19 chỉ tiêu "
            "đạt và vượt",
            title="BÁO CÁO",
            pages=4,
            signer="Trần Song Tùng",
        ),
        issuer="Tỉnh uỷ Ninh Bình",
        type_code="party-report",
        ago=0,
        post="Phó Bí thư",
        competence="T/M",
    ),
    Arrival(
        paper=_state(
            "2290/BTC-HCSN",
            "BỘ TÀI CHÍNH",
            "lập dự toán kinh phí ứng dụng công nghệ thông tin năm 2027 của các cơ quan đảng",
            to=("Văn phòng Trung ương Đảng",),
            signer="Lê Tấn Cận",
        ),
        issuer="Bộ Tài chính",
        type_code="state-letter",
        ago=1,
        post="Thứ trưởng",
        competence="KT.",
        leads=(FINANCE,),
        supports=(IT,),
        due_in=6,
        words="Giao Cục Quản trị - Tài vụ chủ trì lập dự toán, phối hợp Phòng Công nghệ thông tin.",
    ),
    Arrival(
        paper=_party(
            "1021-CV/VPTU",
            "VĂN PHÒNG THÀNH UỶ HẢI PHÒNG",
            "đề nghị hướng dẫn bàn giao hồ sơ, tài liệu khi sáp nhập đảng bộ cấp xã",
            signer="Đào Thị Minh Hằng",
        ),
        issuer="Văn phòng Thành uỷ Hải Phòng",
        type_code="party-letter",
        ago=2,
        post="Chánh Văn phòng",
        leads=(ARCHIVE,),
        readers=(GENERAL,),
        due_in=5,
        words="Cục Lưu trữ hướng dẫn, trả lời bằng văn bản.",
        taken=True,
    ),
    Arrival(
        paper=_state(
            "18/CĐ-TTg",
            "THỦ TƯỚNG CHÍNH PHỦ",
            "Về việc bảo đảm an toàn thông tin mạng dịp cuối năm",
            title="CÔNG ĐIỆN",
            marks=("HOẢ TỐC",),
            signer="Phạm Gia Túc",
        ),
        issuer="Thủ tướng Chính phủ",
        type_code="state-telegram",
        ago=3,
        urgency=Urgency.FLASH,
        post="Phó Thủ tướng",
        competence="KT.",
        leads=(IT,),
        readers=(GENERAL, FINANCE, ARCHIVE),
        due_in=1,
        words="Phòng Công nghệ thông tin triển khai ngay, báo cáo kết quả trong ngày.",
        taken=True,
    ),
    Arrival(
        paper=_party(
            "56-HD/BTCTW",
            "BAN TỔ CHỨC TRUNG ƯƠNG",
            "Nghiệp vụ giao nộp hồ sơ khi kết thúc hoạt động của cơ quan",
            title="HƯỚNG DẪN",
            pages=6,
            signer="Phan Thăng An",
        ),
        issuer="Ban Tổ chức Trung ương",
        type_code="party-guideline",
        ago=4,
        post="Phó Trưởng ban",
        competence="K/T",
        leads=(ARCHIVE,),
        due_in=6,
        words="Nghiên cứu, tham mưu triển khai.",
        taken=True,
        report="Đã có văn bản triển khai tới các đơn vị và mở lớp hướng dẫn nghiệp vụ.",
    ),
    Arrival(
        paper=_party(
            "77-TTr/VPTU",
            "VĂN PHÒNG TỈNH UỶ LÀO CAI",
            "Đề nghị phê duyệt kế hoạch số hoá tài liệu lưu trữ của các đơn vị sáp nhập",
            title="TỜ TRÌNH",
            pages=2,
            signer="Giàng Seo Vần",
        ),
        issuer="Văn phòng Tỉnh uỷ Lào Cai",
        type_code="party-submission",
        ago=5,
        post="Chánh Văn phòng",
        leads=(IT,),
        due_in=8,
        words="Phòng Công nghệ thông tin thẩm định, báo cáo Lãnh đạo Văn phòng.",
        returned="Nội dung số hoá tài liệu thuộc chức năng của Cục Lưu trữ, đề nghị chuyển.",
    ),
    Arrival(
        paper=_state(
            "903/BKHCN-CĐSQG",
            "BỘ KHOA HỌC VÀ CÔNG NGHỆ",
            "góp ý dự thảo quy chuẩn kỹ thuật về gói tin trao đổi văn bản điện tử",
            signer="Bùi Hoàng Phương",
        ),
        issuer="Bộ Khoa học và Công nghệ",
        type_code="state-letter",
        ago=7,
        post="Thứ trưởng",
        competence="KT.",
        leads=(IT,),
        supports=(ARCHIVE,),
        due_in=5,
        words="Tổng hợp ý kiến, dự thảo công văn góp ý.",
        taken=True,
        report="Đã gửi Công văn góp ý, gồm 7 nhóm ý kiến về định danh và trạng thái xử lý.",
        closed=True,
    ),
    Arrival(
        paper=_party(
            "204-GM/BTGDVTW",
            "BAN TUYÊN GIÁO VÀ DÂN VẬN TRUNG ƯƠNG",
            "Mời dự hội nghị trực tuyến toàn quốc về công tác tuyên giáo và dân vận",
            title="GIẤY MỜI",
            signer="Phan Xuân Thuỷ",
        ),
        issuer="Ban Tuyên giáo và Dân vận Trung ương",
        type_code="party-invitation",
        ago=8,
        post="Phó Trưởng ban",
        competence="T/L",
        struck="Văn bản gửi nhầm, đã chuyển trả nơi gửi theo đề nghị của cơ quan ban hành.",
    ),
)


def plant(entered: Entered, *, now: datetime) -> dict[str, int]:
    """Let the papers arrive and go their way: the document of each, by its number and notation.

    The same day gives the same papers.
    """
    cast = Cast(entered, now)
    return {each.paper.symbol: _arrive(each, cast, now) for each in reversed(_ARRIVALS)}


def _arrive(arrival: Arrival, cast: Cast, now: datetime) -> int:
    came = moment(now, arrival.ago, hour=8, minute=10)
    lan, minh_seat = cast.lan(came), cast.seat("Phó Chánh Văn phòng", "minh")
    paper = replace(
        arrival.paper, dated_on=working_day(now, arrival.ago + 1), signing=_signing(arrival)
    )
    upload = files.hand_in(
        actor=lan, stream=BytesIO(printed(paper)), name=_file_name(paper), at=came
    )
    entry = registry.register_incoming(
        actor=lan,
        received=Received(
            particulars=_particulars(arrival, paper, upload.blob_id),
            arrived_on=came.astimezone(HANOI).date(),
            laid_before_id=minh_seat,
        ),
        at=came,
    )
    if arrival.struck:
        registry.strike_out(
            actor=lan, entry_id=entry.pk, reason=arrival.struck, at=came + timedelta(hours=1)
        )
    elif arrival.leads:
        _deal_with(arrival, cast, entry, came + timedelta(minutes=50), now)
    return entry.document_id


def _deal_with(
    arrival: Arrival, cast: Cast, entry: books.Entry, at: datetime, now: datetime
) -> None:
    minh = cast.minh(at)
    slip = slips.slip_of(minh, entry.document_id, at=at)
    assert slip is not None  # noqa: S101 - a registered document has one
    due_at = moment(now, arrival.ago - arrival.due_in, hour=17, minute=0)
    shares = [
        Share(part=part, unit_id=cast.units[unit], due_at=due if part != Part.INFORMATION else None)
        for part, units, due in (
            (Part.LEAD, arrival.leads, due_at),
            (Part.SUPPORT, arrival.supports, due_at),
            (Part.INFORMATION, arrival.readers, None),
        )
        for unit in units
    ]
    routing.direct(actor=minh, slip_id=slip.pk, instruction=arrival.words, shares=shares, at=at)
    for unit in arrival.leads:
        _do_the_duty(arrival, cast.head_of(unit, at), entry.document_id, at + timedelta(hours=2))
    if arrival.closed:
        closed_at = at + timedelta(hours=26)
        routing.close(actor=cast.lan(closed_at), slip_id=slip.pk, note="", at=closed_at)


def _do_the_duty(arrival: Arrival, head: Actor, document_id: int, at: datetime) -> None:
    for duty in duties.open_for(head).filter(subject_kind="document", subject_id=document_id):
        if arrival.returned:
            tasks.give_back(actor=head, task_id=duty.pk, reason=arrival.returned, at=at)
        if arrival.taken:
            tasks.take_in(actor=head, task_id=duty.pk, at=at)
        if arrival.report:
            done_at = at + timedelta(hours=22)
            tasks.complete(actor=head, task_id=duty.pk, report=arrival.report, at=done_at)


def _particulars(arrival: Arrival, paper: Paper, blob_id: int | None) -> Particulars:
    files_in = [FileHandedIn(blob_id=blob_id, name=_file_name(paper))] if blob_id else []
    return Particulars(
        symbol=paper.symbol,
        dated_on=paper.dated_on,
        issuer=arrival.issuer,
        type_id=document_types.type_id_of(arrival.type_code),
        abstract=paper.abstract,
        signer=paper.signer,
        signer_post=arrival.post,
        competence=arrival.competence,
        urgency=arrival.urgency,
        pages=paper.pages,
        files=tuple(files_in),
    )


def _signing(arrival: Arrival) -> tuple[str, ...]:
    """The lines above the signature: in whose right, and the post."""
    post = arrival.post.upper()
    return (f"{arrival.competence} THỦ TRƯỞNG CƠ QUAN", post) if arrival.competence else (post,)


def _file_name(paper: Paper) -> str:
    return f"{paper.symbol.replace('/', '-')}.pdf"

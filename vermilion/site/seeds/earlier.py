"""Papers of the weeks before, dealt with and closed: what suggestions are learned from.

They came on paper, of which there is no file here, and went the way such papers go.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from vermilion.arrivals import actions as inbox
from vermilion.directory.types import Entered
from vermilion.documents import queries as document_types
from vermilion.documents.types import Particulars, Urgency
from vermilion.registry.types import Channel, Received
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.site.seeds.cast import Cast
from vermilion.site.seeds.days import HANOI, moment, working_day
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

IT = "Phòng Công nghệ thông tin"
ARCHIVE = "Cục Lưu trữ"
FINANCE = "Cục Quản trị - Tài vụ"
GENERAL = "Vụ Tổng hợp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A paper that is dealt with: how many working days ago it came, how many it took."""

    symbol: str
    issuer: str
    type_code: str
    abstract: str
    ago: int
    took: int
    lead: str
    support: str = ""
    words: str = "Nghiên cứu, tham mưu văn bản trả lời."
    report: str = "Đã tham mưu, trình Lãnh đạo Văn phòng ký văn bản trả lời."
    urgency: int = Urgency.NORMAL


_PAPERS = (
    Earlier(
        symbol="71-BC/TU",
        issuer="Tỉnh uỷ Ninh Bình",
        type_code="party-report",
        abstract="Kết quả thực hiện chuyển đổi số trong các cơ quan đảng tháng 8",
        ago=34,
        took=4,
        lead=IT,
        words="Tổng hợp số liệu vào báo cáo chung.",
        report="Đã tổng hợp số liệu của tỉnh vào báo cáo tháng.",
    ),
    Earlier(
        symbol="3890/VPCP-KSTT",
        issuer="Văn phòng Chính phủ",
        type_code="state-letter",
        abstract="V/v kết nối Trục liên thông văn bản quốc gia với các cơ quan của Đảng",
        ago=31,
        took=5,
        lead=IT,
        support=GENERAL,
    ),
    Earlier(
        symbol="288-CV/BTCTW",
        issuer="Ban Tổ chức Trung ương",
        type_code="party-letter",
        abstract="V/v cập nhật danh mục mã cơ quan, đơn vị của Đảng sau sắp xếp",
        ago=27,
        took=6,
        lead=GENERAL,
        support=ARCHIVE,
    ),
    Earlier(
        symbol="3944/VPCP-KSTT",
        issuer="Văn phòng Chính phủ",
        type_code="state-letter",
        abstract="V/v chuẩn hoá mã định danh cơ quan trong văn bản điện tử",
        ago=22,
        took=7,
        lead=IT,
        support=GENERAL,
        urgency=Urgency.URGENT,
    ),
    Earlier(
        symbol="78-BC/TU",
        issuer="Tỉnh uỷ Ninh Bình",
        type_code="party-report",
        abstract="Kết quả thực hiện chuyển đổi số trong các cơ quan đảng tháng 9",
        ago=18,
        took=3,
        lead=IT,
        words="Tổng hợp số liệu vào báo cáo chung.",
        report="Đã tổng hợp số liệu của tỉnh vào báo cáo tháng.",
    ),
    Earlier(
        symbol="301-CV/BTCTW",
        issuer="Ban Tổ chức Trung ương",
        type_code="party-letter",
        abstract="V/v rà soát danh mục cơ quan, đơn vị phục vụ giao nhận văn bản",
        ago=15,
        took=4,
        lead=GENERAL,
        support=ARCHIVE,
    ),
    Earlier(
        symbol="4051/VPCP-KSTT",
        issuer="Văn phòng Chính phủ",
        type_code="state-letter",
        abstract="V/v kiểm thử gửi, nhận văn bản điện tử giữa hai hệ thống",
        ago=12,
        took=4,
        lead=IT,
        support=GENERAL,
    ),
)

_DUE_IN = 5


def plant(entered: Entered, *, now: datetime) -> None:
    """Let the papers come, be dealt with and be closed, the oldest first."""
    cast = Cast(entered, now)
    for paper in _PAPERS:
        _deal_with(paper, cast, now)


def _deal_with(paper: Earlier, cast: Cast, now: datetime) -> None:
    at = moment(now, paper.ago, hour=8, minute=20)
    lan = cast.lan(at)
    received = Received(
        particulars=_particulars(paper, now),
        arrived_on=at.astimezone(HANOI).date(),
        channel=Channel.PAPER,
        laid_before_id=cast.seat("Phó Chánh Văn phòng", "minh"),
    )
    entry = inbox.register_paper(actor=lan, received=received, once=paper.symbol, at=at)
    slip_id = _direct(paper, cast, entry.document_id, at + timedelta(minutes=45), now)
    done_at = moment(now, paper.ago - paper.took, hour=15, minute=10)
    _do(paper, cast, entry.document_id, at + timedelta(hours=2), done_at)
    closed_at = done_at + timedelta(minutes=40)
    routing.close(actor=cast.lan(closed_at), slip_id=slip_id, note="", at=closed_at)


def _direct(paper: Earlier, cast: Cast, document_id: int, at: datetime, now: datetime) -> int:
    minh = cast.minh(at)
    slip = slips.slip_of(minh, document_id, at=at)
    assert slip is not None  # noqa: S101 - a registered document has one
    due_at = moment(now, paper.ago - _DUE_IN, hour=17, minute=0)
    shares = [Share(part=Part.LEAD, unit_id=cast.units[paper.lead], due_at=due_at)]
    if paper.support:
        support = cast.units[paper.support]
        shares.append(Share(part=Part.SUPPORT, unit_id=support, due_at=due_at))
    routing.direct(actor=minh, slip_id=slip.pk, instruction=paper.words, shares=shares, at=at)
    return slip.pk


def _do(paper: Earlier, cast: Cast, document_id: int, at: datetime, done_at: datetime) -> None:
    for unit in filter(None, (paper.support, paper.lead)):
        head = cast.head_of(unit, at)
        for duty in duties.open_for(head).filter(
            subject_kind="document", subject_id=document_id, unit_id=cast.units[unit]
        ):
            tasks.take_in(actor=head, task_id=duty.pk, at=at)
            tasks.complete(
                actor=cast.head_of(unit, done_at),
                task_id=duty.pk,
                report=paper.report,
                at=done_at,
            )


def _particulars(paper: Earlier, now: datetime) -> Particulars:
    return Particulars(
        symbol=paper.symbol,
        dated_on=working_day(now, paper.ago + 1),
        issuer=paper.issuer,
        type_id=document_types.type_id_of(paper.type_code),
        abstract=paper.abstract,
        urgency=paper.urgency,
        pages=2,
    )

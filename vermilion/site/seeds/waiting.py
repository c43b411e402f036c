"""What came in and stands in no book yet: each is read by the worker as soon as it runs."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

from vermilion.arrivals import actions
from vermilion.arrivals.types import Came, Source
from vermilion.directory.types import Entered
from vermilion.documents.types import FileHandedIn, Urgency
from vermilion.files import actions as files
from vermilion.site.seeds.cast import Cast
from vermilion.site.seeds.days import moment, working_day
from vermilion.site.seeds.papers import Paper, printed, scanned

_OFFICE = ("Văn phòng Trung ương Đảng",)
_REPORT = Paper(
    layout="party",
    issuer=("TỈNH UỶ NINH BÌNH",),
    symbol="88-BC/TU",
    place="Ninh Bình",
    title="BÁO CÁO",
    abstract="Kết quả thực hiện chuyển đổi số trong các cơ quan đảng quý IV",
    dated_on=date(2026, 1, 1),
    to=_OFFICE,
    signing=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    signer="Trần Song Tùng",
    pages=2,
)
_LETTER = Paper(
    issuer=("VĂN PHÒNG CHÍNH PHỦ",),
    symbol="4186/VPCP-KSTT",
    abstract="lịch kiểm thử liên thông văn bản điện tử đợt 2",
    dated_on=date(2026, 1, 1),
    to=_OFFICE,
    signing=("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"),
    signer="Nguyễn Xuân Thành",
    marks=("KHẨN",),
)
_SCAN = Paper(
    issuer=("BỘ NỘI VỤ",),
    symbol="5217/BNV-CVLT",
    abstract="hướng dẫn nộp lưu hồ sơ, tài liệu khi kết thúc hoạt động",
    dated_on=date(2026, 1, 1),
    to=_OFFICE,
    signing=("TL. BỘ TRƯỞNG", "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"),
    signer="Đặng Thanh Tùng",
)


def plant(entered: Entered, *, now: datetime) -> None:
    """Lay four arrivals into the inbox: a letter by mail, a report by the axis, a scan, a note."""
    cast = Cast(entered, now)
    dated = working_day(now, 1)
    came = (
        (replace(_REPORT, dated_on=dated), "88-BC-TU.pdf", Source.MACHINE, Urgency.NORMAL),
        (replace(_LETTER, dated_on=dated), "4186-VPCP-KSTT.pdf", Source.FOLDER, Urgency.URGENT),
        (replace(_SCAN, dated_on=dated), "Scan_0012.png", Source.HAND, Urgency.NORMAL),
    )
    at = moment(now, 0, hour=7, minute=45)
    for paper, name, source, urgency in came:
        at += timedelta(minutes=1)
        content = scanned(paper) if name.endswith(".png") else printed(paper)
        _lay_in(cast, content, name, source, urgency=urgency, at=at)
    _lay_in(cast, _MAIL.encode(), "thu-moi-gop-y.eml", Source.MAIL, urgency=Urgency.NORMAL, at=at)


_MAIL = """From: Van phong Thanh uy Hai Phong <vptu@haiphong.example>
To: Van thu <vanthu@vptw.example>
Subject: =?utf-8?B?R+G7rWkgdsSDbiBi4bqjbiDEkeG7gSBuZ2jhu4s=?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Kính gửi Văn phòng Trung ương Đảng,
Văn phòng Thành uỷ gửi bản đề nghị góp ý dự thảo Quy chế phối hợp; bản giấy gửi sau qua bưu điện.
"""


def _lay_in(
    cast: Cast, content: bytes, name: str, source: str, *, urgency: int, at: datetime
) -> None:
    lan = cast.lan(at)
    upload = files.hand_in(actor=lan, stream=BytesIO(content), name=name, at=at)
    if upload.blob_id is not None:
        file = FileHandedIn(blob_id=upload.blob_id, name=name)
        came = Came(source=source, files=(file,), title=name, urgency=urgency)
        actions.take_in(actor=lan, came=came, at=at)

"""Papers that the office of the seeds has signed, and that its clerk has numbered."""

from datetime import datetime

from vermilion.directory.queries import actor_in
from vermilion.directory.types import Entered
from vermilion.documents import queries as documents
from vermilion.documents.types import Particulars
from vermilion.kernel.clock import local_day
from vermilion.registry import actions as registry
from vermilion.registry.types import Issued, Recipient
from vermilion.site.seeds.central import CAST, OFFICE
from vermilion.site.seeds.days import moment

_PAPERS = (
    (
        "state-decision",
        "QĐ-VPTW",
        "Ban hành Quy chế công tác văn thư của cơ quan Văn phòng",
        ("Các vụ, cục, đơn vị", "Lưu: VT, Vụ Tổng hợp"),
        9,
    ),
    (
        "state-letter",
        "VPTW-CNTT",
        "V/v phối hợp triển khai hệ thống thông tin điều hành tác nghiệp",
        ("Bộ Khoa học và Công nghệ", "Lưu: VT, Cục CNTT"),
        6,
    ),
    (
        "state-notice",
        "TB-VPTW",
        "Kết luận của đồng chí Chánh Văn phòng tại cuộc họp giao ban tuần",
        ("Các vụ, cục, đơn vị", "Lưu: VT"),
        2,
    ),
)


def plant(entered: Entered, *, now: datetime) -> None:
    """Number the papers, the oldest first. The same day gives the same papers."""
    clerk = entered.appointments[f"{OFFICE}/Văn thư/{CAST['lan']}"]
    for code, notation, abstract, recipients, ago in _PAPERS:
        at = moment(now, ago, hour=9, minute=30)
        lan = actor_in(clerk, at=at)
        registry.register_outgoing(
            actor=lan,
            issued=Issued(
                particulars=Particulars(
                    symbol="",
                    dated_on=local_day(at, lan.time_zone),
                    issuer=lan.body,
                    type_id=documents.type_id_of(code),
                    abstract=abstract,
                    signer="Phạm Quốc Hùng",
                    signer_post="Chánh Văn phòng",
                    copies=12,
                ),
                notation=notation,
                recipients=tuple(Recipient(name=name) for name in recipients),
                file_copy="Vụ Tổng hợp",
            ),
            at=at,
        )

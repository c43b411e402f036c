"""How the office of the seeds works: phrases, usual times, circles, who is away, saved views."""

from datetime import datetime

from vermilion.desk import actions as desk
from vermilion.desk.types import Audience
from vermilion.directory import actions as directory
from vermilion.directory import queries as seats
from vermilion.directory.types import Entered
from vermilion.documents.types import Urgency
from vermilion.routing import actions as routing
from vermilion.site.seeds.cast import Cast
from vermilion.site.seeds.days import working_day
from vermilion.site.seeds.earlier import ARCHIVE, FINANCE, GENERAL, IT
from vermilion.site.seeds.planting import OPERATOR, SEEDED_AT
from vermilion.workdays import actions as workdays

_OWN_PHRASES = (
    "Nghiên cứu, tham mưu văn bản trả lời.",
    "Triển khai ngay, báo cáo kết quả trong ngày.",
    "Tổng hợp số liệu vào báo cáo chung.",
    "Thẩm định, báo cáo Lãnh đạo Văn phòng trước khi trả lời.",
)
_PHRASES_OF_ALL = (
    "Để biết, theo dõi.",
    "Chủ trì, phối hợp với các đơn vị liên quan thực hiện.",
)
_USUAL_TIMES: tuple[tuple[str, int | None, int], ...] = (
    ("state-letter", None, 5),
    ("state-letter", Urgency.URGENT, 2),
    ("party-letter", None, 5),
    ("party-report", None, 7),
    ("party-submission", None, 4),
    ("state-telegram", None, 1),
)


def plant_before(entered: Entered, *, now: datetime) -> None:
    """What was settled long before the first paper came."""
    cast = Cast(entered, now)
    minh = cast.minh(SEEDED_AT)
    for of_body, phrases in ((False, _OWN_PHRASES), (True, _PHRASES_OF_ALL)):
        for text in phrases:
            routing.keep_phrase(actor=minh, text=text, of_body=of_body, at=SEEDED_AT)
    for type_code, urgency, days in _USUAL_TIMES:
        workdays.set_usual_time(
            actor=OPERATOR,
            body_id=cast.body_id,
            type_code=type_code,
            urgency=urgency,
            days=days,
            at=SEEDED_AT,
        )
    members = [f"unit:{cast.units[name]}" for name in (GENERAL, IT, FINANCE, ARCHIVE)]
    routing.keep_circle(
        actor=cast.lan(SEEDED_AT), name="Các đơn vị thường nhận", members=members, at=SEEDED_AT
    )


def plant_after(entered: Entered, *, now: datetime) -> None:
    """What holds this week: somebody is away, and Minh keeps a list at hand."""
    cast = Cast(entered, now)
    head = cast.head_of(ARCHIVE, now)
    [deputy, *_others] = [
        seat
        for seat in seats.people_in(cast.body_id, now)
        if seat.post.unit_id == cast.units[ARCHIVE] and seat.pk != head.appointment_id
    ]
    directory.declare_absence(
        actor=cast.lan(now),
        appointment_id=head.appointment_id or 0,
        first_day=working_day(now, -1),
        last_day=working_day(now, -3),
        deputy_id=deputy.pk,
        note="Đi công tác tại Ninh Bình.",
        at=now,
    )
    desk.save_view(
        actor=cast.minh(now),
        name="Khẩn, chưa xong",
        audience=Audience.MINE,
        view="others",
        query=f"urgency={Urgency.URGENT.value}",
        pinned=True,
        at=now,
    )

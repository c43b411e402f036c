"""What goes on between the people of the office: work passed on, questions, longer time asked for.

It rests on the papers of `arrivals`, which are found by their number and notation.
"""

from datetime import datetime

from vermilion.directory.types import Entered
from vermilion.kernel.actors import Actor
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.site.seeds.cast import Cast
from vermilion.site.seeds.days import moment
from vermilion.site.seeds.earlier import ARCHIVE, FINANCE, GENERAL, IT
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part


def plant(entered: Entered, documents_of: dict[str, int], *, now: datetime) -> None:
    """Let them work on this morning's papers."""
    cast = Cast(entered, now)
    _prepare(cast, documents_of["312-CV/BTCTW"], now)
    _ask_for_time(cast, documents_of["2290/BTC-HCSN"], now)
    _ask(cast, documents_of["1021-CV/VPTU"], now)
    _pass_on(cast, documents_of["18/CĐ-TTg"], now)


def _prepare(cast: Cast, document_id: int, now: datetime) -> None:
    """The assistant lays a direction before Minh, who may confirm it in one touch."""
    khanh = cast.khanh(now)
    slip = slips.slip_of(cast.minh(now), document_id, at=now)
    assert slip is not None  # noqa: S101 - a registered document has one
    due_at = moment(now, -5, hour=17, minute=0)
    routing.prepare(
        actor=khanh,
        slip_id=slip.pk,
        instruction="Vụ Tổng hợp chủ trì rà soát danh mục, trả lời Ban Tổ chức Trung ương.",
        shares=[
            Share(part=Part.LEAD, unit_id=cast.units[GENERAL], due_at=due_at),
            Share(part=Part.SUPPORT, unit_id=cast.units[ARCHIVE], due_at=due_at),
        ],
        note="Hai văn bản trước của Ban cũng giao Vụ Tổng hợp.",
        at=now,
    )


def _ask_for_time(cast: Cast, document_id: int, now: datetime) -> None:
    at = moment(now, 0, hour=9, minute=5)
    head = cast.head_of(FINANCE, at)
    duty = _duty(head, document_id, cast.units[FINANCE])
    tasks.take_in(actor=head, task_id=duty, at=at)
    tasks.ask_extension(
        actor=head,
        task_id=duty,
        until=moment(now, -8, hour=17, minute=0),
        reason="Chờ Bộ Tài chính hướng dẫn định mức chi ứng dụng công nghệ thông tin.",
        at=at,
    )


def _ask(cast: Cast, document_id: int, now: datetime) -> None:
    at = moment(now, 0, hour=8, minute=40)
    head = cast.head_of(ARCHIVE, at)
    tasks.ask(
        actor=head,
        task_id=_duty(head, document_id, cast.units[ARCHIVE]),
        text="Hướng dẫn chung cho các tỉnh, thành hay trả lời riêng Thành uỷ Hải Phòng?",
        at=at,
    )


def _pass_on(cast: Cast, document_id: int, now: datetime) -> None:
    """Hoa has the flash telegram in hand, and it is late."""
    at = moment(now, 2, hour=8, minute=15)
    head = cast.head_of(IT, at)
    tasks.pass_on(
        actor=head,
        task_id=_duty(head, document_id, cast.units[IT]),
        person_id=cast.person("Chuyên viên", "hoa"),
        words="Rà soát máy chủ, máy trạm; tổng hợp kết quả gửi tôi trong sáng nay.",
        at=at,
    )


def _duty(head: Actor, document_id: int, unit_id: int) -> int:
    found = duties.open_for(head).filter(subject_kind="document", subject_id=document_id)
    number: int = found.filter(unit_id=unit_id).values_list("pk", flat=True)[0]
    return number

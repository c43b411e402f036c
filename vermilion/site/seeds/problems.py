"""Problems that people of the office reported over the last days."""

from datetime import datetime

from vermilion.directory import queries as directory
from vermilion.directory.types import Entered
from vermilion.kernel.actors import Actor
from vermilion.site.seeds.days import moment
from vermilion.support import actions
from vermilion.support.types import Kind, Report, Weight


def plant(entered: Entered, *, now: datetime) -> None:
    """Plant three reports: one solved, one in hand, one that nobody has taken in hand yet."""
    lan, keeper = _seat(entered, "Trần Thị Lan"), _seat(entered, "Ngô Hải Nam")
    if lan is None or keeper is None:
        return
    solved = _report(
        lan,
        Kind.WRONG,
        Weight.SLOWED,
        "Sổ đăng ký in ra thiếu dòng cộng ở cuối trang khi có văn bản bị gạch bỏ.",
        moment(now, 6, hour=9, minute=20),
    )
    _take(keeper, solved, moment(now, 6, hour=10, minute=5))
    at = moment(now, 4, hour=15, minute=30)
    actions.solve(
        actor=_actor(keeper, at),
        problem_id=solved,
        how="Đã bổ sung dòng cộng; dòng gạch bỏ vẫn được tính vào tổng số.",
        at=at,
    )
    in_hand = _report(
        lan,
        Kind.LABORIOUS,
        Weight.SLOWED,
        "Mỗi lần đăng ký công văn của cùng một nơi gửi đều phải chọn lại lãnh đạo trình.",
        moment(now, 3, hour=14, minute=0),
    )
    _take(keeper, in_hand, moment(now, 2, hour=8, minute=10))
    _report(
        lan,
        Kind.QUESTION,
        Weight.BEARABLE,
        "In nhãn văn bản đến cho cả tuần thì làm ở trang nào?",
        moment(now, 1, hour=11, minute=15),
    )


def _seat(entered: Entered, name: str) -> int | None:
    found = (seat for key, seat in entered.appointments.items() if key.endswith(f"/{name}"))
    return next(found, None)


def _actor(seat: int, at: datetime) -> Actor:
    return directory.actor_in(seat, at=at)


def _report(seat: int, kind: str, weight: str, words: str, at: datetime) -> int:
    report = Report(kind=kind, weight=weight, words=words, page="/registry/incoming/")
    return actions.report(actor=_actor(seat, at), report=report, at=at).pk


def _take(keeper: int, problem_id: int, at: datetime) -> None:
    actions.take(actor=_actor(keeper, at), problem_id=problem_id, owner_id=keeper, at=at)

"""Working days before and after the planting, on the wall in Hanoi."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def _working_days_back(now: datetime) -> Iterator[date]:
    day = now.astimezone(HANOI).date()
    while True:
        if day.weekday() < 5:
            yield day
        day -= timedelta(days=1)


def working_day(now: datetime, ago: int) -> date:
    """The working day so many working days before now; negative ones lie ahead."""
    if ago >= 0:
        back = _working_days_back(now)
        return [next(back) for _each in range(ago + 1)][-1]
    day = now.astimezone(HANOI).date()
    while ago < 0:
        day += timedelta(days=1)
        ago += day.weekday() < 5
    return day


def moment(now: datetime, ago: int, *, hour: int, minute: int) -> datetime:
    """An hour of that day; what would lie ahead of a paper that has come is brought to now."""
    at = datetime.combine(working_day(now, ago), time(hour, minute), HANOI)
    return at if ago < 0 or at <= now else now - timedelta(minutes=5)

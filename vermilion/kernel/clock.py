"""Days and years on the wall of a body. Times are kept in UTC; days are decided where one sits."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The present, in UTC. For the edges only (views, jobs, commands), never in actions."""
    return datetime.now(UTC)


def local_day(at: datetime, time_zone: str) -> date:
    """The calendar day that the wall of a body in this time zone shows at this time."""
    return at.astimezone(ZoneInfo(time_zone)).date()


def end_of_day(day: date, time_zone: str, *, hour: int = 17) -> datetime:
    """The hour at which the office of that time zone closes on a day, in UTC."""
    closing = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(time_zone))
    return closing.astimezone(UTC)

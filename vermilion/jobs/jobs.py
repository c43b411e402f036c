"""The queue's own upkeep."""

from datetime import UTC, datetime

from vermilion.jobs import upkeep
from vermilion.jobs.queue import timetable


@timetable(cron="* * * * * */15", name="jobs.rescue", queue="upkeep")
def rescue(*, timestamp: int, **_later: object) -> None:
    """Every fifteen seconds: give the jobs of dead workers back to the living."""
    upkeep.rescue(at=datetime.fromtimestamp(timestamp, UTC))

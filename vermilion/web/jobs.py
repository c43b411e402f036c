"""What the toolkit does by itself."""

from vermilion.jobs.queue import timetable
from vermilion.kernel import clock
from vermilion.web.api import repeating


@timetable(cron="41 * * * *", name="web.forget_answers", queue="upkeep", one_waits=True)
def forget_answers(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Drop the answers to machine writes that nobody will ask for again."""
    repeating.forget(before=clock.now() - repeating.KEPT_FOR)

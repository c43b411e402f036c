"""What the clock asks for: climb the steps that are due, remind in the mornings, clear."""

from datetime import timedelta

from django.conf import settings

from vermilion.followup import actions
from vermilion.jobs.queue import task, timetable
from vermilion.kernel import clock
from vermilion.kernel.actors import system

ESCALATION = system("escalation ladder")
UPKEEP = system("upkeep of following up")

AT_MOST = 2000
"""Steps climbed by one job; the next minute climbs the next ones."""


@task(name="followup.climb", queue="upkeep")
def climb(**_later: object) -> None:
    """Climb what is due now: asked for by what is flash."""
    climb_all()


@timetable(cron="* * * * *", name="followup.climb_each_minute", queue="upkeep", one_waits=True)
def climb_each_minute(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Climb every step that is due, and remind of every deadline whose morning has come."""
    climb_all()
    for _each in range(AT_MOST):
        if actions.remind_next(actor=ESCALATION, at=clock.now()) is None:
            break


@timetable(cron="53 2 * * *", name="followup.tidy", queue="upkeep", one_waits=True)
def tidy(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Clear waits that were answered long ago without a word by anybody."""
    at = clock.now()
    before = at - timedelta(days=int(settings.VERMILION.notices_days))
    while actions.clear(actor=UPKEEP, before=before, at=at):
        pass


def climb_all() -> int:
    """Climb step after step, each in a transaction of its own; says how many."""
    for number in range(AT_MOST):
        if actions.climb_next(actor=ESCALATION, at=clock.now()) is None:
            return number
    return AT_MOST

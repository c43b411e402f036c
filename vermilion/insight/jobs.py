"""On Monday morning leaders are told that the sheet of the week is there."""

from vermilion.directory import queries as directory
from vermilion.insight import actions, rules
from vermilion.jobs.queue import timetable
from vermilion.kernel import clock
from vermilion.kernel.actors import system
from vermilion.kernel.clock import local_day

TIMETABLE = system("sheet of the week")


@timetable(cron="0 * * * 0,1", name="insight.monday", queue="upkeep", one_waits=True)
def monday(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """At each hour of the turn of the week, the bodies on whose wall it is Monday at seven."""
    at = clock.now()
    for body in directory.bodies_where_it_is(at, weekday=0, hour=7):
        week = rules.last_whole_week(local_day(at, body.time_zone))
        actions.announce_week(actor=TIMETABLE, body_id=body.pk, days=week, at=at)

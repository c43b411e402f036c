"""What the log does by itself: integrate every few seconds, open the months to come."""

from datetime import date

from django.db import connection

from vermilion.audit import integrating
from vermilion.jobs.queue import timetable
from vermilion.kernel import clock


@timetable(cron="* * * * * */3", name="audit.integrate", queue="log", one_waits=True)
def integrate(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Take into the tree what was recorded, and sign."""
    while (done := integrating.integrate(at=clock.now())) and done.more:
        pass


@timetable(cron="17 2 * * *", name="audit.open_months", queue="upkeep", one_waits=True)
def open_months(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Make the partitions of this month and the three that follow."""
    open_months_from(clock.now().date())


def open_months_from(day: date) -> None:
    """Make the partitions of the month of a day and of the three that follow."""
    with connection.cursor() as cursor:
        # Attaching a month waits for whoever writes; acts must not queue up behind it for long.
        cursor.execute("SET lock_timeout = '4s'")
        try:
            cursor.execute(
                "SELECT audit_open_month((%s::date + make_interval(months => ahead))::date) "
                "FROM generate_series(0, 3) AS ahead",
                [day],
            )
        finally:
            cursor.execute("RESET lock_timeout")

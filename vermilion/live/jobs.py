"""What the toolkit forgets by itself."""

from datetime import timedelta

from vermilion.jobs.queue import timetable
from vermilion.kernel import clock
from vermilion.live import drafts, models, presence

SEEN_BY_ALL = timedelta(minutes=5)
"""Every web process has read a change long before; no transaction lasts so long."""


@timetable(cron="*/5 * * * *", name="live.forget", queue="upkeep", one_waits=True)
def forget(*, timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock's
    """Drop changes that everybody was told, leases that ended and drafts nobody came back to."""
    now = clock.now()
    models.Change.objects.filter(at__lt=now - SEEN_BY_ALL).delete()
    presence.forget(before=now)
    drafts.forget(before=now - drafts.KEPT_FOR)

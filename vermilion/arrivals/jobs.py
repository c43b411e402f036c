"""Unpack and read what came in; look into the watched folder."""

from vermilion.arrivals import looking, watching
from vermilion.jobs import queue
from vermilion.kernel import clock


@queue.task(name="arrivals.look_into", queue="files")
def look_into(*, arrival_id: int, **_later: object) -> None:
    """Unpack the mails and archives of an arrival, choose the paper itself, and read it."""
    looking.look_into(arrival_id, at=clock.now())


@queue.timetable(cron="* * * * * */10", name="arrivals.watch", queue="upkeep", one_waits=True)
def watch(timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock passes it
    """Take in what lies whole in the watched folders."""
    watching.look(at=clock.now())

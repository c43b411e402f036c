"""Examine what came in, take up what was left lying, re-read a share of what is kept."""

from datetime import timedelta

from procrastinate import RetryStrategy

from vermilion.files import actions, queries
from vermilion.jobs import queue
from vermilion.kernel import clock
from vermilion.kernel.actors import system

EXAMINER = system("files")
NIGHTLY = 500
LEFT_LYING = timedelta(minutes=15)


class NotExaminedYet(Exception):
    """A stage failed for a fault of ours; the queue tries again later."""


@queue.task(
    name="files.examine", queue="files", retry=RetryStrategy(max_attempts=6, exponential_wait=4)
)
def examine(*, blob_id: int, **_later: object) -> None:
    """Go through the open stages of a blob."""
    if not actions.examine(actor=EXAMINER, blob_id=blob_id, at=clock.now()):
        raise NotExaminedYet(blob_id)


class NotRecognisedYet(Exception):
    """Another worker is at it, or the reader was ended from outside; tried again later."""


@queue.task(
    name="files.recognise", queue="files", retry=RetryStrategy(max_attempts=6, exponential_wait=4)
)
def recognise(*, blob_id: int, **_later: object) -> None:
    """Recognise pages of a scan for a while; the rest of a long one comes behind other work."""
    outcome = actions.recognise(actor=EXAMINER, blob_id=blob_id, at=clock.now())
    if outcome is actions.Outcome.LATER:
        raise NotRecognisedYet(blob_id)
    if outcome is actions.Outcome.MORE:
        queue.defer("files.recognise", queue="files", blob_id=blob_id)


@queue.timetable(cron="*/10 * * * *", name="files.take_up", queue="files")
def take_up(timestamp: int, **_later: object) -> None:  # noqa: ARG001 - the clock passes it
    """Ask again for examinations and recognitions whose worker was lost, or that can be now."""
    since = clock.now() - LEFT_LYING
    for blob_id in queries.left_lying(before=since)[:200]:
        queue.defer("files.examine", queue="files", blob_id=blob_id)
    for blob_id in queries.unrecognised(before=since)[:200]:
        queue.defer("files.recognise", queue="files", blob_id=blob_id)


@queue.timetable(cron="40 2 * * *", name="files.check_fixity", queue="upkeep")
def check_fixity(timestamp: int, **_later: object) -> None:  # noqa: ARG001 - as above
    """Re-read those blobs that were not read for the longest time."""
    for blob_id in queries.longest_unread(NIGHTLY):
        actions.check_fixity(actor=EXAMINER, blob_id=blob_id, at=clock.now())


@queue.task(name="files.check_one", queue="upkeep")
def check_one(*, blob_id: int, **_later: object) -> None:
    """Re-read one blob whose bytes could not be given out."""
    actions.check_fixity(actor=EXAMINER, blob_id=blob_id, at=clock.now())


@queue.timetable(cron="10 3 * * *", name="files.sweep", queue="upkeep")
def sweep(timestamp: int, **_later: object) -> None:  # noqa: ARG001 - as above
    """Remove what nothing names any more."""
    actions.sweep(actor=EXAMINER, at=clock.now())

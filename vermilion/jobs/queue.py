"""Define a job, ask for a job by name."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

QUEUES = ("files", "log", "mail", "upkeep")
"""Every queue there is. The worker command serves all of them unless told otherwise."""

Work = TypeVar("Work", bound=Callable[..., Any])

PATIENT = RetryStrategy(max_attempts=6, exponential_wait=3)
"""Six attempts, waiting 3, 9, 27, 81 and 243 seconds: what a disk or a daemon needs to return."""


def task(*, name: str, queue: str, retry: RetryStrategy | None = PATIENT) -> Callable[[Work], Work]:
    """Make a function a job, known everywhere by its name."""
    if queue not in QUEUES:
        raise ValueError(f"no worker serves the queue {queue!r}")
    return app.task(name=name, queue=queue, retry=retry or False)  # type: ignore[return-value] # a task is called as the function was


def timetable(
    *, cron: str, name: str, queue: str, one_waits: bool = False
) -> Callable[[Work], Work]:
    """Make a function a job that the clock asks for. It receives `timestamp` in seconds.

    A sixth field of `cron` counts seconds. With `one_waits`, the clock asks for no second one
    while one still waits: what was missed is not made up for.
    """
    if queue not in QUEUES:
        raise ValueError(f"no worker serves the queue {queue!r}")

    def register(work: Work) -> Work:
        made = app.task(name=name, queue=queue, queueing_lock=name if one_waits else None)(work)
        return app.periodic(cron=cron)(made)  # type: ignore[return-value] # a task is called as the function was

    return register


def defer(
    name: str,
    *,
    queue: str,
    lock: str | None = None,
    queueing_lock: str | None = None,
    schedule_at: datetime | None = None,
    **arguments: Any,
) -> int:
    """Ask for a job within the present transaction; nothing is queued if that is undone.

    Jobs with the same `lock` never run side by side. While one job with a `queueing_lock` still
    waits, asking again raises procrastinate's `AlreadyEnqueued`.
    """
    deferrer = app.configure_task(
        name,
        queue=queue,
        lock=lock,
        queueing_lock=queueing_lock,
        schedule_at=schedule_at,
        allow_unknown=True,
    )
    return deferrer.defer(**arguments)

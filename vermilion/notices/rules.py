"""Decisions about notices, from plain values to plain values."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

RETRIES = (1, 5, 15, 60, 240, 720, 1440)
"""Minutes between the tries of a letter. After the last of them it is given up."""

LEASE = timedelta(minutes=10)
"""A letter that was being sent for longer lost its sender, and may be sent by another."""


def next_digest(
    after: datetime,
    *,
    minute: int,
    days: Sequence[int],
    time_zone: str,
    away_until: datetime | None = None,
) -> datetime:
    """The first moment after `after` at which the mail of the day is due, in UTC.

    Decided on the wall of the person's place. Whoever is away gets it after coming back.
    """
    zone = ZoneInfo(time_zone)
    start = max(after, away_until) if away_until else after
    day = start.astimezone(zone).date()
    for ahead in range(8):
        on = day + timedelta(days=ahead)
        due = datetime(on.year, on.month, on.day, minute // 60, minute % 60, tzinfo=zone)
        if (on.weekday() in days or not days) and due > start:
            return due.astimezone(UTC)
    raise ValueError("a week has no day of the digest")


def next_try(tries: int, at: datetime) -> datetime | None:
    """When a letter that failed so often is tried again; None: it is given up."""
    if tries > len(RETRIES):
        return None
    return at + timedelta(minutes=RETRIES[tries - 1])


def reach(
    *, chosen: int | None, usual_here: int | None, usual: int, fixed: bool, urgent: bool, mail: bool
) -> int:
    """Which channel a notice takes: what the person chose, else what the body settled, else usual.

    What is fixed cannot be turned down. An urgent one leaves by mail at once, unless its channel
    may not be used; then it is shown here only.
    """
    wanted = usual
    if not fixed:
        wanted = next(each for each in (chosen, usual_here, usual) if each is not None)
    if urgent and wanted:
        wanted = 3
    return wanted if mail else min(wanted, 1)

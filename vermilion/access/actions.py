"""Give and end grants. Called by the acts that are their cause, in the same transaction."""

from collections.abc import Iterable
from datetime import datetime

from vermilion.access import models
from vermilion.access.types import Cause
from vermilion.kernel.types import Subject


def grant(
    *,
    holders: Iterable[str],
    thing: Subject,
    cause: Cause,
    cause_id: int,
    at: datetime,
    until: datetime | None = None,
) -> None:
    """Let every holder see the thing for this cause. Giving it twice changes nothing."""
    models.Grant.objects.bulk_create(
        [
            models.Grant(
                holder=holder,
                thing_kind=thing.kind,
                thing_id=thing.id,
                cause=cause,
                cause_id=cause_id,
                since=at,
                until=until,
            )
            for holder in holders
        ],
        ignore_conflicts=True,
    )


def end(*, cause: Cause, cause_id: int) -> int:
    """End every grant that this cause had given; says how many."""
    return models.Grant.objects.filter(cause=cause, cause_id=cause_id).delete()[0]

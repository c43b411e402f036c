"""What the follow-up register asks of slips and tasks: who has a document, until when, how far."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry.types import Followed
from vermilion.routing import queries as routing


def followed(actor: Actor, entry_ids: Sequence[int], at: datetime) -> Mapping[int, Followed]:
    """How each of these documents is dealt with. A fixed number of queries, however many."""
    slips = (
        routing.visible(actor, at=at)
        .filter(entry_id__in=entry_ids)
        .prefetch_related("assignments__task")
        .order_by("id")
    )
    found: dict[int, Followed] = {}
    for slip in slips:
        tasks = [each.task for each in slip.assignments.all() if not each.below]
        due: list[datetime | None] = [each.due_at for each in tasks if each.due_at]
        due = due or [slip.due_at]
        found[slip.entry_id] = Followed(
            recipients=tuple(each.recipient for each in tasks),
            due=tuple(sorted({local_day(each, actor.time_zone) for each in due if each})),
            standing=slip.get_standing_display(),
        )
    return found

"""Write down what was read of a paper, so that the list can tell of it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from vermilion.arrivals import models, policy
from vermilion.arrivals.actions.rows import locked, put_in_front
from vermilion.audit import actions as audit
from vermilion.documents.types import Urgency
from vermilion.kernel.actors import Actor


@transaction.atomic
def note_reading(
    *,
    actor: Actor,
    arrival_id: int,
    paper_id: int,
    seen: Mapping[str, object],
    at: datetime,
) -> models.Arrival:
    """Keep what was read of an arrival, and which of its files is the paper itself.

    A heavier urgency that stands on the paper lifts the arrival in the inbox; what the sender
    stated of it is never lowered by the paper.
    """
    arrival = locked(arrival_id)
    policy.require(policy.can_unpack(actor, arrival))
    put_in_front(arrival, paper_id)
    arrival.seen = {key: value for key, value in seen.items() if value}
    arrival.read_at = at
    read = seen.get("urgency")
    if isinstance(read, int) and arrival.urgency < read <= Urgency.FLASH:
        arrival.urgency = read
    arrival.order_at = arrival.deliver_at or arrival.came_at
    arrival.save(update_fields=["seen", "read_at", "urgency", "order_at"])
    audit.record(actor, "arrivals.arrival.read", f"arrival:{arrival.pk}", at=at)
    return arrival

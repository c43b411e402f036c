"""What every act upon a slip begins and ends with."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.routing import models

LEAST_REASON = 10


class ReasonTooShort(Refused):
    message = _(
        "Give a reason of at least %(least)s characters; whoever reads it must understand it."
    )
    status = 422
    field = "reason"


def of(slip: models.Slip) -> dict[str, int]:
    """What every event says of the slip."""
    return {"slip_id": slip.pk, "document_id": slip.document_id, "body_id": slip.body_id}


def by(actor: Actor) -> dict[str, Any]:
    """Who acts, in which post and for whom, as every act keeps it."""
    return {"by": actor.name, "by_post": actor.post, "by_for": actor.for_name}


def locked(slip_id: int) -> models.Slip:
    """A slip that nobody else changes meanwhile. Refused when there is none."""
    slip = models.Slip.objects.select_for_update().filter(pk=slip_id).first()
    if slip is None:
        raise NotFound
    return slip


def require_reason(reason: str) -> str:
    """The reason without blanks around it. Refused when it says nothing."""
    if len(reason.strip()) < LEAST_REASON:
        raise ReasonTooShort(least=LEAST_REASON)
    return reason.strip()


def names_in(body_id: int, at: datetime) -> dict[tuple[str, int | None], str]:
    """What the units and people of a body are called now, by kind and number."""
    names: dict[tuple[str, int | None], str] = {
        ("unit", unit.pk): unit.name for unit in directory.units_of(body_id, at)
    }
    for seat in directory.people_in(body_id, at):
        names["post", seat.pk] = f"{seat.person.full_name}, {seat.post.title}"
    return names

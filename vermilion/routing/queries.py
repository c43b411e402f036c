"""Everything read about slips."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet

from vermilion.routing import models


def slip_of(document_id: int, body_id: int | None) -> models.Slip | None:
    """The newest slip of a document in a body, with its closing. None if it has none there."""
    slips = models.Slip.objects.filter(document_id=document_id, body_id=body_id)
    return slips.select_related("closing", "laid_before__person", "laid_before__post").order_by(
        "-id"
    ).first()


def directions_on(slip: models.Slip) -> list[models.Direction]:
    """The directions on a slip in the order of writing, each with its shares and their tasks."""
    shares = models.Assignment.objects.select_related(
        "task", "task__taking_in", "task__return_act", "task__completion", "task__withdrawal"
    ).prefetch_related("task__completion__evidence")
    found = slip.directions.prefetch_related(Prefetch("assignments", shares))
    return list(found.order_by("id"))


def slips_for(document_ids: Sequence[int], body_id: int | None) -> dict[int, models.Slip]:
    """The newest slip of each of these documents in a body."""
    slips = models.Slip.objects.filter(document_id__in=document_ids, body_id=body_id)
    return {slip.document_id: slip for slip in slips.order_by("id")}


def slips_in(body_id: int | None) -> QuerySet[models.Slip]:
    """Every slip of a body. For pages of packages above, which cut it down to what one may see."""
    return models.Slip.objects.filter(body_id=body_id)



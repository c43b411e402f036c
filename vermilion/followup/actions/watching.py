"""Watch a document, alone or with one's unit."""

from datetime import datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.documents import queries as documents
from vermilion.followup import models, policy
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound


@transaction.atomic
def watch(*, actor: Actor, document_id: int, for_unit: bool, at: datetime) -> models.Watching:
    """Be told what becomes of a document from now on. Refused for what one may not see.

    Watching lets nobody see anything: whoever may see it no more is told no more.
    """
    policy.require(policy.can_watch(actor))
    documents.document(actor, document_id, at)
    holder = _holder(actor, for_unit=for_unit)
    watching, made = models.Watching.objects.get_or_create(
        document_id=document_id, ended_at=None, **holder, defaults={"since": at}
    )
    if made:
        audit.record(
            actor,
            "followup.paper.watched",
            f"document:{document_id}",
            at=at,
            unit=actor.unit_id if for_unit else None,
        )
    return watching


@transaction.atomic
def unwatch(*, actor: Actor, document_id: int, for_unit: bool, at: datetime) -> None:
    """Watch a document no more, alone or with one's unit."""
    policy.require(policy.can_watch(actor))
    ended = models.Watching.objects.filter(
        document_id=document_id, ended_at=None, **_holder(actor, for_unit=for_unit)
    ).update(ended_at=at)
    if ended:
        audit.record(
            actor,
            "followup.paper.unwatched",
            f"document:{document_id}",
            at=at,
            unit=actor.unit_id if for_unit else None,
        )


def _holder(actor: Actor, *, for_unit: bool) -> dict[str, int | None]:
    if not for_unit:
        return {"appointment_id": actor.appointment_id, "unit_id": None}
    if actor.unit_id is None:
        raise NotFound
    return {"appointment_id": None, "unit_id": actor.unit_id}

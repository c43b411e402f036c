"""Who may see what, as sets; and why, in words."""

from datetime import datetime

from django.db.models import Q, QuerySet

from vermilion.access import models
from vermilion.access.types import Cause, Why
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject


def visible(actor: Actor, kind: str, *, at: datetime) -> QuerySet[models.Grant, int]:
    """The ids of all things of a kind that the actor may see now. For use in `id__in=`."""
    return _holding(actor, at).filter(thing_kind=kind).values_list("thing_id", flat=True)


def may_see(actor: Actor, thing: Subject, *, at: datetime) -> bool:
    """Whether some grant lets the actor see this one thing now."""
    return _holding(actor, at).filter(thing_kind=thing.kind, thing_id=thing.id).exists()


def why(actor: Actor, thing: Subject, *, at: datetime) -> list[Why]:
    """Every cause for which the actor may see the thing, oldest first. Empty: it is not visible."""
    grants = _holding(actor, at).filter(thing_kind=thing.kind, thing_id=thing.id)
    return [
        Why(grant.cause, Cause(grant.cause).label, grant.holder, grant.since, grant.until)
        for grant in grants.order_by("since", "id")
    ]


def _holding(actor: Actor, at: datetime) -> QuerySet[models.Grant]:
    in_force = Q(until=None) | Q(until__gt=at)
    return models.Grant.objects.filter(in_force, holder__in=sorted(actor.tokens))

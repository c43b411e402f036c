"""Who may see what, as sets; and why, in words."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Q, QuerySet

from vermilion.access import models
from vermilion.access.types import Cause, Why
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject

FEW = 30_000
"""Up to so many things somebody's rights are read at once; beyond, each thing is asked for them."""

ALL = 2**31 - 1


def visible(actor: Actor, kind: str, *, at: datetime) -> QuerySet[models.Grant, int]:
    """The ids of all things of a kind that the actor may see now. For use in `id__in=`."""
    return _holding(actor, at).filter(thing_kind=kind).values_list("thing_id", flat=True)


def visible_among_many(actor: Actor, kind: str, *, at: datetime) -> QuerySet[models.Grant, int]:
    """The same ids, for a list that is read from its top until enough of it may be seen.

    The database takes for granted that what one may see is spread evenly over the list. Where it
    is not, whoever sees little would wait while a million things are asked for rights, one by one.
    A limit, even one that cuts nothing off, has the few rights read first.
    """
    found = visible(actor, kind, at=at)
    hour = at.replace(minute=0, second=0, microsecond=0)
    return found[:ALL] if _sees_few(tuple(sorted(actor.tokens)), kind, hour) else found


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


@lru_cache(maxsize=10_000)
def _sees_few(tokens: tuple[str, ...], kind: str, _hour: datetime) -> bool:
    """Whether the rights are few. Looked up once an hour: it changes how, not what, is read."""
    held = models.Grant.objects.filter(holder__in=tokens, thing_kind=kind)
    return held[: FEW + 1].count() <= FEW


def _holding(actor: Actor, at: datetime) -> QuerySet[models.Grant]:
    in_force = Q(until=None) | Q(until__gt=at)
    return models.Grant.objects.filter(in_force, holder__in=sorted(actor.tokens))

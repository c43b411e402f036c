"""Circles, and the bodies they stand for at a time."""

from datetime import datetime

from django.db.models import Q, QuerySet

from vermilion.directory import models
from vermilion.directory.queries.bodies import branch, present_bodies
from vermilion.directory.queries.days import holding
from vermilion.directory.types import BodyName
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound


def circles_of(body_id: int) -> QuerySet[models.Circle]:
    """The circles a body may use: its own, and those of the bodies above it."""
    own = models.Body.objects.filter(pk=body_id)
    offering = models.Body.objects.filter(
        lo__lte=own.values("lo")[:1], hi__gte=own.values("hi")[:1]
    )
    circles = models.Circle.objects.filter(owner__in=offering, ended_at=None)
    return circles.select_related("owner", "branch").order_by("owner__lo", "name", "pk")


def circle(circle_id: int) -> models.Circle:
    """A circle with its owner and branch. Refused when there is none."""
    found = models.Circle.objects.select_related("owner", "branch").filter(pk=circle_id).first()
    if found is None:
        raise NotFound()
    return found


def recipients_of(circle_id: int, *, at: datetime) -> list[BodyName]:
    """The bodies a circle stands for now, each once, by name.

    Bodies in the branch that are of its kinds (of any kind when it names none), and its listed
    members; for a member that has ended, the bodies that took over.
    """
    drawn = circle(circle_id)
    day = local_day(at, drawn.owner.time_zone)
    member_ids = list(drawn.members.order_by("pk").values_list("pk", flat=True))
    wanted = Q(
        pk__in={pk for leads in present_bodies(member_ids, day).values() for pk, _name in leads}
    )
    if drawn.branch_id is not None:
        by_rule = Q(pk__in=branch(drawn.branch_id).order_by().values("pk"))
        kind_ids = list(drawn.kinds.order_by("pk").values_list("pk", flat=True))
        wanted |= by_rule & Q(kind__in=kind_ids) if kind_ids else by_rule
    bodies = models.Body.objects.filter(wanted).filter(holding(day)).order_by("sort_key", "pk")
    return [BodyName(*row) for row in bodies.values_list("pk", "name", "parent_id")]

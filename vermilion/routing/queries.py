"""Everything read about slips, cut down to what the actor may see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from vermilion.access import queries as access
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import models, policy, rules
from vermilion.routing.types import FINISHED, UNFINISHED, Standing
from vermilion.tasks import queries as tasks

Slip = models.Slip
Direction = models.Direction
Slips = QuerySet[models.Slip]
"""A set of slips that can still be narrowed, counted and paged by those above."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do with a slip, and why not."""

    direct: Verdict
    close: Verdict


def verdicts(actor: Actor, slip: models.Slip) -> Verdicts:
    """Whether the actor may direct and close this slip, each with its reasons."""
    return Verdicts(policy.can_direct(actor, slip), policy.can_close(actor, slip))


def visible(actor: Actor, *, at: datetime) -> Slips:
    """Every slip of the actor's body whose document the actor may see."""
    return models.Slip.objects.filter(
        body_id=actor.own_body,
        document_id__in=access.visible(actor, "document", at=at),
        document__secrecy__lte=actor.clearance,
    )


def slip(actor: Actor, slip_id: int, *, at: datetime) -> models.Slip:
    """One slip. NotFound if there is none, or none for this actor."""
    found = _whole(visible(actor, at=at).filter(pk=slip_id)).first()
    if found is None:
        raise NotFound
    return found


def slip_of(actor: Actor, document_id: int, *, at: datetime) -> models.Slip | None:
    """The newest slip of a document in the actor's body, if the actor may see it."""
    return _whole(visible(actor, at=at).filter(document_id=document_id)).order_by("-id").first()


def to_direct(actor: Actor, *, at: datetime) -> Slips:
    """What waits for this leader's direction: laid before the post in, or for, which one acts."""
    waiting = visible(actor, at=at).filter(_laid_before(actor))
    return waiting if actor.has(Duty.LEADER) else waiting.none()


def to_do(actor: Actor, *, at: datetime) -> Slips:
    """What the actor's unit, or the actor in this post, still has to do."""
    return visible(actor, at=at).filter(pk__in=_shares_of(actor).values("slip_id"))


def to_close(actor: Actor, *, at: datetime) -> Slips:
    """What can be closed, for those who close."""
    ready = visible(actor, at=at).filter(standing=Standing.READY)
    return ready if _closes(actor) else ready.none()


def with_others(actor: Actor, *, at: datetime) -> Slips:
    """What is unfinished and waits for somebody else."""
    others = visible(actor, at=at).filter(standing__in=UNFINISHED)
    # Each is asked of the row at hand: sets to be left out would have to be read to their end.
    if actor.has(Duty.LEADER):
        others = others.exclude(_laid_before(actor))
    if _closes(actor):
        others = others.exclude(standing=Standing.READY)
    return others.exclude(Exists(_shares_of(actor).filter(slip=OuterRef("pk"))))


def late(actor: Actor, *, at: datetime) -> Slips:
    """What is unfinished although the deadline of a lead has passed."""
    return visible(actor, at=at).filter(standing__in=UNFINISHED, due_at__lt=at)


def finished(actor: Actor, *, at: datetime) -> Slips:
    """What has been closed or withdrawn."""
    return visible(actor, at=at).filter(standing__in=FINISHED)


def _laid_before(actor: Actor) -> Q:
    posts = [each for each in (actor.appointment_id, actor.for_appointment_id) if each]
    return Q(laid_before_id__in=posts, standing__in=[Standing.DIRECTING, Standing.AGAIN])


def _shares_of(actor: Actor) -> QuerySet[models.Assignment]:
    return models.Assignment.objects.filter(task__in=tasks.open_for(actor).order_by()).order_by()


def _closes(actor: Actor) -> bool:
    return actor.has(Duty.CLERK) or actor.has(Duty.LEADER)


def directions_on(slip: models.Slip) -> list[models.Direction]:
    """The directions on a slip in the order of writing, each with its shares and their tasks."""
    shares = models.Assignment.objects.select_related(
        "task", "task__taking_in", "task__return_act", "task__completion", "task__withdrawal"
    ).prefetch_related("task__completion__evidence__blob")
    return list(slip.directions.prefetch_related(Prefetch("assignments", shares)).order_by("id"))


def suggestion_for(slip: models.Slip, *, at: datetime) -> dict[str, object]:
    """What the direction form starts with: the working day usual for this urgency."""
    today = local_day(at, slip.body.time_zone)
    return {"due_on": rules.suggested_day(today, slip.document.urgency)}


def _whole(slips: Slips) -> Slips:
    return slips.select_related(
        "body",
        "document",
        "entry",
        "entry__series",
        "closing",
        "laid_before__person",
        "laid_before__post",
    )

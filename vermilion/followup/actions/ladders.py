"""The ladder of a body for one urgency: settle it, or go back to that of the body above."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.followup import models, policy
from vermilion.followup.types import USUAL_STEPS, Answer, Rung, Steps
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused

MOST_MINUTES = 60 * 24 * 30


class NotALadder(Refused):
    message = _("A ladder has at least one rung, and from a minute to thirty days between them.")
    status = 422


@transaction.atomic
def settle_ladder(*, actor: Actor, steps: Steps, at: datetime) -> models.Ladder:
    """Settle the ladder of one urgency for one's body and those below without one of their own.

    What is being climbed already goes on by the new ladder from its next step.
    """
    policy.require(policy.can_settle_ladder(actor))
    rungs = [each.value for each in Rung if each.value in steps.rungs]
    if (
        not rungs
        or steps.urgency not in USUAL_STEPS
        or not 1 <= steps.minutes <= MOST_MINUTES
        or steps.answer not in Answer.values
    ):
        raise NotALadder
    ladder, _made = models.Ladder.objects.update_or_create(
        body_id=actor.own_body,
        urgency=steps.urgency,
        defaults={
            "minutes": steps.minutes,
            "rungs": rungs,
            "answer": steps.answer,
            "working_time": steps.working_time,
            "by_mail": steps.by_mail,
        },
    )
    audit.record(
        actor,
        "followup.ladder.settled",
        f"body:{actor.own_body}",
        at=at,
        urgency=steps.urgency,
        minutes=steps.minutes,
        rungs=rungs,
        by_mail=steps.by_mail,
    )
    return ladder


@transaction.atomic
def drop_ladder(*, actor: Actor, urgency: int, at: datetime) -> None:
    """Give up the ladder of one's body for an urgency: that of the nearest body above holds."""
    policy.require(policy.can_settle_ladder(actor))
    gone, _each = models.Ladder.objects.filter(body_id=actor.own_body, urgency=urgency).delete()
    if gone:
        audit.record(
            actor, "followup.ladder.dropped", f"body:{actor.own_body}", at=at, urgency=urgency
        )

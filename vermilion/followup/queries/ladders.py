"""The ladder that holds in a body: its own, else that of the nearest body above, else the usual."""

from dataclasses import dataclass

from django.db.models import QuerySet

from vermilion.directory import queries as directory
from vermilion.documents.types import Urgency
from vermilion.followup import models, policy
from vermilion.followup.types import USUAL_STEPS, Steps
from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """A ladder as a page shows it, under the word of its urgency."""

    urgency: str
    steps: Steps


def ladder_for(body_id: int, urgency: int) -> Steps:
    """The ladder of one urgency in a body. Two queries."""
    row = _above(body_id).filter(urgency=urgency).first()
    return _steps(row, body_id) if row else USUAL_STEPS[urgency]


def ladders_of(body_id: int) -> list[Line]:
    """The ladders of all urgencies in a body, the most urgent first."""
    nearest: dict[int, models.Ladder] = {}
    for row in _above(body_id):
        nearest.setdefault(row.urgency, row)
    return [
        Line(
            urgency=str(Urgency(urgency).label),
            steps=_steps(nearest[urgency], body_id) if urgency in nearest else usual,
        )
        for urgency, usual in sorted(USUAL_STEPS.items(), reverse=True)
    ]


def may_settle_ladder(actor: Actor) -> Verdict:
    """Whether the actor settles the ladder of the body, and why not."""
    return policy.can_settle_ladder(actor)


def _above(body_id: int) -> QuerySet[models.Ladder]:
    body = directory.body(body_id)
    return (
        models.Ladder.objects.filter(body__lo__lte=body.lo, body__hi__gte=body.hi)
        .select_related("body")
        .order_by("-body__lo", "-id")
    )


def _steps(row: models.Ladder, body_id: int) -> Steps:
    return Steps(
        urgency=row.urgency,
        minutes=row.minutes,
        rungs=tuple(row.rungs),
        answer=row.answer,
        working_time=row.working_time,
        by_mail=row.by_mail,
        body=row.body.name,
        own=row.body_id == body_id,
    )

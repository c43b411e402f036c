"""Why it is as it is: why somebody has a paper, sees it, may not act, and by when it is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from vermilion.access import queries as access
from vermilion.access.types import Why
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import queries as routing
from vermilion.routing.queries import Slip
from vermilion.tasks import queries as tasks


@dataclass(frozen=True, slots=True)
class Barred:
    """An act that is not this actor's, or not now, with every reason."""

    act: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Due:
    """The deadline of one share, and how it came about."""

    recipient: str
    due_at: datetime
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The four answers of one paper, for one actor."""

    here: Sequence[str]
    seen: Sequence[Why]
    due: Sequence[Due]
    barred: Sequence[Barred]


def of(actor: Actor, document_id: int, *, at: datetime) -> Reasons:
    """Why this actor has, sees and may not do what; for a paper that the actor may see."""
    seen = access.why(actor, Subject("document", document_id), at=at)
    slip = routing.slip_of(actor, document_id, at=at)
    if slip is None:
        return Reasons((), seen, (), ())
    duties = list(tasks.about("document", [document_id]).filter(assignment__slip=slip))
    return Reasons(
        here=routing.why_here(actor, slip),
        seen=seen,
        due=[
            Due(task.recipient, task.due_at, tasks.why_due(task)) for task in duties if task.due_at
        ],
        barred=[*_of_the_slip(actor, slip), *_of_the_duties(actor, duties)],
    )


def _of_the_slip(actor: Actor, slip: Slip) -> list[Barred]:
    may = routing.verdicts(actor, slip)
    return _barred([(_("Direct"), may.direct), (_("Close the matter"), may.close)])


def _of_the_duties(actor: Actor, duties: Sequence[tasks.Task]) -> list[Barred]:
    found: list[Barred] = []
    for task in duties:
        may = tasks.verdicts(actor, task)
        acts = [
            (_("Take in: %(name)s"), may.take_in),
            (_("Report completed: %(name)s"), may.complete),
            (_("Return: %(name)s"), may.give_back),
        ]
        found += _barred([(words % {"name": task.recipient}, verdict) for words, verdict in acts])
    return found


def _barred(acts: Sequence[tuple[str, Verdict]]) -> list[Barred]:
    return [
        Barred(act, [str(reason) for reason in verdict.reasons])
        for act, verdict in acts
        if not verdict
    ]

"""The stored copy of how a slip stands, made from its acts. Used by actions and by doctor."""

from dataclasses import dataclass
from datetime import datetime

from vermilion.access import actions as access
from vermilion.access.types import Cause, post_token
from vermilion.kernel.types import Subject
from vermilion.routing import models, rules
from vermilion.routing.types import Progress, ShareState, Standing
from vermilion.tasks.types import OPEN, Part, State


@dataclass(frozen=True, slots=True)
class Derived:
    standing: Standing
    progress: Progress
    due_at: datetime | None


def derived(slip: models.Slip) -> Derived:
    """How the slip stands by its acts. Four queries."""
    own = slip.assignments.filter(below=False)
    assignments = list(own.select_related("task", "task__return_act"))
    shares = [ShareState(each.part, each.task.state) for each in assignments]
    last_direction = slip.directions.order_by("-id").first()
    returned = [
        each
        for each in assignments
        if each.part == Part.LEAD
        and each.task.state == State.RETURNED
        and last_direction is not None
        and (each.direction_id == last_direction.pk or each.task.return_act.at > last_direction.at)
    ]
    dues = [
        each.task.due_at
        for each in assignments
        if each.part == Part.LEAD and each.task.state in OPEN and each.task.due_at
    ]
    return Derived(
        standing=rules.standing(
            shares,
            directed=last_direction is not None,
            returned_since_direction=bool(returned),
            closed=models.Closing.objects.filter(slip=slip, reopening=None).exists(),
            withdrawn=models.Slip.objects.filter(pk=slip.pk, entry__struck_out=True).exists(),
        ),
        progress=rules.progress(shares),
        due_at=min(dues, default=None),
    )


def settle(slip: models.Slip, at: datetime) -> None:
    """Copy onto the slip what its acts say."""
    now = derived(slip)
    if now.standing != slip.standing:
        slip.standing_since = at
    slip.standing = now.standing
    slip.leads, slip.leads_done = now.progress.leads, now.progress.done
    slip.due_at = now.due_at
    slip.save(update_fields=["standing", "standing_since", "leads", "leads_done", "due_at"])


def follow(task_id: int, *, ended: bool, at: datetime) -> None:
    """Bring the slip of a task up to date after an act on the task.

    A share that was given back, or taken back, ends the grant it had caused; what ends with the
    matter leaves everybody what they worked on.
    """
    assignment = models.Assignment.objects.filter(task_id=task_id).first()
    if assignment is None:
        return
    slip = models.Slip.objects.select_for_update().get(pk=assignment.slip_id)
    if ended and slip.closing is None:
        access.end(cause=Cause.ASSIGNED, cause_id=assignment.pk)
        access.end(cause=Cause.INFORMED, cause_id=assignment.pk)
    settle(slip, at)


def closed_slip_of(task_id: int) -> int | None:
    """The slip of a share, if it is closed now."""
    closed = models.Slip.objects.filter(
        assignments__task_id=task_id, closings__isnull=False, closings__reopening=None
    )
    return closed.values_list("pk", flat=True).first()


def show_to(task_id: int, appointment_id: int, *, at: datetime) -> None:
    """Let somebody in a post see the document of a task, as long as the share is open."""
    assignment = models.Assignment.objects.filter(task_id=task_id).select_related("slip").first()
    if assignment is None:
        return
    access.grant(
        holders=[post_token(appointment_id)],
        thing=Subject("document", assignment.slip.document_id),
        cause=Cause.ASSIGNED,
        cause_id=assignment.pk,
        at=at,
    )

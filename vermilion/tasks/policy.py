"""Who may do what with a duty, and why not."""

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.actors import Duty as Kind
from vermilion.kernel.verdicts import Verdict, refused_because, unless
from vermilion.kernel.verdicts import require as require
from vermilion.tasks import models
from vermilion.tasks.types import OPEN, Duty, Part, State

ANSWERABLE = (Kind.HEAD, Kind.SPECIALIST, Kind.CLERK)


def holds(actor: Actor, task: models.Task) -> bool:
    """Whether the duty was given to the actor's unit, or to the actor in this post."""
    if task.appointment_id is not None:
        return task.appointment_id in (actor.appointment_id, actor.for_appointment_id)
    return task.unit_id == actor.unit_id and any(actor.has(duty) for duty in ANSWERABLE)


def can_take_in(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person to whom the duty was given, once."""
    return _is_holder(actor, task) & unless(
        task.state == State.GIVEN, _("It is no longer waiting to be taken in.")
    )


def can_return(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person to whom the duty was given, while it is open."""
    return _is_holder(actor, task) & _is_open(task)


def can_complete(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person who took the duty in. What is for information needs no completion."""
    if task.part == Part.INFORMATION:
        return refused_because(_("It was sent for information; there is nothing to complete."))
    return _is_holder(actor, task) & unless(
        task.state == State.DOING, _("Take it in first; only work in hand can be completed.")
    )


def can_withdraw(actor: Actor, task: models.Task) -> Verdict:
    """The body that gave the duty, while it is open."""
    return unless(task.body_id == actor.body_id, _("It was given by another body.")) & _is_open(
        task
    )


def _is_holder(actor: Actor, task: models.Task) -> Verdict:
    return unless(
        holds(actor, task), _("It was given to somebody else: %(name)s.") % {"name": task.recipient}
    )


def _is_open(task: models.Task) -> Verdict:
    return unless(task.state in OPEN, _("It has ended already."))


def can_give(actor: Actor, duty: Duty) -> Verdict:
    """Somebody of the body in which the duty is given; who directs, the caller's policy says."""
    return unless(actor.body_id == duty.body_id, _("It was given by another body."))

"""Who may do what about waits, ladders, duty and watching, and why not."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vermilion.followup import models, rules
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless
from vermilion.kernel.verdicts import require as require

PLANNERS = (Duty.LEADER, Duty.HEAD, Duty.CLERK, Duty.ADMINISTRATOR)
"""Whose posts plan the duty list of their body."""

READERS = (Duty.LEADER, Duty.HEAD, Duty.CLERK, Duty.ADMINISTRATOR, Duty.ASSISTANT)
"""Whose posts read the alarms of their body."""


def can_climb(actor: Actor) -> Verdict:
    """The timetable climbs ladders, reminds and clears."""
    return unless(actor.kind == ActorKind.SYSTEM, _("Ladders are climbed by the timetable alone."))


def can_settle_ladder(actor: Actor) -> Verdict:
    """Leaders and administrators settle the ladder of their body."""
    return unless(
        (actor.has(Duty.ADMINISTRATOR) or actor.has(Duty.LEADER)) and actor.body_id is not None,
        _("Only a leader or an administrator of this body settles its ladder."),
    )


def can_plan(actor: Actor, body_id: int) -> Verdict:
    """Leaders, heads, clerks and administrators plan the duty list of their body."""
    return unless(
        any(actor.has(duty) for duty in PLANNERS),
        _("The duty list is planned by leaders, heads, clerks and administrators."),
    ) & _same_body(actor, body_id)


def can_take_over(actor: Actor, turn: models.Turn) -> Verdict:
    """Anybody of the body takes over another's duty."""
    return (
        _same_body(actor, turn.body_id)
        & unless(actor.appointment_id is not None, _("Duty is done in a post."))
        & unless(turn.ended_at is None, _("This duty has been given to somebody else."))
        & unless(turn.appointment_id != actor.appointment_id, _("This duty is yours already."))
    )


def can_swap(actor: Actor, turn: models.Turn) -> Verdict:
    """Whoever has the duty, or plans the list, gives it to somebody else."""
    mine = turn.appointment_id == actor.appointment_id
    planner = any(actor.has(duty) for duty in PLANNERS)
    return (
        _same_body(actor, turn.body_id)
        & unless(turn.ended_at is None, _("This duty has been given to somebody else."))
        & unless(mine or planner, _("It is swapped by whoever has it, or plans the list."))
    )


def can_read_alarms(actor: Actor) -> Verdict:
    """Leaders, heads, clerks, assistants and administrators read the alarms of their body."""
    return unless(
        any(actor.has(duty) for duty in READERS),
        _("The alarms of a body are read by its leaders, heads, clerks and administrators."),
    )


def can_watch(actor: Actor) -> Verdict:
    """Whoever acts in a post watches what may be seen in it."""
    return unless(actor.appointment_id is not None, _("One watches in a post."))


def can_remind(actor: Actor, wait: models.Wait, *, last: datetime | None, at: datetime) -> Verdict:
    """Anybody of the body who sees it, but whoever has it; and not again within four hours."""
    mine = wait.holder_id is not None and wait.holder_id == actor.appointment_id
    own_unit = wait.unit_id is not None and wait.unit_id == actor.unit_id
    again = rules.may_remind_at(last)
    return (
        _same_body(actor, wait.body_id)
        & unless(wait.answered_at is None, _("It does not wait any more."))
        & unless(not mine and not own_unit, _("It waits for you; nobody else is to be reminded."))
        & (ALLOWED if again is None or again <= at else _too_soon(again))
    )


def _too_soon(again: datetime) -> Verdict:
    return refused_because(
        _("Somebody reminded of it already; again from %(moment)s on.")
        % {"moment": date_format(localtime(again), "SHORT_DATETIME_FORMAT")}
    )


def _same_body(actor: Actor, body_id: int) -> Verdict:
    return unless(actor.body_id == body_id, _("It belongs to another body."))

"""Who may do what with arrivals, and why not."""

from django.utils.translation import gettext as _

from vermilion.arrivals import models
from vermilion.arrivals.types import LEAST_REASON, OPEN, Standing
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require


def can_take_in(actor: Actor) -> Verdict:
    """The clerks of a body lay in its inbox what arrived; so do systems that hand it over."""
    return unless(
        actor.body_id is not None and (actor.has(Duty.CLERK) or actor.kind is not ActorKind.PERSON),
        _("Only a clerk of this body lays papers in its inbox."),
    )


def can_read_inbox(actor: Actor) -> Verdict:
    """The clerks of a body read its inbox."""
    return unless(actor.has(Duty.CLERK), _("The inbox is read by the clerks of this body."))


def can_settle(actor: Actor, arrival: models.Arrival) -> Verdict:
    """The clerks of the body to which it came, as long as it is still to be dealt with."""
    return _of_this_body(actor, arrival) & unless(
        arrival.standing in OPEN, _("This arrival has been dealt with already.")
    )


def can_take_up(actor: Actor, arrival: models.Arrival) -> Verdict:
    """The clerks of the body, of what was put aside."""
    return _of_this_body(actor, arrival) & unless(
        arrival.standing == Standing.ASIDE, _("This arrival was not put aside.")
    )


def can_say(reason: str) -> Verdict:
    """A reason that somebody else understands."""
    return unless(
        len(reason.strip()) >= LEAST_REASON,
        _("Say why in at least %(least)s letters.") % {"least": LEAST_REASON},
    )


def can_unpack(actor: Actor, arrival: models.Arrival) -> Verdict:
    """The installation itself, and the clerks of the body, as long as it is open."""
    return unless(
        arrival.standing in OPEN, _("This arrival has been dealt with already.")
    ) & unless(
        actor.kind is ActorKind.SYSTEM
        or (actor.has(Duty.CLERK) and actor.body_id == arrival.body_id),
        _("Only a clerk of this body lays papers in its inbox."),
    )


def can_teach(actor: Actor) -> Verdict:
    """The clerks of a body decide what is learned from its papers."""
    return unless(
        actor.has(Duty.CLERK), _("Only a clerk of this body says what is learned from its papers.")
    )


def can_forget(actor: Actor, lesson: models.Lesson) -> Verdict:
    """The clerks of the body that learned it, once."""
    return (
        can_teach(actor)
        & unless(actor.body_id == lesson.body_id, _("Another body learned this."))
        & unless(lesson.forgotten_at is None, _("This has been forgotten already."))
    )


def _of_this_body(actor: Actor, arrival: models.Arrival) -> Verdict:
    return unless(
        actor.has(Duty.CLERK) and actor.body_id == arrival.body_id,
        _("Only a clerk of the body to which it came deals with an arrival."),
    )

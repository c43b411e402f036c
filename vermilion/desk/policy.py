"""Who may keep layouts, save and share views, and act on many papers; and why not."""

from django.utils.translation import gettext as _

from vermilion.desk import models
from vermilion.desk.types import Audience
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require

SHARE_WITH_BODY = (Duty.CLERK, Duty.HEAD, Duty.LEADER, Duty.ADMINISTRATOR)


def can_keep(actor: Actor) -> Verdict:
    """A person, for oneself."""
    return unless(actor.person_id is not None, _("Only a person keeps a desk."))


def can_share(actor: Actor, audience: str) -> Verdict:
    """For oneself everybody; with a unit those in it; with a body those who answer for work."""
    if audience == Audience.UNIT:
        return can_keep(actor) & unless(
            actor.unit_id is not None, _("The post in which you act belongs to no unit.")
        )
    if audience == Audience.BODY:
        return can_keep(actor) & unless(
            any(actor.has(duty) for duty in SHARE_WITH_BODY),
            _("Clerks, heads of units and leaders share views with the whole body."),
        )
    return can_keep(actor)


def can_change(actor: Actor, view: models.SavedView) -> Verdict:
    """Whoever saved it."""
    return unless(
        view.person_id == actor.person_id,
        _("It was saved by %(name)s.") % {"name": view.saved_by},
    )


def can_plan(actor: Actor) -> Verdict:
    """Somebody in a post. Each paper asks its own policy when its turn comes."""
    return can_keep(actor) & unless(
        actor.appointment_id is not None, _("Acts are done in a post; you hold none now.")
    )


def can_begin(actor: Actor, run: models.Run) -> Verdict:
    """Whoever planned it, in the post in which it was planned, once."""
    return _own(actor, run) & unless(run.begun_at is None, _("It has begun already."))


def can_repeat(actor: Actor, run: models.Run) -> Verdict:
    """Whoever planned it, when it has ended or was stopped."""
    return _own(actor, run) & unless(run.ended_at is not None, _("It is still under way."))


def can_stop(actor: Actor, run: models.Run) -> Verdict:
    """Whoever planned it, while it is under way."""
    return _own(actor, run) & unless(
        run.begun_at is not None and run.ended_at is None, _("It is not under way.")
    )


def _own(actor: Actor, run: models.Run) -> Verdict:
    same = (run.person_id, run.appointment_id, run.for_appointment_id) == (
        actor.person_id,
        actor.appointment_id,
        actor.for_appointment_id,
    )
    return unless(same, _("It was planned by somebody else, or in another post."))

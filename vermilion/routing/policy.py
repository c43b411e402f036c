"""Who may do what with a slip, and why not."""

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require
from vermilion.routing import models
from vermilion.routing.types import Standing


def can_direct(actor: Actor, slip: models.Slip) -> Verdict:
    """A leader of the body directs, while the slip is open (Decree 30/2020 Art. 23.2)."""
    return (
        _same_body(actor, slip)
        & unless(actor.has(Duty.LEADER), _("Only a leader of this body directs documents."))
        & _is_open(slip)
    )


def can_close(actor: Actor, slip: models.Slip) -> Verdict:
    """A clerk or leader of the body closes, once every lead is done."""
    return (
        _same_body(actor, slip)
        & unless(
            actor.has(Duty.CLERK) or actor.has(Duty.LEADER),
            _("Only a clerk or a leader of this body closes it."),
        )
        & _is_open(slip)
        & unless(slip.standing == Standing.READY or not _is_open(slip), _why_not_ready(slip))
    )


def _same_body(actor: Actor, slip: models.Slip) -> Verdict:
    return unless(actor.body_id == slip.body_id, _("It lies with another body."))


def _is_open(slip: models.Slip) -> Verdict:
    if slip.standing == Standing.CLOSED:
        return unless(False, _("It has been closed."))
    return unless(slip.standing != Standing.WITHDRAWN, _("It has been withdrawn."))


def _why_not_ready(slip: models.Slip) -> str:
    if slip.standing == Standing.DIRECTING:
        return _("A leader has not directed it yet.")
    if slip.standing == Standing.AGAIN:
        return _("A lead has returned it; a leader must direct it anew.")
    return _("%(done)s of %(leads)s leads are done; it can be closed when all are.") % {
        "done": slip.leads_done,
        "leads": slip.leads,
    }


def can_open(actor: Actor, body_id: int) -> Verdict:
    """Whoever registers in a body opens the slip there."""
    return unless(actor.body_id == body_id, _("It lies with another body."))


def can_withdraw(actor: Actor, slip: models.Slip) -> Verdict:
    """Whoever strikes out the line, in the body that keeps it."""
    return _same_body(actor, slip)

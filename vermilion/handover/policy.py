"""Who may see and hand over the work of somebody, and who signs for it."""

from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.directory.queries import Seat
from vermilion.handover import models
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, unless
from vermilion.kernel.verdicts import require as require


def can_hand_over(actor: Actor, leaver: Seat) -> Verdict:
    """Whoever leaves, the head of the unit, a leader of the body, the branch's administrator."""
    own = leaver.pk == actor.appointment_id
    here = actor.body_id == leaver.post.body_id
    heads = here and actor.has(Duty.HEAD) and actor.unit_id == leaver.post.unit_id
    leads = here and actor.has(Duty.LEADER)
    administers = (
        actor.has(Duty.ADMINISTRATOR)
        and actor.body_id is not None
        and directory.is_in_branch(leaver.post.body_id, of=actor.body_id)
    )
    return unless(
        own or heads or leads or administers,
        _("The person, the head of the unit, or who leads or administers the body hands it over."),
    )


def can_see(actor: Actor, departure: models.Departure) -> Verdict:
    """Both sides, and whoever may hand the work over."""
    own = {actor.appointment_id, actor.for_appointment_id}
    if own & {departure.leaver_id, departure.successor_id}:
        return ALLOWED
    return can_hand_over(actor, departure.leaver)


def can_sign(actor: Actor, item: models.Item) -> Verdict:
    """The successor, once."""
    return unless(
        item.departure.successor_id in (actor.appointment_id, actor.for_appointment_id),
        _("The successor signs for it."),
    ) & unless(item.signed_at is None, _("It is signed for already."))

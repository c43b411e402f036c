"""Who may do what with notices, and why not."""

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, unless
from vermilion.kernel.verdicts import require as require
from vermilion.notices.types import house


def can_keep_own(actor: Actor) -> Verdict:
    """A person keeps the notices that are told to that person, in any post."""
    return unless(
        actor.person_id is not None, _("Notices are told to people; this account has no person.")
    )


def can_settle_usual(actor: Actor) -> Verdict:
    """The administrators of a body settle what its people are usually told."""
    return unless(
        actor.has(Duty.ADMINISTRATOR) and actor.body_id is not None,
        _("Only an administrator of this body settles what its people are usually told."),
    )


def can_look_after_letters(actor: Actor, body_id: int | None = None) -> Verdict:
    """Administrators look after the letters to people of their branch, operators after all."""
    if actor.kind == ActorKind.SYSTEM:
        return ALLOWED
    return unless(
        actor.has(Duty.ADMINISTRATOR),
        _("Only an administrator looks after the letters."),
    ) & unless(
        body_id is None or actor.own_body in house.lineage(body_id),
        _("The letter is for somebody outside your branch."),
    )


def can_send(actor: Actor) -> Verdict:
    """The timetable writes letters, sends them and clears what is old."""
    return unless(actor.kind == ActorKind.SYSTEM, _("Letters are sent by the timetable alone."))

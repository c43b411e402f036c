"""Who may read the log."""

from django.utils.translation import gettext_lazy as _

from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import Verdict, unless


def can_read(actor: Actor) -> Verdict:
    """Administrators and security officers read the log of their body; operators read all of it."""
    return unless(
        reads_everything(actor)
        or (
            actor.body_id is not None
            and (actor.has(Duty.ADMINISTRATOR) or actor.has(Duty.SECURITY))
        ),
        _("The log is read by the administrators and security officers of a body."),
    )


def can_read_bundles(actor: Actor) -> Verdict:
    """Whole bundles of entries, of all bodies at once, are for operators."""
    return unless(
        reads_everything(actor), _("Entries of all bodies together are read by operators only.")
    )


def reads_everything(actor: Actor) -> bool:
    """Whether the log of every body lies open to this actor."""
    return actor.has(Duty.OPERATOR)

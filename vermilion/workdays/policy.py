"""Who may change the working calendar of a body, and why not."""

from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless
from vermilion.kernel.verdicts import require as require


def can_keep(actor: Actor, body_id: int) -> Verdict:
    """An administrator, for the own body and those below it."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    if not actor.has(Duty.ADMINISTRATOR) or actor.body_id is None:
        return refused_because(_("Only an administrator changes the working calendar."))
    return unless(
        directory.is_in_branch(body_id, of=actor.body_id),
        _("Your post administers its own body and the bodies below it, and no others."),
    )

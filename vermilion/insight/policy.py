"""Who tells people that figures are there. What is counted, the rights of the reader decide."""

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor, ActorKind
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require


def can_announce(actor: Actor) -> Verdict:
    """The timetable alone."""
    return unless(
        actor.kind is ActorKind.SYSTEM, _("The sheet of the week is announced by the timetable.")
    )

"""The words of the directory as they stand on the screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.kernel.actors import Duty

DUTIES: dict[Duty, str | Promise] = {
    Duty.CLERK: pgettext_lazy("duty", "clerk"),
    Duty.LEADER: pgettext_lazy("duty", "leader"),
    Duty.HEAD: pgettext_lazy("duty", "head of unit"),
    Duty.SPECIALIST: pgettext_lazy("duty", "specialist"),
    Duty.ASSISTANT: pgettext_lazy("duty", "assistant"),
    Duty.ADMINISTRATOR: pgettext_lazy("duty", "administrator"),
    Duty.ARCHIVIST: pgettext_lazy("duty", "archivist"),
    Duty.SECURITY: pgettext_lazy("duty", "security officer"),
    Duty.OPERATOR: pgettext_lazy("duty", "operator"),
}

OUTCOMES: dict[str, str | Promise] = {
    "made": pgettext_lazy("row of a sheet", "new"),
    "changed": pgettext_lazy("row of a sheet", "changed"),
    "unchanged": pgettext_lazy("row of a sheet", "unchanged"),
    "refused": pgettext_lazy("row of a sheet", "refused"),
}
"""What a row of a sheet does, as it stands on the screen."""

ACTS: dict[str, str | Promise] = {
    "directory.kinds.entered": _("Entered the kinds of bodies"),
    "directory.bodies.entered": _("Entered %(bodies)s bodies and %(people)s people at once"),
    "directory.tree.laid_out": _("Laid the tree of bodies out anew"),
    "directory.body.founded": _("Founded %(name)s"),
    "directory.body.renamed": _("Renamed %(before)s to %(name)s"),
    "directory.body.altered": _("Corrected the particulars of a body"),
    "directory.body.moved": _("Moved a body in the tree"),
    "directory.body.closed": _("Closed %(name)s"),
    "directory.body.succeeded": _("Entered the successors of a body"),
    "directory.identifier.added": _("Entered the code %(value)s"),
    "directory.identifier.retired": _("Retired the code %(value)s"),
    "directory.unit.opened": _("Opened the unit %(name)s"),
    "directory.unit.renamed": _("Renamed the unit %(before)s to %(name)s"),
    "directory.unit.moved": _("Moved a unit"),
    "directory.unit.closed": _("Closed the unit %(name)s"),
    "directory.post.created": _("Created the post %(title)s"),
    "directory.post.altered": _("Altered the post %(title)s"),
    "directory.post.closed": _("Closed the post %(title)s"),
    "directory.person.entered": _("Entered %(name)s as a person"),
    "directory.person.corrected": _("Corrected the particulars of %(name)s"),
    "directory.person.appointed": _("Appointed %(name)s as %(title)s"),
    "directory.appointment.ended": _("%(name)s no longer holds the post %(title)s"),
    "directory.appointment.made_main": _("Made %(title)s the main post"),
    "directory.delegation.given": _("Let %(holder)s act for %(giver)s"),
    "directory.delegation.ended": _("%(holder)s no longer acts for %(giver)s"),
    "directory.absence.declared": _(
        "Entered that %(name)s is away from %(first_day)s to %(last_day)s"
    ),
    "directory.absence.ended": _("Ended the absence of %(name)s"),
    "directory.assistant.assigned": _("Assigned %(assistant)s to assist %(leader)s"),
    "directory.assistance.ended": _("%(assistant)s no longer assists %(leader)s"),
    "directory.circle.drawn": _("Drew the circle %(name)s"),
    "directory.circle.redrawn": _("Redrew the circle %(name)s"),
    "directory.circle.ended": _("Ended the circle %(name)s"),
    "directory.sheet.handed_in": _("Handed in a sheet of %(rows)s rows"),
    "directory.sheet.tried": _("Tried a sheet: %(refused)s rows refused"),
    "directory.sheet.asked_for": _("Asked for a sheet to be applied"),
    "directory.sheet.applied": _("Applied a sheet: %(made)s new, %(changed)s changed"),
}
"""What the acts of this package are called in the log."""

SUBJECTS: dict[str, str | Promise] = {
    "body": pgettext_lazy("directory", "Body"),
    "unit": _("Unit"),
    "post": _("Post"),
    "person": _("Person"),
    "appointment": _("Appointment"),
    "absence": _("Absence"),
    "delegation": _("Delegation"),
    "assistance": _("Assistance"),
    "circle": _("Circle"),
    "sheet": _("Sheet"),
}

FACTS: dict[str, str | Promise] = {
    "valid_from": _("From"),
    "valid_to": _("Until"),
    "matter": _("Matter"),
    "basis": _("Rests on"),
    "duties": pgettext_lazy("directory", "Duties"),
    "digest": _("Digest"),
}

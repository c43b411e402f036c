"""The words of the directory as they stand on the screen."""

from django.utils.functional import Promise
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

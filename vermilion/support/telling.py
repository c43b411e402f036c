"""What people are told of reported problems."""

from django.utils.translation import gettext_lazy as _

from vermilion.notices.types import Channel, Happening, Reason

_SUPPORT = _("Reported problems")

REASONS = [
    Reason(
        name="reporter", label=_("you reported it"), because=_("Because you reported the problem.")
    ),
    Reason(
        name="supporter",
        label=_("you deal with problems"),
        because=_("Because you deal with the problems of this body."),
    ),
]

HAPPENINGS = [
    Happening(
        name="problem.reported",
        group=_SUPPORT,
        label=_("A problem is reported"),
        told=_("%(by)s reported a problem."),
        usual={"supporter": Channel.APP},
    ),
    Happening(
        name="problem.moved",
        group=_SUPPORT,
        label=_("Something was done about a problem you reported"),
        told=_("%(by)s did something about it; the report says what."),
        usual={"reporter": Channel.APP},
    ),
    Happening(
        name="problem.replied",
        group=_SUPPORT,
        label=_("Somebody added to a report you have in hand"),
        told=_("%(by)s added to the report."),
        usual={"supporter": Channel.APP},
    ),
]

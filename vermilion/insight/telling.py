"""What people are told of figures: the sheet of the week, on Monday morning."""

from django.utils.translation import gettext_lazy as _

from vermilion.notices.types import Channel, Happening

HAPPENINGS = [
    Happening(
        name="week.ready",
        group=_("Statistics"),
        label=_("The sheet of the week is there"),
        told=_("The sheet of the last week is there."),
        usual={"superior": Channel.DIGEST},
    ),
]

"""What is typed about a duty, and a duty as the page beside its paper shows it."""

from vermilion.tasks.forms.acts import (
    Answering,
    Asking,
    Completion,
    Deciding,
    Extending,
    ExtensionRuleForm,
    GivingBack,
    PassingOn,
    ProgressForm,
    Reopening,
    SendingBack,
    SettingDeadline,
    Sharing,
    TakingOver,
    Withdrawing,
    closing_of,
    reason_field,
    units_and_people,
)
from vermilion.tasks.forms.face import Face
from vermilion.tasks.forms.panel import MenuItem, Panel, panel

__all__ = [
    "Answering",
    "Asking",
    "Completion",
    "Deciding",
    "Extending",
    "ExtensionRuleForm",
    "Face",
    "GivingBack",
    "MenuItem",
    "Panel",
    "PassingOn",
    "ProgressForm",
    "Reopening",
    "SendingBack",
    "SettingDeadline",
    "Sharing",
    "TakingOver",
    "Withdrawing",
    "closing_of",
    "panel",
    "reason_field",
    "units_and_people",
]

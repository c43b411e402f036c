"""Everything that is written at the desk: what one keeps of it, and runs over many papers."""

from vermilion.desk.actions.keeping import (
    NameTaken,
    change_view,
    keep_layout,
    pin,
    remove_view,
    reset_layout,
    save_view,
    take_along,
)
from vermilion.desk.actions.running import (
    NothingMarked,
    NothingToTakeBack,
    NothingToTryAgain,
    begin,
    end,
    plan,
    plan_undoing,
    repeat,
    stop,
)

__all__ = [
    "NameTaken",
    "NothingMarked",
    "NothingToTakeBack",
    "NothingToTryAgain",
    "begin",
    "change_view",
    "end",
    "keep_layout",
    "pin",
    "plan",
    "plan_undoing",
    "remove_view",
    "repeat",
    "reset_layout",
    "save_view",
    "stop",
    "take_along",
]

"""Everything that is written about waits, ladders, the duty list and who watches what."""

from vermilion.followup.actions.climbing import clear, climb_next
from vermilion.followup.actions.duty import (
    AlreadyOnDuty,
    DayIsPast,
    NotOfThisBody,
    plan_turns,
    strike_turn,
    swap_turn,
    take_over_turn,
)
from vermilion.followup.actions.ladders import NotALadder, drop_ladder, settle_ladder
from vermilion.followup.actions.reminding import remind_next, remind_now, settle_reminders
from vermilion.followup.actions.waiting import answer, await_, mark_read, move_hour, pass_to
from vermilion.followup.actions.watching import unwatch, watch

__all__ = [
    "AlreadyOnDuty",
    "DayIsPast",
    "NotALadder",
    "NotOfThisBody",
    "answer",
    "await_",
    "clear",
    "climb_next",
    "drop_ladder",
    "mark_read",
    "move_hour",
    "pass_to",
    "plan_turns",
    "remind_next",
    "remind_now",
    "settle_ladder",
    "settle_reminders",
    "strike_turn",
    "swap_turn",
    "take_over_turn",
    "unwatch",
    "watch",
]

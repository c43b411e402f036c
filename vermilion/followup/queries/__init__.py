"""Everything read about waits, ladders, the duty list and who watches what."""

from vermilion.followup.queries.duty import Evening, evenings, may_plan, on_duty, turn, turns_on
from vermilion.followup.queries.ladders import Line, ladder_for, ladders_of, may_settle_ladder
from vermilion.followup.queries.people import holders_of, names_of, people_on, still_see
from vermilion.followup.queries.stalls import Remindable, Stall, Step, remindable, stall
from vermilion.followup.queries.waits import (
    Alarm,
    alarms,
    bodies_without_duty_tonight,
    everybody_told,
    hanging,
    may_read_alarms,
    number_of_alarms,
    offsets_of,
    urgency_of,
    wait,
)
from vermilion.followup.queries.watching import (
    Watch,
    arrivals_called,
    papers_called,
    turns_called,
    watch_of,
    watched,
    watchers_of,
)

__all__ = [
    "Alarm",
    "Evening",
    "Line",
    "Remindable",
    "Stall",
    "Step",
    "Watch",
    "alarms",
    "arrivals_called",
    "bodies_without_duty_tonight",
    "evenings",
    "everybody_told",
    "hanging",
    "holders_of",
    "ladder_for",
    "ladders_of",
    "may_plan",
    "may_read_alarms",
    "may_settle_ladder",
    "names_of",
    "number_of_alarms",
    "offsets_of",
    "on_duty",
    "papers_called",
    "people_on",
    "remindable",
    "stall",
    "still_see",
    "turn",
    "turns_called",
    "turns_on",
    "urgency_of",
    "wait",
    "watch_of",
    "watched",
    "watchers_of",
]

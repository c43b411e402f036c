"""Everything that is written of arrivals. One module for each kind of act."""

from vermilion.arrivals.actions.coming import note_packet_refused, take_in
from vermilion.arrivals.actions.learning import forget
from vermilion.arrivals.actions.papers import join_paper, register_paper
from vermilion.arrivals.actions.reading import note_reading
from vermilion.arrivals.actions.settling import (
    AlreadySettled,
    NothingToRegister,
    join,
    put_aside,
    refuse,
    register,
    take_up,
)
from vermilion.arrivals.actions.sorting import (
    NothingToPart,
    NotInOneInbox,
    gather,
    part,
    put_first,
    rearrange,
    unpack,
)
from vermilion.arrivals.actions.watching import sight, unsight

__all__ = [
    "AlreadySettled",
    "NotInOneInbox",
    "NothingToPart",
    "NothingToRegister",
    "forget",
    "gather",
    "join",
    "join_paper",
    "note_packet_refused",
    "note_reading",
    "part",
    "put_aside",
    "put_first",
    "rearrange",
    "refuse",
    "register",
    "register_paper",
    "sight",
    "take_in",
    "take_up",
    "unpack",
    "unsight",
]

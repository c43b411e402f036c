"""Everything that is written in the books. One module for each kind of act."""

from vermilion.registry.actions.books import open_term, settle_turnover
from vermilion.registry.actions.entering import NoLeaderHere, NotYetArrived, register_incoming
from vermilion.registry.actions.lines import (
    acknowledge,
    correct,
    hand_on,
    strike_out,
)
from vermilion.registry.actions.numbers import NoTermOpen
from vermilion.registry.actions.twins import AlreadyRegistered

__all__ = [
    "AlreadyRegistered",
    "NoLeaderHere",
    "NoTermOpen",
    "NotYetArrived",
    "acknowledge",
    "correct",
    "hand_on",
    "open_term",
    "register_incoming",
    "settle_turnover",
    "strike_out",
]

"""Everything that is written in the books. One module for each kind of act."""

from vermilion.registry.actions.books import open_term, settle_turnover
from vermilion.registry.actions.entering import (
    NoLeaderHere,
    NotationNeeded,
    NotYetArrived,
    register_incoming,
    register_internal,
    register_outgoing,
)
from vermilion.registry.actions.fields import FieldNeeded, FieldNotInForm
from vermilion.registry.actions.joining import JoinedInTheFuture, join_channel
from vermilion.registry.actions.lines import (
    acknowledge,
    correct,
    hand_on,
    strike_out,
)
from vermilion.registry.actions.numbers import NoSuchBook, NoTermOpen, TypeNeeded
from vermilion.registry.actions.twins import AlreadyRegistered, NotationTaken

__all__ = [
    "AlreadyRegistered",
    "FieldNeeded",
    "FieldNotInForm",
    "JoinedInTheFuture",
    "NoLeaderHere",
    "NoSuchBook",
    "NoTermOpen",
    "NotYetArrived",
    "NotationNeeded",
    "NotationTaken",
    "TypeNeeded",
    "acknowledge",
    "correct",
    "hand_on",
    "join_channel",
    "open_term",
    "register_incoming",
    "register_internal",
    "register_outgoing",
    "settle_turnover",
    "strike_out",
]

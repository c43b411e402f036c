"""Everything that is written in the books. One module for each kind of act."""

from vermilion.registry.actions.books import (
    BookThere,
    GroupsInUse,
    KeeperElsewhere,
    PeriodUnderWay,
    Settled,
    TermOutOfOrder,
    close_book,
    open_book,
    open_term,
    settle_book,
    settle_turnover,
)
from vermilion.registry.actions.entering import (
    NoLeaderHere,
    NotationNeeded,
    NotYetArrived,
    register_incoming,
    register_internal,
    register_outgoing,
)
from vermilion.registry.actions.fields import (
    ChoicesMissing,
    FieldNeeded,
    FieldNotInForm,
    FieldWithoutName,
    define_field,
    retire_field,
)
from vermilion.registry.actions.joining import JoinedInTheFuture, join_channel
from vermilion.registry.actions.lines import (
    PostedInTheFuture,
    acknowledge,
    correct,
    hand_on,
    note_posting,
    strike_out,
)
from vermilion.registry.actions.numbers import NoSuchBook, NoTermOpen, TypeNeeded
from vermilion.registry.actions.twins import AlreadyRegistered, NotationTaken

__all__ = [
    "AlreadyRegistered",
    "BookThere",
    "ChoicesMissing",
    "FieldNeeded",
    "FieldNotInForm",
    "FieldWithoutName",
    "GroupsInUse",
    "JoinedInTheFuture",
    "KeeperElsewhere",
    "NoLeaderHere",
    "NoSuchBook",
    "NoTermOpen",
    "NotYetArrived",
    "NotationNeeded",
    "NotationTaken",
    "PeriodUnderWay",
    "PostedInTheFuture",
    "Settled",
    "TermOutOfOrder",
    "TypeNeeded",
    "acknowledge",
    "close_book",
    "correct",
    "define_field",
    "hand_on",
    "join_channel",
    "note_posting",
    "open_book",
    "open_term",
    "register_incoming",
    "register_internal",
    "register_outgoing",
    "retire_field",
    "settle_book",
    "settle_turnover",
    "strike_out",
]

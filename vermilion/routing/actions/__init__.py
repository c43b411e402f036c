"""Everything that is written on slips."""

from vermilion.routing.actions.basis import ReasonTooShort
from vermilion.routing.actions.directing import (
    HasAShare,
    NamedTwice,
    NobodyLeads,
    NobodyNamed,
    NotOfThisBody,
    NotOneRecipient,
    direct,
    follow_share,
    prepare,
    show_question,
)
from vermilion.routing.actions.phrases import (
    CircleKept,
    CircleUnsound,
    PhraseEmpty,
    PhraseKept,
    keep_circle,
    keep_phrase,
    strike_circle,
    strike_phrase,
)
from vermilion.routing.actions.slips import (
    LiesThereAlready,
    NotALeader,
    close,
    lay_before,
    open_slip,
    reopen,
    withdraw,
)

__all__ = [
    "CircleKept",
    "CircleUnsound",
    "HasAShare",
    "LiesThereAlready",
    "NamedTwice",
    "NobodyLeads",
    "NobodyNamed",
    "NotALeader",
    "NotOfThisBody",
    "NotOneRecipient",
    "PhraseEmpty",
    "PhraseKept",
    "ReasonTooShort",
    "close",
    "direct",
    "follow_share",
    "keep_circle",
    "keep_phrase",
    "lay_before",
    "open_slip",
    "prepare",
    "reopen",
    "show_question",
    "strike_circle",
    "strike_phrase",
    "withdraw",
]

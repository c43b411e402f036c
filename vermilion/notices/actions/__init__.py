"""Everything that is written about notices."""

from vermilion.notices.actions.mailing import (
    NotGivenUp,
    claim_letter,
    clear,
    retry_letter,
    settle_letter,
    write_letters,
)
from vermilion.notices.actions.reading import mute, see, see_about, see_all, unmute
from vermilion.notices.actions.settling import settle_matrix, settle_rhythm, settle_usual
from vermilion.notices.actions.telling import tell

__all__ = [
    "NotGivenUp",
    "claim_letter",
    "clear",
    "mute",
    "retry_letter",
    "see",
    "see_about",
    "see_all",
    "settle_letter",
    "settle_matrix",
    "settle_rhythm",
    "settle_usual",
    "tell",
    "unmute",
    "write_letters",
]

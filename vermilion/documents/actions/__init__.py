"""Everything that is written of documents. One module for each kind of act."""

from vermilion.documents.actions.loading import load_types
from vermilion.documents.actions.recording import (
    STATED,
    NotBare,
    NothingToCorrect,
    NotInOrder,
    ReasonMissing,
    UnknownIssuer,
    UnknownType,
    attach_file,
    correct_particulars,
    record_document,
)
from vermilion.documents.actions.secrecy import (
    BearsAMark,
    CheckWithoutReason,
    FileInQuarantine,
    FileNotHere,
    HeldElsewhere,
    HeldForACheck,
    NotCarriedHere,
    confirm_not_secret,
    hand_back,
    refuse_what_the_zone_may_not_carry,
    stop_if_marked,
)

__all__ = [
    "STATED",
    "BearsAMark",
    "CheckWithoutReason",
    "FileInQuarantine",
    "FileNotHere",
    "HeldElsewhere",
    "HeldForACheck",
    "NotBare",
    "NotCarriedHere",
    "NotInOrder",
    "NothingToCorrect",
    "ReasonMissing",
    "UnknownIssuer",
    "UnknownType",
    "attach_file",
    "confirm_not_secret",
    "correct_particulars",
    "hand_back",
    "load_types",
    "record_document",
    "refuse_what_the_zone_may_not_carry",
    "stop_if_marked",
]

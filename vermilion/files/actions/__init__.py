"""What can be done with files: hand in, examine, look after. One module for each."""

from vermilion.files.actions.destroying import destroy
from vermilion.files.actions.examining import (
    CannotExamineNow,
    NotInQuarantine,
    examine,
    examine_again,
    picture,
    release,
)
from vermilion.files.actions.handing_in import (
    DigestDiffers,
    FileEmpty,
    FileTooLarge,
    OffsetDiffers,
    PartTooLarge,
    StoreSilent,
    UploadIncomplete,
    begin_upload,
    finish_upload,
    hand_in,
    receive_part,
    store,
    withdraw_upload,
)
from vermilion.files.actions.keeping import (
    KeyInUse,
    check_fixity,
    retire_key,
    rewrap,
    rotate_key,
    suspect,
    sweep,
)
from vermilion.files.actions.unpacking import CannotUnpack, Unpacked, unpack

__all__ = [
    "CannotExamineNow",
    "CannotUnpack",
    "DigestDiffers",
    "FileEmpty",
    "FileTooLarge",
    "KeyInUse",
    "NotInQuarantine",
    "OffsetDiffers",
    "PartTooLarge",
    "StoreSilent",
    "Unpacked",
    "UploadIncomplete",
    "begin_upload",
    "check_fixity",
    "destroy",
    "examine",
    "examine_again",
    "finish_upload",
    "hand_in",
    "picture",
    "receive_part",
    "release",
    "retire_key",
    "rewrap",
    "rotate_key",
    "store",
    "suspect",
    "sweep",
    "unpack",
    "withdraw_upload",
]

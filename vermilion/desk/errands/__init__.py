"""Every act that can be done to many papers, by its name."""

from collections.abc import Mapping

from vermilion.desk.errands.basis import Errand, given_shares
from vermilion.desk.errands.mine import (
    Completing,
    Extending,
    GivingBack,
    PassingOn,
    Reading,
    Sharing,
    TakingIn,
)
from vermilion.desk.errands.papers import (
    Closing,
    Dating,
    Directing,
    LayingBefore,
    Reminding,
    TakingBack,
    Unwatching,
    Watching,
)
from vermilion.desk.types import BulkAct

__all__ = ["ERRANDS", "given_shares"]

ERRANDS: Mapping[BulkAct, type[Errand]] = {
    BulkAct.TAKE_IN: TakingIn,
    BulkAct.COMPLETE: Completing,
    BulkAct.PASS_ON: PassingOn,
    BulkAct.SHARE: Sharing,
    BulkAct.EXTEND: Extending,
    BulkAct.GIVE_BACK: GivingBack,
    BulkAct.READ: Reading,
    BulkAct.REMIND: Reminding,
    BulkAct.WATCH: Watching,
    BulkAct.UNWATCH: Unwatching,
    BulkAct.DIRECT: Directing,
    BulkAct.LAY_BEFORE: LayingBefore,
    BulkAct.DEADLINE: Dating,
    BulkAct.CLOSE: Closing,
    BulkAct.TAKE_BACK: TakingBack,
}

"""One act on many papers: what would come about, and doing it, one paper at a time.

Each act is done by the action that a page calls for a single paper; here is only which one, with
what, and what came of it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vermilion.desk import models
from vermilion.desk.errands import ERRANDS
from vermilion.desk.errands import given_shares as given_shares
from vermilion.desk.types import BulkAct, ItemState
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.routing import queries as slips
from vermilion.routing.queries import Slip

log = logging.getLogger(__name__)

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an act on one paper would come to: possible, or why not."""

    slip: Slip
    reason: str
    effect: str = ""

    @property
    def possible(self) -> bool:
        return not self.reason


def outlook(actor: Actor, run: models.Run, *, at: datetime) -> list[Outlook]:
    """Each paper of a run with what would come of it. The same few queries for any number.

    Papers that the actor may not see any more are left out.
    """
    ids = list(run.items.order_by("id").values_list("slip_id", flat=True))
    seen = slips.visible(actor, at=at).select_related("document", "entry", "entry__series")
    found = seen.filter(pk__in=ids).in_bulk()
    errand = ERRANDS[BulkAct(run.act)](actor, run, at)
    reasons = errand.reasons(list(found.values()))
    effects = errand.effects(list(found.values()))
    return [
        Outlook(found[each], reasons.get(each, ""), effects.get(each, ""))
        for each in ids
        if each in found
    ]


def carry_out(actor: Actor, run: models.Run, item: models.RunItem, *, at: datetime) -> None:
    """Do the act to one paper and note what came of it, both or neither."""
    try:
        with transaction.atomic():
            item.outcome = ERRANDS[BulkAct(run.act)](actor, run, at).do(item.slip_id, at)
            _settle(item, ItemState.DONE, "", at)
    except Refused as refused:
        _settle(item, ItemState.REFUSED, str(refused), at)
    except Exception:
        # One paper that breaks stops no other; whoever looks after the house finds why here.
        log.exception("run %s, item %s", run.pk, item.pk)
        words = _("Something went wrong with this paper; nothing was changed. Try it again.")
        _settle(item, ItemState.FAILED, words, at)


def _settle(item: models.RunItem, state: ItemState, reason: str, at: datetime) -> None:
    item.state, item.reason, item.done_at = state, reason[:LONGEST_REASON], at
    item.save(update_fields=["state", "reason", "outcome", "done_at"])


@contextmanager
def speaking(language: str, zone: str) -> Iterator[None]:
    """Reasons are kept in words: in the language and by the clock of whoever planned the run."""
    with translation.override(language), timezone.override(ZoneInfo(zone)):
        yield

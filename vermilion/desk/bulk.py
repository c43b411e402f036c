"""One act on many papers: what would come about, and doing it, one paper at a time.

Each act is done by the action that a page calls for a single paper; here is only which one, with
what, and what came of it.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vermilion.desk import models
from vermilion.desk.types import BulkAct, ItemState
from vermilion.followup import actions as followup
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.queries import Slip
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.queries import Task
from vermilion.tasks.types import Part, State

log = logging.getLogger(__name__)

LONGEST_REASON = 500


class NothingToTakeIn(Refused):
    message = gettext_lazy("Nothing of it waits to be taken in by you or by your unit.")


class NothingToPassOn(Refused):
    message = gettext_lazy("Nothing of it is yours to pass on.")


class TakenInAlready(Refused):
    message = gettext_lazy(
        "Its shares have been taken in or have ended; what somebody has in hand stays there."
    )


@dataclass(frozen=True)
class Errand:
    """An act on many papers, as one person means it."""

    actor: Actor
    run: models.Run

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        """Why it is not possible for each of these slips; nothing where it is."""
        raise NotImplementedError

    def do(self, slip_id: int, at: datetime) -> list[int]:
        """Do it to one slip; gives the duties that were given. Refused as for a single paper."""
        raise NotImplementedError


class OfMyDuties(Errand):
    """An act upon what of each paper is this actor's, or the unit's, to do."""

    nothing: type[Refused]

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        mine = self._duties([each.pk for each in found])
        return {each.pk: self._reason(mine.get(each.pk, [])) for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        waiting = [each for each in self._duties([slip_id]).get(slip_id, []) if self.may(each)]
        if not waiting:
            raise self.nothing
        for each in waiting:
            self.upon(each, at)
        return []

    def may(self, task: Task) -> Verdict:
        """Whether the act is possible upon one duty."""
        raise NotImplementedError

    def upon(self, task: Task, at: datetime) -> None:
        """Do it to one duty."""
        raise NotImplementedError

    def _duties(self, slip_ids: Sequence[int]) -> dict[int, list[Task]]:
        """The duties of the actor on each of these slips. One query."""
        mine = duties.not_ended_for(self.actor).filter(assignment__slip_id__in=slip_ids)
        found: dict[int, list[Task]] = {}
        for task in mine.select_related("assignment").order_by("id"):
            found.setdefault(task.assignment.slip_id, []).append(task)
        return found

    def _reason(self, mine: Sequence[Task]) -> str:
        verdicts = [self.may(each) for each in mine]
        if any(verdicts):
            return ""
        return verdicts[0].in_words if verdicts else str(self.nothing())


class TakingIn(OfMyDuties):
    nothing = NothingToTakeIn

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).take_in

    def upon(self, task: Task, at: datetime) -> None:
        tasks.take_in(actor=self.actor, task_id=task.pk, at=at)


class PassingOn(OfMyDuties):
    nothing = NothingToPassOn

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).pass_on

    def upon(self, task: Task, at: datetime) -> None:
        tasks.pass_on(
            actor=self.actor,
            task_id=task.pk,
            person_id=int(self.run.given["person"]),
            words=self.run.given["words"],
            at=at,
        )


class Watching(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return dict.fromkeys((each.pk for each in found), "")

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document_id = slips.slip(self.actor, slip_id, at=at).document_id
        followup.watch(actor=self.actor, document_id=document_id, for_unit=False, at=at)
        return []


class Directing(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return {each.pk: slips.verdicts(self.actor, each).direct.in_words for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        direction = routing.direct(
            actor=self.actor,
            slip_id=slips.slip(self.actor, slip_id, at=at).pk,
            instruction=self.run.given["instruction"],
            shares=shares_of(self.run.given),
            at=at,
        )
        return list(direction.assignments.order_by("id").values_list("task_id", flat=True))


class Closing(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return {each.pk: slips.verdicts(self.actor, each).close.in_words for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        slip = slips.slip(self.actor, slip_id, at=at)
        note = self.run.given.get("note", "")
        routing.close(actor=self.actor, slip_id=slip.pk, note=note, at=at)
        return []


class TakingBack(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        given = self._given()
        waiting = set(
            duties.about("document", [each.document_id for each in found])
            .filter(state=State.GIVEN)
            .order_by()
            .values_list("pk", flat=True)
        )
        taken = str(TakenInAlready())
        return {each.pk: "" if waiting & set(given.get(each.pk, ())) else taken for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document = slips.slip(self.actor, slip_id, at=at).document_id
        given = self._given().get(slip_id, [])
        found = list(duties.about("document", [document]).filter(pk__in=given, state=State.GIVEN))
        if not found:
            raise TakenInAlready
        for each in found:
            reason = self.run.given["reason"]
            tasks.withdraw(actor=self.actor, task_id=each.pk, reason=reason, at=at)
        return []

    def _given(self) -> dict[int, list[int]]:
        """The duties that the run to be undone gave with each paper."""
        items = models.RunItem.objects.filter(run_id=self.run.undoes_id or 0, state=ItemState.DONE)
        return dict(items.values_list("slip_id", "outcome"))


ERRANDS: Mapping[BulkAct, type[Errand]] = {
    BulkAct.TAKE_IN: TakingIn,
    BulkAct.PASS_ON: PassingOn,
    BulkAct.WATCH: Watching,
    BulkAct.DIRECT: Directing,
    BulkAct.CLOSE: Closing,
    BulkAct.TAKE_BACK: TakingBack,
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an act on one paper would come to: possible, or why not."""

    slip: Slip
    reason: str

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
    reasons = ERRANDS[BulkAct(run.act)](actor, run).reasons(list(found.values()))
    return [Outlook(found[each], reasons.get(each, "")) for each in ids if each in found]


def carry_out(actor: Actor, run: models.Run, item: models.RunItem, *, at: datetime) -> None:
    """Do the act to one paper and note what came of it, both or neither."""
    try:
        with transaction.atomic():
            item.outcome = ERRANDS[BulkAct(run.act)](actor, run).do(item.slip_id, at)
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


def given_shares(shares: Sequence[Share]) -> list[dict[str, Any]]:
    """Shares as plain values, to be kept with the run."""
    return [
        {**asdict(share), "due_at": share.due_at.isoformat() if share.due_at else None}
        for share in shares
    ]


def shares_of(given: Mapping[str, Any]) -> list[Share]:
    """The shares that a run gives with every paper."""
    return [
        Share(
            **{
                **each,
                "part": Part(each["part"]),
                "due_at": datetime.fromisoformat(each["due_at"]) if each["due_at"] else None,
            }
        )
        for each in given["shares"]
    ]


@contextmanager
def speaking(language: str, zone: str) -> Iterator[None]:
    """Reasons are kept in words: in the language and by the clock of whoever planned the run."""
    with translation.override(language), timezone.override(ZoneInfo(zone)):
        yield

"""What is done to many papers by those who direct, register or follow them."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext_lazy

from vermilion.desk import models
from vermilion.desk.errands.basis import Errand, raise_for, shares_of, touched, until
from vermilion.desk.types import ItemState
from vermilion.followup import actions as followup
from vermilion.followup import queries as awaited
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.queries import Slip
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.queries import Task
from vermilion.tasks.types import OPEN, Part, State


class TakenInAlready(Refused):
    message = gettext_lazy(
        "Its shares have been taken in or have ended; what somebody has in hand stays there."
    )


class NothingToDate(Refused):
    message = gettext_lazy("It has no open share whose deadline you could set.")


class NobodyToRemindOf(Refused):
    message = gettext_lazy("It waits for nobody who could be reminded.")


class Watching(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return dict.fromkeys((each.pk for each in found), "")

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document_id = slips.slip(self.actor, slip_id, at=at).document_id
        followup.watch(actor=self.actor, document_id=document_id, for_unit=False, at=at)
        return []


class Unwatching(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return dict.fromkeys((each.pk for each in found), "")

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document_id = slips.slip(self.actor, slip_id, at=at).document_id
        followup.unwatch(actor=self.actor, document_id=document_id, for_unit=False, at=at)
        return []


class Reminding(Errand):
    """Whoever has it is reminded of everything that the paper waits for."""

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        waits = self._waits([each.document_id for each in found])
        return {each.pk: self._reason(waits.get(each.document_id, [])) for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document_id = slips.slip(self.actor, slip_id, at=at).document_id
        waits = self._waits([document_id]).get(document_id, [])
        if not any(each.verdict for each in waits):
            raise_for([each.verdict for each in waits], NobodyToRemindOf)
        for each in waits:
            if each.verdict:
                followup.remind_now(actor=self.actor, wait_id=each.wait_id, at=at)
        return []

    def _waits(self, document_ids: Sequence[int]) -> dict[int, list[awaited.Remindable]]:
        return awaited.remindable(self.actor, document_ids, at=self.at)

    def _reason(self, waits: Sequence[awaited.Remindable]) -> str:
        if any(each.verdict for each in waits):
            return ""
        return waits[0].verdict.in_words if waits else str(NobodyToRemindOf())


class Dating(Errand):
    """Every open lead and support of the paper gets another deadline."""

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        shares = self._shares([each.pk for each in found], [each.document_id for each in found])
        return {each.pk: self._reason(shares.get(each.pk, [])) for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document_id = slips.slip(self.actor, slip_id, at=at).document_id
        shares = self._shares([slip_id], [document_id]).get(slip_id, [])
        possible = [each for each in shares if self._may(each)]
        if not possible:
            raise_for([self._may(each) for each in shares], NothingToDate)
        for each in possible:
            tasks.set_deadline(
                actor=self.actor,
                task_id=each.pk,
                until=until(self, each),
                reason=self.run.given["reason"],
                at=at,
            )
        return []

    def effects(self, found: Sequence[Slip]) -> dict[int, str]:
        shares = self._shares([each.pk for each in found], [each.document_id for each in found])
        return {
            slip_id: touched([e for e in of_it if self._may(e)])
            for slip_id, of_it in shares.items()
        }

    def _may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).set_deadline

    def _shares(
        self, slip_ids: Sequence[int], document_ids: Sequence[int]
    ) -> dict[int, list[Task]]:
        """The open duties that directions on these slips gave, read once in a few queries."""
        key = tuple(slip_ids)
        if key not in self._read:
            self._read[key] = self._read_shares(slip_ids, document_ids)
        return self._read[key]

    @cached_property
    def _read(self) -> dict[tuple[int, ...], dict[int, list[Task]]]:
        return {}

    def _read_shares(
        self, slip_ids: Sequence[int], document_ids: Sequence[int]
    ) -> dict[int, list[Task]]:
        given = duties.about("document", document_ids).filter(
            assignment__slip_id__in=slip_ids, assignment__below=False, state__in=OPEN
        )
        found: dict[int, list[Task]] = {}
        for task in given.exclude(part=Part.INFORMATION).select_related("assignment"):
            found.setdefault(task.assignment.slip_id, []).append(task)
        return found

    def _reason(self, shares: Sequence[Task]) -> str:
        verdicts = [self._may(each) for each in shares]
        if any(verdicts):
            return ""
        return verdicts[0].in_words if verdicts else str(NothingToDate())


class LayingBefore(Errand):
    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return {each.pk: slips.verdicts(self.actor, each).lay_before.in_words for each in found}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        routing.lay_before(
            actor=self.actor,
            slip_id=slips.slip(self.actor, slip_id, at=at).pk,
            leader_id=int(self.run.given["leader"]),
            reason=self.run.given["reason"],
            at=at,
        )
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

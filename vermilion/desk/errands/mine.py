"""What is done to many papers by those whose duties they are."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext_lazy

from vermilion.desk.errands.basis import OfMyDuties, until
from vermilion.kernel.refusals import Refused
from vermilion.kernel.types import Subject
from vermilion.kernel.verdicts import Verdict
from vermilion.notices import actions as notices
from vermilion.routing import queries as slips
from vermilion.routing.queries import Slip
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.queries import Task
from vermilion.tasks.types import Below, Part


class NothingToTakeIn(Refused):
    message = gettext_lazy("Nothing of it waits to be taken in by you or by your unit.")


class NothingToPassOn(Refused):
    message = gettext_lazy("Nothing of it is yours to pass on.")


class NothingToComplete(Refused):
    message = gettext_lazy("Nothing of it is yours to report completed.")


class NothingToExtend(Refused):
    message = gettext_lazy("Nothing of it is yours to have a later deadline.")


class NothingToGiveBack(Refused):
    message = gettext_lazy("Nothing of it is yours to return.")


class NothingToShare(Refused):
    message = gettext_lazy("Nothing of it is yours to give parts of.")


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


class Completing(OfMyDuties):
    nothing = NothingToComplete

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).complete

    def upon(self, task: Task, at: datetime) -> None:
        report = self.run.given["report"]
        tasks.complete(actor=self.actor, task_id=task.pk, report=report, at=at)


class Extending(OfMyDuties):
    nothing = NothingToExtend

    @cached_property
    def _rule(self) -> duties.ExtensionRule:
        return duties.extension_rule_of(self.actor.own_body)

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task, rule=self._rule).extend

    def upon(self, task: Task, at: datetime) -> None:
        tasks.ask_extension(
            actor=self.actor,
            task_id=task.pk,
            until=until(self, task),
            reason=self.run.given["reason"],
            at=at,
        )


class GivingBack(OfMyDuties):
    nothing = NothingToGiveBack

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).give_back

    def upon(self, task: Task, at: datetime) -> None:
        given = self.run.given
        tasks.give_back(
            actor=self.actor,
            task_id=task.pk,
            reason=given["reason"],
            ground=given.get("ground", ""),
            at=at,
        )


class Sharing(OfMyDuties):
    nothing = NothingToShare

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).share

    def upon(self, task: Task, at: datetime) -> None:
        given = self.run.given
        day = until(self, task) if given.get("until") else None
        parts = [
            _part(each, part, given.get("instruction", ""), day)
            for name, part in (
                ("leads", Part.LEAD),
                ("supports", Part.SUPPORT),
                ("readers", Part.INFORMATION),
            )
            for each in given.get(name, ())
        ]
        tasks.share(actor=self.actor, task_id=task.pk, parts=parts, at=at)


class Reading(OfMyDuties):
    """What was sent for information counts as read, and what one was told of the paper as seen."""

    nothing = NothingToTakeIn

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        return dict.fromkeys((each.pk for each in found), "")

    def do(self, slip_id: int, at: datetime) -> list[int]:
        document = slips.slip(self.actor, slip_id, at=at).document_id
        for each in self._duties([slip_id]).get(slip_id, []):
            if each.part == Part.INFORMATION and self.may(each):
                tasks.take_in(actor=self.actor, task_id=each.pk, at=at)
        notices.see_about(actor=self.actor, about=Subject("document", document), at=at)
        return []

    def may(self, task: Task) -> Verdict:
        return duties.verdicts(self.actor, task).take_in


def _part(whom: str, part: Part, instruction: str, day: datetime | None) -> Below:
    kind, _colon, number = whom.partition(":")
    return Below(
        part=part,
        unit_id=int(number) if kind == "unit" else None,
        appointment_id=int(number) if kind == "post" else None,
        instruction=instruction,
        due_at=None if part == Part.INFORMATION else day,
    )

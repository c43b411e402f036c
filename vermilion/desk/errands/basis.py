"""An act on many papers as one person means it: what each of its kinds begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from vermilion.desk import models
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import Verdict, require
from vermilion.routing.queries import Slip
from vermilion.routing.types import Share
from vermilion.tasks import queries as duties
from vermilion.tasks.forms import closing_of
from vermilion.tasks.queries import Task
from vermilion.tasks.types import Part
from vermilion.web import wording


@dataclass(frozen=True)
class Errand:
    """An act on many papers, as one person means it."""

    actor: Actor
    run: models.Run
    at: datetime

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        """Why it is not possible for each of these slips; nothing where it is."""
        raise NotImplementedError

    def effects(self, found: Sequence[Slip]) -> dict[int, str]:  # noqa: ARG002 - for those that say more
        """What it would touch of each of these slips; nothing where the act's name says it all."""
        return {}

    def do(self, slip_id: int, at: datetime) -> list[int]:
        """Do it to one slip; gives the duties that were given. Refused as for a single paper."""
        raise NotImplementedError


class OfMyDuties(Errand):
    """An act upon what of each paper is this actor's, or the unit's, to do."""

    nothing: type[Refused]

    def reasons(self, found: Sequence[Slip]) -> dict[int, str]:
        mine = self._duties([each.pk for each in found])
        return {each.pk: self._reason(mine.get(each.pk, [])) for each in found}

    def effects(self, found: Sequence[Slip]) -> dict[int, str]:
        mine = self._duties([each.pk for each in found])
        return {
            slip_id: touched([e for e in of_it if self.may(e)]) for slip_id, of_it in mine.items()
        }

    def do(self, slip_id: int, at: datetime) -> list[int]:
        mine = self._duties([slip_id]).get(slip_id, [])
        waiting = [each for each in mine if self.may(each)]
        if not waiting:
            raise_for([self.may(each) for each in mine], self.nothing)
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
        """The duties of the actor on each of these slips, read once in a few queries."""
        key = tuple(slip_ids)
        if key not in self._read:
            self._read[key] = self._read_duties(slip_ids)
        return self._read[key]

    @cached_property
    def _read(self) -> dict[tuple[int, ...], dict[int, list[Task]]]:
        return {}

    def _read_duties(self, slip_ids: Sequence[int]) -> dict[int, list[Task]]:
        mine = duties.not_ended_for(self.actor).filter(assignment__slip_id__in=slip_ids)
        found: dict[int, list[Task]] = {}
        for task in duties.whole(mine).select_related("assignment").order_by("id"):
            found.setdefault(task.assignment.slip_id, []).append(task)
        return found

    def _reason(self, mine: Sequence[Task]) -> str:
        verdicts = [self.may(each) for each in mine]
        if any(verdicts):
            return ""
        return verdicts[0].in_words if verdicts else str(self.nothing())


def touched(tasks: Sequence[Task]) -> str:
    """Duties in a line: whose they are, and until when."""
    return "; ".join(
        _("%(name)s, due %(day)s")
        % {"name": each.recipient, "day": wording.moment(each.due_at, "day")}
        if each.due_at
        else each.recipient
        for each in tasks
    )


def raise_for(verdicts: Sequence[Verdict], nothing: type[Refused]) -> None:
    """Refuse with the reasons of the first verdict; where there is none, since nothing is there."""
    for each in verdicts:
        require(each)
    raise nothing


def until(errand: Errand, task: Task) -> datetime:
    """The end of work on the day that was named for all."""
    day = date.fromisoformat(errand.run.given["until"])
    return closing_of(day, body_id=task.body_id, time_zone=errand.actor.time_zone)


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

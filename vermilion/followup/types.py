"""Words and plain values of following up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.followup.telling import HAPPENINGS as HAPPENINGS
from vermilion.followup.telling import REASONS as REASONS
from vermilion.kernel.types import Subject

Word = str | Promise


class Stage(TextChoices):
    """What is waited for."""

    REGISTER = "register", _("to be registered")
    DIRECT = "direct", _("a direction")
    TAKE_IN = "take_in", _("to be taken in")
    WORK = "work", _("the work itself")
    ANSWER = "answer", _("an answer to a question")
    DECIDE = "decide", _("a decision on a later deadline")
    APPROVE = "approve", _("the approval of a report")


class Rung(TextChoices):
    """Whom a step of the ladder tells."""

    HOLDER = "holder", _("whoever has it")
    DEPUTY = "deputy", _("deputies and assistants")
    HEAD = "head", _("the head of the unit")
    LEADER = "leader", _("the leader of the body")
    DUTY = "duty", _("the duty list")


class Answer(TextChoices):
    """What makes the ladder stop."""

    READ = "read", _("somebody has read it")
    DONE = "done", _("it is registered, directed or taken in")


class Offset(TextChoices):
    """How long before a deadline somebody wants to be reminded."""

    WEEK = "week", _("a week before")
    DAY = "day", _("the day before")
    SAME = "same", _("on the same day")


DAYS_BEFORE = {Offset.WEEK: 7, Offset.DAY: 1, Offset.SAME: 0}

USUAL_OFFSETS = (Offset.DAY,)
"""When people are reminded who chose nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A ladder: minutes between its steps, whom each tells, what stops it, by which clock.

    `by_mail` says whether its alarms may leave the house by mail. `body` is where it was settled;
    empty: nowhere, it is the usual one.
    """

    urgency: int
    minutes: int
    rungs: tuple[str, ...]
    answer: str = Answer.DONE
    working_time: bool = False
    by_mail: bool = True
    body: str = ""
    own: bool = False


_ALL = (Rung.HOLDER, Rung.DEPUTY, Rung.HEAD, Rung.LEADER, Rung.DUTY)

USUAL_STEPS: Mapping[int, Steps] = {
    0: Steps(
        urgency=0, minutes=960, rungs=(Rung.HOLDER, Rung.HEAD, Rung.LEADER), working_time=True
    ),
    1: Steps(urgency=1, minutes=240, rungs=_ALL),
    2: Steps(urgency=2, minutes=60, rungs=_ALL),
    3: Steps(urgency=3, minutes=15, rungs=_ALL),
    4: Steps(urgency=4, minutes=15, rungs=_ALL),
}
""""At once" has no minutes in Decree 30/2020; these hold until a body settles its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What begins to be waited for: a stage, the thing, the paper, who has it, since when.

    `hour` is when it is due: the deadline of work, the hour of a timed flash.
    """

    stage: Stage
    subject: Subject
    body_id: int
    since: datetime
    document_id: int | None = None
    unit_id: int | None = None
    holder_id: int | None = None
    urgency: int = 0
    hour: datetime | None = None


ACTS: Mapping[str, Word] = {
    "followup.wait.escalated": _("Told the next: %(told)s"),
    "followup.wait.exhausted": _("Found nobody further to tell"),
    "followup.alarm.read": _("Read the alarm"),
    "followup.wait.prompted": _("Reminded whoever has it"),
    "followup.ladder.settled": _("Settled the ladder of alarms"),
    "followup.ladder.dropped": _("Went back to the ladder of alarms of the body above"),
    "followup.turn.planned": _("Planned %(name)s for duty on %(on)s"),
    "followup.turn.taken_over": _("Took over the duty of %(on)s: %(reason)s"),
    "followup.turn.swapped": _("Swapped the duty of %(on)s: %(reason)s"),
    "followup.turn.struck_out": _("Struck out the duty of %(on)s: %(reason)s"),
    "followup.paper.watched": _("Watches the document"),
    "followup.paper.unwatched": _("Watches the document no more"),
    "followup.reminders.settled": _("Settled when to be reminded"),
    "followup.waits.cleared": _("Cleared %(number)s waits that ended long ago"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, Word] = {
    "wait": _("What is waited for"),
    "ladder": _("Ladder of alarms"),
    "turn": pgettext_lazy("duty list", "Duty"),
}

"""Words and plain values of reported problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.support.telling import HAPPENINGS as HAPPENINGS
from vermilion.support.telling import REASONS as REASONS


class Kind(TextChoices):
    """What a report is about."""

    BROKEN = "broken", _("Something does not work")
    WRONG = "wrong", _("Something is shown or counted wrongly")
    LABORIOUS = "laborious", _("Something takes too much work or time")
    MISSING = "missing", _("Something is missing")
    QUESTION = "question", _("I do not know how to do something")


class Weight(TextChoices):
    """How badly it holds people up; the day by which it is to be solved follows from it."""

    STOPPED = "stopped", _("I cannot go on with my work")
    SLOWED = "slowed", _("I can work, but with effort")
    BEARABLE = "bearable", _("It does not hold me up")


class State(TextChoices):
    """How a problem stands."""

    REPORTED = "reported", _("reported, nobody has it in hand yet")
    IN_HAND = "in_hand", _("in hand")
    JOINED = "joined", _("dealt with together with another report")
    SOLVED = "solved", _("solved")
    DECLINED = "declined", _("not to be changed")


WAITING = (State.REPORTED, State.IN_HAND)
"""States in which somebody still has to do something about the problem itself."""


class StepKind(TextChoices):
    """What was done about a problem."""

    TAKEN = "taken", _("taken in hand")
    POSTPONED = "postponed", _("given another day")
    ANSWERED = "answered", _("answered")
    REPLIED = "replied", _("added to by the reporter")
    JOINED = "joined", _("joined to another report")
    SOLVED = "solved", _("solved")
    DECLINED = "declined", _("declined")
    REOPENED = "reopened", _("reopened by the reporter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody reports. `screen` says how it looked: never what stood on the page."""

    kind: str
    weight: str
    words: str
    page: str = ""
    page_title: str = ""
    trace: str = ""
    screen: Mapping[str, str] = field(default_factory=dict)


SCREEN: Mapping[str, str | Promise] = {
    "viewport": _("Window"),
    "scale": _("Scale"),
    "theme": _("Theme"),
    "language": _("Language"),
    "browser": _("Browser"),
}
"""What goes with a report, by the names under which it is kept."""


@dataclass(frozen=True, slots=True)
class Week:
    """The reports of one week, by the Monday on which it began."""

    monday: date
    reported: int
    ended: int
    late: int
    """Of those reported in that week: ended after their day, or still waiting beyond it."""


ACTS: Mapping[str, str | Promise] = {
    "support.problem.reported": _("Reported a problem"),
    "support.problem.taken": _("Took the problem in hand; %(owner)s deals with it"),
    "support.problem.postponed": _("Gave the problem another day: %(reason)s"),
    "support.problem.answered": _("Answered the report"),
    "support.problem.replied": _("Added to the report"),
    "support.problem.joined": _("Joined the report to number %(other)s"),
    "support.problem.solved": _("Solved the problem: %(how)s"),
    "support.problem.declined": _("Declined the report: %(reason)s"),
    "support.problem.reopened": _("Reopened the report: %(reason)s"),
}

SUBJECTS: Mapping[str, str | Promise] = {"problem": _("Reported problem")}

"""The lists of the desk, what can be asked of them, and the words of what is done to many."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class View(TextChoices):
    """One question that a desk answers."""

    NEW = "new", pgettext_lazy("list of the desk", "New")
    TODAY = "today", _("Mine today")
    LATE = "late", _("Late")
    DIRECT = "direct", _("Waiting for my decision")
    ASKED = "asked", _("Asked of me")
    CLOSE = "close", _("To close")
    DO = "do", _("To do")
    OTHERS = "others", _("Waiting for others")
    WATCHED = "watched", _("Watched")
    DONE = "done", _("Closed")


class Column(TextChoices):
    """What a line of the list can say of a paper, when the list is a table."""

    NUMBER = "number", _("Arrival number")
    CODE = "code", _("Number and notation")
    DATED = "dated", _("Document date")
    ABSTRACT = "abstract", _("Abstract")
    SENDER = "sender", _("Author")
    TYPE = "type", _("Type")
    URGENCY = "urgency", _("Urgency")
    ARRIVED = "arrived", _("Arrival date")
    DUE = "due", _("Deadline")
    STATE = "state", pgettext_lazy("of a paper", "State")
    LEADS = "leads", _("Leads")
    SINCE = "since", _("State since")


USUAL_COLUMNS = (
    Column.NUMBER,
    Column.CODE,
    Column.ABSTRACT,
    Column.SENDER,
    Column.URGENCY,
    Column.DUE,
    Column.STATE,
)


class Mode(TextChoices):
    """How a list is drawn: three lines a paper beside the paper itself, or a table."""

    ROWS = "rows", _("Lines with the paper beside them")
    TABLE = "table", _("Table")


class Spacing(TextChoices):
    """How close the papers of a list stand."""

    USUAL = "usual", _("As everywhere")
    COMFORTABLE = "comfortable", _("With air")
    COMPACT = "compact", _("Close together")


class Term(TextChoices):
    """How a deadline stands, as a filter."""

    LATE = "late", _("Deadline passed")
    TODAY = "today", _("Due today")
    SOON = "soon", _("Due within three days")
    NONE = "none", _("Without a deadline")


class Audience(TextChoices):
    """Who finds a saved view among the lists."""

    MINE = "mine", _("Only I")
    UNIT = "unit", _("My unit")
    BODY = "body", _("The whole body")


class BulkAct(TextChoices):
    """What can be done to many papers at once."""

    TAKE_IN = "take_in", _("Take in")
    COMPLETE = "complete", _("Report completed, with the same words")
    DIRECT = "direct", _("Direct to the same units and people")
    DEADLINE = "deadline", _("Set another deadline")
    LAY_BEFORE = "lay_before", _("Lay before another leader")
    CLOSE = "close", _("Close")
    PASS_ON = "pass_on", _("Pass on to a person")
    SHARE = "share", _("Give parts on to units or people")
    EXTEND = "extend", _("Ask for a later deadline")
    GIVE_BACK = "give_back", _("Return with a reason")
    READ = "read", _("Mark as read")
    REMIND = "remind", _("Remind whoever has it")
    WATCH = "watch", _("Watch")
    UNWATCH = "unwatch", _("Watch no more")
    TAKE_BACK = "take_back", _("Take back the shares that a run gave")


UNDONE_BY: Mapping[str, BulkAct] = {
    BulkAct.DIRECT: BulkAct.TAKE_BACK,
    BulkAct.WATCH: BulkAct.UNWATCH,
}
"""What can be undone, and by which act; everything else is official at once."""


class ItemState(TextChoices):
    """How one paper of a run stands."""

    WAITING = "waiting", _("waits its turn")
    DONE = "done", pgettext_lazy("paper of a run", "done")
    REFUSED = "refused", _("not possible")
    FAILED = "failed", _("failed")


ACTS: Mapping[str, str | Promise] = {
    "desk.layout.kept": _("Kept how a list of the desk is laid out"),
    "desk.layout.reset": _("Laid a list of the desk out as usual again"),
    "desk.view.saved": _("Saved a view of the desk: %(name)s"),
    "desk.view.changed": _("Changed the saved view %(name)s"),
    "desk.view.removed": _("Removed the saved view %(name)s"),
    "desk.view.pinned": _("Pinned the saved view %(name)s to the rail"),
    "desk.view.unpinned": _("Took the saved view %(name)s off the rail"),
    "desk.list.taken": _("Took a list of %(papers)s papers along"),
    "desk.run.planned": _("Planned one act for %(papers)s papers"),
    "desk.run.begun": _("Began one act on %(papers)s papers"),
    "desk.run.repeated": _("Tried %(papers)s papers of a run again"),
    "desk.run.stopped": _("Stopped a run"),
    "desk.run.ended": _("A run ended: %(done)s done, %(refused)s not possible, %(failed)s failed"),
    "desk.run.discarded": _("Discarded a planned run"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "layout": _("Layout of a list"),
    "view": _("Saved view"),
    "run": _("Act on many papers"),
}

"""The rail: every place of the house, in the order in which it stands there."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.arrivals import queries as arrivals
from vermilion.documents import queries as documents
from vermilion.kernel.actors import Actor, Duty
from vermilion.support import queries as support
from vermilion.web.navigation import Item
from vermilion.web.requests import ActingRequest

_READS_BOOKS = (Duty.CLERK, Duty.LEADER, Duty.ARCHIVIST)


_READS_ALARMS = (Duty.LEADER, Duty.HEAD, Duty.CLERK, Duty.ADMINISTRATOR, Duty.ASSISTANT)


def _reads_books(actor: Actor) -> bool:
    return any(actor.has(duty) for duty in _READS_BOOKS)


def _is_alarmed(actor: Actor) -> bool:
    return any(actor.has(duty) for duty in _READS_ALARMS)


def _checks_marks(actor: Actor) -> bool:
    return actor.has(Duty.CLERK)


def _held(request: ActingRequest) -> int | None:
    return len(documents.held_files(request.actor)) or None


def _arrived(request: ActingRequest) -> int | None:
    return arrivals.count_waiting(request.actor) or None


def _administers(actor: Actor) -> bool:
    return actor.has(Duty.ADMINISTRATOR)


def _reads_the_log(actor: Actor) -> bool:
    return actor.has(Duty.ADMINISTRATOR) or actor.has(Duty.SECURITY)


def _problems(request: ActingRequest) -> int | None:
    return support.waiting_count(request.actor) or None


ITEMS: tuple[Item, ...] = (
    Item(
        name="desk",
        key="d",
        label=_("Desk"),
        icon="inbox",
        url_name="desk:desk",
        sections=("desk",),
    ),
    Item(
        name="inbox",
        key="i",
        label=_("Inbox"),
        icon="mail",
        url_name="arrivals:inbox",
        count=_arrived,
        shown=_checks_marks,
        sections=("arrivals",),
    ),
    Item(
        name="register",
        key="b",
        label=_("Incoming documents"),
        icon="mail-open",
        url_name="registry:incoming",
        shown=_reads_books,
        sections=("registry",),
    ),
    Item(
        name="alarms",
        key="m",
        label=_("Alarms and duty"),
        icon="alarm-clock",
        url_name="followup:alarms",
        shown=_is_alarmed,
        sections=("followup",),
    ),
    Item(
        name="held",
        key="h",
        label=_("Files held for a check"),
        icon="shield-alert",
        url_name="documents:held",
        count=_held,
        shown=_checks_marks,
        sections=("documents",),
    ),
    Item(
        name="figures",
        label=_("Statistics"),
        icon="chart-column",
        url_name="insight:figures",
        sections=("insight",),
    ),
    Item(
        name="directory",
        key="o",
        label=_("Directory"),
        icon="building-2",
        url_name="directory:bodies",
        sections=("directory",),
    ),
    Item(
        name="workdays",
        label=pgettext_lazy("workdays", "Working calendar"),
        icon="calendar-days",
        url_name="workdays:own",
        shown=_administers,
        sections=("workdays",),
    ),
    Item(
        name="accounts",
        key="u",
        label=_("Accounts"),
        icon="users",
        url_name="account:people",
        shown=_administers,
    ),
    Item(
        name="log",
        key="l",
        label=_("Audit log"),
        icon="shield-check",
        url_name="audit:log",
        shown=_reads_the_log,
        sections=("audit",),
    ),
    Item(
        name="problems",
        key="p",
        label=_("Reported problems"),
        icon="flag",
        url_name="support:problems",
        count=_problems,
        shown=_administers,
        sections=("support",),
    ),
)

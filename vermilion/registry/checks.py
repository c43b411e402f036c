"""This package's lines of `doctor`."""

from collections.abc import Iterable
from datetime import UTC, timedelta

from django.db.models import Count, F, Max, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from vermilion.kernel import clock
from vermilion.kernel.clock import local_day
from vermilion.kernel.findings import Finding, check
from vermilion.registry import models
from vermilion.registry.types import BookKind
from vermilion.workdays import queries as workdays
from vermilion.workdays.queries import Calendar

LATELY = timedelta(days=35)
MOST = 2000
"""Lines of the last weeks that are compared with the calendar."""


@check(id="registry.gaps")
def books_have_no_gaps() -> Iterable[Finding]:
    """Every number of a series up to its counter has exactly one line."""
    uneven = (
        models.Series.objects.annotate(lines=Count("entries"), highest=Max("entries__number"))
        .exclude(lines=F("last") - F("starts_at") + 1, highest=F("last"))
        .exclude(last=F("starts_at") - 1, lines=0)
    )
    for series in uneven.select_related("book"):
        yield Finding(
            id="registry.gaps",
            sentence=_("A book has numbers without a line, or lines beyond its counter."),
            hint=_(
                "Compare the book with the audit log; never lower or raise the counter by hand."
            ),
            subject=f"series:{series.pk}",
        )


@check(id="registry.periods")
def lines_stand_in_their_period() -> Iterable[Finding]:
    """Every line stands in the book of its series, and was entered while its period ran."""
    strays = models.Entry.objects.exclude(book=F("series__book"))
    # The wall of a body is at most a day from UTC.
    day = TruncDate("registered_at", tzinfo=UTC)
    dated = models.Entry.objects.annotate(day=day)
    out_of_time = dated.filter(
        Q(day__lt=F("series__opens_on") - timedelta(days=1)) | Q(day__gt=F("series__closes_on"))
    )
    for entry in [*strays.order_by("id")[:100], *out_of_time.order_by("id")[:100]]:
        yield Finding(
            id="registry.periods",
            sentence=_("A line stands in a book or a period that is not its own."),
            hint=_("Compare the line with the audit log. Strike it out and enter it again."),
            subject=f"entry:{entry.pk}",
        )


@check(id="registry.late")
def late_lines_say_so() -> Iterable[Finding]:
    """Lines of the last weeks are marked as late where the calendar of their body says so."""
    now = clock.now()
    recent = models.Entry.objects.filter(
        registered_at__gte=now - LATELY,
        arrived_on__lt=TruncDate("registered_at", tzinfo=UTC),
        book__kind=BookKind.INCOMING,
    ).select_related("body", "document")
    calendars: dict[int, Calendar] = {}
    for entry in recent.order_by("id")[:MOST]:
        entered = local_day(entry.registered_at, entry.body.time_zone)
        if entry.body_id not in calendars:
            calendars[entry.body_id] = workdays.calendar_of(entry.body_id, entered)
        late = calendars[entry.body_id].days_late(
            entry.arrived_on, entered, at_once=entry.document.urgency > 0
        )
        if bool(late) != bool(entry.late_by):
            yield Finding(
                id="registry.late",
                sentence=_("A line is marked as entered late, or in time, against the calendar."),
                hint=_("The working calendar, or the urgency, was changed after it was entered."),
                subject=f"entry:{entry.pk}",
            )


@check(id="registry.struck_out")
def struck_out_lines_have_their_act() -> Iterable[Finding]:
    """The mark on a line and the act that struck it out agree."""
    marked = models.Entry.objects.filter(struck_out=True, striking=None)
    unmarked = models.Entry.objects.filter(struck_out=False, striking__isnull=False)
    for entry in [*marked[:100], *unmarked[:100]]:
        yield Finding(
            id="registry.struck_out",
            sentence=_("The mark of a struck-out line and the act that struck it out disagree."),
            hint=_("Read the history of the line; only the act counts."),
            subject=f"entry:{entry.pk}",
        )

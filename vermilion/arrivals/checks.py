"""This package's lines of `doctor`."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vermilion.arrivals import models
from vermilion.arrivals.types import Deed, Standing
from vermilion.kernel import clock
from vermilion.kernel.clock import local_day
from vermilion.kernel.findings import Finding, check
from vermilion.workdays import queries as workdays

PATIENCE = timedelta(minutes=30)
A_DAY = timedelta(days=1)
MOST = 5000
"""Waiting arrivals that are looked at, the oldest first."""

_DEEDS = {
    Standing.REGISTERED: Deed.REGISTERED,
    Standing.JOINED: Deed.JOINED,
    Standing.REFUSED: Deed.REFUSED,
    Standing.GATHERED: Deed.GATHERED,
    Standing.ASIDE: Deed.ASIDE,
}


@check(id="arrivals.standing")
def standings_have_their_deed() -> Iterable[Finding]:
    """How an arrival stands follows from something that was done with it."""
    for standing, deed in _DEEDS.items():
        rows = models.Arrival.objects.filter(standing=standing).exclude(handlings__deed=deed)
        for arrival in rows.order_by("pk")[:50]:
            yield Finding(
                id="arrivals.standing",
                sentence=_("An arrival stands as dealt with, but nothing was done with it."),
                hint=_("Compare it with the audit log; only what was done counts."),
                subject=f"arrival:{arrival.pk}",
            )


@check(id="arrivals.late")
def arrivals_are_entered_in_time() -> Iterable[Finding]:
    """What came is entered on the day, at the latest on the next working day; urgent ones at once.

    Told once for each body, with how many wait there.
    """
    now = clock.now()
    waiting = models.Arrival.objects.filter(
        standing=Standing.WAITING, came_at__lt=now - A_DAY
    ).select_related("body")
    late: dict[int, int] = {}
    calendars: dict[int, workdays.Calendar] = {}
    for each in waiting.order_by("pk")[:MOST]:
        today = local_day(now, each.body.time_zone)
        if each.body_id not in calendars:
            calendars[each.body_id] = workdays.calendar_of(each.body_id, today)
        came = local_day(each.came_at, each.body.time_zone)
        if calendars[each.body_id].days_late(came, today, at_once=each.urgency > 0):
            late[each.body_id] = late.get(each.body_id, 0) + 1
    for body_id, number in late.items():
        yield Finding(
            id="arrivals.late",
            sentence=ngettext(
                "%(number)s arrival waits longer than the law leaves to register it.",
                "%(number)s arrivals wait longer than the law leaves to register them.",
                number,
            )
            % {"number": number},
            hint=_("Have the clerks of the body go through the inbox, the oldest first."),
            subject=f"body:{body_id}",
        )


@check(id="arrivals.unread")
def arrivals_are_read() -> Iterable[Finding]:
    """What has lain in the inbox for half an hour has been looked into."""
    since = clock.now() - PATIENCE
    rows = models.Arrival.objects.filter(
        standing=Standing.WAITING,
        read_at=None,
        came_at__lt=since,
        enclosures__blob__examined_at__lt=since,
    )
    for arrival in rows.distinct().order_by("pk")[:50]:
        yield Finding(
            id="arrivals.unread",
            sentence=_("An arrival was examined but never read."),
            hint=_("Start a worker for the queue files: vermilion worker --queue files."),
            subject=f"arrival:{arrival.pk}",
        )

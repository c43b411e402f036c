"""This package's lines of `doctor`."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from vermilion.arrivals import models
from vermilion.arrivals.types import Deed, Standing
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, check

PATIENCE = timedelta(minutes=30)

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

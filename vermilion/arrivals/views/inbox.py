"""The inbox: what waits, and the proposal of one beside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from vermilion.arrivals import models, queries
from vermilion.arrivals.rows import arrival_rows
from vermilion.arrivals.types import Standing
from vermilion.arrivals.views.showing import about
from vermilion.kernel.cursors import as_key
from vermilion.kernel.refusals import NotFound
from vermilion.web.pieces import Tab
from vermilion.web.requests import ActingRequest

SHOWN = (
    Standing.WAITING,
    Standing.ASIDE,
    Standing.REGISTERED,
    Standing.REFUSED,
)

_LABELS = {
    Standing.WAITING: _("To register"),
    Standing.ASIDE: _("Put aside"),
    Standing.REGISTERED: _("Entered"),
    Standing.REFUSED: _("Refused"),
}


@require_safe
def inbox(request: ActingRequest) -> HttpResponse:
    """What came in and stands in no book yet, the most pressing first."""
    asked = request.GET.get("standing", "")
    standing = Standing(asked) if asked in SHOWN else Standing.WAITING
    chosen = _chosen(request)
    context = listed(request, standing, chosen)
    if request.htmx and request.GET.get("fragment") == "rows":
        return render(request, "arrivals/inbox.html#rows", context)
    shown = chosen or next(iter(context["page"].rows), None)
    if shown is not None:
        context |= about(request, shown)
    return render(request, "arrivals/inbox.html", context)


def listed(
    request: ActingRequest, standing: Standing, chosen: models.Arrival | None
) -> dict[str, Any]:
    """The list of what stands so, with the arrival that is shown beside it marked."""
    after = request.GET.get("after", "")
    rows = queries.inbox(request.actor, standing)
    page = queries.page_of(rows, after=after)
    first = chosen or next(iter(page.rows), None)
    drawn = arrival_rows(
        request.actor, page.rows, chosen=first.pk if first else None, at=request.now
    )
    here = f"{reverse('arrivals:inbox')}?standing={standing}"
    return {
        "standing": standing,
        "tabs": _tabs(request, standing),
        "page": page,
        "rows": drawn,
        "reading": any(row.being_read for row in drawn),
        "chosen": chosen,
        "here": f"{here}&after={after}" if after else here,
        "next_url": f"{here}&after={page.after}" if page.after else "",
        "first_url": here if after else "",
        "may_read": queries.may_read_inbox(request.actor),
        "may_register": queries.may_register_here(request.actor),
    }


def _chosen(request: ActingRequest) -> models.Arrival | None:
    asked = as_key(request.GET.get("chosen", ""))
    if asked is None:
        return None
    try:
        return queries.arrival(request.actor, asked)
    except NotFound:
        return None


def _tabs(request: ActingRequest, current: Standing) -> list[Tab]:
    counts = queries.counts(request.actor)
    return [
        Tab(
            label=_LABELS[standing],
            url=f"{reverse('arrivals:inbox')}?standing={standing}",
            count=counts.get(standing),
            current=standing is current,
        )
        for standing in SHOWN
    ]

"""Which files belong together: gather, part, order; and the pages of a scan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from vermilion.arrivals import actions, forms, queries
from vermilion.kernel.refusals import Refused
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other


@require_POST
def gathering(request: ActingRequest) -> HttpResponse:
    """Put several arrivals together as one."""
    ids = forms.Chosen(request.POST, name="arrival").ids
    for each in ids:
        queries.arrival(request.actor, each)
    try:
        first = actions.gather(actor=request.actor, arrival_ids=ids, at=request.now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return see_other("arrivals:inbox")
    messages.success(request, _("Put together. The first one is the paper itself."))
    return see_other("arrivals:arrival", first.pk)


@require_POST
def parting(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Take files out of an arrival into one of their own, or one each."""
    found = queries.arrival(request.actor, arrival_id)
    try:
        made = actions.part(
            actor=request.actor,
            arrival_id=found.pk,
            enclosure_ids=forms.Chosen(request.POST, name="file").ids,
            each_apart=request.POST.get("each_apart") == "1",
            at=request.now,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = ngettext(
            "%(number)s arrival was made of it.", "%(number)s arrivals were made of it.", len(made)
        )
        messages.success(request, said % {"number": len(made)})
    return see_other("arrivals:arrival", found.pk)


@require_POST
def order(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Make one file the paper itself."""
    found = queries.arrival(request.actor, arrival_id)
    [chosen] = forms.Chosen(request.POST, name="first").ids[:1] or [0]
    actions.put_first(actor=request.actor, arrival_id=found.pk, enclosure_id=chosen, at=request.now)
    return see_other("arrivals:arrival", found.pk)


@require_http_methods(["GET", "POST"])
def pages(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """The pages of a scan: into several papers, turned, left out."""
    found = queries.arrival(request.actor, arrival_id)
    return render(request, "arrivals/pages.html", {"arrival": found})

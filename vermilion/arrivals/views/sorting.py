"""Which files belong together: gather, part, order; and the pages of a scan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from vermilion.arrivals import actions, forms, queries
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as arranging
from vermilion.files import queries as files
from vermilion.files.forms import Arrangement
from vermilion.kernel.refusals import Refused
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


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
    ids = queries.sortable(queries.files_in(request.actor, found))
    if not ids or not queries.verdicts(request.actor, found).settle:
        return see_other("arrivals:arrival", found.pk)
    table = files.sorting(request.actor, ids, request.now)
    form = Arrangement(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = _arranged(request, found.pk, ids, form)
            said = ngettext(
                "%(number)s paper was made of it.", "%(number)s papers were made of it.", made
            )
            messages.success(request, said % {"number": made})
            return see_other("arrivals:arrival", found.pk)
    # Refused, it is shown as it was sorted.
    laid = form.is_bound and "pieces" in form.cleaned_data
    context = {
        "arrival": found,
        "table": table.laid(form.pieces) if laid else table,
        "form": form,
    }
    return render(request, "arrivals/pages.html", context, status=422 if form.errors else 200)


def _arranged(request: ActingRequest, arrival_id: int, ids: list[int], form: Arrangement) -> int:
    """Put the papers together and lay them in the place of the scan; how many they are."""
    made = arranging.arrange(actor=request.actor, pieces=form.pieces, at=request.now)
    actions.rearrange(
        actor=request.actor,
        arrival_id=arrival_id,
        sorted_blob_ids=ids,
        files=[
            FileHandedIn(blob_id=each.blob_id, name=each.name)
            for each in made
            if each.blob_id is not None
        ],
        at=request.now,
    )
    return len(made)

"""Registering what arrived."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.documents import actions as secrecy
from vermilion.documents import queries as documents
from vermilion.documents.types import FileHandedIn
from vermilion.files import queries as files
from vermilion.files.types import HandedIn
from vermilion.kernel.clock import local_day
from vermilion.registry import actions, forms, queries
from vermilion.registry.types import Channel
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """Register a document: hand in its file, correct what was read out of it, enter it."""
    asked = request.POST if request.method == "POST" else request.GET
    handed_in = files.handed_in(request.actor, asked.getlist("upload"))
    papers = [FileHandedIn(blob_id=f.blob_id, name=f.name) for f in handed_in if f.blob_id]
    _stop_what_is_marked(request, handed_in)
    reading = documents.reading_of(papers[0].blob_id) if papers else None
    today = local_day(request.now, request.actor.time_zone)
    form = forms.Registration(
        request.POST or None,
        actor=request.actor,
        at=request.now,
        reading=reading,
        matches=documents.issuers_of(reading, today) if reading else (),
        initial={"channel": Channel.ELECTRONIC if handed_in else Channel.PAPER},
    )
    if form.is_valid():
        with refusals_on(form):
            entry = actions.register_incoming(
                actor=request.actor,
                received=form.received(papers),
                at=request.now,
            )
            said = _("Registered under number %(number)s.") % {"number": entry}
            messages.success(request, said)
            if "next" in request.POST:
                return see_other("registry:new")
            return see_other("desk:document", entry.document_id)
    context = {
        "form": form,
        "grade_form": forms.Declared(),
        "handed_in": handed_in,
        "opens_as_pdf": _opens_as_pdf(handed_in),
        "hold": documents.open_hold(request.actor, papers[0].blob_id) if papers else None,
        "may_register": queries.may_register(request.actor),
    }
    return render(request, "registry/new.html", context, status=422 if form.errors else 200)


def _stop_what_is_marked(request: ActingRequest, handed_in: Sequence[HandedIn]) -> None:
    """Hold back what bears a mark of secrecy before it is shown: the examination comes later."""
    for file in handed_in:
        if file.blob_id and file.standing.under_way and queries.may_register(request.actor):
            secrecy.stop_if_marked(actor=request.actor, blob_id=file.blob_id, at=request.now)


def _opens_as_pdf(handed_in: Sequence[HandedIn]) -> bool:
    """Whether the reader opens the first file; by its name, until the examination has told."""
    if not handed_in:
        return False
    first = handed_in[0]
    if first.standing.under_way:
        return first.name.lower().endswith(".pdf")
    return first.media_type == "application/pdf"

"""The pages of the books."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.documents import actions as secrecy
from vermilion.documents import queries as documents
from vermilion.documents.types import FileHandedIn
from vermilion.files import queries as files
from vermilion.files.types import HandedIn
from vermilion.kernel.clock import local_day
from vermilion.registry import actions, forms, printing, queries
from vermilion.registry.types import Channel
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_safe
def incoming(request: ActingRequest) -> HttpResponse:
    """The incoming book, a page at a time."""
    wanted = forms.Wanted(request.GET or None, series=queries.series_of(request.actor))
    page = queries.page_of(
        queries.incoming(request.actor, wanted.wanted()), after=request.GET.get("after", "")
    )
    filters = wanted.as_query()
    context = {
        "wanted": wanted,
        "filters": filters,
        "entries": page.entries,
        "next_url": f"?{filters}&after={page.after}" if page.after else "",
        "first_url": f"?{filters}" if request.GET.get("after") else "",
        "state": queries.present_state(request.actor, at=request.now),
        "may_register": queries.may_register(request.actor),
    }
    return render(request, "registry/incoming.html", context)


@require_safe
def printed(request: ActingRequest) -> HttpResponse:
    """The book of one period as a PDF in its legal layout."""
    wanted = forms.Wanted(request.GET or None, series=queries.series_of(request.actor))
    series, entries = queries.for_printing(request.actor, wanted.wanted())
    document = printing.incoming_register(
        series=series, entries=entries, actor=request.actor, at=request.now
    )
    response = HttpResponse(document, content_type="application/pdf")
    name = f"incoming-{series.opens_on.year}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


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


@require_safe
def entry(request: ActingRequest, entry_id: int) -> HttpResponse:
    """One line of the book."""
    line = queries.entry(request.actor, entry_id)
    return render(request, "registry/entry.html", _about(request, line, forms.Striking()))


@require_POST
def striking(request: ActingRequest, entry_id: int) -> HttpResponse:
    """Strike out a line."""
    line = queries.entry(request.actor, entry_id)
    form = forms.Striking(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.strike_out(
                actor=request.actor,
                entry_id=entry_id,
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("Line %(number)s is struck out.") % {"number": line})
            return see_other("registry:entry", entry_id)
    return render(request, "registry/entry.html", _about(request, line, form), status=422)


@require_http_methods(["GET", "POST"])
def correction(request: ActingRequest, entry_id: int) -> HttpResponse:
    """Correct what was read or typed wrongly of a registered document."""
    line = queries.entry(request.actor, entry_id)
    form = forms.correction_of(
        request.POST or None, line, at=request.now, time_zone=request.actor.time_zone
    )
    if form.is_valid():
        with refusals_on(form):
            actions.correct(
                actor=request.actor,
                entry_id=entry_id,
                particulars=form.particulars(),
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("Corrected. The old values stay on record."))
            return see_other("registry:entry", entry_id)
    context = {"form": form, "entry": line, "back": reverse("registry:entry", args=[entry_id])}
    status = 422 if form.errors else 200
    return render(request, "registry/correction.html", context, status=status)


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


def _about(request: ActingRequest, line: queries.Entry, form: forms.Striking) -> dict[str, object]:
    may = queries.verdicts(request.actor, line)
    return {
        "entry": line,
        "striking_form": form,
        "may_strike": may.strike_out,
        "may_correct": may.correct,
    }

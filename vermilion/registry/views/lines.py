"""The book, and the pages of its lines."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.registry import actions, forms, printing, queries
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


def _about(request: ActingRequest, line: queries.Entry, form: forms.Striking) -> dict[str, object]:
    may = queries.verdicts(request.actor, line)
    return {
        "entry": line,
        "striking_form": form,
        "may_strike": may.strike_out,
        "may_correct": may.correct,
    }

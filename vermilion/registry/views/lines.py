"""The books, and the pages of their lines."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.registry import actions, forms, queries
from vermilion.registry.types import BookKind, title_of
from vermilion.web.pieces import Tab
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_safe
def book(request: ActingRequest, kind: BookKind) -> HttpResponse:
    """The books of a kind, a page at a time."""
    periods = queries.series_of(request.actor, kind)
    wanted = forms.Wanted(request.GET or None, series=periods, kind=kind)
    lines = queries.lines(request.actor, wanted.wanted())
    page = queries.page_of(lines, after=request.GET.get("after", ""))
    filters = wanted.as_query()
    context = {
        "kind": kind,
        "title": title_of(kind, secret=False),
        "tabs": _kinds(kind),
        "wanted": wanted,
        "filters": filters,
        "entries": page.entries,
        "next_url": f"?{filters}&after={page.after}" if page.after else "",
        "first_url": f"?{filters}" if request.GET.get("after") else "",
        "state": queries.present_state(request.actor, at=request.now, kind=kind),
        "may_register": queries.may_register(request.actor),
        "may_settle": queries.may_settle_books(request.actor),
        **_addresses(kind),
    }
    return render(request, "registry/book.html", context)


@require_safe
def entry(request: ActingRequest, entry_id: int) -> HttpResponse:
    """One line of a book."""
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


@require_POST
def joinings(request: ActingRequest, entry_id: int) -> HttpResponse:
    """Note a further copy of the document beside its line."""
    line = queries.entry(request.actor, entry_id)
    form = forms.Joining(request.POST, actor=request.actor, at=request.now)
    if form.is_valid():
        with refusals_on(form):
            actions.join_channel(
                actor=request.actor, entry_id=entry_id, at=request.now, **form.cleaned_data
            )
            messages.success(request, _("Noted. The document keeps its one number."))
            return see_other("registry:entry", entry_id)
    context = {**_about(request, line, forms.Striking()), "joining_form": form}
    return render(request, "registry/entry.html", context, status=422)


@require_POST
def postings(request: ActingRequest, entry_id: int) -> HttpResponse:
    """Note what was given to the post."""
    line = queries.entry(request.actor, entry_id)
    form = forms.Posting(request.POST, actor=request.actor, at=request.now)
    if form.is_valid():
        with refusals_on(form):
            actions.note_posting(
                actor=request.actor, entry_id=entry_id, at=request.now, **form.cleaned_data
            )
            messages.success(request, _("Noted in the postal register."))
            return see_other("registry:entry", entry_id)
    context = {**_about(request, line, forms.Striking()), "posting_form": form}
    return render(request, "registry/entry.html", context, status=422)


@require_http_methods(["GET", "POST"])
def correction(request: ActingRequest, entry_id: int) -> HttpResponse:
    """Correct what was read or typed wrongly of a registered document."""
    line = queries.entry(request.actor, entry_id)
    form = forms.correction_of(request.POST or None, line, actor=request.actor, at=request.now)
    if form.is_valid():
        with refusals_on(form):
            actions.correct(
                actor=request.actor,
                entry_id=entry_id,
                particulars=form.particulars(),
                reason=form.cleaned_data["reason"],
                custom=form.custom(),
                at=request.now,
            )
            messages.success(request, _("Corrected. The old values stay on record."))
            return see_other("registry:entry", entry_id)
    context = {
        "form": form,
        "entry": line,
        "back": reverse("registry:entry", args=[entry_id]),
        **_of_its_book(line),
    }
    status = 422 if form.errors else 200
    return render(request, "registry/correction.html", context, status=status)


def _about(request: ActingRequest, line: queries.Entry, form: forms.Striking) -> dict[str, object]:
    may = queries.verdicts(request.actor, line)
    return {
        "entry": line,
        "striking_form": form,
        "joining_form": forms.Joining(actor=request.actor, at=request.now),
        "posting_form": forms.Posting(actor=request.actor, at=request.now),
        # Who acknowledged it stands in a table of its own.
        "particulars": [
            each for each in queries.metadata_of(line) if each.name != "TraceHeaderList"
        ],
        "own_fields": queries.own_fields_of(line),
        "short": queries.short_code(line),
        "may_strike": may.strike_out,
        "may_correct": may.correct,
        "may_join": may.join,
        "may_post": may.post,
        **_of_its_book(line),
    }


def _of_its_book(line: queries.Entry) -> dict[str, object]:
    kind = BookKind(line.series.book.kind)
    return {"kind": kind, "title": title_of(kind, secret=False), **_addresses(kind)}


def _addresses(kind: BookKind) -> dict[str, str]:
    new = "arrivals:paper" if kind == BookKind.INCOMING else f"registry:{kind}-new"
    return {
        "book_url": reverse(f"registry:{kind}"),
        "print_url": reverse(f"registry:{kind}-print"),
        "sheet_url": reverse(f"registry:{kind}-sheet"),
        "new_url": reverse(new),
    }


def _kinds(present: BookKind) -> list[Tab]:
    return [
        Tab(
            label=kind.label.capitalize(),
            url=reverse(f"registry:{kind}"),
            current=kind == present,
        )
        for kind in BookKind
    ]

"""What is taken along from the books: registers on paper, sheets, labels, stamped copies."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vermilion.registry import forms, printing, queries
from vermilion.registry.types import BookKind
from vermilion.web.requests import ActingRequest

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def printed(request: ActingRequest, kind: BookKind) -> HttpResponse:
    """The book of one period as a PDF in its legal layout."""
    wanted = forms.Wanted(
        request.GET or None, series=queries.series_of(request.actor, kind), kind=kind
    )
    series, entries = queries.for_printing(request.actor, wanted.wanted())
    document = printing.register(
        series=series,
        entries=entries,
        period=forms.period_in_words(series),
        question=wanted.in_words(),
        actor=request.actor,
        at=request.now,
    )
    return _file(document, PDF, f"{kind}-{series.opens_on.year}.pdf")


@require_safe
def sheet(request: ActingRequest, kind: BookKind) -> HttpResponse:
    """Exactly what the page of the book shows, as a sheet."""
    periods = queries.series_of(request.actor, kind)
    wanted = forms.Wanted(request.GET or None, series=periods, kind=kind)
    lines = queries.lines(request.actor, wanted.wanted())
    document = printing.sheet(
        kind=kind,
        entries=lines[: printing.MOST_ROWS],
        fields=list(queries.fields_of(request.actor, kind, retired=True)),
        question=wanted.in_words(),
        actor=request.actor,
        at=request.now,
    )
    return _file(document, XLSX, f"{kind}.xlsx", inline=False)


@require_safe
def follow_up(request: ActingRequest) -> HttpResponse:
    """The follow-up register of one period as a PDF."""
    wanted = forms.Wanted(request.GET or None, series=queries.series_of(request.actor))
    series, entries = queries.for_printing(request.actor, wanted.wanted())
    document = printing.follow_up_register(
        series=series,
        entries=entries,
        followed=queries.followed(request.actor, entries, at=request.now),
        question=wanted.in_words(),
        actor=request.actor,
        at=request.now,
    )
    return _file(document, PDF, f"follow-up-{series.opens_on.year}.pdf")


@require_safe
def postal(request: ActingRequest) -> HttpResponse:
    """The postal register of a span of days as a PDF."""
    asked = forms.Span(request.GET or None)
    since, until = asked.days(request.actor, request.now)
    document = printing.postal_register(
        postings=list(queries.postings_of(request.actor, since=since, until=until)),
        since=since,
        until=until,
        actor=request.actor,
        at=request.now,
    )
    return _file(document, PDF, "postal.pdf")


@require_safe
def uses_of_file_copies(request: ActingRequest) -> HttpResponse:
    """The register of the use of file copies, ruled and empty, to be kept by hand."""
    queries.require_reading(request.actor)
    document = printing.uses_of_file_copies(actor=request.actor, at=request.now)
    return _file(document, PDF, "file-copies.pdf")


@require_safe
def labels(request: ActingRequest) -> HttpResponse:
    """A sheet of labels for the lines that were marked, each with its short link."""
    asked = forms.Labels(request.GET)
    lines = queries.entries_by_key(request.actor, asked.keys())
    document = printing.labels(
        entries=lines,
        size=asked.size(),
        skip=asked.skip(),
        link=lambda line: request.build_absolute_uri(_short(line)),
        actor=request.actor,
        at=request.now,
    )
    return _file(document, PDF, "labels.pdf")


@require_safe
def stamped(request: ActingRequest, entry_id: int) -> HttpResponse:
    """A copy of the paper with the arrival stamp; the file itself stays as it came."""
    line = queries.entry(request.actor, entry_id)
    paper = queries.paper_of(request.actor, line, at=request.now)
    if paper is None:
        return render(request, "registry/no_paper.html", {"entry": line}, status=404)
    document = printing.stamped(
        queries.content_of(request.actor, paper, at=request.now),
        queries.stamp_of(line),
        lines=paper.lines,
        link=request.build_absolute_uri(_short(line)),
        short=queries.short_code(line),
        actor=request.actor,
        at=request.now,
    )
    name = _("stamped-%(number)s.pdf") % {"number": line}
    return _file(document, PDF, name)


def _short(line: queries.Entry) -> str:
    return reverse("web:short-link", args=[queries.short_code(line)])


def _file(content: bytes, media_type: str, name: str, *, inline: bool = True) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    how = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response

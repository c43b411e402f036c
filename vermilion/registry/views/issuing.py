"""Giving a signed paper its number."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.documents.types import FileHandedIn
from vermilion.files import queries as files
from vermilion.registry import actions, forms, queries
from vermilion.registry.types import BookKind, title_of
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def new(request: ActingRequest, kind: BookKind) -> HttpResponse:
    """Enter a signed paper; the number is seen when it is in the book, and not before."""
    asked = request.POST if request.method == "POST" else request.GET
    handed_in = files.handed_in(request.actor, asked.getlist("upload"))
    form = forms.Issuing(request.POST or None, actor=request.actor, at=request.now, kind=kind)
    if form.is_valid():
        papers = [FileHandedIn(blob_id=f.blob_id, name=f.name) for f in handed_in if f.blob_id]
        enter = (
            actions.register_internal if kind == BookKind.INTERNAL else actions.register_outgoing
        )
        with refusals_on(form):
            entry = enter(actor=request.actor, issued=form.issued(papers), at=request.now)
            said = _("The paper has the number %(number)s.") % {"number": entry.document.symbol}
            messages.success(request, said)
            if "next" in request.POST:
                return see_other(f"registry:{kind}-new")
            return see_other("registry:entry", entry.pk)
    context = {
        "form": form,
        "kind": kind,
        "title": title_of(kind, secret=False),
        "book_url": reverse(f"registry:{kind}"),
        "here": reverse(f"registry:{kind}-new"),
        "handed_in": handed_in,
        "grade_form": forms.Declared(),
        "may_register": queries.may_register(request.actor),
    }
    return render(request, "registry/issuing.html", context, status=422 if form.errors else 200)

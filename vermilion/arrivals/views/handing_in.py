"""Lay into the inbox what came in as files."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vermilion.arrivals import actions, forms, queries
from vermilion.arrivals.types import Came, Source
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as files
from vermilion.files import queries as kept
from vermilion.files.types import HandedIn
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """Hand in one file or fifty: each becomes an arrival, or all together one, which is opened."""
    form = forms.HandIn(request.POST or None)
    asked = request.POST if request.method == "POST" else request.GET
    handed_in = kept.handed_in(request.actor, asked.getlist("upload"))
    if form.is_valid():
        with refusals_on(form):
            handed_in += _without_script(request, form.cleaned_data["grade"])
            came = _came(form, [each for each in handed_in if each.blob_id])
            arrivals = [
                actions.take_in(actor=request.actor, came=each, at=request.now) for each in came
            ]
            if len(arrivals) == 1:
                return see_other("arrivals:arrival", arrivals[0].pk)
            if arrivals:
                messages.success(request, _said(len(arrivals)))
                return see_other("arrivals:inbox")
    context = {
        "form": form,
        "uploads": handed_in,
        "nothing_sent": request.method == "POST" and not handed_in,
        "may_register": queries.may_register_here(request.actor),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "arrivals/new.html", context, status=status)


def _without_script(request: ActingRequest, grade: int) -> list[HandedIn]:
    """The files that were sent with the form itself."""
    ids = []
    for file in request.FILES.getlist("file"):
        upload = files.hand_in(
            actor=request.actor,
            stream=file,
            name=file.name or "",
            declared_type=file.content_type or "",
            grade=grade,
            at=request.now,
        )
        ids.append(str(upload.pk))
    return kept.handed_in(request.actor, ids)


def _came(form: forms.HandIn, handed_in: list[HandedIn]) -> list[Came]:
    said = form.cleaned_data
    papers = [
        FileHandedIn(blob_id=each.blob_id, name=each.name)
        for each in handed_in
        if each.blob_id is not None
    ]
    groups = [papers] if form.as_one and papers else [[each] for each in papers]
    return [
        Came(
            source=Source.HAND,
            channel=said["channel"],
            title=group[0].name,
            files=tuple(group),
            each_apart=form.one_each,
        )
        for group in groups
    ]


def _said(number: int) -> str:
    return ngettext(
        "%(number)s arrival lies in the inbox. It is being read.",
        "%(number)s arrivals lie in the inbox. They are being read.",
        number,
    ) % {"number": number}

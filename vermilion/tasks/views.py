"""Taking in, returning and completing. Each act is a POST to its noun."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vermilion.files import actions as keeping
from vermilion.files import queries as files
from vermilion.files.types import HandedIn
from vermilion.tasks import actions, forms, queries
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on


@require_POST
def taking_in(request: ActingRequest, task_id: int) -> HttpResponse:
    """Take a duty in hand."""
    task = actions.take_in(actor=request.actor, task_id=task_id, at=request.now)
    messages.success(request, _("It is in your hands now; the book shows the receipt."))
    return back_or(request, "desk:document", task.subject_id)


@require_http_methods(["GET", "POST"])
def giving_back(request: ActingRequest, task_id: int) -> HttpResponse:
    """Return a duty with the reason."""
    task = queries.held(request.actor, task_id)
    form = forms.GivingBack(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.give_back(
                actor=request.actor,
                task_id=task_id,
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(
                request, _("It is returned with your reason; the leader decides anew.")
            )
            return back_or(request, "desk:desk")
    context = {
        "form": form,
        "task": task,
        "may": queries.verdicts(request.actor, task),
        "back": request.POST.get("back_to_list", ""),
    }
    return render(request, "tasks/return.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def completion(request: ActingRequest, task_id: int) -> HttpResponse:
    """Report a duty done."""
    task = queries.held(request.actor, task_id)
    form = forms.Completion(request.POST or None)
    handed_in = _evidence(request)
    if form.is_valid():
        with refusals_on(form):
            actions.complete(
                actor=request.actor,
                task_id=task_id,
                report=form.cleaned_data["report"],
                evidence=[(each.blob_id, each.name) for each in handed_in if each.blob_id],
                at=request.now,
            )
            messages.success(request, _("Reported as completed."))
            return back_or(request, "desk:document", task.subject_id)
    context = {
        "form": form,
        "task": task,
        "handed_in": handed_in,
        "may": queries.verdicts(request.actor, task),
        "back": request.POST.get("back", ""),
    }
    return render(request, "tasks/completion.html", context, status=422 if form.errors else 200)


def _evidence(request: ActingRequest) -> list[HandedIn]:
    """The files that go with a report: handed in before, or coming with the form itself."""
    ids = request.POST.getlist("upload")
    for file in request.FILES.getlist("file"):
        upload = keeping.hand_in(
            actor=request.actor, stream=file, name=file.name or "", at=request.now
        )
        ids.append(str(upload.pk))
    return files.handed_in(request.actor, ids)

"""Doing the work: taking in, reporting, returning."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.files import actions as keeping
from vermilion.files import queries as files
from vermilion.files.types import HandedIn
from vermilion.tasks import actions, forms, queries
from vermilion.tasks.forms import Face
from vermilion.tasks.views.pages import act_page, posted
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or

_both = require_http_methods(["GET", "POST"])


@require_safe
def task(request: ActingRequest, task_id: int) -> HttpResponse:
    """One duty: how it stands, what is mine to do about it, what was given below it."""
    found = queries.concerning(request.actor, task_id)
    context = {
        "panel": forms.panel(request.actor, found, at=request.now),
        "task": found,
        "back": request.path,
    }
    return render(request, "tasks/task.html", context)


@require_POST
def taking_in(request: ActingRequest, task_id: int) -> HttpResponse:
    """Take a duty in hand."""
    found = actions.take_in(actor=request.actor, task_id=task_id, at=request.now)
    messages.success(request, _("It is in your hands now; the book shows the receipt."))
    return back_or(request, "desk:document", found.subject_id)


@_both
def giving_back(request: ActingRequest, task_id: int) -> HttpResponse:
    """Return a duty with the reason."""
    found = queries.held(request.actor, task_id)
    form = forms.GivingBack(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.give_back(
            actor=request.actor,
            task_id=task_id,
            reason=form.cleaned_data["reason"],
            ground=form.cleaned_data["ground"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Return it with a reason"),
            button=gettext_lazy("Return it"),
            icon="undo-2",
            tone="plain",
            done=gettext_lazy("It is returned with your reason; the leader decides anew."),
        ),
        verdict=queries.verdicts(request.actor, found).give_back,
    )


@_both
def completion(request: ActingRequest, task_id: int) -> HttpResponse:
    """Report a duty done."""
    found = queries.held(request.actor, task_id)
    form = forms.Completion(posted(request))
    handed_in = _evidence(request)
    return act_page(
        request,
        found,
        form,
        lambda: actions.complete(
            actor=request.actor,
            task_id=task_id,
            report=form.cleaned_data["report"],
            evidence=[(each.blob_id, each.name) for each in handed_in if each.blob_id],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Report it completed"),
            button=gettext_lazy("Report it completed"),
            icon="circle-check",
            done=gettext_lazy("Reported as completed."),
        ),
        verdict=queries.verdicts(request.actor, found).complete,
        with_evidence=True,
        handed_in=handed_in,
    )


@_both
def progress(request: ActingRequest, task_id: int) -> HttpResponse:
    """Say how far the work is."""
    found = queries.held(request.actor, task_id)
    form = forms.ProgressForm(posted(request), initial={"percent": found.progress})
    return act_page(
        request,
        found,
        form,
        lambda: actions.report_progress(
            actor=request.actor, task_id=task_id, at=request.now, **form.cleaned_data
        ),
        Face(
            heading=gettext_lazy("Report progress"),
            button=gettext_lazy("Report progress"),
            icon="gauge",
            done=gettext_lazy("Your progress is noted; whoever gave it sees it."),
        ),
        verdict=queries.verdicts(request.actor, found).progress,
    )


def _evidence(request: ActingRequest) -> list[HandedIn]:
    """The files that go with a report: handed in before, or coming with the form itself."""
    ids = request.POST.getlist("upload")
    for file in request.FILES.getlist("file"):
        upload = keeping.hand_in(
            actor=request.actor, stream=file, name=file.name or "", at=request.now
        )
        ids.append(str(upload.pk))
    return files.handed_in(request.actor, ids)

"""One way to show the form of an act, on its own page or beside the paper, and to carry it out."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from vermilion.kernel.verdicts import Verdict
from vermilion.tasks import models, queries
from vermilion.tasks.forms import Face
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on


def posted(request: ActingRequest) -> QueryDict | None:
    """What was sent, even when nothing was filled in; none while the page is only looked at."""
    return request.POST if request.method == "POST" else None


def act_page(
    request: ActingRequest,
    task: models.Task,
    form: forms.Form,
    act: Callable[[], object],
    face: Face,
    *,
    verdict: Verdict,
    **more: Any,
) -> HttpResponse:
    """Show a form; once it is sound, carry out the act and go back to where one came from."""
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            act()
            messages.success(request, str(face.done))
            return back_or(request, "desk:document", task.subject_id)
    if form.is_bound and form.non_field_errors():
        # Somebody else was quicker, perhaps: what they did stands beside what was typed.
        more["meanwhile"] = queries.as_it_stands(task)
    asked = request.POST or request.GET
    context = {
        "form": form,
        "task": task,
        "face_of_act": face,
        "verdict": verdict,
        "back": asked.get("back", ""),
        "here": request.path,
        **more,
    }
    page = "tasks/act_form.html" if request.htmx and not form.errors else "tasks/act.html"
    return render(request, page, context, status=422 if form.errors else 200)

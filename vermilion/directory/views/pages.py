"""One way to show a form and to carry out its act."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise

from vermilion.kernel.verdicts import ALLOWED, Verdict
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other_path

Text = str | Promise


def posted(request: ActingRequest) -> QueryDict | None:
    """What was sent, even when nothing was filled in; none while the page is only looked at."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: ActingRequest,
    form: forms.BaseForm,
    act: Callable[[], str],
    *,
    heading: Text,
    button: Text,
    back: str,
    about: Text = "",
    done: Text = "",
    verdict: Verdict = ALLOWED,
    danger: bool = False,
) -> HttpResponse:
    """Show a form; once it is sound, carry out the act and go to the page it names.

    What the act refuses comes back on the form, beside its field.
    """
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            goal = act()
            if done:
                messages.success(request, str(done))
            return see_other_path(goal)

    context: dict[str, Any] = {
        "form": form,
        "heading": heading,
        "button_label": button,
        "about": about,
        "back": back,
        "verdict": verdict,
        "tone": "danger" if danger else "strong",
    }
    return render(request, "directory/form.html", context, status=422 if form.errors else 200)

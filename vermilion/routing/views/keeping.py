"""What is kept for directions, and what was done in one's stead."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.routing import actions, forms, queries
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def phrases(request: ActingRequest) -> HttpResponse:
    """The phrases offered to me; keep one more."""
    form = forms.PhraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            actions.keep_phrase(actor=request.actor, at=request.now, **form.cleaned_data)
            messages.success(request, _("The phrase is offered from now on."))
            return see_other("routing:phrases")
    context = {
        "form": form,
        "phrases": queries.phrases_for(request.actor),
        "may": queries.can_keep_phrases(request.actor, of_body=False),
        "may_for_body": queries.can_keep_phrases(request.actor, of_body=True),
        "places": forms.places(),
    }
    return render(request, "routing/phrases.html", context, status=422 if form.errors else 200)


@require_POST
def phrase_striking(request: ActingRequest, phrase_id: int) -> HttpResponse:
    """Offer a phrase no longer."""
    actions.strike_phrase(actor=request.actor, phrase_id=phrase_id, at=request.now)
    messages.success(request, _("The phrase is offered no longer."))
    return see_other("routing:phrases")


@require_http_methods(["GET", "POST"])
def circles(request: ActingRequest) -> HttpResponse:
    """The circles of units of the body; keep one more."""
    form = forms.UnitCircleForm(
        request.POST if request.method == "POST" else None,
        body_id=request.actor.own_body,
        at=request.now,
    )
    if form.is_valid():
        with refusals_on(form):
            actions.keep_circle(actor=request.actor, at=request.now, **form.cleaned_data)
            messages.success(request, _("The circle can be named in directions from now on."))
            return see_other("routing:circles")
    context = {
        "form": form,
        "circles": queries.unit_circles_shown(request.actor.own_body, at=request.now),
        "may": queries.can_keep_circles(request.actor),
    }
    return render(request, "routing/circles.html", context, status=422 if form.errors else 200)


@require_POST
def circle_striking(request: ActingRequest, circle_id: int) -> HttpResponse:
    """Offer a circle of units no longer."""
    actions.strike_circle(actor=request.actor, circle_id=circle_id, at=request.now)
    messages.success(request, _("The circle is offered no longer."))
    return see_other("routing:circles")


@require_safe
def done_for_me(request: ActingRequest) -> HttpResponse:
    """What others directed in my stead."""
    context = {"done": queries.done_in_their_stead(request.actor)}
    return render(request, "routing/done_for_me.html", context)


@require_safe
def loads(request: ActingRequest) -> HttpResponse:
    """How much lies with whom in the body, to be looked at before naming somebody."""
    context = {"loads": queries.loads(request.actor, at=request.now)}
    template = "routing/loads_table.html" if request.htmx else "routing/loads.html"
    return render(request, template, context)

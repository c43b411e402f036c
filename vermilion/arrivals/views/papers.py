"""A paper registered by hand: what is known of it is offered while it is typed."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.arrivals import actions, forms, models, queries
from vermilion.arrivals.views.registering import say_registered
from vermilion.registry.types import Channel
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def paper(request: ActingRequest) -> HttpResponse:
    """Register at once a paper of which there is no file; or hand in its file after all."""
    form = _form(request, request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            entry = actions.register_paper(
                actor=request.actor,
                received=form.received(),
                once=form.cleaned_data["once"],
                at=request.now,
            )
            say_registered(request, entry)
            if "open" in request.POST:
                return see_other("desk:document", entry.document_id)
            return see_other("arrivals:paper")
    return _page(request, form, status=422 if form.errors else 200)


@require_safe
def known(request: ActingRequest) -> HttpResponse:
    """What is known of a paper that is being typed: a line that may be the same, what follows
    from its issuer. Asked for by its form."""
    form = _form(request, None, typed=request.GET)
    context = {**_known(request, form, request.GET), "asked_while_typing": True}
    return render(request, "arrivals/known.html", context)


@require_POST
def joining(request: ActingRequest) -> HttpResponse:
    """The paper is a document that is in the book already: join it there."""
    form = forms.JoiningPaper(request.POST)
    if form.is_valid():
        with refusals_on(form):
            said = form.cleaned_data
            joined = actions.join_paper(
                actor=request.actor,
                entry_id=said["entry"],
                channel=said["channel"],
                arrived_on=said["arrived_on"],
                title=said["symbol"],
                once=said["once"],
                at=request.now,
            )
            words = _("Joined to number %(number)s. No number was used.")
            messages.success(request, words % {"number": joined.entry})
            return see_other("arrivals:paper")
    return _page(request, _form(request, request.POST), act_form=form, status=422)


def _form(
    request: ActingRequest, data: QueryDict | None, *, typed: QueryDict | None = None
) -> forms.Proposal:
    said = typed.dict() if typed else {}
    return forms.Proposal(
        data,
        actor=request.actor,
        at=request.now,
        proposed=queries.Proposed(),
        initial={**said, "channel": Channel.PAPER, "once": get_random_string(20)},
        last_sender=queries.last_sender(request.actor),
    )


def _page(
    request: ActingRequest,
    form: forms.Proposal,
    *,
    act_form: forms.JoiningPaper | None = None,
    status: int,
) -> HttpResponse:
    context = {
        "form": form,
        "act_form": act_form,
        "hand_in": forms.HandIn(),
        "last_sender": queries.last_sender(request.actor),
        "may_register": queries.may_register_here(request.actor),
        **_known(request, form, request.POST),
    }
    return render(request, "arrivals/paper.html", context, status=status)


def _known(request: ActingRequest, form: forms.Proposal, typed: QueryDict) -> dict[str, object]:
    known = queries.known_of(request.actor, typed.dict(), at=request.now)
    stated = forms.stated_of(typed)
    twins = queries.twins_of(request.actor, models.Arrival(), stated, []) if stated else []
    return {
        "form": form,
        "typed": typed,
        "twins": twins,
        "suggestions": forms.suggestions_of(form, known),
    }

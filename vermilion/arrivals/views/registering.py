"""One arrival: its paper beside its proposal, and the act that enters it in the book."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vermilion.arrivals import actions, forms, models, queries
from vermilion.arrivals.types import Standing
from vermilion.arrivals.views.inbox import listed
from vermilion.arrivals.views.showing import about, is_being_read
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other, see_other_path


@require_http_methods(["GET", "POST"])
def arrival(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Read an arrival, correct its proposal, enter it in the book."""
    found = queries.arrival(request.actor, arrival_id)
    if request.method != "POST":
        return render(request, "arrivals/arrival.html", about(request, found))
    if found.standing == Standing.REGISTERED and found.entry is not None:
        # Sent a second time, such as after an answer that was lost.
        return _gone_on(request, found, found.entry)
    context = about(request, found, request.POST)
    form: forms.Proposal = context["form"]
    if form.is_valid():
        with refusals_on(form):
            entry = actions.register(
                actor=request.actor,
                arrival_id=arrival_id,
                received=form.received(),
                at=request.now,
            )
            return _gone_on(request, found, entry)
    return again(request, found, context)


@require_safe
def state(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """How far the reading of an arrival has come; asked for by its page until it is done."""
    found = queries.arrival(request.actor, arrival_id)
    files = queries.files_in(request.actor, found)
    context = {
        "arrival": found,
        "files": files,
        "paper": files[0] if files else None,
        "being_read": is_being_read(files, found),
        "just_read": True,
    }
    return render(request, "arrivals/state.html", context)


def again(
    request: ActingRequest, found: models.Arrival, context: dict[str, object]
) -> HttpResponse:
    """Show an arrival once more, with what is to be mended, where one came from."""
    if request.POST.get("beside") == "list":
        context = {**listed(request, Standing(found.standing), found), **context}
        return render(request, "arrivals/inbox.html", context, status=422)
    return render(request, "arrivals/arrival.html", context, status=422)


def gone_on(request: ActingRequest, found: models.Arrival) -> HttpResponse:
    """The next arrival, in the same surroundings; or the inbox when nothing waits any more."""
    following = queries.next_after(request.actor, found)
    if following is None:
        return see_other("arrivals:inbox")
    if request.POST.get("beside") == "list":
        return see_other_path(f"{_inbox()}?chosen={following.pk}")
    return see_other("arrivals:arrival", following.pk)


def _gone_on(request: ActingRequest, found: models.Arrival, entry: queries.Entry) -> HttpResponse:
    say_registered(request, entry)
    if "open" in request.POST:
        return see_other("desk:document", entry.document_id)
    return gone_on(request, found)


def say_registered(request: ActingRequest, entry: queries.Entry) -> None:
    messages.success(request, _("Registered under number %(number)s.") % {"number": entry})


def _inbox() -> str:
    return reverse("arrivals:inbox")

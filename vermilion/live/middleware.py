"""Forgets a draft with the answer to its form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vermilion.kernel.actors import Actor
from vermilion.live import drafts

FIELD = "_draft"
"""Which draft a form was typed into; written by the page when it is sent."""

Next = Callable[[HttpRequest], HttpResponse]


def forget_drafts(get_response: Next) -> Next:
    """Drop the draft of a form that was dealt with. One shown again with errors keeps its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "POST" or request.path.startswith("/api/"):
            return response
        actor: Actor | None = vars(request).get("actor")
        form = request.POST.get(FIELD, "")
        leads_on = response.status_code in (302, 303) or "HX-Redirect" in response
        if form and actor is not None and actor.person_id and leads_on:
            drafts.drop(actor, form[:120])
        return response

    return middleware

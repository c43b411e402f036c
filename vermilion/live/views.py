"""Opening a stream, saying that one is here, and the drafts kept for oneself."""

from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from vermilion.kernel.types import Subject
from vermilion.live import types
from vermilion.web.requests import ActingRequest

ABOUT_AT_MOST = 5


class Opening(HttpResponse):
    """A stream may be opened, for these tokens. Served by `stream.Door`.

    Where that door is not there, the answer is 204: the browser does not try again, and the page
    asks from time to time.
    """

    def __init__(self, *, tokens: frozenset[str], person: str, session: str) -> None:
        super().__init__(status=204)
        self.tokens = tokens
        self.person = person
        self.session = session


@require_GET
def stream(request: ActingRequest) -> HttpResponseBase:
    """Let a desk listen for what concerns the actor, and for the things it has open (`about`)."""
    actor = request.actor
    person = f"person:{actor.person_id}"
    about = [each for each in _subjects(request) if types.may_see(actor, each.kind, each.id)]
    return Opening(
        tokens=actor.tokens | {person} | {f"about:{each}" for each in about},
        person=person,
        session=request.session.session_key or "",
    )


def _subjects(request: ActingRequest) -> list[Subject]:
    found = []
    for text in request.GET.getlist("about")[:ABOUT_AT_MOST]:
        kind, _colon, number = text.partition(":")
        if kind.isidentifier() and number.isdecimal() and len(number) <= 18:
            found.append(Subject(kind, int(number)))
    return found

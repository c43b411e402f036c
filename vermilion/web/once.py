"""Forms that do their act once, however often they are sent: pressed twice, resent on a weak line.

A form takes part by writing `{% once %}` among its fields. Its key goes with it, also when it is
sent again from a draft; the answer to the first is kept in the transaction of the act and given
to every later sending by the same person. A refusal changed nothing and is judged anew.
"""

import hashlib
import re
import secrets
from collections.abc import Callable

from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.web import models
from vermilion.web.requests import ActingRequest

FIELD = "_once"
_KEY = re.compile(r"[A-Za-z0-9_-]{10,60}")
_KEPT_HEADERS = ("Location", "HX-Redirect", "HX-Location")

Next = Callable[[HttpRequest], HttpResponse]


def a_key(request: HttpRequest | None) -> str:
    """The key of a form: a new one, or the one it came with when it is shown again."""
    sent = request.POST.get(FIELD, "") if request is not None else ""
    return sent if _KEY.fullmatch(sent) else secrets.token_urlsafe(16)


def once(get_response: Next) -> Next:
    """Answer a form that was dealt with before as it was answered then. Stands before the view."""

    def middleware(request: HttpRequest) -> HttpResponse:
        key = request.POST.get(FIELD, "") if _is_a_form(request) else ""
        actor: Actor | None = vars(request).get("actor")
        if actor is None or actor.person_id is None or not _KEY.fullmatch(key):
            return get_response(request)
        acting: ActingRequest = request  # type: ignore[assignment] # it has an actor
        place = {"token": f"form:{actor.person_id}", "key": f"{request.path} {key}"[:200]}
        with transaction.atomic():
            _wait_for_the_first(place["token"] + place["key"])
            earlier = models.Answer.objects.filter(**place).first()
            if earlier is not None:
                return _again(acting, earlier)
            response = get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            elif _came_about(response):
                _remember(acting, place, response)
        return response

    return middleware


def _is_a_form(request: HttpRequest) -> bool:
    """Machines have a key of their own in a header; what they send is read by their door alone."""
    return request.method == "POST" and not request.path.startswith("/api/")


def _came_about(response: HttpResponse) -> bool:
    """An act ends by leading elsewhere; a form shown again does not."""
    leads_on = response.status_code in (204, 301, 302, 303, 307, 308)
    return leads_on or any(name in response for name in _KEPT_HEADERS[1:])


def _wait_for_the_first(name: str) -> None:
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _remember(request: ActingRequest, place: dict[str, str], response: HttpResponse) -> None:
    models.Answer.objects.create(
        **place,
        fingerprint=_fingerprint(request),
        actor=request.actor.name[:200],
        status=response.status_code,
        headers={name: response[name] for name in _KEPT_HEADERS if name in response},
        media_type=response.headers.get("Content-Type", ""),
        body=b"",
        at=request.now,
    )


def _again(request: ActingRequest, earlier: models.Answer) -> HttpResponse:
    if bytes(earlier.fingerprint) == _fingerprint(request):
        messages.info(request, _("This had arrived already. It was done once."))
    else:
        messages.warning(
            request,
            _(
                "This form had arrived already, and was dealt with as it was then. What you "
                "changed in it since was not saved."
            ),
        )
    return HttpResponse(status=earlier.status, headers=earlier.headers)


def _fingerprint(request: HttpRequest) -> bytes:
    digest = hashlib.sha256()
    for name, values in sorted(request.POST.lists()):
        if name not in (FIELD, "csrfmiddlewaretoken"):
            digest.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists()):
        digest.update(repr((name, [(file.name, file.size) for file in files])).encode())
    return digest.digest()

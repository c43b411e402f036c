"""Opening a stream, saying that one is here, and the drafts kept for oneself."""

import json
import re

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.http import require_GET, require_http_methods

from vermilion.kernel.cursors import as_key
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.live import drafts, presence, types
from vermilion.live.opening import Opening
from vermilion.web.requests import ActingRequest

ABOUT_AT_MOST = 5
_FORM = re.compile(r"[\w.:-]{1,120}", re.ASCII)
_WINDOW = re.compile(r"[0-9a-f-]{8,36}")


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


@require_http_methods(["GET", "POST"])
def present(request: ActingRequest, kind: str, number: int) -> HttpResponse:
    """Who else has a thing open; by POST, that I have, or had."""
    if not types.may_see(request.actor, kind, number):
        raise NotFound
    subject = Subject(kind, number)
    window = request.POST.get("window", "")
    if request.method == "GET":
        others = presence.others(request.actor, subject, at=request.now)
    elif not _WINDOW.fullmatch(window):
        return HttpResponse(status=400)
    elif request.POST.get("doing") == "gone":
        presence.leave(request.actor, subject, window=window)
        return HttpResponse(status=204)
    else:
        others = presence.be_here(
            request.actor,
            subject,
            window=window,
            writing=request.POST.get("doing") == "writing",
            at=request.now,
        )
    rows = [{"name": each.name, "post": each.post, "writing": each.writing} for each in others]
    return JsonResponse({"others": rows})


@require_http_methods(["GET", "POST", "DELETE"])
def draft(request: ActingRequest, form: str) -> HttpResponse:
    """What I typed into a form and did not send: read it, keep it, forget it.

    Keeping on top of a version that another window has replaced is answered 409, with what that
    window kept: nothing is overwritten unseen.
    """
    if not _FORM.fullmatch(form):
        raise NotFound
    if request.method == "DELETE":
        drafts.drop(request.actor, form)
        return HttpResponse(status=204)
    if request.method == "GET":
        kept = drafts.draft_of(request.actor, form, at=request.now)
        return _told(kept) if kept is not None else HttpResponse(status=204)
    given = _given(request)
    if given is None:
        return HttpResponse(status=400)
    fields, version = given
    try:
        drafts.refuse_what_may_not_lie_here(request.actor, form, fields)
        return _told(
            drafts.keep(request.actor, form, fields=fields, version=version, at=request.now)
        )
    except drafts.Newer as newer:
        return _told(newer.draft, status=409)
    except Refused as refusal:
        return JsonResponse({"reason": str(refusal)}, status=refusal.status)


def _told(kept: drafts.Draft, *, status: int = 200) -> JsonResponse:
    said = {
        "fields": kept.fields,
        "version": kept.version,
        "at": int(kept.saved_at.timestamp() * 1000),
    }
    return JsonResponse(said, status=status)


def _given(request: ActingRequest) -> tuple[dict[str, list[str]], int] | None:
    """The fields of a draft as the page sends them, and on which version they rest."""
    try:
        fields = json.loads(request.POST.get("fields", ""))
        version = int(request.POST.get("version", ""))
    except ValueError:
        return None
    whole = isinstance(fields, dict) and all(
        isinstance(values, list) and all(isinstance(value, str) for value in values)
        for values in fields.values()
    )
    return (fields, version) if whole and 0 <= version < 2**31 else None


def _subjects(request: ActingRequest) -> list[Subject]:
    found = []
    for text in request.GET.getlist("about")[:ABOUT_AT_MOST]:
        kind, _colon, number = text.partition(":")
        key = as_key(number)
        if kind.isidentifier() and key is not None:
            found.append(Subject(kind, key))
    return found

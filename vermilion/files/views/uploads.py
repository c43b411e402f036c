"""Hand files in: by a plain form, or part by part over a bad line."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.files import actions, queries, rules
from vermilion.files.actions.handing_in import largest
from vermilion.files.forms import HIGHEST, Begin, Declared
from vermilion.files.types import HandedIn, RecognitionStanding
from vermilion.kernel.refusals import Refused
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other, see_other_path

View = Callable[..., HttpResponse]


def refusals_as_asked(view: View) -> View:
    """Tell a refusal as JSON to a script that asked for JSON; a page says it otherwise."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **names: Any) -> HttpResponse:
        if not wants_json(request):
            return view(request, *args, **names)
        try:
            return view(request, *args, **names)
        except Refused as refusal:
            said = {"code": refusal.code, "sentence": str(refusal), "facts": refusal.facts}
            return JsonResponse(said, status=refusal.status)

    return told


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, rather than a browser that shows what it gets."""
    return request.headers.get("Accept", "").partition(",")[0].strip() == "application/json"


@require_http_methods(["GET", "POST"])
@refusals_as_asked
def uploads(request: ActingRequest) -> HttpResponse:
    """A form to hand files in; takes them whole, or opens an upload in parts."""
    if request.method == "GET":
        return render(request, "files/hand_in.html", {"limit": largest()})
    if request.FILES:
        return _taken_in(request)
    form = Begin(_fields(request))
    if not form.is_valid():
        return render(
            request, "files/hand_in.html", {"limit": largest(), "nothing": True}, status=422
        )
    begun = actions.begin_upload(actor=request.actor, at=request.now, **form.cleaned_data)
    return JsonResponse(_told(queries.upload(request.actor, begun.pk)), status=201)


@require_safe
@refusals_as_asked
def upload(request: ActingRequest, upload_id: UUID) -> HttpResponse:
    """How an upload and the examination of its file stand."""
    found = queries.upload(request.actor, upload_id)
    if wants_json(request):
        return JsonResponse(_told(found))
    page = "files/upload.html#state" if request.htmx else "files/upload.html"
    return render(request, page, {"upload": found})


@require_http_methods(["PUT", "POST"])
@refusals_as_asked
def part(request: ActingRequest, upload_id: UUID, offset: int) -> HttpResponse:
    """Take a part of an upload in."""
    actions.receive_part(
        actor=request.actor, upload_id=upload_id, offset=offset, stream=request, at=request.now
    )
    return JsonResponse(_told(queries.upload(request.actor, upload_id)))


@require_POST
@refusals_as_asked
def completion(request: ActingRequest, upload_id: UUID) -> HttpResponse:
    """Make one file of the parts."""
    actions.finish_upload(
        actor=request.actor,
        upload_id=upload_id,
        sha256=_fields(request).get("sha256", ""),
        at=request.now,
    )
    if wants_json(request):
        return JsonResponse(_told(queries.upload(request.actor, upload_id)))
    return see_other("files:upload", upload_id)


@require_POST
@refusals_as_asked
def withdrawal(request: ActingRequest, upload_id: UUID) -> HttpResponse:
    """Give an upload up."""
    actions.withdraw_upload(actor=request.actor, upload_id=upload_id, at=request.now)
    return HttpResponse(status=204) if wants_json(request) else see_other("files:uploads")


def recognition_told(standing: RecognitionStanding | None) -> dict[str, Any] | None:
    """How the recognition of a scan stands, for a script; nothing for files that need none."""
    if standing is None:
        return None
    return {
        "state": standing.state,
        "done": standing.done,
        "of": standing.of,
        "sentence": standing.sentence,
    }


def _taken_in(request: ActingRequest) -> HttpResponse:
    declared = Declared(request.POST)
    grade = declared.cleaned_data["grade"] or 0 if declared.is_valid() else HIGHEST
    made = [
        actions.hand_in(
            actor=request.actor,
            stream=file,
            name=file.name or "",
            declared_type=file.content_type or "",
            grade=grade,
            at=request.now,
        )
        for file in request.FILES.getlist("file")
    ]
    ids = [str(each.pk) for each in made]
    if wants_json(request):
        told = [_told(each) for each in queries.handed_in(request.actor, ids)]
        return JsonResponse({"uploads": told}, status=201)
    onward = request.POST.get("next", "")
    if not onward.startswith("/") or not url_has_allowed_host_and_scheme(onward, None):
        onward = reverse("files:upload", args=[ids[0]]) if ids else reverse("files:uploads")
        return see_other_path(onward)
    joint = "&" if "?" in onward else "?"
    return see_other_path(f"{onward}{joint}{urlencode({'upload': ids}, doseq=True)}")


def _fields(request: HttpRequest) -> dict[str, str]:
    if request.content_type != "application/json":
        return {name: str(value) for name, value in request.POST.items()}
    try:
        given = json.loads(request.body or b"{}")
    except ValueError:
        return {}
    if not isinstance(given, dict):
        return {}
    return {str(name): str(value) for name, value in given.items() if value is not None}


def _told(found: HandedIn) -> dict[str, Any]:
    content = reverse("files:content", args=[found.digest]) if found.digest else ""
    return {
        "id": str(found.upload_id),
        "url": reverse("files:upload", args=[found.upload_id]),
        "name": found.name,
        "size": found.size,
        "offset": found.received,
        "part": rules.ADVISED_PART,
        "limit": largest(),
        "finished": found.finished,
        "digest": found.digest,
        "content": content,
        "media_type": found.media_type,
        "state": found.state,
        "sentence": found.sentence,
        "warnings": list(found.warnings),
        "recognition": recognition_told(found.recognition),
    }

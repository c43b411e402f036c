"""A small API for the tests of the ground under every API: acts that leave a trace, or go wrong."""

import json
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import include, path
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from vermilion.audit import actions as audit
from vermilion.audit import models as log
from vermilion.kernel.actors import Actor, ActorKind
from vermilion.kernel.refusals import Refused
from vermilion.web.api.building import build
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Caller, Given, Number

LAN = Actor(kind=ActorKind.PERSON, name="Lan", person_id=1, body_id=1)

router = Router(auth=scope("probe"))


class Letter(Given):
    symbol: str
    pages: int = 1


class Made(Schema):
    number: int


class AlreadyThere(Refused):
    message = "It is there already, as %(symbol)s."
    field = "symbol"


@router.post(
    "/letters",
    response={201: Made},
    openapi_extra=example("A letter", body={"symbol": "1-CV/VP"}, status=201),
)
def make(request: ApiRequest, given: Letter) -> tuple[int, dict[str, int]]:
    """Write one act down."""
    with transaction.atomic():
        audit.record(request.actor, "probe.made", "letter:1", at=request.now, symbol=given.symbol)
        if given.symbol == "taken":
            raise AlreadyThere(symbol=given.symbol)
        if given.symbol == "crash":
            raise ZeroDivisionError
    number = log.Trace.objects.latest("id").id
    response = HttpResponse(json.dumps({"number": number}), status=201)
    response["Content-Type"] = "application/json"
    response["Location"] = "/api/v1/probe/letters/1"
    return response


@router.post("/files", response={201: Made})
def upload(request: ApiRequest, file: File[UploadedFile], name: Form[str]) -> HttpResponse:
    """Take a file."""
    audit.record(
        request.actor, "probe.uploaded", "file:1", at=request.now, size=file.size, name=name
    )
    return HttpResponse(b'{"number": 1}', status=201, content_type="application/json")


@router.get("/letters", response=Page[Made])
def letters(
    request: ApiRequest, response: HttpResponse, cursor: Cursor = None, limit: Limit = 3
) -> dict:
    """Every trace, oldest first."""
    found = cut(log.Trace.objects.all(), by=("act", "id"), name="probe", cursor=cursor, limit=limit)
    return page_of(request, response, found, lambda rows: [{"number": row.id} for row in rows])


@router.get("/letters/{number}", response=Made)
def letter(request: ApiRequest, number: Number) -> dict[str, int]:
    """Say the number back."""
    return {"number": number}


@router.delete("/letters/{number}", response={204: None})
def remove(request: ApiRequest, number: Number) -> HttpResponse:
    """Take it away."""
    audit.record(request.actor, "probe.removed", f"letter:{number}", at=request.now)
    return HttpResponse(status=204)


@router.get("/wrong/{kind}", response=Made)
def wrong(request: ApiRequest, kind: str) -> dict[str, int]:
    """Go wrong in one of the known ways."""
    raise {
        "gone": Http404(),
        "denied": PermissionDenied(),
        "refused": AlreadyThere(symbol="7"),
        "broken": RuntimeError("secret inside"),
    }[kind]


def authenticate(secret: str, at: datetime) -> Caller | None:
    """Two tokens: one that may use the probe, one that may not."""
    scopes = {"good": {"probe"}, "other": {"probe"}, "poor": set()}.get(secret)
    if scopes is None:
        return None
    return Caller(actor=LAN, token=secret, scopes=frozenset(scopes))


api = build(authenticate=authenticate, routers={"probe": router})

urlpatterns = [path("api/v1/", include((api.urls, "api")))]

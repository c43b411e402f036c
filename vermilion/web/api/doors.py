"""The door every call passes: who calls, is it well-formed, was it done before."""

import itertools
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja.operation import Operation, PathView

from vermilion.kernel import clock
from vermilion.web.api import problems, reading, repeating
from vermilion.web.api.types import ApiRequest, Authenticate

WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})

MEDIA_TYPES: Mapping[str, frozenset[str]] = {
    "body": frozenset({"application/json"}),
    "form": frozenset({"application/x-www-form-urlencoded", "multipart/form-data"}),
    "file": frozenset({"multipart/form-data"}),
}

View = Callable[..., HttpResponseBase]


def door(path_view: PathView, authenticate: Authenticate) -> View:
    """The view of an address, behind the door."""
    inner = path_view.get_view()
    operations = {
        method: operation for operation in path_view.operations for method in operation.methods
    }

    @wraps(inner)
    def entered(request: ApiRequest, **places: Any) -> HttpResponseBase:
        request.now = getattr(request, "now", None) or clock.now()
        try:
            response = _through(request, operations, authenticate, lambda: inner(request, **places))
        except Exception as wrong:
            response = problems.of(request, wrong)
        patch_cache_control(response, private=True, no_store=True)
        return response

    entered.csrf_exempt = True  # type: ignore[attr-defined] # a token is no cookie
    entered.login_required = False  # type: ignore[attr-defined] # the token signs in
    return entered


def nowhere(request: HttpRequest, **_places: str) -> HttpResponse:
    """The answer at every address of the API that is none."""
    return problems.answer(request, 404)


nowhere.csrf_exempt = True  # type: ignore[attr-defined] # nothing happens here
nowhere.login_required = False  # type: ignore[attr-defined] # nothing is here


def takes(operation: Operation) -> frozenset[str]:
    """The kinds of content an operation takes; none where it takes no body."""
    sources = {model.__ninja_param_source__ for model in operation.models}
    for source in ("file", "form", "body"):
        if source in sources:
            return MEDIA_TYPES[source]
    return frozenset()


def _through(
    request: ApiRequest,
    operations: Mapping[str, Operation],
    authenticate: Authenticate,
    act: Callable[[], HttpResponseBase],
) -> HttpResponseBase:
    operation = operations.get(request.method or "")
    if operation is None:
        return problems.answer(request, 405, headers={"Allow": ", ".join(sorted(operations))})
    _refuse_damaged_address(request)
    unknown = sorted(set(request.GET) - _asks(operation))
    if unknown:
        return _unknown_parameters(request, unknown)
    _recognise(request, authenticate)
    caller = request.caller
    if caller is None or request.method not in WRITES:
        _read_body(request, operation)
        return act()
    repeating.key_of(request)
    _read_body(request, operation)
    return repeating.once(request, caller, at=request.now, act=lambda: _whole(act()))


def _refuse_damaged_address(request: HttpRequest) -> None:
    for text in itertools.chain([request.path], request.GET, *dict(request.GET).values()):
        if "\x00" in text or "\ufffd" in text:
            raise problems.Unreadable(reason=_("the address holds what is no text."))


def _asks(operation: Operation) -> set[str]:
    return {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }


def _unknown_parameters(request: HttpRequest, names: list[str]) -> HttpResponse:
    # A mistyped filter that asked nothing would show more than was asked for.
    errors = [
        {
            "place": "query",
            "pointer": f"/{name}",
            "code": "unknown-parameter",
            "detail": _("This address takes no such parameter."),
        }
        for name in names
    ]
    return problems.answer(request, 422, errors=errors)


def _recognise(request: ApiRequest, authenticate: Authenticate) -> None:
    kind, _space, secret = request.headers.get("Authorization", "").partition(" ")
    request.caller = None
    if kind.lower() == "bearer" and secret.strip():
        request.caller = authenticate(secret.strip(), request.now)
    if request.caller is not None:
        request.actor = request.caller.actor


def _read_body(request: ApiRequest, operation: Operation) -> None:
    wanted = takes(operation)
    request.given = None
    if not wanted:
        return
    if not request.content_type and not request.body:
        raise problems.Unreadable(reason=_("it is empty."))
    if request.content_type not in wanted:
        raise problems.UnknownMediaType(wanted=", ".join(sorted(wanted)))
    if request.content_type == "application/json":
        request.given = reading.read_json(request.body)
    else:
        reading.refuse_what_cannot_be_kept(dict(request.POST))
        for file in request.FILES.values():
            reading.refuse_what_cannot_be_kept(getattr(file, "name", ""))


def _whole(response: HttpResponseBase) -> HttpResponse:
    if not isinstance(response, HttpResponse):
        raise TypeError("a write is answered whole, so that the answer can be kept")
    return response

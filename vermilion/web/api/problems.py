"""Everything that can go wrong, as `application/problem+json` (RFC 9457) with a trace number."""

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja.errors import AuthenticationError, HttpError, ValidationError

from vermilion.kernel.refusals import Refused
from vermilion.kernel.tracing import trace_number

logger = logging.getLogger(__name__)

MEDIA_TYPE: Final = "application/problem+json"

TITLES: Final[Mapping[int, Promise]] = {
    400: _("The request could not be read"),
    401: _("No token that opens this"),
    403: _("Not allowed"),
    404: _("Not here"),
    405: _("Not a method of this address"),
    409: _("Not now"),
    413: _("Too large"),
    415: _("Not a kind of content taken here"),
    422: _("Values that cannot be taken"),
    429: _("Too many requests"),
    500: _("Something broke"),
    503: _("Not available for the moment"),
}
"""Every status that is not a success, and what it is called."""

DETAILS: Final[Mapping[int, Promise]] = {
    400: _("The request is damaged or not put together by the rules."),
    401: _("Send a valid token: Authorization: Bearer …"),
    403: _("You may not do this."),
    404: _("This is not here, or it is not for you to see."),
    405: _("This address does not know that method; the header Allow names those it knows."),
    409: _("This cannot be done now."),
    413: _("The request is larger than this installation takes."),
    415: _("The content of this request is of a kind that this address does not take."),
    422: _("Some values cannot be taken; each is named."),
    429: _("Too many requests in a short time; wait as long as Retry-After says."),
    500: _("Something broke on our side. Give the trace number to support."),
    503: _("A part of this installation does not answer; try again."),
}
"""What each says where nothing more is known."""

_CODES: Final = {
    400: "unreadable",
    401: "not-signed-in",
    403: "not-allowed",
    404: "not-found",
    405: "unknown-method",
    409: "not-now",
    413: "too-large",
    415: "unknown-media-type",
    422: "unacceptable-values",
    429: "too-many-requests",
    500: "broken",
    503: "unavailable",
}

KINDS: Final = [(status, _CODES[status], title) for status, title in TITLES.items()]
"""Every status with its code and its title, as the reference page lists them."""


class Unreadable(Refused):
    """A request that is not put together by the rules."""

    message = _("The request could not be read: %(reason)s")
    status = 400


class UnknownMediaType(Refused):
    """A body of a kind that the operation does not take."""

    message = _("Send the body as %(wanted)s.")
    status = 415


def answer(
    request: HttpRequest,
    status: int,
    *,
    code: str = "",
    detail: str | Promise = "",
    facts: Mapping[str, Any] | None = None,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A problem as a response."""
    code = code or _CODES.get(status, f"status-{status}")
    body = {
        "type": f"/api/v1/reference#{code}" if code in _CODES.values() else "/api/v1/reference",
        "title": str(TITLES.get(status, TITLES[500])),
        "status": status,
        "detail": str(detail or DETAILS.get(status, DETAILS[500])),
        "instance": request.path,
        "code": code,
        "trace": trace_number.get(),
        "facts": {name: _plain(value) for name, value in (facts or {}).items()},
        "errors": list(errors),
    }
    content = json.dumps(body, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type=MEDIA_TYPE, headers=headers)


def of(request: HttpRequest, wrong: Exception) -> HttpResponse:
    """What went wrong, as a response. What nobody foresaw is logged and named by its number."""
    match wrong:
        case Refused():
            return _refused(request, wrong)
        case ValidationError():
            return answer(request, 422, errors=_errors(wrong))
        case AuthenticationError():
            return answer(request, 401, headers={"WWW-Authenticate": 'Bearer realm="api"'})
        case HttpError():
            return answer(request, wrong.status_code, detail=_spoken(wrong))
        case Http404():
            return answer(request, 404)
        case PermissionDenied():
            return answer(request, 403)
        case RequestDataTooBig():
            return answer(request, 413)
        case SuspiciousOperation() | BadRequest() | UnreadablePostError() | MultiPartParserError():
            return answer(request, 400)
        case DataError():
            return answer(request, 422)
        case _:
            logger.error("an operation broke at %s", request.path, exc_info=wrong)
            return answer(request, 500)


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    errors = []
    if refusal.field:
        errors = [
            {
                "place": "body",
                "pointer": f"/{refusal.field}",
                "code": refusal.code,
                "detail": str(refusal),
            }
        ]
    return answer(
        request,
        refusal.status,
        code=refusal.code,
        detail=str(refusal),
        facts=refusal.facts,
        errors=errors,
        # A refusal for haste says in its facts how long to wait.
        headers={"Retry-After": str(wait)} if (wait := refusal.facts.get("seconds")) else {},
    )


def _errors(wrong: ValidationError) -> list[dict[str, str]]:
    return [
        {
            "place": str(each["loc"][0]) if each["loc"] else "body",
            "pointer": "".join(f"/{_escaped(step)}" for step in _steps(each["loc"])),
            "code": str(each["type"]).replace("_", "-"),
            "detail": str(each["msg"]),
        }
        for each in wrong.errors
    ]


def _steps(location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    # The first step says where; in a body the second is the name of the argument that takes it.
    return location[2:] if location[0] in ("body", "form", "file") else location[1:]


def _escaped(step: str | int) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")


def _spoken(wrong: HttpError) -> str:
    # The words of the library are for programmers; of ours we keep those for people.
    return "" if wrong.status_code in DETAILS else str(wrong)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    return str(value)

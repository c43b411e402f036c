"""The time, the trace number, the content policy, the local hour and the refusals of a request."""

import secrets
from collections.abc import Callable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone

from vermilion.kernel import clock
from vermilion.kernel.refusals import Refused
from vermilion.kernel.tracing import trace_number
from vermilion.web import errors

Next = Callable[[HttpRequest], HttpResponse]


def moment_and_trace(get_response: Next) -> Next:
    """Give each request one time and one number, by which a person can name it to support."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(8)
        request.now = clock.now()  # type: ignore[attr-defined] # named by ActingRequest
        request.trace = number  # type: ignore[attr-defined] # named by ActingRequest
        token = trace_number.set(number)
        try:
            response = get_response(request)
        finally:
            trace_number.reset(token)
        response["X-Trace-Number"] = number
        return response

    return middleware


def content_policy(get_response: Next) -> Next:
    """Let pages load what this installation serves and nothing else; no inline script."""
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        )
    )

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", policy)
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response

    return middleware


def local_hour(get_response: Next) -> Next:
    """Say and read times as the wall of the actor's body shows them. Stands after the sign-in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        actor = vars(request).get("actor")
        if actor is None:
            return get_response(request)
        try:
            zone = ZoneInfo(actor.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return get_response(request)
        with timezone.override(zone):
            return get_response(request)

    return middleware


class Compressed(GZipMiddleware):
    """Send pages compressed, with a length that gives nothing away (Django's answer to BREACH).

    Files, streams and what is small already go as they are.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        is_page = response.get("Content-Type", "").startswith(("text/html", "application/json"))
        if response.streaming or not is_page:
            return response
        return super().process_response(request, response)


class Refusals:
    """Turn a refusal that escapes a view into its page, notice or problem, under its own status."""

    def __init__(self, get_response: Next) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if response.status_code == 405 and not response.content:
            allowed = response.headers.get("Allow", "")
            response = errors.answer(request, errors.WRONG_METHOD)
            response["Allow"] = allowed
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.refused(request, exception) if isinstance(exception, Refused) else None

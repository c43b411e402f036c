"""The time, the trace number and the content policy of every request."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vermilion.kernel import clock
from vermilion.kernel.tracing import trace_number

Next = Callable[[HttpRequest], HttpResponse]


def moment_and_trace(get_response: Next) -> Next:
    """Give each request one time and one number, by which a person can name it to support."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(8)
        request.now = clock.now()  # type: ignore[attr-defined]
        request.trace = number  # type: ignore[attr-defined]
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

"""Answer with kept bytes: whole, a range of them, or the word that they have not changed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from itertools import chain

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from vermilion.files import models, rules, vault
from vermilion.kernel.refusals import Refused

logger = logging.getLogger(__name__)

IN_PLACE = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
)
IN_A_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"


class InQuarantine(Refused):
    message = _("This file is in quarantine. Its page says why, and what can be done.")
    status = 403


class BytesUnavailable(Refused):
    message = _("The kept bytes of this file cannot be read at the moment. The operator is told.")
    status = 503


def answer(
    request: HttpRequest,
    row: models.Sealed,
    *,
    tag: str,
    media_type: str,
    name: str,
    download: bool = False,
) -> HttpResponse:
    """The bytes of a row, with all that lets a browser resume, leaf through, and do no harm."""
    in_place = rules.shown_in_place(media_type)
    response = _body(request, row, f'"{tag}"')
    response["ETag"] = f'"{tag}"'
    response["Accept-Ranges"] = "bytes"
    # Asked for again each time, so that a right that was taken away is gone at once.
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = IN_PLACE if in_place else IN_A_SANDBOX
    if response.status_code != 304:
        response["Content-Type"] = media_type
        header = content_disposition_header(download or not in_place, name)
        response["Content-Disposition"] = header or "attachment"
    return response


def _body(request: HttpRequest, row: models.Sealed, tag: str) -> HttpResponse:
    if tag in (each.strip() for each in request.headers.get("If-None-Match", "").split(",")):
        return HttpResponse(status=304)
    try:
        span = _span(request, row.size, tag)
    except rules.OutOfRange:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{row.size}"})
    wanted = span or rules.Span(0, row.size)
    response = _streamed(request, row, wanted)
    response["Content-Length"] = str(wanted.length)
    if span:
        response.status_code = 206
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{row.size}"
    return response


def _span(request: HttpRequest, size: int, tag: str) -> rules.Span | None:
    header = request.headers.get("Range", "")
    if not header or request.headers.get("If-Range", tag) != tag:
        return None
    return rules.spans(header, size)


def _streamed(request: HttpRequest, row: models.Sealed, span: rules.Span) -> HttpResponse:
    if request.method == "HEAD":
        return HttpResponse()
    pieces = vault.opened(row, span.start, span.stop)
    try:
        # The first piece is opened before anything is answered: what is wrong is wrong here.
        first = next(pieces, b"")
    except vault.FAULTS as fault:
        logger.exception("kept bytes at %s cannot be read", row.place)
        raise BytesUnavailable from fault
    whole = chain([first], pieces)
    if isinstance(request, ASGIRequest):
        return StreamingHttpResponse(_in_threads(whole))  # type: ignore[return-value] # a response all the same
    return StreamingHttpResponse(whole)  # type: ignore[return-value] # as above


async def _in_threads(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Piece by piece, each fetched beside the loop, so that no file is ever held whole."""
    while piece := await asyncio.to_thread(next, pieces, b""):
        yield piece

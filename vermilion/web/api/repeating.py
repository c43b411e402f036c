"""Writes that can be repeated: the same key gives the same answer, and the act happens once.

The answer is stored in the transaction of the act. A crash in between loses both or neither;
whoever did not hear the answer asks again with the same key.
"""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.refusals import Refused
from vermilion.web import models
from vermilion.web.api.types import Caller

HEADER = "Idempotency-Key"
REPEATED = "Idempotency-Replayed"
KEPT_FOR = timedelta(days=3)
_KEPT_HEADERS = ("Location", "Link", "ETag", "Content-Language")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


class KeyMissing(Refused):
    """A write without a key could not be repeated safely."""

    message = _("Send a header Idempotency-Key with a value of your own, new for each act.")
    status = 400


class KeyReused(Refused):
    """A key names one request; another with the same key is a mistake of the caller."""

    message = _("This Idempotency-Key was used for another request before.")
    status = 422


class StillWorking(Refused):
    """The first request with this key has not ended yet."""

    message = _("A request with this Idempotency-Key is being worked on. Ask again shortly.")
    status = 409


def key_of(request: HttpRequest) -> str:
    """The key that the caller gave to this write; without one, or with an odd one, refused."""
    key = request.headers.get(HEADER, "")
    if not _KEY.fullmatch(key):
        raise KeyMissing
    return key


def once(
    request: HttpRequest, caller: Caller, *, at: datetime, act: Callable[[], HttpResponse]
) -> HttpResponse:
    """Perform a write, or answer as it was answered before.

    Only what came about is remembered. A refusal changed nothing and is judged anew next time.
    """
    key = key_of(request)
    fingerprint = _fingerprint(request)
    with transaction.atomic():
        if not _locked(caller.token, key):
            raise StillWorking
        earlier = models.Answer.objects.filter(token=caller.token, key=key).first()
        if earlier is not None:
            if bytes(earlier.fingerprint) != fingerprint:
                raise KeyReused
            return _repeated(earlier)
        response = act()
        if response.status_code >= 500:
            transaction.set_rollback(True)
        elif response.status_code < 300:
            _remember(caller, key, fingerprint, response, at=at)
    return response


def forget(*, before: datetime) -> int:
    """Drop answers nobody will ask for again; tells how many."""
    count, _each = models.Answer.objects.filter(at__lt=before).delete()
    return count


def _locked(token: str, key: str) -> bool:
    digest = hashlib.sha256(f"{token}\n{key}".encode()).digest()
    number = int.from_bytes(digest[:8], "big", signed=True)
    with connection.cursor() as cursor:
        # Given back with the commit that makes the stored answer visible, or with the rollback.
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        return bool(cursor.fetchone()[0])


def _fingerprint(request: HttpRequest) -> bytes:
    """What makes two requests the same: method, address, content; not how it is packed."""
    digest = hashlib.sha256()

    def add(*parts: str | bytes) -> None:
        for part in parts:
            data = part.encode() if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)

    add(request.method or "", request.get_full_path())
    if request.content_type == "multipart/form-data":
        for name, values in sorted(request.POST.lists()):
            add(name, *(str(value) for value in values))
        for name, files in sorted(request.FILES.lists()):
            for file in files:
                add(name, file.name or "", _digest(file))
    else:
        add(request.body)
    return digest.digest()


def _digest(file: UploadedFile) -> bytes:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.digest()


def _remember(
    caller: Caller, key: str, fingerprint: bytes, response: HttpResponse, *, at: datetime
) -> None:
    models.Answer.objects.create(
        token=caller.token,
        key=key,
        fingerprint=fingerprint,
        actor=caller.actor.name,
        status=response.status_code,
        headers={name: response[name] for name in _KEPT_HEADERS if name in response},
        media_type=response.headers.get("Content-Type", ""),
        body=response.content,
        at=at,
    )


def _repeated(earlier: models.Answer) -> HttpResponse:
    return HttpResponse(
        bytes(earlier.body),
        status=earlier.status,
        content_type=earlier.media_type or None,
        headers={**earlier.headers, REPEATED: "true"},
    )

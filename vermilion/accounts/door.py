"""What a request says about whoever stands at the door: from where, with which browser, by what."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from vermilion.accounts import models
from vermilion.accounts.types import Method, Whence
from vermilion.kernel.actors import system

DOOR = system("the door")
"""In whose name tries are counted before it is known who tries."""

POST = "post"
STANDS_FOR = "stands_for"
"""Keys of the session under which the chosen post lies, and for whom one acts."""

METHOD = "signed_in_by"
SECOND_FACTOR = "second_factor"

_DEVICE_COOKIE = "__Host-device" if settings.SECURE else "device"
_DEVICE_KEPT_FOR = timedelta(days=400)
_AGENT_LENGTH = 300


def user_of(request: HttpRequest) -> models.User:
    """The account signed in. For views behind the sign-in."""
    user = request.user
    assert isinstance(user, models.User)  # noqa: S101 - what LoginRequiredMiddleware promises
    return user


def address_of(request: HttpRequest) -> str:
    """The network address, past as many proxies as the installation trusts."""
    address: str = get_adapter().get_client_ip(request)
    return address


def agent_of(request: HttpRequest) -> str:
    """What the browser says of itself."""
    return request.headers.get("User-Agent", "")[:_AGENT_LENGTH]


def device_of(request: HttpRequest) -> str:
    """The secret by which this browser is known; one made for it when it has none yet."""
    known: str = vars(request).setdefault("_device", request.COOKIES.get(_DEVICE_COOKIE, ""))
    if not known:
        known = vars(request)["_device"] = secrets.token_urlsafe(32)
    return known


def leave_device(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser keep its secret, so that it is known the next time."""
    response.set_cookie(
        _DEVICE_COOKIE,
        device_of(request),
        max_age=_DEVICE_KEPT_FOR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def whence_of(request: HttpRequest, user: AbstractBaseUser) -> Whence:
    """From where somebody comes, and by what, as far as django-allauth has recorded it."""
    records: list[dict[str, Any]] = get_authentication_records(request, user)
    factor = any(record.get("method") == "mfa" for record in records)
    passkey = any(record.get("passwordless") for record in records)
    return Whence(
        address=address_of(request),
        agent=agent_of(request),
        method=Method.PASSKEY if passkey else Method.PASSWORD,
        second_factor=factor,
    )


def live_since(at: datetime) -> datetime:
    """Sessions not used since then have ended by themselves."""
    return at - timedelta(seconds=settings.SESSION_IDLE_SECONDS)

"""The page on which one picks a person to be. It exists in the demonstration alone."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vermilion.accounts import actions, adapter, demo, door, queries
from vermilion.accounts.sessions import WHENCE
from vermilion.accounts.types import Method, Whence
from vermilion.kernel.clock import local_day
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other_path

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

Page = Callable[..., HttpResponse]


def in_demo_only(page: Page) -> Page:
    """The second lock: even a door that was routed by mistake answers nothing outside the demo."""

    @wraps(page)
    def guarded(request: ActingRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.VERMILION.in_demo:
            raise Http404
        return page(request, *args, **kwargs)

    return guarded


@login_not_required
@never_cache
@in_demo_only
@require_safe
def pick(request: ActingRequest) -> HttpResponse:
    """The cast first, each with what to try; then anybody, found by name or body while typing."""
    text = request.GET.get("q", "")[:100]
    on = local_day(request.now, settings.TIME_ZONE)
    cast = {line.sign_in_name: line for line in demo.CAST}
    people = [
        (person, cast[person.sign_in_name].what_to_try)
        for person in queries.cast_of_demo(list(cast), on=on)
    ]
    context = {
        "cast": people,
        "q": text,
        "found": queries.pickable(text, on=on),
        "everybody": queries.number_of_accounts(),
    }
    page = "accounts/demo.html#found" if request.htmx else "accounts/demo.html"
    return render(request, page, context)


@login_not_required
@in_demo_only
@require_POST
def be(request: ActingRequest, user_id: int) -> HttpResponse:
    """Become this person."""
    user = queries.account(user_id)
    whence = Whence(
        address=door.address_of(request), agent=door.agent_of(request), method=Method.DEMO
    )
    actions.sign_in(
        actor=queries.holder(user),
        user_id=user.pk,
        whence=whence,
        device_secret=door.device_of(request),
        at=request.now,
    )
    login(request, user, backend=BACKEND)
    request.session[WHENCE] = {
        "address": whence.address,
        "agent": whence.agent,
        "method": whence.method,
    }
    request.session[door.METHOD] = whence.method
    response = see_other_path("/")
    door.leave_device(request, response)
    if user.language:
        adapter.bring_preferences(request, response, user)
    return response


@login_not_required
@never_cache
@in_demo_only
@require_safe
def mail(request: ActingRequest) -> HttpResponse:
    """Mail that would have been sent, the newest first."""
    return render(request, "accounts/demo_mail.html", {"letters": demo.letters()})

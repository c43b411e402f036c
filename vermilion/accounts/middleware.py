"""Who acts in a request: after the sign-in, before the view."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vermilion.accounts import door, models, queries
from vermilion.kernel.actors import Actor
from vermilion.web.requests import ActingRequest

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

_SEEN_EVERY = timedelta(minutes=1)


def without_post(view: View) -> View:
    """Mark a view of one's own account: it serves whoever is signed in, in a post or in none."""
    vars(view)["needs_post"] = False
    return view


class SignInRequired(LoginRequiredMiddleware):
    """Every page asks for a sign-in, but for those marked `login_not_required`."""

    def handle_no_permission(  # type: ignore[override] # the base promises a redirect
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """A fragment asked for by script cannot show the sign-in page: the whole page goes."""
        if not getattr(request, "htmx", False):
            return super().handle_no_permission(request, view_func)
        here = request.headers.get("HX-Current-URL", "")
        path = here.partition(request.get_host())[2] or "/"
        response = HttpResponse(status=204)
        response["HX-Redirect"] = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': path})}"
        return response


class Acting:
    """Puts the actor on the request: the person in the post chosen, as far as it holds now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, models.User):
            acting = cast(ActingRequest, request)
            _note_use(acting)
            held = _actor_of(acting, request.user)
            acting.actor = held or queries.holder(request.user)
        response = self.get_response(request)
        if "actor" in vars(request) and not response.has_header("Cache-Control"):
            # What one person sees is not left behind in a shared browser.
            response["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],  # noqa: ARG002 - Django passes it
        kwargs: dict[str, object],  # noqa: ARG002 - Django passes it
    ) -> HttpResponse | None:
        """Stop whoever acts in no post now, and whoever owes a second factor to a duty."""
        actor: Actor | None = vars(request).get("actor")
        is_public = not getattr(view, "login_required", True)
        if actor is None or is_public or not getattr(view, "needs_post", True):
            return None
        if actor.appointment_id is None:
            return render(request, "accounts/no_post.html", status=403)
        if _owes_second_factor(request, actor):
            return render(request, "accounts/second_factor_owed.html", status=403)
        return None


def _actor_of(request: ActingRequest, user: models.User) -> Actor | None:
    session = request.session
    chosen, chosen_for = session.get(door.POST), session.get(door.STANDS_FOR)
    actor = queries.actor_in_session(user, chosen=chosen, chosen_for=chosen_for, at=request.now)
    if actor is None:
        return None
    if (actor.appointment_id, actor.for_appointment_id) != (chosen, chosen_for):
        if chosen is not None:
            messages.warning(
                request,
                _(
                    "The post you were acting in, or the right to act for another, has ended. "
                    "You now act as: %(post)s."
                )
                % {"post": actor.post},
            )
        session[door.POST] = actor.appointment_id
        session[door.STANDS_FOR] = actor.for_appointment_id
    return actor


def _owes_second_factor(request: HttpRequest, actor: Actor) -> bool:
    """Whether a duty asks for more than the password by which this session began."""
    duties = {duty.strip() for duty in settings.VERMILION.second_factor.split(",")}
    if request.session.get(door.METHOD) != "password" or duties.isdisjoint(actor.duties):
        return False
    return not request.session.get(door.SECOND_FACTOR, False)


def _note_use(request: ActingRequest) -> None:
    """Keep the last use of the session, to the minute: one statement a minute, not one a page."""
    row: models.Session | None = vars(request.session).get("row")
    if "Unattended" in request.headers:
        # Asked by the page itself while nobody may be sitting before it.
        return
    if row is not None and row.seen_at < request.now - _SEEN_EVERY:
        _keep_use(row.session_key, request.now, door.address_of(request))


def _keep_use(key: str, at: datetime, address: str) -> None:
    models.Session.objects.filter(session_key=key).update(seen_at=at, address=address)

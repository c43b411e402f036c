"""Pages of one's own account: sessions and devices, password, tokens, the post one acts in."""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.accounts import actions, door, forms, queries
from vermilion.accounts.middleware import without_post
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on, see_other

Page = Callable[..., HttpResponse]


def freshly_proven(page: Page) -> Page:
    """Ask for the password, a code or a passkey once more, when the last time is ten minutes ago.

    What was typed is not carried over: it may be a password, and would lie in the session.
    """

    @wraps(page)
    def guarded(request: ActingRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not is_reauthentication_required(request, app="vermilion.accounts"):
            return page(request, *args, **kwargs)
        [first, *_others] = get_adapter().get_reauthentication_methods(request.user)
        return redirect(f"{first['url']}?{urlencode({'next': request.get_full_path()})}")

    return guarded


@without_post
@require_safe
def sessions(request: ActingRequest) -> HttpResponse:
    """Where this account is signed in now."""
    user = door.user_of(request)
    rows = queries.devices_of(
        user.pk,
        current_key=request.session.session_key,
        live_since=door.live_since(request.now),
        at=request.now,
    )
    return render(request, "accounts/sessions.html", {"rows": rows})


@without_post
@require_POST
def end_session(request: ActingRequest, name: str) -> HttpResponse:
    """End one session of one's own."""
    user = door.user_of(request)
    actions.end_session(actor=request.actor, user_id=user.pk, name=name, at=request.now)
    messages.success(request, _("The session has ended."))
    return see_other("account:sessions")


@without_post
@require_POST
def end_other_sessions(request: ActingRequest) -> HttpResponse:
    """End every session of one's own but this."""
    number = actions.end_other_sessions(
        actor=request.actor,
        user_id=door.user_of(request).pk,
        staying=request.session.session_key,
        at=request.now,
    )
    said = ngettext(
        "%(number)d other session has ended.", "%(number)d other sessions have ended.", number
    )
    messages.success(request, said % {"number": number})
    return see_other("account:sessions")


@sensitive_post_parameters("password", "again")
@without_post
@freshly_proven
@require_http_methods(["GET", "POST"])
def password(request: ActingRequest) -> HttpResponse:
    """Set a new password of one's own."""
    user = door.user_of(request)
    form = forms.NewPassword(request.POST or None, user=user)
    if form.is_valid():
        with refusals_on(form):
            actions.set_password(
                actor=request.actor,
                user_id=user.pk,
                password=form.new(),
                staying=request.session.session_key,
                at=request.now,
            )
            # This session goes on, under a new key and the new password's mark.
            user.refresh_from_db()
            update_session_auth_hash(request, user)
            messages.success(request, _("The password is set. Other sessions have ended."))
            return see_other("mfa_index")
    status = 422 if form.errors else 200
    return render(request, "accounts/password.html", {"form": form}, status=status)


@freshly_proven
@require_http_methods(["GET", "POST"])
def tokens(request: ActingRequest) -> HttpResponse:
    """Tokens of one's own, and one more for the post one acts in. It is shown once, here."""
    user = door.user_of(request)
    form = forms.NewToken(request.POST or None)
    issued = None
    if form.is_valid():
        with refusals_on(form):
            issued = actions.issue_token(
                actor=request.actor,
                user_id=user.pk,
                appointment_id=request.actor.appointment_id or 0,
                name=form.cleaned_data["name"],
                scopes=form.chosen_scopes(),
                expires_at=form.expires_at(request.now),
                at=request.now,
            )
            form = forms.NewToken()
    context = {"form": form, "issued": issued, "tokens": queries.tokens_of(user.pk)}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@require_POST
def revoke_token(request: ActingRequest, token_id: int) -> HttpResponse:
    """End a token."""
    actions.revoke_token(actor=request.actor, token_id=token_id, at=request.now)
    messages.success(request, _("The token is revoked."))
    return see_other("account:tokens")


@without_post
@require_POST
def post(request: ActingRequest) -> HttpResponse:
    """Act in another of one's posts, or for somebody whose right one holds."""
    form = forms.Post(request.POST)
    if not form.is_valid():
        raise actions.NotInForce
    appointment_id, stands_for = form.chosen()
    chosen = actions.choose_post(
        actor=request.actor,
        user_id=door.user_of(request).pk,
        appointment_id=appointment_id,
        for_appointment_id=stands_for,
        at=request.now,
    )
    request.session[door.POST] = chosen.appointment_id
    request.session[door.STANDS_FOR] = chosen.for_appointment_id
    if chosen.for_name:
        said = _("You now act for %(name)s. Every act says so.") % {"name": chosen.for_name}
    else:
        said = _("You now act as: %(post)s, %(body)s.") % {
            "post": chosen.post,
            "body": chosen.body,
        }
    messages.success(request, said)
    return back_or(request, "account:sessions")

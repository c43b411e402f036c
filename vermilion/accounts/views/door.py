"""Pages at the door, before anybody is known: the ways back in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vermilion.accounts import actions, door, forms, queries
from vermilion.web import errors
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def lost(request: ActingRequest) -> HttpResponse:
    """Ask for a one-time link by mail. The answer is the same whoever is named."""
    form = forms.AskRecovery(request.POST or None)
    asked = form.is_valid()
    if asked:
        with refusals_on(form):
            actions.ask_recovery(
                actor=door.DOOR,
                sign_in_name=form.cleaned_data["name"],
                address=door.address_of(request),
                at=request.now,
            )
    context = {"form": form, "asked": asked and not form.errors}
    return render(request, "accounts/lost.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("password", "again")
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def recover(request: ActingRequest, secret: str) -> HttpResponse:
    """Set a new password by a one-time link."""
    link = queries.redeemable(secret, at=request.now)
    if link is None:
        return render(request, "accounts/link_spent.html", status=410)
    form = forms.NewPassword(request.POST or None, user=link.user)
    if form.is_valid():
        with refusals_on(form):
            actions.redeem_recovery(
                actor=queries.holder(link.user),
                secret=secret,
                password=form.new(),
                at=request.now,
            )
            messages.success(request, _("The password is set. Sign in with it now."))
            return see_other("account_login")
    context = {"form": form, "user_kept": link.user}
    return render(request, "accounts/recover.html", context, status=422 if form.errors else 200)


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to more requests than a limit allows: named as `handler429` of the site."""
    response = errors.answer(request, errors.TOO_MANY)
    response["Retry-After"] = "60"
    return response

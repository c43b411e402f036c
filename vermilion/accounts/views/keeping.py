"""Pages of administrators: the people of their branch, and how their accounts stand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.accounts import actions, door, forms, policy, queries
from vermilion.accounts.types import Way
from vermilion.accounts.views.own import freshly_proven
from vermilion.directory import queries as directory
from vermilion.kernel.clock import local_day
from vermilion.kernel.cursors import as_key
from vermilion.kernel.verdicts import require
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other

PAGE = 50


@require_safe
def people(request: ActingRequest) -> HttpResponse:
    """Everybody of the branch, by given name, with the state of the account."""
    require(policy.can_keep_accounts(request.actor))
    text = request.GET.get("q", "")[:100]
    after = _number(request.GET.get("after", ""))
    rows = queries.accounts_in_branch(
        request.actor,
        on=local_day(request.now, request.actor.time_zone),
        text=text,
        after=after,
        number=PAGE + 1,
    )
    context = {
        "rows": rows[:PAGE],
        "q": text,
        "next_url": _page(text, rows[PAGE - 1].person_id) if len(rows) > PAGE else "",
        "first_url": _page(text, 0) if after else "",
    }
    return render(request, "accounts/people.html", context)


def _number(text: str) -> int:
    return as_key(text) or 0


def _page(text: str, after: int) -> str:
    asked: dict[str, str | int] = {"q": text, "after": after} if text else {"after": after}
    return f"{reverse('account:people')}?{urlencode(asked)}"


@require_http_methods(["GET", "POST"])
def person(request: ActingRequest, person_id: int) -> HttpResponse:
    """One person's account: what can be done with it, why not; opens one where there is none."""
    require(policy.can_keep_accounts(request.actor))
    user = queries.account_of(person_id)
    form = forms.OpenAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.open_account(
                actor=request.actor,
                person_id=person_id,
                sign_in_name=form.cleaned_data["sign_in_name"],
                at=request.now,
            )
            messages.success(request, _("The account is open. Hand over a one-time link next."))
            return see_other("account:person", person_id)
    context = {
        "person": directory.person(person_id),
        "user_kept": user,
        "form": form,
        "lock_form": forms.Lock(),
        "verdict": policy.can_keep_account(request.actor, person_id, at=request.now),
        "sessions": _sessions(request, user.pk) if user else [],
        "has_second_factor": queries.has_second_factor(user.pk) if user else False,
    }
    return render(request, "accounts/person.html", context, status=422 if form.errors else 200)


def _sessions(request: ActingRequest, user_id: int) -> list[object]:
    since = door.live_since(request.now)
    return list(queries.devices_of(user_id, current_key=None, live_since=since, at=request.now))


@freshly_proven
@require_http_methods(["GET", "POST"])
def recovery(request: ActingRequest, user_id: int) -> HttpResponse:
    """Make a one-time link and show it once, ready to print and hand over."""
    user = queries.account(user_id)
    require(policy.can_keep_account(request.actor, user.person_id, at=request.now))
    context: dict[str, object] = {"user_kept": user}
    if request.method == "POST":
        issued = actions.issue_recovery(
            actor=request.actor, user_id=user_id, way=Way.HANDED, at=request.now
        )
        path = reverse("account:recover", args=[issued.secret])
        context |= {"issued": issued, "link": request.build_absolute_uri(path)}
    return render(request, "accounts/recovery_issued.html", context)


@require_POST
def mail_recovery(request: ActingRequest, user_id: int) -> HttpResponse:
    """Send a one-time link to the address that the directory has."""
    user = queries.account(user_id)
    actions.mail_recovery(actor=request.actor, user_id=user_id, at=request.now)
    messages.success(request, _("A one-time link is on its way by mail."))
    return see_other("account:person", user.person_id)


@require_POST
def lock(request: ActingRequest, user_id: int) -> HttpResponse:
    """Lock an account, for a reason."""
    user = queries.account(user_id)
    form = forms.Lock(request.POST)
    if form.is_valid():
        actions.lock(
            actor=request.actor, user_id=user_id, why=form.cleaned_data["why"], at=request.now
        )
        messages.success(request, _("The account is locked; its sessions have ended."))
    else:
        messages.error(request, _("Say why the account is locked."))
    return see_other("account:person", user.person_id)


@require_POST
def unlock(request: ActingRequest, user_id: int) -> HttpResponse:
    """Unlock an account."""
    user = queries.account(user_id)
    actions.unlock(actor=request.actor, user_id=user_id, at=request.now)
    messages.success(request, _("The account is open again."))
    return see_other("account:person", user.person_id)


@require_POST
def close(request: ActingRequest, user_id: int) -> HttpResponse:
    """Close an account for good."""
    user = queries.account(user_id)
    actions.close_account(actor=request.actor, user_id=user_id, at=request.now)
    messages.success(request, _("The account is closed."))
    return see_other("account:person", user.person_id)


@require_POST
def end_sessions(request: ActingRequest, user_id: int) -> HttpResponse:
    """End every session of somebody."""
    user = queries.account(user_id)
    actions.end_other_sessions(actor=request.actor, user_id=user_id, staying=None, at=request.now)
    messages.success(request, _("All sessions of this account have ended."))
    return see_other("account:person", user.person_id)


@freshly_proven
@require_POST
def remove_second_factors(request: ActingRequest, user_id: int) -> HttpResponse:
    """Take the second factors off the account of somebody who lost them."""
    user = queries.account(user_id)
    actions.remove_second_factors(actor=request.actor, user_id=user_id, at=request.now)
    messages.success(request, _("The second factors are removed; all sessions have ended."))
    return see_other("account:person", user.person_id)

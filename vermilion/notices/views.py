"""The centre of notices, the matrix, and the letters that did not arrive."""

from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.kernel.cursors import as_keys, cursor_of
from vermilion.kernel.types import Subject
from vermilion.kernel.verdicts import require
from vermilion.notices import actions, forms, panels, policy, queries
from vermilion.notices.types import house
from vermilion.web.pieces import Tab
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on, see_other, see_other_path

LONG = timedelta(hours=1)


@require_safe
def centre(request: ActingRequest) -> HttpResponse:
    """Everything that one was told, grouped by paper, with the reason; what is new comes first."""
    require(policy.can_keep_own(request.actor))
    person_id = request.actor.person_id or 0
    view, wanted = panels.asked(request, queries.number_unseen(person_id))
    found = queries.notices_of(person_id, wanted, after=request.GET.get("after", ""))
    rows = found[: queries.PAGE]
    last = rows[-1] if len(found) > queries.PAGE else None
    kept = {"view": view, "reason": wanted.reason}
    context = {
        "view": view,
        "wanted": wanted,
        "rows": panels.rows(rows, at=request.now),
        "tabs": _tabs(view, person_id),
        "reasons": panels.reasons(person_id, wanted, view),
        "may_settle_usual": policy.can_settle_usual(request.actor),
        "next_url": f"?{urlencode({**kept, 'after': cursor_of(last.at, last.pk)})}" if last else "",
        "first_url": f"?{urlencode(kept)}" if request.GET.get("after") else "",
    }
    return render(request, "notices/centre.html", context)


@require_safe
def notice(request: ActingRequest, notice_id: int) -> HttpResponse:
    """Open what a notice is about. Whoever opens it has seen it; links in mail lead here.

    Told in another post than one acts in now: the page says so, and offers to change.
    """
    found = queries.notice(request.actor.person_id, notice_id)
    posts = (request.actor.appointment_id, request.actor.for_appointment_id)
    if found.holder_id not in posts:
        holder = house.recipients([found.holder_id], request.now).get(found.holder_id)
        if holder is not None and holder.in_office:
            context = {
                "notice": found,
                "holder": holder,
                "row": panels.rows([found], at=request.now)[0],
            }
            return render(request, "notices/other_post.html", context)
    actions.see(actor=request.actor, notice_ids=[notice_id], at=request.now)
    return see_other_path(found.url)


@require_POST
def seen(request: ActingRequest) -> HttpResponse:
    """Mark one, several or all notices as seen."""
    ids = as_keys(request.POST.getlist("notice"))
    if ids:
        actions.see(actor=request.actor, notice_ids=ids[:500], at=request.now)
    elif "all" in request.POST:
        actions.see_all(actor=request.actor, at=request.now)
        messages.success(request, _("Everything is marked as read."))
    return back_or(request, "notices:centre")


@require_POST
def paper_seen(request: ActingRequest, kind: str, key: int) -> HttpResponse:
    """Whoever has a paper on the screen has seen what was told of it."""
    actions.see_about(actor=request.actor, about=Subject(kind, key), at=request.now)
    return HttpResponse(status=204)


@require_POST
def muting(request: ActingRequest, notice_id: int) -> HttpResponse:
    """Mute a paper, or be told of it again."""
    act = actions.unmute if "again" in request.POST else actions.mute
    act(actor=request.actor, notice_id=notice_id, at=request.now)
    if "again" in request.POST:
        messages.success(request, _("You will be told of this paper again."))
    else:
        messages.success(
            request, _("You will be told no more of this paper, but for alarms that need you.")
        )
    return back_or(request, "notices:centre")


@require_http_methods(["GET", "POST"])
def matrix(request: ActingRequest) -> HttpResponse:
    """Which happenings one is told of, in which part, and how."""
    require(policy.can_keep_own(request.actor))
    form = forms.Matrix(request.POST or None, groups=queries.matrix_of(request.actor))
    if form.is_valid():
        with refusals_on(form):
            choices = form.choices()
            if choices:
                actions.settle_matrix(actor=request.actor, choices=choices, at=request.now)
            messages.success(request, _("Kept. It holds from the next happening on."))
            return see_other("notices:matrix")
    context = {
        "form": form,
        "groups": form.lines(),
        "digest_form": forms.digest_hour(None, queries.rhythm_of(request.actor.person_id)),
        "address": panels.address_of(request.actor, at=request.now),
        "may_settle_usual": policy.can_settle_usual(request.actor),
    }
    return render(request, "notices/matrix.html", context, status=422 if form.errors else 200)


@require_POST
def rhythm(request: ActingRequest) -> HttpResponse:
    """When the mail of the day comes."""
    form = forms.digest_hour(request.POST, queries.rhythm_of(request.actor.person_id))
    if not form.is_valid():
        groups = forms.Matrix(None, groups=queries.matrix_of(request.actor))
        context = {
            "form": groups,
            "groups": groups.lines(),
            "digest_form": form,
            "address": panels.address_of(request.actor, at=request.now),
        }
        return render(request, "notices/matrix.html", context, status=422)
    actions.settle_rhythm(actor=request.actor, rhythm=form.rhythm(), at=request.now)
    messages.success(request, _("The mail of the day comes at this hour from now on."))
    return see_other("notices:matrix")


@require_http_methods(["GET", "POST"])
def usual(request: ActingRequest) -> HttpResponse:
    """What the people of a body are usually told of; for its administrators."""
    require(policy.can_settle_usual(request.actor))
    form = forms.Matrix(
        request.POST or None, groups=queries.usual_matrix_of(request.actor.own_body)
    )
    if form.is_valid():
        with refusals_on(form):
            choices = form.choices()
            if choices:
                actions.settle_usual(actor=request.actor, choices=choices, at=request.now)
            messages.success(request, _("Kept. It holds for everybody who chose nothing else."))
            return see_other("notices:usual")
    context = {"form": form, "groups": form.lines(), "body": request.actor.body}
    return render(request, "notices/usual.html", context, status=422 if form.errors else 200)


@require_safe
def letters(request: ActingRequest) -> HttpResponse:
    """Letters that were given up or have waited for long, for whoever can mend it."""
    require(policy.can_look_after_letters(request.actor))
    found = queries.letters_in_trouble(since=request.now - LONG)
    people = panels.letters(request.actor, list(found[:200]), at=request.now)
    return render(request, "notices/letters.html", {"letters": people})


@require_POST
def retry(request: ActingRequest, letter_id: int) -> HttpResponse:
    """Have a letter that was given up sent again."""
    actions.retry_letter(actor=request.actor, letter_id=letter_id, at=request.now)
    messages.success(request, _("It will be sent again within the minute."))
    return see_other("notices:letters")


def _tabs(view: str, person_id: int) -> list[Tab]:
    number = queries.number_unseen(person_id)
    words = {"unread": _("Unread"), "all": _("All"), "muted": _("Muted")}
    return [
        Tab(
            label=label,
            url=f"{reverse('notices:centre')}?view={name}",
            count=number if name == "unread" else None,
            current=name == view,
        )
        for name, label in words.items()
    ]

"""Reporting a problem, its fate, and the list of those who deal with them."""

from collections.abc import Callable, Mapping

from django import forms as django_forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.support import actions, forms, queries
from vermilion.support.types import SCREEN, WAITING, State, StepKind
from vermilion.web.pieces import Happening, Tab
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other

PAGE = 50
"""Rows of one page of the list."""

_FORMS: Mapping[str, type[django_forms.Form]] = {
    "answering": forms.Words,
    "replying": forms.Words,
    "postponing": forms.Postponing,
    "solving": forms.Solving,
    "declining": forms.Reason,
    "reopening": forms.Reason,
    "joining": forms.Joining,
}
"""The form of each act that needs nothing but what is typed."""


@require_http_methods(["GET", "POST"])
def reporting(request: ActingRequest) -> HttpResponse:
    """Report a problem. The page one came from, and its number for support, go with it."""
    form = forms.Reporting(request.POST or None, initial=_came_from(request))
    if form.is_valid():
        with refusals_on(form):
            problem = actions.report(
                actor=request.actor, report=form.report(_seen(request)), at=request.now
            )
            said = _("Reported under number %(number)s. You see here what becomes of it.")
            messages.success(request, said % {"number": problem.pk})
            return see_other("support:problem", problem.pk)
    context = {"form": form, "seen": _seen(request), "back": _safe(request.GET.get("page", ""))}
    status = 422 if form.errors else 200
    return render(request, "support/reporting.html", context, status=status)


@require_safe
def mine(request: ActingRequest) -> HttpResponse:
    """What I reported, and how each stands."""
    context = {
        "problems": queries.mine(request.actor)[:PAGE],
        "may_read_list": queries.may_read_list(request.actor),
    }
    return render(request, "support/mine.html", context)


@require_safe
def problems(request: ActingRequest) -> HttpResponse:
    """The problems of the branch, for those who deal with them, those due first on top."""
    show = request.GET.get("show", "")
    rows = _shown(request, queries.dealt_with(request.actor), show)
    page = _page(request)
    found = list(rows[(page - 1) * PAGE : page * PAGE + 1])
    context = {
        "problems": found[:PAGE],
        "show": show,
        "tabs": _tabs(request, show),
        "weeks": queries.weeks(request.actor, at=request.now),
        "next_url": f"?show={show}&page={page + 1}" if len(found) > PAGE else "",
        "first_url": f"?show={show}" if page > 1 else "",
    }
    return render(request, "support/problems.html", context)


@require_safe
def problem(request: ActingRequest, problem_id: int) -> HttpResponse:
    """One problem: what was reported, what was done, what I may do about it."""
    return _problem(request, problem_id)


@require_POST
def taking(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Put it into somebody's hands."""
    found = queries.problem(request.actor, problem_id)
    people = queries.supporters(found.body_id, request.now)
    form = forms.Taking(request.POST, people=people, auto_id="id_taking_%s")
    if form.is_valid():
        with refusals_on(form):
            owner_id = form.cleaned_data["owner"]
            actions.take(
                actor=request.actor, problem_id=problem_id, owner_id=owner_id, at=request.now
            )
            return _told(request, problem_id)
    return _problem(request, problem_id, taking_form=form)


@require_POST
def postponing(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Give it another day."""
    return _done(request, problem_id, "postponing", actions.postpone)


@require_POST
def answering(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Answer whoever reported it."""
    return _done(request, problem_id, "answering", actions.answer)


@require_POST
def replying(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Add something to one's own report."""
    return _done(request, problem_id, "replying", actions.reply)


@require_POST
def solving(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Say how it was solved."""
    return _done(request, problem_id, "solving", actions.solve)


@require_POST
def declining(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Say why it is not going to be changed."""
    return _done(request, problem_id, "declining", actions.decline)


@require_POST
def reopening(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Say that it is not solved after all."""
    return _done(request, problem_id, "reopening", actions.reopen)


@require_POST
def joining(request: ActingRequest, problem_id: int) -> HttpResponse:
    """Deal with it together with another report."""
    return _done(request, problem_id, "joining", actions.join)


def _done(
    request: ActingRequest, problem_id: int, name: str, act: Callable[..., object]
) -> HttpResponse:
    """Do it and go back to the problem, or show the problem with what is wrong on the form."""
    queries.problem(request.actor, problem_id)
    form = _form(name, request)
    if form.is_valid():
        with refusals_on(form):
            act(actor=request.actor, problem_id=problem_id, at=request.now, **form.cleaned_data)
            return _told(request, problem_id)
    return _problem(request, problem_id, **{f"{name}_form": form})


def _told(request: ActingRequest, problem_id: int) -> HttpResponse:
    messages.success(request, _("Done. It stands in the story of the report."))
    return see_other("support:problem", problem_id)


def _form(name: str, request: ActingRequest | None = None) -> django_forms.Form:
    # Several of them stand on one page: each has ids of its own.
    return _FORMS[name](request.POST if request else None, auto_id=f"id_{name}_%s")


def _problem(request: ActingRequest, problem_id: int, **at_hand: object) -> HttpResponse:
    found = queries.problem(request.actor, problem_id)
    people = queries.supporters(found.body_id, request.now)
    own = found.owner_id or request.actor.appointment_id
    context: dict[str, object] = {
        "problem": found,
        "steps": [_happening(step) for step in queries.steps_of(found)],
        "screen": [(SCREEN.get(name, name), said) for name, said in found.screen.items()],
        "others": queries.also_waiting(found),
        "ended_at": None if found.state in WAITING else found.state_since,
        "may": queries.verdicts(request.actor, found),
        "may_read_list": queries.may_read_list(request.actor),
        "taking_form": forms.Taking(people=people, initial={"owner": own}, auto_id="id_taking_%s"),
        **{f"{name}_form": _form(name) for name in _FORMS},
        **at_hand,
    }
    return render(request, "support/problem.html", context, status=422 if at_hand else 200)


def _happening(step: queries.Step) -> Happening:
    said = {
        StepKind.TAKEN: _("Put into the hands of %(owner)s") % {"owner": step.owner_name},
        StepKind.JOINED: _("Joined to report %(other)s") % {"other": step.other_id},
    }
    kind = StepKind(step.kind)
    since = _("Since release %(release)s.") % {"release": step.release} if step.release else ""
    return Happening(
        at=step.at,
        what=said.get(kind) or capfirst(kind.label),
        who=f"{step.by} · {step.by_post}" if step.by_post else step.by,
        note=f"{step.text}\n{since}".strip(),
    )


def _came_from(request: ActingRequest) -> dict[str, str]:
    """Where one was, as the link says, or as the browser does: the path alone, without a query."""
    page = _safe(request.GET.get("page", "")) or request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}"
    path = page.removeprefix(own).partition("?")[0]
    return {
        "page": path[:500] if path.startswith("/") else "",
        "page_title": request.GET.get("title", "")[:200],
        "trace": request.GET.get("trace", "")[:64],
    }


def _safe(page: str) -> str:
    fine = url_has_allowed_host_and_scheme(page, allowed_hosts=None) and page.startswith("/")
    return page if fine else ""


def _seen(request: ActingRequest) -> dict[str, str]:
    """What the request itself says of the screen."""
    return {
        "browser": request.headers.get("User-Agent", "")[:300],
        "language": get_language() or "",
        "theme": request.COOKIES.get("theme", "")[:20],
    }


def _shown(
    request: ActingRequest, rows: QuerySet[queries.Problem], show: str
) -> QuerySet[queries.Problem]:
    waiting = rows.filter(state__in=WAITING)
    match show:
        case "mine":
            return waiting.filter(owner_id=request.actor.appointment_id)
        case "nobody":
            return waiting.filter(state=State.REPORTED)
        case "late":
            return waiting.filter(due_at__lt=request.now)
        case "ended":
            return rows.exclude(state__in=WAITING).order_by("-state_since", "-id")
    return waiting


def _tabs(request: ActingRequest, current: str) -> list[Tab]:
    rows = queries.dealt_with(request.actor).order_by()
    return [
        Tab(
            label=label,
            url=f"{reverse('support:problems')}?show={name}",
            count=None if name == "ended" else _shown(request, rows, name).count(),
            current=name == current,
        )
        for name, label in forms.Wanted.CHOICES
    ]


def _page(request: ActingRequest) -> int:
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1

"""Read the organisation: the tree, a body, a person, all as of a day."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vermilion.access.types import Grade
from vermilion.directory import forms, policy, queries
from vermilion.kernel.actors import Duty
from vermilion.web.pieces import Crumb
from vermilion.web.requests import ActingRequest


def day_asked(request: ActingRequest) -> tuple[date, forms.AsOf]:
    """The day as of which a page is asked for: today, unless the form names another."""
    asked = forms.AsOf(request.GET or None)
    asked.is_valid()
    chosen = asked.cleaned_data.get("on") if asked.is_bound else None
    return chosen or localdate(request.now), asked


@require_safe
def bodies(request: ActingRequest) -> HttpResponse:
    """The tree of bodies, opened level by level; or what a search finds."""
    on, asked = day_asked(request)
    text = asked.cleaned_data.get("q", "") if asked.is_bound else ""
    below = request.GET.get("below", "")
    top = queries.body(int(below)) if below.isdigit() else None
    context = {
        "asked": asked,
        "on": on,
        "is_today": on == localdate(request.now),
        "text": text,
        "found": queries.search(text, on=on) if text else [],
        "top": top,
        "crumbs": _way_to(top.pk, "directory:bodies") if top else [],
        "branches": [] if text else queries.children_on(top.pk if top else None, on),
    }
    return render(request, "directory/bodies.html", context)


def _way_to(body_id: int, page: str) -> list[Crumb]:
    """The bodies above one, each leading to its page or to its part of the tree."""
    tree = reverse("directory:bodies")
    return [
        Crumb(label=_("All bodies"), url=tree),
        *(
            Crumb(
                label=each.name,
                url=f"{tree}?below={each.id}"
                if page == "directory:bodies"
                else reverse(page, args=[each.id]),
            )
            for each in queries.ancestors(body_id)
        ),
    ]


@require_safe
def below(request: ActingRequest, body_id: int) -> HttpResponse:
    """The bodies just below one: the part of the tree that opens under it."""
    on, _asked = day_asked(request)
    context = {
        "branches": queries.children_on(body_id, on),
        "on": on,
        "is_today": on == localdate(request.now),
    }
    return render(request, "directory/bodies.html#branches", context)


@require_safe
def body(request: ActingRequest, body_id: int) -> HttpResponse:
    """A body as of a day: what it is, its units, posts and people, and what it was."""
    on, asked = day_asked(request)
    found = queries.body(body_id)
    context = {
        "body": found,
        "then": queries.body_on(body_id, on),
        "asked": asked,
        "on": on,
        "is_today": on == localdate(request.now),
        "kind": forms.kind_name(found.kind),
        "crumbs": _way_to(body_id, "directory:body"),
        "identifiers": queries.identifiers_of(body_id),
        "units": queries.units_on(body_id, on),
        "posts": queries.posts_on(body_id, on),
        "below": queries.children_on(body_id, on),
        "successors": queries.successors_of(body_id),
        "predecessors": queries.predecessors_of(body_id),
        "history": queries.history_of(body_id),
        "may_administer": policy.can_administer(request.actor, found),
        "may_move": policy.can_end_or_move(request.actor, found),
        "is_administrator": request.actor.has(Duty.ADMINISTRATOR),
    }
    return render(request, "directory/body.html", context)


@require_safe
def people(request: ActingRequest, body_id: int) -> HttpResponse:
    """The people of a branch, by given name, fifty at a time."""
    found = queries.body(body_id)
    looked = forms.Looking(request.GET or None)
    text = looked.cleaned_data["q"] if looked.is_bound and looked.is_valid() else ""
    page = max(0, int(request.GET["page"])) if request.GET.get("page", "").isdigit() else 0
    rows = list(
        queries.people_of_branch(body_id, on=localdate(request.now), text=text)[
            page * 50 : page * 50 + 51
        ]
    )
    address = f"{reverse('directory:people', args=[body_id])}?q={text}"
    context = {
        "body": found,
        "looked": looked,
        "text": text,
        "people": rows[:50],
        "next_url": f"{address}&page={page + 1}" if len(rows) > 50 else "",
        "first_url": address if page else "",
        "may_administer": policy.can_administer(request.actor, found),
    }
    return render(request, "directory/people.html", context)


@require_safe
def person(request: ActingRequest, person_id: int) -> HttpResponse:
    """A person, and the posts held and once held."""
    found = queries.person(person_id)
    held = {
        each.appointment_id: each.is_main
        for each in queries.posts_held_by(person_id, at=request.now)
        if each.for_appointment_id is None
    }
    context = {
        "person": found,
        "appointments": queries.appointments_of(person_id),
        "held": held,
        "main": [appointment_id for appointment_id, is_main in held.items() if is_main],
        "clearance": Grade(found.clearance).label,
        "is_oneself": request.actor.person_id == person_id,
        "may_keep": policy.can_keep_person(request.actor, found),
    }
    return render(request, "directory/person.html", context)


@require_safe
def delegations(request: ActingRequest, body_id: int) -> HttpResponse:
    """Who may act in whose stead in a body, and who assists whom."""
    found = queries.body(body_id)
    today = localdate(request.now)
    context = {
        "body": found,
        "delegations": queries.delegations_of(body_id, on=today),
        "assistants": queries.assistants_of(body_id, on=today),
        "may_give": policy.can_administer(request.actor, found) or request.actor.body_id == body_id,
    }
    return render(request, "directory/delegations.html", context)


@require_safe
def circles(request: ActingRequest, body_id: int) -> HttpResponse:
    """The circles that a body may address."""
    found = queries.body(body_id)
    context = {
        "body": found,
        "circles": queries.circles_of(body_id),
        "may_keep": policy.can_keep_circles(request.actor, found),
    }
    return render(request, "directory/circles.html", context)


@require_safe
def circle(request: ActingRequest, circle_id: int) -> HttpResponse:
    """A circle, and the bodies it stands for now."""
    found = queries.circle(circle_id)
    context = {
        "circle": found,
        "kinds": [forms.kind_name(kind) for kind in found.kinds.order_by("ordinal", "pk")],
        "recipients": queries.recipients_of(circle_id, at=request.now),
        "may_keep": policy.can_keep_circles(request.actor, found.owner),
    }
    return render(request, "directory/circle.html", context)

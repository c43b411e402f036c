"""Acts upon delegations, assistants and circles."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.directory import actions, forms, models, policy, queries
from vermilion.directory.types import Authority
from vermilion.directory.views.pages import form_page, posted
from vermilion.kernel.verdicts import ALLOWED, Verdict
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


def _may_give(request: ActingRequest, body: models.Body) -> Verdict:
    """People of the body may open the form: whether they are the giver the act itself asks."""
    if request.actor.body_id == body.pk:
        return ALLOWED
    return policy.can_administer(request.actor, body)


@_both
def deputies(request: ActingRequest, body_id: int) -> HttpResponse:
    """Name a standing deputy."""
    body = queries.body(body_id)
    seats = queries.people_in(body_id, request.now)
    form = forms.Deputising(posted(request), seats=seats)
    page = reverse("directory:delegations", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.name_deputy(
            actor=request.actor,
            giver_id=int(typed["giver"]),
            holder_id=int(typed["holder"]),
            matter=typed["matter"],
            on=typed["on"],
            until=typed["until"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Name a deputy"),
        about=_("A deputy signs for the head (KT) and acts in the head’s stead."),
        button=_("Name the deputy"),
        back=page,
        verdict=_may_give(request, body),
    )


@_both
def authorities(request: ActingRequest, body_id: int) -> HttpResponse:
    """Let another sign by order or by written authority."""
    body = queries.body(body_id)
    seats = queries.people_in(body_id, request.now)
    form = forms.Delegating(posted(request), seats=seats)
    page = reverse("directory:delegations", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.delegate(
            actor=request.actor,
            giver_id=int(typed["giver"]),
            holder_id=int(typed["holder"]),
            authority=Authority(typed["authority"]),
            matter=typed["matter"],
            document_types=form.types(),
            basis=typed["basis"],
            on=typed["on"],
            until=typed["until"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Give a right to sign"),
        about=_(
            "By order (TL): to the head of a unit. By written authority (TUQ): limited in matter "
            "and time, and it goes no further (Decree 30/2020/NĐ-CP, Article 13)."
        ),
        button=_("Give the right"),
        back=page,
        verdict=_may_give(request, body),
    )


@_both
def passing_on(request: ActingRequest, delegation_id: int) -> HttpResponse:
    """Pass on what is held by order to a deputy."""
    held = queries.delegation(delegation_id)
    body = held.giver.post.body
    form = forms.PassingOn(posted(request), seats=queries.people_in(body.pk, request.now))
    page = reverse("directory:delegations", args=[body.pk])

    def act() -> str:
        typed = form.cleaned_data
        actions.pass_on(
            actor=request.actor,
            delegation_id=delegation_id,
            holder_id=int(typed["holder"]),
            on=typed["on"],
            until=typed["until"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Pass on what %(name)s holds by order") % {"name": held.holder.person.full_name},
        button=_("Pass it on"),
        back=page,
        verdict=_may_give(request, body),
    )


@_both
def delegation_end(request: ActingRequest, delegation_id: int) -> HttpResponse:
    """End a right to act in another's stead."""
    held = queries.delegation(delegation_id)
    form = forms.Nothing(posted(request))
    page = reverse("directory:delegations", args=[held.giver.post.body_id])

    def act() -> str:
        actions.end_delegation(actor=request.actor, delegation_id=delegation_id, at=request.now)
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("%(name)s no longer acts for %(giver)s")
        % {"name": held.holder.person.full_name, "giver": held.giver.person.full_name},
        about=_("It ends at once, with whatever was passed on from it."),
        button=_("End it"),
        back=page,
        verdict=policy.can_delegate(request.actor, held.giver),
        danger=True,
    )


@_both
def assistants(request: ActingRequest, body_id: int) -> HttpResponse:
    """Assign an assistant to a leader."""
    body = queries.body(body_id)
    form = forms.Assisting(posted(request), seats=queries.people_in(body_id, request.now))
    page = reverse("directory:delegations", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.assign_assistant(
            actor=request.actor,
            leader_id=int(typed["giver"]),
            assistant_id=int(typed["holder"]),
            on=typed["on"],
            until=typed["until"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Assign an assistant"),
        about=_("An assistant sees what is laid before the leader and prepares it; no more."),
        button=_("Assign"),
        back=page,
        verdict=_may_give(request, body),
    )


@_both
def assistance_end(request: ActingRequest, assistance_id: int) -> HttpResponse:
    """End an assistance."""
    held = queries.assistance(assistance_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:delegations", args=[held.leader.post.body_id])

    def act() -> str:
        actions.end_assistance(
            actor=request.actor,
            assistance_id=assistance_id,
            at=request.now,
            on=form.cleaned_data["on"],
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("%(name)s no longer assists %(leader)s")
        % {"name": held.assistant.person.full_name, "leader": held.leader.person.full_name},
        button=_("End it"),
        back=page,
        verdict=policy.can_delegate(request.actor, held.leader),
        danger=True,
    )


@_both
def circle_drawing(request: ActingRequest, body_id: int) -> HttpResponse:
    """Draw a circle of recipients."""
    body = queries.body(body_id)
    form = forms.CircleForm(posted(request))

    def act() -> str:
        typed = form.cleaned_data
        made = actions.draw_circle(
            actor=request.actor,
            owner_id=body_id,
            name=typed["name"],
            branch_id=typed["branch"],
            kinds=typed["kinds"],
            members=typed["members"],
            at=request.now,
        )
        return reverse("directory:circle", args=[made.pk])

    return form_page(
        request,
        form,
        act,
        heading=_("Draw a circle of recipients"),
        about=_("The bodies above do not see it; the bodies below may use it."),
        button=_("Draw the circle"),
        back=reverse("directory:circles", args=[body_id]),
        verdict=policy.can_keep_circles(request.actor, body),
    )


@_both
def circle_redrawing(request: ActingRequest, circle_id: int) -> HttpResponse:
    """Redraw a circle."""
    circle = queries.circle(circle_id)
    members = circle.members.order_by("sort_key", "pk").values_list("name", flat=True)
    form = forms.CircleForm(
        posted(request),
        initial={
            "name": circle.name,
            "branch": circle.branch_id,
            "kinds": list(circle.kinds.values_list("code", flat=True)),
            "members": "\n".join(members),
        },
    )
    page = reverse("directory:circle", args=[circle_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.redraw_circle(
            actor=request.actor,
            circle_id=circle_id,
            name=typed["name"],
            branch_id=typed["branch"],
            kinds=typed["kinds"],
            members=typed["members"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Redraw %(name)s") % {"name": circle.name},
        about=_("What was sent before keeps the recipients it had."),
        button=_("Redraw the circle"),
        back=page,
        verdict=policy.can_keep_circles(request.actor, circle.owner),
    )


@_both
def circle_end(request: ActingRequest, circle_id: int) -> HttpResponse:
    """End a circle."""
    circle = queries.circle(circle_id)
    form = forms.Nothing(posted(request))
    page = reverse("directory:circles", args=[circle.owner_id])

    def act() -> str:
        actions.end_circle(actor=request.actor, circle_id=circle_id, at=request.now)
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("End the circle %(name)s") % {"name": circle.name},
        about=_("It is no longer offered. What was sent before keeps its recipients."),
        button=_("End the circle"),
        back=page,
        verdict=policy.can_keep_circles(request.actor, circle.owner),
        danger=True,
    )

"""Acts upon bodies and their codes."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from vermilion.directory import actions, forms, policy, queries
from vermilion.directory.types import Succession
from vermilion.directory.views.pages import form_page, posted
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


@_both
def founding(request: ActingRequest, body_id: int) -> HttpResponse:
    """Found a body below another."""
    parent = queries.body(body_id)
    form = forms.Founding(posted(request))

    def act() -> str:
        made = actions.found_body(
            actor=request.actor, parent_id=body_id, at=request.now, **form.cleaned_data
        )
        return reverse("directory:body", args=[made.pk])

    return form_page(
        request,
        form,
        act,
        heading=_("Found a body below %(name)s") % {"name": parent.name},
        button=_("Found the body"),
        back=reverse("directory:body", args=[body_id]),
        verdict=policy.can_found_below(request.actor, parent),
    )


@_both
def name(request: ActingRequest, body_id: int) -> HttpResponse:
    """Rename a body; what it was called before is kept."""
    body = queries.body(body_id)
    form = forms.Renaming(
        posted(request),
        initial={
            "name": body.name,
            "short_name": body.short_name,
            "abbreviation": body.abbreviation,
        },
    )
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.rename_body(
            actor=request.actor, body_id=body_id, at=request.now, **form.cleaned_data
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Rename %(name)s") % {"name": body.name},
        about=_("The name before stays findable and is shown as of every earlier day."),
        button=_("Rename"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def particulars(request: ActingRequest, body_id: int) -> HttpResponse:
    """Correct the kind, the place and the time zone of a body."""
    body = queries.body(body_id)
    form = forms.Particulars(
        posted(request),
        initial={"kind": body.kind.code, "place": body.place, "time_zone": body.time_zone},
    )
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.alter_body(
            actor=request.actor, body_id=body_id, at=request.now, **form.cleaned_data
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Particulars of %(name)s") % {"name": body.name},
        button=pgettext("directory", "Correct"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def place(request: ActingRequest, body_id: int) -> HttpResponse:
    """Place a body, with everything below it, below another."""
    body = queries.body(body_id)
    form = forms.Placing(posted(request), initial={"parent": body.parent_id})
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.move_body(
            actor=request.actor,
            body_id=body_id,
            parent_id=form.cleaned_data["parent"],
            on=form.cleaned_data["on"],
            at=request.now,
        )
        return page

    count = queries.branch(body_id).count() - 1
    return form_page(
        request,
        form,
        act,
        heading=_("Move %(name)s") % {"name": body.name},
        about=_("The bodies below it move along: %(count)s.") % {"count": count},
        button=_("Move"),
        back=page,
        verdict=policy.can_end_or_move(request.actor, body),
    )


@_both
def closing(request: ActingRequest, body_id: int) -> HttpResponse:
    """Close a body; the page says first what ends with it."""
    body = queries.body(body_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.close_body(
            actor=request.actor, body_id=body_id, at=request.now, on=form.cleaned_data["on"]
        )
        return page

    ends = _("With it end: units %(units)s, posts %(posts)s, codes %(codes)s.") % {
        "units": len(queries.units_of(body_id, request.now)),
        "posts": len(queries.posts_of(body_id, request.now)),
        "codes": queries.identifiers_of(body_id).filter(valid_to=None).count(),
    }
    return form_page(
        request,
        form,
        act,
        heading=_("Close %(name)s") % {"name": body.name},
        about=ends,
        button=_("Close the body"),
        back=page,
        verdict=policy.can_end_or_move(request.actor, body),
        danger=True,
    )


@_both
def successors(request: ActingRequest, body_id: int) -> HttpResponse:
    """Say which body took over."""
    body = queries.body(body_id)
    form = forms.Succeeding(posted(request))
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.succeed(
            actor=request.actor,
            body_id=body_id,
            successor_ids=[form.cleaned_data["successor"]],
            manner=Succession(form.cleaned_data["manner"]),
            on=form.cleaned_data["on"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Successor of %(name)s") % {"name": body.name},
        about=_("What still comes under its name and codes leads to the successor."),
        button=_("Enter the successor"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def identifiers(request: ActingRequest, body_id: int) -> HttpResponse:
    """Give a body a code."""
    body = queries.body(body_id)
    form = forms.Coding(posted(request))
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        actions.add_identifier(
            actor=request.actor, body_id=body_id, at=request.now, **form.cleaned_data
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("A code for %(name)s") % {"name": body.name},
        button=_("Enter the code"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def retirement(request: ActingRequest, identifier_id: int) -> HttpResponse:
    """Retire a code."""
    code = queries.identifier(identifier_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:body", args=[code.body_id])

    def act() -> str:
        actions.retire_identifier(
            actor=request.actor,
            identifier_id=identifier_id,
            at=request.now,
            on=form.cleaned_data["on"],
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Retire the code %(code)s") % {"code": code.value},
        about=_("It still leads to %(name)s, as a former code.") % {"name": code.body.name},
        button=_("Retire the code"),
        back=page,
        verdict=policy.can_administer(request.actor, code.body),
        danger=True,
    )

"""Acts upon units and posts."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.directory import actions, forms, policy, queries
from vermilion.directory.views.pages import form_page, posted
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


@_both
def units(request: ActingRequest, body_id: int) -> HttpResponse:
    """Open a unit in a body."""
    body = queries.body(body_id)
    form = forms.UnitOpening(posted(request), body_id=body_id, today=localdate(request.now))
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.open_unit(
            actor=request.actor,
            body_id=body_id,
            name=typed["name"],
            abbreviation=typed["abbreviation"],
            parent_id=forms.number(typed["parent"]),
            on=typed["on"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Open a unit in %(name)s") % {"name": body.name},
        button=_("Open the unit"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def unit_name(request: ActingRequest, unit_id: int) -> HttpResponse:
    """Rename a unit or give it another place in the list."""
    unit = queries.unit(unit_id)
    form = forms.UnitRenaming(
        posted(request),
        initial={
            "name": unit.name,
            "abbreviation": unit.abbreviation,
            "ordinal": unit.ordinal,
        },
    )
    page = reverse("directory:body", args=[unit.body_id])

    def act() -> str:
        actions.rename_unit(
            actor=request.actor, unit_id=unit_id, at=request.now, **form.cleaned_data
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Rename %(name)s") % {"name": unit.name},
        button=_("Rename"),
        back=page,
        verdict=policy.can_administer(request.actor, unit.body),
    )


@_both
def unit_place(request: ActingRequest, unit_id: int) -> HttpResponse:
    """Move a unit, with its units, posts and people."""
    unit = queries.unit(unit_id)
    form = forms.UnitPlacing(
        posted(request),
        body_id=unit.body_id,
        today=localdate(request.now),
        initial={"parent": unit.parent_id or ""},
    )

    def act() -> str:
        typed = form.cleaned_data
        moved = actions.move_unit(
            actor=request.actor,
            unit_id=unit_id,
            body_id=typed["body"],
            parent_id=forms.number(typed["parent"]),
            on=typed["on"],
            at=request.now,
        )
        return reverse("directory:body", args=[moved.body_id])

    return form_page(
        request,
        form,
        act,
        heading=_("Move %(name)s") % {"name": unit.name},
        about=_("The units below it, their posts and their people move along."),
        button=_("Move"),
        back=reverse("directory:body", args=[unit.body_id]),
        verdict=policy.can_administer(request.actor, unit.body),
    )


@_both
def unit_closing(request: ActingRequest, unit_id: int) -> HttpResponse:
    """Close a unit."""
    unit = queries.unit(unit_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:body", args=[unit.body_id])

    def act() -> str:
        actions.close_unit(
            actor=request.actor, unit_id=unit_id, at=request.now, on=form.cleaned_data["on"]
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Close %(name)s") % {"name": unit.name},
        about=_("The units below it and its empty posts end with it."),
        button=_("Close the unit"),
        back=page,
        verdict=policy.can_administer(request.actor, unit.body),
        danger=True,
    )


@_both
def posts(request: ActingRequest, body_id: int) -> HttpResponse:
    """Create a post in a body."""
    body = queries.body(body_id)
    form = forms.PostForm(posted(request), body_id=body_id, today=localdate(request.now))
    page = reverse("directory:body", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.create_post(
            actor=request.actor,
            body_id=body_id,
            title=typed["title"],
            unit_id=forms.number(typed["unit"]),
            duties=typed["duties"],
            signs_as=typed["signs_as"],
            ordinal=typed["ordinal"],
            on=typed["on"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Create a post in %(name)s") % {"name": body.name},
        button=_("Create the post"),
        back=page,
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def post(request: ActingRequest, post_id: int) -> HttpResponse:
    """Alter a post: its title, unit and duties. Whoever holds it keeps it."""
    found = queries.post(post_id)
    form = forms.PostForm(
        posted(request),
        body_id=found.body_id,
        today=localdate(request.now),
        initial={
            "title": found.title,
            "unit": found.unit_id or "",
            "duties": found.duties,
            "signs_as": found.signs_as,
            "ordinal": found.ordinal,
        },
    )
    page = reverse("directory:body", args=[found.body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.alter_post(
            actor=request.actor,
            post_id=post_id,
            title=typed["title"],
            unit_id=forms.number(typed["unit"]),
            duties=typed["duties"],
            signs_as=typed["signs_as"],
            ordinal=typed["ordinal"],
            on=typed["on"],
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("The post %(title)s") % {"title": found.title},
        about=_("Whoever holds the post keeps it, with the duties it then carries."),
        button=_("Alter the post"),
        back=page,
        verdict=policy.can_administer(request.actor, found.body),
    )


@_both
def post_closing(request: ActingRequest, post_id: int) -> HttpResponse:
    """Close a post."""
    found = queries.post(post_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:body", args=[found.body_id])

    def act() -> str:
        actions.close_post(
            actor=request.actor, post_id=post_id, at=request.now, on=form.cleaned_data["on"]
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Close the post %(title)s") % {"title": found.title},
        about=_("Whoever holds it holds it no longer from that day on."),
        button=_("Close the post"),
        back=page,
        verdict=policy.can_administer(request.actor, found.body),
        danger=True,
    )

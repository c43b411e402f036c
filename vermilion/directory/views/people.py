"""Acts upon people and their appointments."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from vermilion.directory import actions, forms, policy, queries
from vermilion.directory.views.pages import form_page, posted
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


@_both
def entering(request: ActingRequest, body_id: int) -> HttpResponse:
    """Enter a person, to be appointed next."""
    body = queries.body(body_id)
    form = forms.PersonForm(posted(request))

    def act() -> str:
        made = actions.enter_person(
            actor=request.actor, kept_by_id=body_id, at=request.now, **form.cleaned_data
        )
        return reverse("directory:person", args=[made.pk])

    return form_page(
        request,
        form,
        act,
        heading=_("Enter a person"),
        about=_("Kept by %(name)s until appointed to a post.") % {"name": body.name},
        button=_("Enter the person"),
        back=reverse("directory:people", args=[body_id]),
        verdict=policy.can_administer(request.actor, body),
    )


@_both
def particulars(request: ActingRequest, person_id: int) -> HttpResponse:
    """Correct a person's name, addresses and clearance."""
    person = queries.person(person_id)
    form = forms.PersonForm(
        posted(request),
        initial={
            "full_name": person.full_name,
            "email": person.email,
            "telephone": person.telephone,
            "clearance": person.clearance,
        },
    )
    page = reverse("directory:person", args=[person_id])

    def act() -> str:
        actions.correct_person(
            actor=request.actor, person_id=person_id, at=request.now, **form.cleaned_data
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Particulars of %(name)s") % {"name": person.full_name},
        button=pgettext("directory", "Correct"),
        back=page,
        verdict=policy.can_keep_person(request.actor, person),
    )


@_both
def appointments(request: ActingRequest, post_id: int) -> HttpResponse:
    """Appoint somebody to a post."""
    post = queries.post(post_id)
    keeper = request.actor.body_id or post.body_id
    people = queries.people_of_branch(keeper, on=localdate(request.now))
    form = forms.Appointing(
        posted(request), people=people[:2_000], initial={"person": request.GET.get("person")}
    )
    page = reverse("directory:body", args=[post.body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.appoint(
            actor=request.actor,
            person_id=int(typed["person"]),
            post_id=post_id,
            on=typed["on"],
            until=typed["until"],
            is_main=typed["is_main"] or None,
            at=request.now,
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Appoint to the post %(title)s") % {"title": post.title},
        about=_("Other posts the person holds stay as they are."),
        button=_("Appoint"),
        back=page,
        verdict=policy.can_administer(request.actor, post.body),
    )


@_both
def appointment_end(request: ActingRequest, appointment_id: int) -> HttpResponse:
    """End an appointment."""
    seat = queries.seat(appointment_id)
    form = forms.Ending(posted(request))
    page = reverse("directory:person", args=[seat.person_id])

    def act() -> str:
        actions.end_appointment(
            actor=request.actor,
            appointment_id=appointment_id,
            at=request.now,
            on=form.cleaned_data["on"],
        )
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("%(name)s no longer holds the post %(title)s")
        % {"name": seat.person.full_name, "title": seat.post.title},
        about=_("What was delegated to or by this post ends with it."),
        button=_("End the appointment"),
        back=page,
        verdict=policy.can_administer(request.actor, seat.post.body),
        danger=True,
    )


@_both
def appointment_main(request: ActingRequest, appointment_id: int) -> HttpResponse:
    """Make a post the main one."""
    seat = queries.seat(appointment_id)
    form = forms.Nothing(posted(request))
    page = reverse("directory:person", args=[seat.person_id])

    def act() -> str:
        actions.make_main(actor=request.actor, appointment_id=appointment_id, at=request.now)
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("Main post of %(name)s") % {"name": seat.person.full_name},
        about=_("%(title)s becomes the main post from today on.") % {"title": seat.post.title},
        button=_("Make it the main post"),
        back=page,
        verdict=policy.can_make_main(request.actor, seat),
    )

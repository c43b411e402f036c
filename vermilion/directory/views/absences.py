"""Who is away in a body, and entering that somebody will be."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vermilion.directory import actions, forms, policy, queries
from vermilion.directory.views.pages import form_page, posted
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import unless
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


@require_safe
def absences(request: ActingRequest, body_id: int) -> HttpResponse:
    """Who is away in a body, now and soon."""
    found = queries.body(body_id)
    rows = queries.absences_in(body_id, at=request.now)
    context = {
        "body": found,
        "absences": [
            (each, policy.can_declare_absence(request.actor, each.appointment)) for each in rows
        ],
        "may_declare": request.actor.body_id == body_id
        or policy.can_administer(request.actor, found),
    }
    return render(request, "directory/absences.html", context)


@_both
def absent(request: ActingRequest, body_id: int) -> HttpResponse:
    """Enter that somebody is away: oneself, or whom one may enter it for."""
    body = queries.body(body_id)
    seats = queries.people_in(body_id, request.now)
    form = forms.Absent(
        posted(request), seats=seats, initial={"appointment": request.actor.appointment_id}
    )
    page = reverse("directory:absences", args=[body_id])

    def act() -> str:
        typed = form.cleaned_data
        actions.declare_absence(
            actor=request.actor,
            appointment_id=int(typed["appointment"]),
            first_day=typed["first_day"],
            last_day=typed["last_day"],
            deputy_id=int(typed["deputy"]) if typed["deputy"] else None,
            note=typed["note"],
            at=request.now,
        )
        return page

    here = unless(
        request.actor.body_id == body_id or bool(policy.can_administer(request.actor, body)),
        _("Absences are entered in one’s own body, or by an administrator."),
    )
    return form_page(
        request,
        form,
        act,
        heading=_("Enter an absence"),
        about=_(
            "Whoever stands in finds the absent person under the own name, at the top of every "
            "page, and acts for them; each act says so."
        ),
        button=_("Enter the absence"),
        done=_("The absence is entered. Whoever stands in can act from the first day on."),
        back=page,
        verdict=here,
    )


@_both
def absence_end(request: ActingRequest, absence_id: int) -> HttpResponse:
    """Somebody is back earlier, or does not go."""
    found = queries.absence(absence_id)
    if found is None:
        raise NotFound
    page = reverse("directory:absences", args=[found.appointment.post.body_id])
    form = forms.Nothing(posted(request))

    def act() -> str:
        actions.end_absence(actor=request.actor, absence_id=absence_id, at=request.now)
        return page

    return form_page(
        request,
        form,
        act,
        heading=_("End the absence of %(name)s") % {"name": found.appointment.person.full_name},
        about=_("Standing in ends with it, at once."),
        button=_("End the absence"),
        back=page,
        verdict=policy.can_declare_absence(request.actor, found.appointment),
    )

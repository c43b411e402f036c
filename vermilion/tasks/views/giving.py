"""Handing the work on, and what those who gave it do about it."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vermilion.tasks import actions, forms, queries
from vermilion.tasks.forms import Face
from vermilion.tasks.views.pages import act_page, posted
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or

_both = require_http_methods(["GET", "POST"])


@_both
def passing_on(request: ActingRequest, task_id: int) -> HttpResponse:
    """Pass the work on to a person of the unit."""
    found = queries.held(request.actor, task_id)
    form = forms.PassingOn(posted(request), task=found, actor=request.actor, at=request.now)
    return act_page(
        request,
        found,
        form,
        lambda: actions.pass_on(
            actor=request.actor,
            task_id=task_id,
            person_id=int(form.cleaned_data["person"]),
            words=form.cleaned_data["words"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Pass it on to a person"),
            button=gettext_lazy("Pass it on"),
            icon="user-check",
            done=gettext_lazy("It is passed on; your unit keeps the duty."),
        ),
        verdict=queries.verdicts(request.actor, found).pass_on,
    )


@_both
def taking_over(request: ActingRequest, task_id: int) -> HttpResponse:
    """Take the work over, with the reason."""
    found = queries.concerning(request.actor, task_id)
    form = forms.TakingOver(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.take_over(
            actor=request.actor,
            task_id=task_id,
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Take it over"),
            button=gettext_lazy("Take it over"),
            icon="hand",
            done=gettext_lazy("It is in your hands now."),
        ),
        verdict=queries.verdicts(request.actor, found).take_over,
    )


@_both
def parts(request: ActingRequest, task_id: int) -> HttpResponse:
    """Give parts of one's duty on."""
    found = queries.held(request.actor, task_id)
    form = forms.Sharing(
        posted(request),
        task=found,
        actor=request.actor,
        at=request.now,
        initial={"due_on": queries.due_day(found)},
    )
    return act_page(
        request,
        found,
        form,
        lambda: actions.share(
            actor=request.actor, task_id=task_id, parts=form.parts(), at=request.now
        ),
        Face(
            heading=gettext_lazy("Give parts of it on"),
            button=gettext_lazy("Give them on"),
            icon="list-tree",
            done=gettext_lazy("Everybody named has a part; you see how far each is."),
            about=gettext_lazy(
                "Your own people and the units below yours can lead; others support, or know of it."
            ),
        ),
        verdict=queries.verdicts(request.actor, found).share,
    )


@_both
def withdrawal(request: ActingRequest, task_id: int) -> HttpResponse:
    """Take a duty back from its recipient."""
    found = queries.concerning(request.actor, task_id)
    form = forms.Withdrawing(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.withdraw(
            actor=request.actor,
            task_id=task_id,
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Withdraw it"),
            button=gettext_lazy("Withdraw it"),
            icon="x",
            tone="danger",
            done=gettext_lazy("It is withdrawn, with everything below it."),
        ),
        verdict=queries.verdicts(request.actor, found).withdraw,
    )


@_both
def reopening(request: ActingRequest, task_id: int) -> HttpResponse:
    """Open a completed duty again."""
    found = queries.concerning(request.actor, task_id)
    form = forms.Reopening(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.reopen(
            actor=request.actor,
            task_id=task_id,
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Reopen the duty"),
            button=gettext_lazy("Reopen the duty"),
            icon="rotate-ccw",
            done=gettext_lazy("It is open again."),
        ),
        verdict=queries.verdicts(request.actor, found).reopen,
    )


@require_POST
def approval(request: ActingRequest, task_id: int) -> HttpResponse:
    """Approve the report that waits."""
    queries.concerning(request.actor, task_id)
    found = actions.approve(actor=request.actor, task_id=task_id, at=request.now)
    messages.success(request, _("The report is approved; the duty is completed."))
    return back_or(request, "desk:document", found.subject_id)


@_both
def sending_back(request: ActingRequest, task_id: int) -> HttpResponse:
    """Send the report that waits back."""
    found = queries.concerning(request.actor, task_id)
    form = forms.SendingBack(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.send_back(
            actor=request.actor,
            task_id=task_id,
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=gettext_lazy("Send the report back"),
            button=gettext_lazy("Send it back"),
            icon="undo-2",
            done=gettext_lazy("The report is sent back; the work goes on."),
        ),
        verdict=queries.verdicts(request.actor, found).approve,
    )

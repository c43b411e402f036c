"""Asking and answering; deadlines: asking for a later one, deciding, setting another."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from vermilion.kernel.refusals import NotFound
from vermilion.tasks import actions, forms, queries
from vermilion.tasks.forms import Face
from vermilion.tasks.views.pages import act_page, posted
from vermilion.web.requests import ActingRequest

_both = require_http_methods(["GET", "POST"])


@_both
def question(request: ActingRequest, task_id: int) -> HttpResponse:
    """Ask about a duty."""
    found = queries.held(request.actor, task_id)
    form = forms.Asking(posted(request), task=found, actor=request.actor, at=request.now)
    return act_page(
        request,
        found,
        form,
        lambda: actions.ask(
            actor=request.actor,
            task_id=task_id,
            text=form.cleaned_data["text"],
            at=request.now,
            **form.whom(),
        ),
        Face(
            heading=_("Ask about it"),
            button=_("Ask"),
            icon="circle-question-mark",
            done=_("Your question is asked; the duty waits for the answer."),
        ),
        verdict=queries.verdicts(request.actor, found).ask,
    )


@_both
def answer(request: ActingRequest, question_id: int) -> HttpResponse:
    """Answer a question about a duty."""
    asked = queries.question(request.actor, question_id)
    found = queries.concerning(request.actor, asked.task_id)
    form = forms.Answering(posted(request))
    return act_page(
        request,
        found,
        form,
        lambda: actions.answer(
            actor=request.actor,
            question_id=question_id,
            text=form.cleaned_data["text"],
            at=request.now,
        ),
        Face(
            heading=_("Answer the question"),
            button=_("Answer"),
            icon="reply",
            done=_("Your answer is there; the work goes on."),
            about=asked.text,
        ),
        verdict=queries.verdicts(request.actor, found).answer,
    )


@_both
def extension(request: ActingRequest, task_id: int) -> HttpResponse:
    """Ask for a later deadline."""
    found = queries.held(request.actor, task_id)
    form = forms.Extending(posted(request), task=found, actor=request.actor, at=request.now)
    return act_page(
        request,
        found,
        form,
        lambda: actions.ask_extension(
            actor=request.actor,
            task_id=task_id,
            until=form.until_at(),
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=_("Ask for a later deadline"),
            button=_("Ask for it"),
            icon="calendar-clock",
            done=_("Asked for. The deadline holds as it is until somebody has decided."),
        ),
        verdict=queries.verdicts(request.actor, found).extend,
        last=queries.last_extension(found),
    )


@_both
def deadline(request: ActingRequest, task_id: int) -> HttpResponse:
    """Set another deadline of a duty that one gave."""
    found = queries.concerning(request.actor, task_id)
    form = forms.SettingDeadline(posted(request), task=found, actor=request.actor, at=request.now)
    return act_page(
        request,
        found,
        form,
        lambda: actions.set_deadline(
            actor=request.actor,
            task_id=task_id,
            until=form.until_at(),
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=_("Set another deadline"),
            button=_("Set it"),
            icon="calendar-clock",
            done=_("The new deadline holds; whoever has the duty is told."),
        ),
        verdict=queries.verdicts(request.actor, found).set_deadline,
    )


@_both
def decision(request: ActingRequest, task_id: int) -> HttpResponse:
    """Decide on a later deadline."""
    found = queries.concerning(request.actor, task_id)
    waiting = found.extension
    if waiting is None:
        raise NotFound
    form = forms.Deciding(posted(request), task=found, actor=request.actor, at=request.now)
    return act_page(
        request,
        found,
        form,
        lambda: actions.decide_extension(
            actor=request.actor,
            extension_id=waiting.pk,
            until=form.until_at(),
            reason=form.cleaned_data["reason"],
            at=request.now,
        ),
        Face(
            heading=_("Decide on a later deadline"),
            button=_("Decide"),
            icon="calendar-clock",
            done=_("Decided; whoever asked has it."),
            about=waiting.reason,
        ),
        verdict=queries.verdicts(request.actor, found).decide,
    )

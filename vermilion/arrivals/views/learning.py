"""What the inbox has learned, and how it forgets."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vermilion.arrivals import actions, queries
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other


@require_safe
def lessons(request: ActingRequest) -> HttpResponse:
    """What is proposed because earlier papers taught it; and what was forgotten lately."""
    context = {
        "lessons": queries.lessons_of(request.actor)[:200],
        "forgotten": queries.lessons_of(request.actor, forgotten=True)[:20],
        "may_teach": queries.may_teach(request.actor),
    }
    return render(request, "arrivals/lessons.html", context)


@require_POST
def forgetting(request: ActingRequest, lesson_id: int) -> HttpResponse:
    """Forget one thing that was learned."""
    actions.forget(
        actor=request.actor,
        lesson_id=lesson_id,
        reason=request.POST.get("reason", "")[:300],
        at=request.now,
    )
    messages.success(request, _("Forgotten. It is proposed no more."))
    return see_other("arrivals:lessons")

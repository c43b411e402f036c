"""What a body sets for its duties."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.tasks import actions, forms, queries
from vermilion.tasks.views.pages import posted
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_http_methods(["GET", "POST"])
def extension_rule(request: ActingRequest) -> HttpResponse:
    """How often and how far deadlines may be extended in the body."""
    rule = queries.extension_rule_of(request.actor.own_body)
    form = forms.ExtensionRuleForm(posted(request), initial={"most": rule.most, "days": rule.days})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.set_extension_rule(
                actor=request.actor,
                body_id=request.actor.own_body,
                at=request.now,
                **form.cleaned_data,
            )
            messages.success(request, _("The rule holds from now on."))
            return see_other("tasks:extension-rule")
    context = {
        "form": form,
        "rule": rule,
        "verdict": queries.can_rule_extensions(request.actor, request.actor.own_body),
    }
    return render(request, "tasks/extension_rule.html", context, status=422 if form.errors else 200)

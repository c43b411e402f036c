"""What the settings of notices ask of following up: when one is reminded."""

from django import template
from django.template import Context

from vermilion.followup import forms, queries

register = template.Library()


@register.simple_tag(takes_context=True)
def reminder_form(context: Context) -> forms.Reminders:
    """The form with what the person chose."""
    person_id = context["request"].actor.person_id or 0
    return forms.Reminders(initial={"before": list(queries.offsets_of([person_id])[person_id])})

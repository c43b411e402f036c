"""What the bar and the page of a paper ask of the notices."""

from django import template
from django.template import Context

from vermilion.notices import queries

register = template.Library()


@register.simple_tag(takes_context=True)
def unseen_notices(context: Context) -> int:
    """How many papers have news for whoever looks at this page, up to one more than is shown."""
    actor = context["request"].actor
    return queries.number_unseen(actor.person_id)


@register.simple_tag(takes_context=True)
def news_of(context: Context, kind: str, key: int) -> bool:
    """Whether there is something new on one paper for whoever looks at this page."""
    return queries.has_unseen(context["request"].actor.person_id, kind, key)


@register.filter
def at_most(number: int) -> str:
    """A number as the bell shows it: `99+` when there are more."""
    return f"{queries.MANY}+" if number > queries.MANY else str(number)

"""What the frame of every page has of the desk."""

from django import template
from django.template import Context

from vermilion.desk import models, queries

register = template.Library()


@register.simple_tag(takes_context=True)
def pinned_views(context: Context) -> list[models.SavedView]:
    """The saved views that the actor keeps in the rail; none for who is not signed in."""
    request = context.get("request")
    actor = vars(request).get("actor") if request else None
    if actor is None or actor.person_id is None:
        return []
    return list(queries.pinned_views(actor)[:12])

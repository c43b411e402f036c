"""What templates ask of the books."""

from django import template

from vermilion.kernel.actors import Actor
from vermilion.registry import queries

register = template.Library()


@register.filter
def reads_books(actor: Actor | None) -> bool:
    """Whether somebody, who may be nobody yet, reads the books of the body."""
    return actor is not None and queries.may_read_books(actor)

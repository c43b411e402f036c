"""Everything read from the directory."""

from vermilion.directory.queries.actors import (
    NotInTheirStead,
    PostNotHeld,
    actor_in,
    may_act_for,
    posts_held_by,
    who_stands_in_for,
)

__all__ = [
    "NotInTheirStead",
    "PostNotHeld",
    "actor_in",
    "may_act_for",
    "posts_held_by",
    "who_stands_in_for",
]

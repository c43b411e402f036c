"""Saying that something changed, within the transaction of the act that changed it.

A row in a table, not a NOTIFY: PostgreSQL lets one transaction at a time commit that notifies
(docs/decisions/0018-live-desks.md has the figures). Each web process reads the table a few times
a second; a rollback leaves nothing to read.
"""

from collections.abc import Iterable

from django.db import connection

from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject

DESK = "desk"
"""The lists and counts of the desk."""

_ADD = """
    INSERT INTO live_change (tokens, topic, fresh, by, at)
    VALUES (%s, %s, %s, %s, clock_timestamp())
"""


def changed(
    topic: str = DESK,
    *,
    tokens: Iterable[str] = (),
    bodies: Iterable[int | None] = (),
    units: Iterable[int | None] = (),
    appointments: Iterable[int | None] = (),
    subjects: Iterable[Subject] = (),
    fresh: int = 0,
    by: Actor | None = None,
) -> None:
    """Tell whoever holds one of these that a topic changed; nobody is told of a rollback.

    `fresh` is how many new things lie there now; whoever did it themselves (`by`) is not told
    that it is new to them. Empty places among bodies, units and appointments are passed over.
    """
    told = {*tokens, *(f"about:{each}" for each in subjects)}
    told |= {f"body:{each}" for each in bodies if each}
    told |= {f"unit:{each}" for each in units if each}
    told |= {f"post:{each}" for each in appointments if each}
    if not told:
        return
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [sorted(told), topic, fresh, _who(by)])


def _who(actor: Actor | None) -> str:
    return f"person:{actor.person_id}" if actor and actor.person_id else ""

"""What the toolkit of live desks asks of the packages above it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from django.conf import settings

from vermilion.access.rules import may_carry
from vermilion.access.types import Grade
from vermilion.accounts import queries as accounts
from vermilion.arrivals import queries as arrivals
from vermilion.documents import queries as documents
from vermilion.kernel import clock
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.live import types as live

GRADES = ("secrecy", "grade")
"""Fields by which forms of this house say how secret their content is."""


def connect() -> None:
    """Answer for sessions, for papers, and for what may lie on this server."""
    live.living.append(_living)
    live.seers["document"] = _sees_document
    live.seers["arrival"] = _sees_arrival
    live.bars.append(_is_beyond_this_zone)


def _living(keys: Collection[str]) -> set[str]:
    now = clock.now()
    idle_since = now - timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    return accounts.living_sessions(keys, live_since=idle_since, at=now)


def _sees_document(actor: Actor, number: int) -> bool:
    try:
        documents.document(actor, number, clock.now())
    except NotFound:
        return False
    return True


def _sees_arrival(actor: Actor, number: int) -> bool:
    try:
        arrivals.arrival(actor, number)
    except NotFound:
        return False
    return True


def _is_beyond_this_zone(actor: Actor, fields: Mapping[str, Sequence[str]]) -> bool:  # noqa: ARG001 - asked of others too
    """Whether a form says of itself that its content is graded higher than this zone carries."""
    zone = settings.VERMILION.zone
    said = [value for name in GRADES for value in fields.get(name, ()) if value]
    known = {str(grade.value) for grade in Grade}
    return any(value not in known or not may_carry(zone, int(value)) for value in said)

"""What came about in the inbox."""

from dataclasses import dataclass
from datetime import datetime

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalCame(Event):
    """Something lies in the inbox of a body and stands in no book yet."""

    arrival_id: int
    body_id: int
    urgency: int
    deliver_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRegistered(Event):
    """An arrival stands in the book: under a number of its own, or joined to a line there.

    Published once for each arrival, so that each way on which a document came is answered once.
    """

    arrival_id: int
    body_id: int
    entry_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRefused(Event):
    """An arrival was refused; it used no number."""

    arrival_id: int
    body_id: int
    reason: str

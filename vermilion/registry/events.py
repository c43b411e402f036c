"""What came about in the books."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRegistered(Event):
    """A received document has its line and number in the incoming book."""

    entry_id: int
    document_id: int
    body_id: int
    laid_before_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryStruckOut(Event):
    """A line was struck out; its number stays used."""

    entry_id: int
    document_id: int
    reason: str

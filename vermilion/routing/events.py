"""What came about with slips."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDirected(Event):
    slip_id: int
    document_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipClosed(Event):
    slip_id: int
    document_id: int

"""What came about with slips."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipOpened(Event):
    """A registered document waits for direction; `laid_before_id` is the leader's appointment."""

    slip_id: int
    document_id: int
    body_id: int
    laid_before_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionPrepared(Event):
    """An assistant has laid a prepared direction before the leader, who confirms or changes it."""

    slip_id: int
    document_id: int
    body_id: int
    preparation_id: int
    leader_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDirected(Event):
    """A leader has directed; each share is a `TaskGiven` of its own."""

    slip_id: int
    document_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipClosed(Event):
    """The matter is closed: every lead is done."""

    slip_id: int
    document_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipReopened(Event):
    """A closed matter is open again."""

    slip_id: int
    document_id: int
    body_id: int
    reason: str

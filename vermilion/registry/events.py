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
class OutgoingRegistered(Event):
    """A signed document of the body has its number and its line in the outgoing book."""

    entry_id: int
    document_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalRegistered(Event):
    """A document that stays within the body has its number and its line in the internal book."""

    entry_id: int
    document_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelJoined(Event):
    """A document that has its line came once more; `first` by this channel, or again."""

    entry_id: int
    document_id: int
    body_id: int
    channel: str
    packet: str
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryStruckOut(Event):
    """A line was struck out; its number stays used."""

    entry_id: int
    document_id: int
    reason: str

"""Telling those who watch a document."""

from vermilion.followup.papers import tell
from vermilion.followup.queries import watchers_of
from vermilion.kernel.events import Event
from vermilion.kernel.types import Subject


def tell_watchers(
    event: Event, name: str, document_id: int, *, but: tuple[int, ...] = (), **facts: str | None
) -> None:
    """Whoever watches the document and may see it is told, once."""
    watchers = [each for each in watchers_of(document_id, at=event.at) if each not in but]
    about = Subject("document", document_id)
    tell(event.actor, name, about, watchers, reason="watcher", at=event.at, facts=facts)

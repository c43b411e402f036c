"""What documents do when files are examined."""

from dataclasses import replace

from vermilion.documents import actions, queries
from vermilion.files.events import BlobExamined, BlobRecognised


def on_blob_examined(event: BlobExamined) -> None:
    """The text is known now: a file that bears a mark of secrecy is held wherever it came in."""
    _stop_if_marked(event)


def on_blob_recognised(event: BlobRecognised) -> None:
    """The words of a scan are known now, and with them its mark."""
    _stop_if_marked(event)


def _stop_if_marked(event: BlobExamined | BlobRecognised) -> None:
    for body_id, name in queries.hands_of(event.blob_id):
        actor = replace(event.actor, body_id=body_id, name=name or event.actor.name)
        actions.stop_if_marked(actor=actor, blob_id=event.blob_id, at=event.at)

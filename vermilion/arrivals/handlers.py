"""What the inbox does when files are examined."""

from vermilion.arrivals import queries
from vermilion.files.events import BlobExamined, BlobRecognised
from vermilion.jobs import queue


def on_blob_examined(event: BlobExamined) -> None:
    """The text is known now: every open arrival that holds the file is looked into."""
    _look_into(event.blob_id)


def on_blob_recognised(event: BlobRecognised) -> None:
    """Words of a scan are known now: of its first pages, and once more of all of them."""
    _look_into(event.blob_id)


def _look_into(blob_id: int) -> None:
    for arrival_id in queries.of_blob(blob_id):
        queue.defer("arrivals.look_into", queue="files", arrival_id=arrival_id)

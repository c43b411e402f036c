"""What the inbox does when files are examined."""

from vermilion.arrivals import queries
from vermilion.files.events import BlobExamined
from vermilion.jobs import queue


def on_blob_examined(event: BlobExamined) -> None:
    """The text is known now: every open arrival that holds the file is looked into."""
    for arrival_id in queries.of_blob(event.blob_id):
        queue.defer("arrivals.look_into", queue="files", arrival_id=arrival_id)

"""Ask for the examination of a blob: rows that wait, and one job."""

from datetime import datetime

from vermilion.files import models
from vermilion.files.types import Stage
from vermilion.jobs import queue


def ask_for_examination(blob: models.Blob, *, at: datetime) -> None:
    """Let every stage that was never begun wait, and queue the job that goes through them."""
    rows = [models.Examination(blob=blob, stage=stage, asked_at=at) for stage in Stage]
    made = models.Examination.objects.filter(blob=blob).count()
    if made == len(rows):
        return
    models.Examination.objects.bulk_create(rows, ignore_conflicts=True)
    queue_examination(blob.pk)


def queue_examination(blob_id: int) -> None:
    """Queue the job. A second one that runs beside it finds the stages taken, and ends."""
    queue.defer("files.examine", queue="files", blob_id=blob_id)

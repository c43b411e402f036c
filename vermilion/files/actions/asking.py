"""Ask for the examination of a blob: rows that wait, and one job."""

from collections.abc import Sequence
from datetime import datetime

from vermilion.files import models, rules
from vermilion.files.types import Recognising, Stage, State
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


def ask_for_recognition(
    blob: models.Blob, *, at: datetime, pages: Sequence[int] | None = None
) -> bool:
    """Let the scanned pages of an examined blob wait to be recognised, and queue the job.

    Asked for all of its `pages`, what was recognised before is recognised anew. Whether there is
    anything to recognise.
    """
    wanted = _scanned(blob) if pages is None else list(pages)
    if not wanted:
        return False
    row, made = models.Recognition.objects.get_or_create(
        blob=blob, defaults={"of": len(wanted), "left": wanted, "asked_at": at}
    )
    if not made:
        if pages is None:
            return False
        row.state, row.of, row.left = Recognising.WAITING, len(wanted), wanted
        row.attempts, row.reason, row.facts = 0, "", {}
        row.asked_at, row.started_at, row.ended_at = at, None, None
        row.save()
    queue_recognition(blob.pk)
    return True


def queue_recognition(blob_id: int) -> None:
    """Queue the job. A second one finds the blob taken, and comes again later."""
    queue.defer("files.recognise", queue="files", blob_id=blob_id)


def _scanned(blob: models.Blob) -> list[int]:
    """Pages whose words stand in pictures."""
    rows = models.Examination.objects.filter(blob=blob, state=State.DONE)
    facts = {row.stage: row.facts for row in rows.order_by("pk")}
    if blob.media_type in rules.PICTURES:
        return list(range(1, facts.get(Stage.PAGES, {}).get("pages", 0) + 1))
    return list(facts.get(Stage.TEXT, {}).get("scanned", []))

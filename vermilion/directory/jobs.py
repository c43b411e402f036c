"""Background work of the directory: sheets too long to wait for."""

from vermilion.directory import actions, queries
from vermilion.jobs.queue import task
from vermilion.kernel import clock


@task(name="directory.try_sheet", queue="upkeep")
def try_sheet(*, sheet_id: int, **_later: object) -> None:
    """Find out what each row of a sheet would do."""
    now = clock.now()
    actions.try_sheet(actor=queries.actor_of_sheet(sheet_id, at=now), sheet_id=sheet_id, at=now)


@task(name="directory.apply_sheet", queue="upkeep")
def apply_sheet(*, sheet_id: int, **_later: object) -> None:
    """Apply a sheet, whole or not at all. One that was applied already stays as it is."""
    if queries.sheet(sheet_id).applied_at is not None:
        return
    now = clock.now()
    actions.apply_sheet(actor=queries.actor_of_sheet(sheet_id, at=now), sheet_id=sheet_id, at=now)

"""Runs over many papers, in the background: some papers a job, so that none holds a worker long."""

from datetime import timedelta

from vermilion.desk import actions, bulk, queries
from vermilion.directory import queries as directory
from vermilion.jobs import queue
from vermilion.kernel import clock

TURN = timedelta(seconds=20)
"""After this long a run lets other jobs have the worker, and goes on behind them."""


@queue.task(name="desk.carry_out", queue="upkeep")
def carry_out(*, run_id: int, **_later: object) -> None:
    """Do what a run plans to the papers that still wait; go on in another job when it takes long.

    Killed in between it goes on where it was: a paper and what came of it are one transaction.
    """
    run = queries.run_under_way(run_id)
    if run is None:
        return
    began = clock.now()
    actor = directory.actor_in(
        run.appointment_id, at=began, for_appointment_id=run.for_appointment_id
    )
    with bulk.speaking(run.given.get("language", "vi"), actor.time_zone):
        for item in queries.items_waiting(run):
            bulk.carry_out(actor, run, item, at=clock.now())
            if clock.now() - began > TURN or queries.run_under_way(run_id) is None:
                break
    if queries.run_under_way(run_id) is None:
        return
    if queries.items_waiting(run).exists():
        queue.defer("desk.carry_out", queue="upkeep", lock=f"desk.run:{run_id}", run_id=run_id)
    else:
        actions.end(actor=actor, run_id=run_id, at=clock.now())

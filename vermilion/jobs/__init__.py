"""The queue: work that waits for the commit of the act that asked for it.

Jobs live in the same database (procrastinate). A rollback leaves no job behind; the wire, the
disk and the clock are touched by jobs, never inside the transaction of an act. This package
knows no domain: others define their jobs with `vermilion.jobs.queue.task` and ask for them by
name with `vermilion.jobs.queue.defer`.
"""

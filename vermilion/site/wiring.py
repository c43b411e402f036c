"""Who listens to what: the only such table."""

from vermilion.documents import handlers as documents
from vermilion.files.events import BlobExamined, BlobQuarantined
from vermilion.kernel.events import Wiring
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.routing import handlers as routing
from vermilion.routing.events import SlipClosed, SlipDirected
from vermilion.tasks.events import TaskCompleted, TaskReturned, TaskTakenIn

WIRING: Wiring = {
    IncomingRegistered: [routing.on_incoming_registered],
    EntryStruckOut: [routing.on_entry_struck_out],
    TaskTakenIn: [routing.on_task_taken_in],
    TaskReturned: [routing.on_task_returned],
    TaskCompleted: [routing.on_task_completed],
    # Nobody listens yet: exchange will tell the sender (statuses 04, 06), search will index.
    SlipDirected: [],
    SlipClosed: [],
    BlobExamined: [documents.on_blob_examined],
    # A quarantined file is shown as such wherever it is listed; nobody needs to be told.
    BlobQuarantined: [],
}

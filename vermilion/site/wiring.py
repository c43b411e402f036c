"""Who listens to what: the only such table."""

from vermilion.documents import handlers as documents
from vermilion.files.events import BlobExamined, BlobQuarantined
from vermilion.kernel.events import Wiring
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.routing import handlers as routing
from vermilion.routing.events import (
    DirectionPrepared,
    SlipClosed,
    SlipDirected,
    SlipOpened,
    SlipReopened,
)
from vermilion.tasks.events import (
    ExtensionAsked,
    ExtensionDecided,
    ProgressReported,
    QuestionAnswered,
    QuestionAsked,
    ReportSentBack,
    TaskCompleted,
    TaskGiven,
    TaskPassedOn,
    TaskReopened,
    TaskReported,
    TaskReturned,
    TaskShared,
    TaskTakenIn,
    TaskTakenOver,
    TaskWithdrawn,
)

WIRING: Wiring = {
    IncomingRegistered: [routing.on_incoming_registered],
    EntryStruckOut: [routing.on_entry_struck_out],
    TaskGiven: [],
    TaskTakenIn: [routing.on_task_taken_in],
    TaskPassedOn: [],
    TaskShared: [],
    TaskTakenOver: [],
    QuestionAsked: [],
    QuestionAnswered: [],
    ExtensionAsked: [],
    ExtensionDecided: [],
    ProgressReported: [],
    TaskReported: [],
    ReportSentBack: [],
    TaskReturned: [routing.on_task_returned],
    TaskCompleted: [routing.on_task_completed],
    TaskReopened: [],
    TaskWithdrawn: [],
    # Nobody listens yet: exchange will tell the sender (statuses 04, 06), search will index.
    SlipDirected: [],
    SlipClosed: [],
    SlipOpened: [],
    SlipReopened: [],
    DirectionPrepared: [],
    BlobExamined: [documents.on_blob_examined],
    # A quarantined file is shown as such wherever it is listed; nobody needs to be told.
    BlobQuarantined: [],
}

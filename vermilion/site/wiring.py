"""Who listens to what: the only such table."""

from vermilion.desk import handlers as desk
from vermilion.arrivals import handlers as arrivals
from vermilion.arrivals.events import ArrivalCame, ArrivalRefused, ArrivalRegistered
from vermilion.documents import handlers as documents
from vermilion.files.events import BlobExamined, BlobQuarantined, BlobRecognised
from vermilion.kernel.events import Wiring
from vermilion.notices.events import NoticesSeen, PeopleTold
from vermilion.registry.events import (
    ChannelJoined,
    EntryStruckOut,
    IncomingRegistered,
    InternalRegistered,
    OutgoingRegistered,
)
from vermilion.routing import handlers as routing
from vermilion.routing.events import (
    DirectionPrepared,
    SlipClosed,
    SlipDirected,
    SlipOpened,
    SlipReopened,
)
from vermilion.support.events import ProblemMoved, ProblemReported
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
    IncomingRegistered: [routing.on_incoming_registered, desk.on_registered],
    EntryStruckOut: [routing.on_entry_struck_out, desk.on_struck_out],
    # Nobody listens yet: dispatch will send what goes out, and acknowledge each channel once.
    OutgoingRegistered: [],
    InternalRegistered: [],
    ChannelJoined: [],
    TaskGiven: [routing.on_task_given, desk.on_given],
    TaskTakenIn: [routing.on_task_taken_in, desk.on_duty],
    TaskPassedOn: [desk.on_duty],
    TaskShared: [desk.on_duty],
    TaskTakenOver: [desk.on_duty],
    QuestionAsked: [routing.on_question_asked, desk.on_duty],
    QuestionAnswered: [desk.on_duty],
    ExtensionAsked: [desk.on_duty],
    ExtensionDecided: [routing.on_task_moved, desk.on_duty],
    ProgressReported: [desk.on_duty],
    TaskReported: [routing.on_task_moved, desk.on_duty],
    ReportSentBack: [desk.on_duty],
    TaskReturned: [routing.on_task_returned, desk.on_duty],
    TaskCompleted: [routing.on_task_moved, desk.on_duty],
    TaskReopened: [routing.on_task_reopened, desk.on_duty],
    TaskWithdrawn: [routing.on_task_withdrawn, desk.on_duty],
    # Nobody listens yet: exchange will tell the sender (statuses 04, 06), search will index.
    SlipDirected: [desk.on_slip],
    SlipClosed: [desk.on_slip],
    SlipOpened: [desk.on_laid_before],
    SlipReopened: [desk.on_slip],
    DirectionPrepared: [desk.on_laid_before],
    # A mark of secrecy is found before anything is told of the paper.
    BlobExamined: [documents.on_blob_examined, arrivals.on_blob_examined],
    # Open centres and bells may be drawn anew.
    PeopleTold: [],
    NoticesSeen: [],
    # A quarantined file is shown as such wherever it is listed; nobody needs to be told.
    BlobQuarantined: [],
    BlobRecognised: [documents.on_blob_recognised],
    # Whoever reminds of what nobody has registered, and the open desks, will listen.
    ArrivalCame: [],
    ArrivalRegistered: [],
    ArrivalRefused: [],
    # Whoever reported it and those who deal with it are told by the act itself.
    ProblemReported: [],
    ProblemMoved: [],
}

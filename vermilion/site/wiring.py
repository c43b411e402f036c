"""Who listens to what: the only such table."""

from vermilion.arrivals import handlers as arrivals
from vermilion.arrivals.events import ArrivalCame, ArrivalRefused, ArrivalRegistered
from vermilion.desk import handlers as desk
from vermilion.documents import handlers as documents
from vermilion.files.events import BlobExamined, BlobQuarantined, BlobRecognised
from vermilion.followup import handlers as followup
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
    DeadlineSet,
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
    EntryStruckOut: [routing.on_entry_struck_out, desk.on_struck_out, followup.on_entry_struck_out],
    # Nobody listens yet: dispatch will send what goes out, and acknowledge each channel once.
    OutgoingRegistered: [],
    InternalRegistered: [],
    ChannelJoined: [],
    TaskGiven: [routing.on_task_given, desk.on_given, followup.on_task_given],
    TaskTakenIn: [routing.on_task_taken_in, desk.on_duty, followup.on_task_taken_in],
    TaskPassedOn: [routing.on_task_passed_on, desk.on_duty, followup.on_task_passed_on],
    TaskShared: [desk.on_duty],
    TaskTakenOver: [desk.on_duty, followup.on_task_taken_over],
    QuestionAsked: [routing.on_question_asked, desk.on_duty, followup.on_question_asked],
    QuestionAnswered: [desk.on_duty, followup.on_question_answered],
    ExtensionAsked: [desk.on_duty, followup.on_extension_asked],
    ExtensionDecided: [routing.on_task_moved, desk.on_duty, followup.on_extension_decided],
    DeadlineSet: [routing.on_task_moved, desk.on_duty, followup.on_deadline_set],
    ProgressReported: [desk.on_duty],
    TaskReported: [routing.on_task_moved, desk.on_duty, followup.on_task_reported],
    ReportSentBack: [desk.on_duty, followup.on_report_sent_back],
    TaskReturned: [routing.on_task_returned, desk.on_duty, followup.on_task_returned],
    TaskCompleted: [routing.on_task_moved, desk.on_duty, followup.on_task_completed],
    TaskReopened: [routing.on_task_reopened, desk.on_duty, followup.on_task_reopened],
    TaskWithdrawn: [routing.on_task_withdrawn, desk.on_duty, followup.on_task_withdrawn],
    # Nobody listens yet: exchange will tell the sender (statuses 04, 06), search will index.
    SlipDirected: [desk.on_slip, followup.on_slip_directed],
    SlipClosed: [desk.on_slip, followup.on_slip_closed],
    SlipOpened: [desk.on_laid_before, followup.on_slip_opened],
    SlipReopened: [desk.on_slip, followup.on_slip_reopened],
    DirectionPrepared: [desk.on_laid_before, followup.on_direction_prepared],
    # A mark of secrecy is found before anything is told of the paper.
    BlobExamined: [documents.on_blob_examined, arrivals.on_blob_examined],
    PeopleTold: [desk.on_told],
    NoticesSeen: [followup.on_notices_seen, desk.on_seen],
    # A quarantined file is shown as such wherever it is listed; nobody needs to be told.
    BlobQuarantined: [],
    BlobRecognised: [documents.on_blob_recognised, arrivals.on_blob_recognised],
    ArrivalCame: [followup.on_arrival_came],
    ArrivalRegistered: [followup.on_arrival_settled],
    ArrivalRefused: [followup.on_arrival_settled],
    # Whoever reported it and those who deal with it are told by the act itself.
    ProblemReported: [],
    ProblemMoved: [],
}

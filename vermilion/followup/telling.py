"""What people are told of, for which reasons, and how unless they or their body chose otherwise."""

from django.utils.translation import gettext_lazy as _

from vermilion.notices.types import Channel, Happening, Reason

REASONS = [
    Reason(
        name="lead", label=_("you lead it"), because=_("Because you or your unit lead this matter.")
    ),
    Reason(
        name="support",
        label=_("you support it"),
        because=_("Because you or your unit support this matter."),
    ),
    Reason(
        name="informed",
        label=_("you are informed"),
        because=_("Because it was sent to you or your unit for information."),
    ),
    Reason(
        name="doer", label=_("the work is yours"), because=_("Because the work was given to you.")
    ),
    Reason(name="giver", label=_("you gave it"), because=_("Because you gave this duty.")),
    Reason(
        name="leader",
        label=_("it is laid before you"),
        because=_("Because it is laid before you for direction."),
    ),
    Reason(
        name="assistant",
        label=_("you assist the leader"),
        because=_("Because you assist the leader before whom it is laid."),
    ),
    Reason(
        name="clerk",
        label=_("you keep the books"),
        because=_("Because you are a clerk of this body."),
    ),
    Reason(
        name="asked", label=_("you were asked"), because=_("Because the question is put to you.")
    ),
    Reason(
        name="asker",
        label=_("you asked"),
        because=_("Because you asked for it."),
    ),
    Reason(
        name="decider",
        label=_("you decide"),
        because=_("Because the decision is yours."),
    ),
    Reason(
        name="watcher",
        label=_("you watch it"),
        because=_("Because you or your unit watch this document."),
    ),
    Reason(
        name="holder",
        label=_("it waits for you"),
        because=_("Because it waits for you or your unit."),
    ),
    Reason(
        name="deputy",
        label=_("you are the deputy"),
        because=_("Because you are deputy or assistant of whoever has it."),
    ),
    Reason(
        name="head",
        label=_("you head the unit"),
        because=_("Because you head the unit that has it."),
    ),
    Reason(
        name="superior",
        label=_("you lead the body"),
        because=_("Because you lead the body in which it stands still."),
    ),
    Reason(
        name="duty",
        label=_("you are on duty"),
        because=_("Because you are on the duty list tonight."),
    ),
]

_ARRIVALS = _("What comes in")
_DIRECTING = _("Directions")
_DUTIES = _("Duties")
_ASKING = _("Questions and deadlines")
_TIME = _("Reminders and delays")
_ALARMS = _("Alarms")

_NONE, _APP, _DIGEST, _AT_ONCE = Channel.NONE, Channel.APP, Channel.DIGEST, Channel.AT_ONCE

HAPPENINGS = [
    Happening(
        name="arrival.came",
        group=_ARRIVALS,
        label=_("Something arrived that is to be registered"),
        told=_("It arrived and is to be registered."),
        usual={"clerk": _NONE},
    ),
    Happening(
        name="arrival.urgent",
        group=_ARRIVALS,
        label=_("Something urgent arrived"),
        told=_("An urgent document arrived and is to be registered at once."),
        usual={"clerk": _AT_ONCE},
    ),
    Happening(
        name="slip.laid",
        group=_DIRECTING,
        label=_("A document is laid before you"),
        told=_("%(by)s laid it before you for direction."),
        usual={"leader": _DIGEST, "assistant": _APP, "deputy": _DIGEST},
    ),
    Happening(
        name="direction.prepared",
        group=_DIRECTING,
        label=_("A direction is prepared for you"),
        told=_("%(by)s prepared a direction for you to confirm."),
        usual={"leader": _DIGEST},
    ),
    Happening(
        name="slip.directed",
        group=_DIRECTING,
        label=_("A document is directed"),
        told=_("%(by)s wrote a direction on it."),
        usual={"watcher": _APP, "clerk": _NONE, "assistant": _NONE},
    ),
    Happening(
        name="slip.closed",
        group=_DIRECTING,
        label=_("A matter is closed"),
        told=_("%(by)s closed the matter."),
        usual={"watcher": _APP, "leader": _APP},
    ),
    Happening(
        name="slip.reopened",
        group=_DIRECTING,
        label=_("A closed matter is open again"),
        told=_("%(by)s opened the matter again."),
        usual={"watcher": _APP, "leader": _DIGEST, "clerk": _DIGEST},
    ),
    Happening(
        name="task.given",
        group=_DUTIES,
        label=_("A duty is given to you"),
        told=_("%(by)s gave you a duty."),
        usual={"lead": _DIGEST, "support": _DIGEST, "informed": _APP, "deputy": _DIGEST},
    ),
    Happening(
        name="task.given.due",
        group=_DUTIES,
        label=_("A duty with a deadline is given to you"),
        told=_("%(by)s gave you a duty, to be done by %(due_at)s."),
        usual={"lead": _DIGEST, "support": _DIGEST, "informed": _APP, "deputy": _DIGEST},
    ),
    Happening(
        name="task.passed_on",
        group=_DUTIES,
        label=_("Work of your unit is passed on to you"),
        told=_("%(by)s passed the work on to you."),
        usual={"doer": _DIGEST},
    ),
    Happening(
        name="task.taken_over",
        group=_DUTIES,
        label=_("Somebody took over your work"),
        told=_("%(by)s took the work over."),
        usual={"doer": _DIGEST, "lead": _APP},
    ),
    Happening(
        name="task.taken_in",
        group=_DUTIES,
        label=_("A duty is taken in"),
        told=_("%(by)s took the duty in."),
        usual={"giver": _NONE, "watcher": _APP},
    ),
    Happening(
        name="task.returned",
        group=_DUTIES,
        label=_("A duty is returned"),
        told=_("%(by)s returned the duty with a reason."),
        usual={"giver": _AT_ONCE, "clerk": _APP, "watcher": _APP},
    ),
    Happening(
        name="task.reported",
        group=_DUTIES,
        label=_("A report waits for your approval"),
        told=_("%(by)s reported it done; the report waits for approval."),
        usual={"decider": _DIGEST},
    ),
    Happening(
        name="report.sent_back",
        group=_DUTIES,
        label=_("Your report is sent back"),
        told=_("%(by)s sent the report back."),
        usual={"doer": _AT_ONCE},
    ),
    Happening(
        name="task.completed",
        group=_DUTIES,
        label=_("A duty is completed"),
        told=_("%(by)s reported the duty completed."),
        usual={"giver": _DIGEST, "watcher": _APP},
    ),
    Happening(
        name="task.reopened",
        group=_DUTIES,
        label=_("A completed duty is open again"),
        told=_("%(by)s opened the duty again."),
        usual={"lead": _AT_ONCE, "support": _AT_ONCE, "watcher": _APP},
    ),
    Happening(
        name="task.withdrawn",
        group=_DUTIES,
        label=_("A duty is withdrawn"),
        told=_("%(by)s withdrew the duty; nothing more is to be done on it."),
        usual={"lead": _AT_ONCE, "support": _DIGEST, "informed": _NONE, "watcher": _APP},
    ),
    Happening(
        name="question.asked",
        group=_ASKING,
        label=_("You are asked a question"),
        told=_("%(by)s asks a question and waits for the answer."),
        usual={"asked": _AT_ONCE, "deputy": _DIGEST},
    ),
    Happening(
        name="question.answered",
        group=_ASKING,
        label=_("Your question is answered"),
        told=_("%(by)s answered the question."),
        usual={"asker": _AT_ONCE},
    ),
    Happening(
        name="extension.asked",
        group=_ASKING,
        label=_("A later deadline is asked for"),
        told=_("%(by)s asks for a later deadline: %(until_at)s."),
        usual={"decider": _DIGEST, "deputy": _DIGEST},
    ),
    Happening(
        name="extension.granted",
        group=_ASKING,
        label=_("A later deadline is granted"),
        told=_("%(by)s granted a later deadline: %(until_at)s."),
        usual={"asker": _AT_ONCE, "watcher": _APP},
    ),
    Happening(
        name="deadline.set",
        group=_ASKING,
        label=_("Another deadline is set"),
        told=_("%(by)s set another deadline: %(until_at)s."),
        usual={"lead": _AT_ONCE, "support": _AT_ONCE, "watcher": _APP},
    ),
    Happening(
        name="extension.refused",
        group=_ASKING,
        label=_("A later deadline is refused"),
        told=_("%(by)s refused a later deadline."),
        usual={"asker": _AT_ONCE},
    ),
    Happening(
        name="due.soon",
        group=_TIME,
        label=_("A deadline comes near"),
        told=_("It is to be done by %(due_at)s."),
        usual={"holder": _DIGEST, "deputy": _DIGEST},
    ),
    Happening(
        name="late",
        group=_TIME,
        label=_("A deadline has passed"),
        told=_("The deadline has passed: %(due_at)s."),
        usual={"holder": _AT_ONCE, "deputy": _APP, "head": _DIGEST, "superior": _DIGEST},
    ),
    Happening(
        name="standing",
        group=_TIME,
        label=_("Something waits for long"),
        told=_("It has stood still since %(since_at)s."),
        usual={"holder": _DIGEST, "deputy": _APP, "head": _DIGEST, "superior": _DIGEST},
    ),
    Happening(
        name="prompt",
        group=_TIME,
        label=_("Somebody reminds you"),
        told=_("%(by)s reminds you: it waits for you since %(since_at)s."),
        usual={"holder": _AT_ONCE, "deputy": _DIGEST},
    ),
    Happening(
        name="turn.given",
        group=_TIME,
        label=_("The duty list names you"),
        told=_("%(by)s put you on the duty list: %(turn_on)s."),
        usual={"duty": _AT_ONCE},
    ),
    Happening(
        name="alarm",
        group=_ALARMS,
        label=_("Something urgent stands still"),
        told=_("Urgent, and nobody has dealt with it since %(since_at)s."),
        usual={
            "holder": _AT_ONCE,
            "deputy": _AT_ONCE,
            "head": _AT_ONCE,
            "superior": _AT_ONCE,
            "duty": _AT_ONCE,
        },
        fixed=True,
    ),
]

DEPUTIES_ARE_TOLD = frozenset(
    each.name
    for each in HAPPENINGS
    if "deputy" in each.usual and each.name not in ("alarm", "late", "standing")
)
"""What whoever stands in for somebody absent is told as well."""

RUNG_REASONS = {
    "holder": "holder",
    "deputy": "deputy",
    "head": "head",
    "leader": "superior",
    "duty": "duty",
}
"""Which reason a rung of the ladder gives."""

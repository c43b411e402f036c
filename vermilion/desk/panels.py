"""What the page of a document is put together from, in order.

Each panel is one reading of a package below and one template; this list is the only place that
knows them all.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from vermilion.audit import queries as audit
from vermilion.audit.types import Act
from vermilion.desk.rows import said, urgency_tone
from vermilion.documents import queries as documents
from vermilion.followup import queries as followup
from vermilion.kernel.types import Subject
from vermilion.registry import queries as registry
from vermilion.registry.queries import Entry
from vermilion.routing import forms as routing_forms
from vermilion.routing import queries as routing
from vermilion.routing.queries import Direction, Slip
from vermilion.web.pieces import Happening
from vermilion.web.requests import ActingRequest


def about(request: ActingRequest, document_id: int) -> dict[str, Any]:
    """Everything the page of a document shows this actor. NotFound if it is not for this actor."""
    actor, at = request.actor, request.now
    document = documents.document(actor, document_id, at)
    slip = routing.slip_of(actor, document_id, at=at)
    subject = Subject("document", document_id)
    entry = registry.entries_of([document_id]).get(document_id)
    page: dict[str, Any] = {
        "document": document,
        "urgency_tone": urgency_tone(document.urgency),
        "files": documents.files_of(actor, document_id, at=at),
        "entry": entry,
        "slip": slip,
        "stalls": followup.stall(actor, document_id, at=at),
        "watch": followup.watch_of(actor, document_id),
    }
    if slip is not None:
        page |= routing_forms.about(actor, slip, at=at)
        page["standing"] = said(slip.standing, leads=slip.leads, done=slip.leads_done)
    page["happenings"] = _story(subject, entry, slip, page.get("directions", []))
    return page


def _story(
    subject: Subject,
    entry: Entry | None,
    slip: Slip | None,
    directions: Sequence[Direction],
) -> list[Happening]:
    """What happened to the document, to its line, its slip and its duties, the newest first."""
    subjects = [str(subject)]
    if entry is not None:
        subjects.append(f"entry:{entry.pk}")
    if slip is not None:
        subjects.append(f"slip:{slip.pk}")
    subjects += [f"task:{share.task_id}" for each in directions for share in each.assignments.all()]
    return [
        Happening(
            at=act.at,
            what=act.in_words,
            who=_who(act),
        )
        for act in reversed(audit.histories(subjects))
    ]


def _who(act: Act) -> str:
    """The actor as the trace names them: for whom, if in another's stead."""
    if act.stood_in_for:
        return _("%(name)s, for %(other)s") % {"name": act.who, "other": act.stood_in_for}
    return f"{act.who} · {act.post}" if act.post else act.who

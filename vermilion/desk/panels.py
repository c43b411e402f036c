"""What the page of a document is put together from, in order.

Each panel is one reading of a package below and one template; this list is the only place that
knows them all.
"""

from vermilion.access import queries as access
from vermilion.audit import queries as audit
from vermilion.desk.rows import said
from vermilion.documents import queries as documents
from vermilion.kernel.types import Subject
from vermilion.registry import queries as registry
from vermilion.routing import forms as routing_forms
from vermilion.routing import queries as routing
from vermilion.tasks import forms as task_forms
from vermilion.tasks import queries as tasks
from vermilion.web.requests import ActingRequest


def about(request: ActingRequest, document_id: int) -> dict[str, object]:
    """Everything the page of a document shows this actor. NotFound if it is not for this actor."""
    actor, at = request.actor, request.now
    document = documents.document(actor, document_id, at)
    slip = routing.slip_of(actor, document_id, at=at)
    subject = Subject("document", document_id)
    page: dict[str, object] = {
        "document": document,
        "files": documents.files_of(actor, document_id, at=at),
        "entry": registry.entries_of([document_id]).get(document_id),
        "slip": slip,
        "why_seen": access.why(actor, subject, at=at),
        "happenings": audit.story_of(document_id),
    }
    if slip is not None:
        page |= {
            "standing": said(slip.standing, leads=slip.leads, done=slip.leads_done),
            "directions": routing.directions_on(slip),
            "may": routing.verdicts(actor, slip),
            "direction_form": routing_forms.Direction(
                slip=slip, at=at, initial=routing.suggestion_for(slip, at=at)
            ),
            "closing_form": routing_forms.Closing(),
            "duties": [
                {"task": task, "may": tasks.verdicts(actor, task)}
                for task in tasks.open_for(actor).filter(assignment__slip=slip)
            ],
            "return_form": task_forms.GivingBack(),
            "completion_form": task_forms.Completion(),
        }
    return page

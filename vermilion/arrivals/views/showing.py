"""What the pages of one arrival show."""

from collections.abc import Mapping
from typing import Any

from django.utils.crypto import get_random_string
from django.utils.text import capfirst

from vermilion.arrivals import forms, models, queries
from vermilion.arrivals.types import Deed
from vermilion.documents import actions as secrecy
from vermilion.web.pieces import Happening
from vermilion.web.requests import ActingRequest


def about(
    request: ActingRequest, found: models.Arrival, data: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """An arrival, its files, its proposal, and what may be the same document."""
    _stop_what_is_marked(request, found)
    files = queries.files_in(request.actor, found)
    paper = files[0] if files else None
    shown = paper is not None and paper.shown
    proposed = queries.Proposed()
    if found.is_open:
        proposed = queries.proposal_of(
            request.actor, found, paper.blob_id if paper and shown else None, at=request.now
        )
    form = forms.Proposal(
        data,
        actor=request.actor,
        at=request.now,
        proposed=proposed,
        initial={"channel": found.channel, "once": get_random_string(20)},
        last_sender=(last := queries.last_sender(request.actor)),
    )
    following = queries.next_after(request.actor, found)
    return {
        "arrival": found,
        "files": files,
        "paper": paper,
        "form": form,
        "doubts": proposed.doubts,
        "twins": twins_for(request, found, form, files),
        "next": following,
        "next_paper": _paper_of(request, following),
        "last_sender": last,
        "may": queries.verdicts(request.actor, found),
        "happenings": [_told(each) for each in reversed(queries.handlings_of(found))],
        "may_register": queries.may_register_here(request.actor),
        "being_read": is_being_read(files, found),
        "reason_form": forms.Reason(),
        "may_arrange": found.is_open and bool(queries.sortable(files)),
    }


def twins_for(
    request: ActingRequest,
    found: models.Arrival,
    form: forms.Proposal,
    files: list[queries.FileOfArrival],
) -> list[queries.TwinLine]:
    """Lines of the book that may be the document of this form."""
    if not found.is_open:
        return []
    digests = [each.digest for each in files[:5]]
    return queries.twins_of(request.actor, found, form.stated(), digests)


def is_being_read(files: list[queries.FileOfArrival], found: models.Arrival) -> bool:
    """Whether something more will be known of it in a moment."""
    if not files or not found.is_open:
        return False
    if files[0].recognition and files[0].recognition.under_way:
        return True
    return any(each.standing.under_way for each in files[:5]) or (
        found.read_at is None and files[0].standing.served and not files[0].held
    )


def _told(handling: models.Handling) -> Happening:
    return Happening(
        at=handling.at,
        what=capfirst(str(Deed(handling.deed).label)),
        who=f"{handling.by}, {handling.by_post}" if handling.by_post else handling.by,
        note=handling.words,
    )


def _stop_what_is_marked(request: ActingRequest, found: models.Arrival) -> None:
    """Hold back what bears a mark of secrecy before it is shown: the examination comes later."""
    if not found.is_open:
        return
    for file in queries.files_in(request.actor, found)[:1]:
        if file.standing.under_way and not file.held:
            secrecy.stop_if_marked(actor=request.actor, blob_id=file.blob_id, at=request.now)


def _paper_of(request: ActingRequest, found: models.Arrival | None) -> queries.FileOfArrival | None:
    """The paper of the next arrival, so that it is here before it is asked for."""
    if found is None:
        return None
    files = queries.files_in(request.actor, found)
    return files[0] if files and files[0].shown and not files[0].standing.under_way else None

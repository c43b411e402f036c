"""Arrivals as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vermilion.arrivals import models, queries
from vermilion.arrivals.types import Source, Standing
from vermilion.documents.types import Urgency
from vermilion.files.types import State
from vermilion.kernel.actors import Actor
from vermilion.web.pieces import DocumentRow

ICONS = {
    Source.HAND: "upload",
    Source.FOLDER: "folder",
    Source.MAIL: "mail",
    Source.MACHINE: "server",
    Source.PAPER: "file-text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """An arrival as the inbox lists it: the row of any document, and what is its own."""

    row: DocumentRow
    arrival_id: int
    standing: str
    being_read: bool
    held: bool


def arrival_rows(
    actor: Actor, arrivals: Sequence[models.Arrival], *, chosen: int | None, at: datetime
) -> list[ArrivalRow]:
    """Each arrival as the list shows it. Fixed in queries, however many there are."""
    papers = {each.pk: _paper(each) for each in arrivals}
    states = queries.states_of(actor, [blob for blob in papers.values() if blob is not None])
    overdue = queries.overdue_among(actor, arrivals, at=at)
    return [
        _row(each, states.get(papers[each.pk] or 0), chosen, overdue=each.pk in overdue)
        for each in arrivals
    ]


def _row(
    arrival: models.Arrival,
    state: "queries.FileState | None",
    chosen: int | None,
    *,
    overdue: bool,
) -> ArrivalRow:
    held = state is not None and state.held
    being_read = arrival.is_open and state is not None and not held and _goes_on(arrival, state)
    seen = {} if held else arrival.seen
    stated = arrival.stated
    kept_back = _("A file that is held for a check")
    return ArrivalRow(
        arrival_id=arrival.pk,
        standing=arrival.standing,
        being_read=being_read,
        held=held,
        row=DocumentRow(
            url=f"{reverse('arrivals:inbox')}?standing={arrival.standing}&chosen={arrival.pk}",
            abstract=kept_back
            if held
            else stated.get("abstract") or seen.get("abstract") or arrival.title or _("No file"),
            number=str(arrival.entry) if arrival.entry else "",
            code="" if held else stated.get("symbol") or seen.get("symbol") or "",
            urgency=capfirst(Urgency(arrival.urgency).label) if arrival.urgency else "",
            urgency_tone="late" if arrival.urgency >= Urgency.VERY_URGENT else "soon",
            due=arrival.deliver_at if arrival.is_open else None,
            sender=stated.get("issuer")
            or seen.get("issuer_proposed")
            or arrival.letter_from
            or capfirst(Source(arrival.source).label),
            state=_said(arrival, state, being_read),
            remarks=_remarks(arrival, overdue=overdue),
            language=str(seen.get("language", "")),
            selected=arrival.pk == chosen,
        ),
    )


def _remarks(arrival: models.Arrival, *, overdue: bool) -> tuple[str, ...]:
    said = ((arrival.came_late, _("Came after its hour")), (overdue, _("Late to be entered")))
    return tuple(words for holds, words in said if holds)


def _goes_on(arrival: models.Arrival, state: queries.FileState) -> bool:
    """Whether something more will be known of its paper in a moment."""
    if state.standing.under_way or state.recognised_now:
        return True
    return arrival.read_at is None and state.standing.served


def _paper(arrival: models.Arrival) -> int | None:
    rows = sorted(arrival.enclosures.all(), key=lambda each: (each.ordinal, each.pk))
    packed = {each.out_of_id for each in rows}
    return next((each.blob_id for each in rows if each.pk not in packed), None)


def _said(arrival: models.Arrival, state: "queries.FileState | None", being_read: bool) -> str:
    """How an arrival stands, in words."""
    if arrival.standing != Standing.WAITING:
        return capfirst(str(Standing(arrival.standing).label))
    if state is None:
        return _("No file")
    if state.held:
        return _("Held for a check")
    if not state.standing.served or state.standing.state == State.REFUSED:
        return capfirst(str(state.standing.state.label))
    if recognition := state.recognised_now:
        told = {"done": recognition.done, "pages": recognition.of}
        return _("Scan being read, page %(done)s of %(pages)s") % told
    if being_read:
        return _("Being read")
    if not arrival.seen:
        return _("Nothing could be read")
    doubts = int(arrival.seen.get("doubts", 0))
    if not doubts:
        return _("Read, without doubts")
    return ngettext("Read, %(number)s doubt", "Read, %(number)s doubts", doubts) % {
        "number": doubts
    }

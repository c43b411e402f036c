"""Lines of a list in words, ready to be written out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vermilion.access.types import Grade
from vermilion.desk.queries import Line
from vermilion.desk.types import Column
from vermilion.documents.types import Urgency
from vermilion.routing.types import Standing
from vermilion.web import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paper as the list shows it. Everything is said here, so that drawing it asks nothing."""

    slip_id: int
    document_id: int
    url: str
    number: str
    code: str
    abstract: str
    sender: str
    language: str
    urgency: str
    urgency_tone: str
    secrecy: str
    due: wording.DueState | None
    due_at: datetime | None
    due_in_full: str
    state: str
    selected: bool
    cells: Sequence["Cell"] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column of a table says of a paper."""

    column: str
    label: str
    text: str
    tone: str = ""


def rows(
    lines: Iterable[Line],
    *,
    query: str,
    chosen: int | None,
    at: datetime,
    columns: Sequence[Column] = (),
    told: "Told | None" = None,
    working: wording.WorkingDays | None = None,
) -> list[Row]:
    """Each line as it is shown; `query` keeps the list while one opens a paper of it."""
    desk = reverse("desk:desk")
    words = {each: str(each.label) for each in columns}
    return [
        _row(line, f"{desk}?{query}&chosen={line.document_id}", chosen, at, words, told, working)
        for line in lines
    ]


@dataclass(frozen=True, slots=True)
class Told:
    """Names that lines refer to: types of documents, and who leads each slip."""

    types: Mapping[int, str]
    leads: Mapping[int, str]


def _row(
    line: Line,
    url: str,
    chosen: int | None,
    at: datetime,
    columns: Mapping[Column, str],
    told: Told | None,
    working: wording.WorkingDays | None,
) -> Row:
    closed = line.standing == Standing.CLOSED
    due = None
    if line.due_at is not None:
        done_at = line.standing_since if closed else None
        due = wording.due_state(line.due_at, at=at, done_at=done_at, done=closed, working=working)
    return Row(
        slip_id=line.id,
        document_id=line.document_id,
        url=url,
        number=number_of(line),
        code=line.symbol,
        abstract=line.abstract,
        sender=line.issuer,
        language=line.language,
        urgency=capfirst(str(Urgency(line.urgency).label)) if line.urgency else "",
        urgency_tone=urgency_tone(line.urgency),
        secrecy=capfirst(str(Grade(line.secrecy).label)) if line.secrecy else "",
        due=due,
        due_at=line.due_at,
        due_in_full=wording.in_full(line.due_at) if line.due_at else "",
        state=said(line.standing, leads=line.leads, done=line.leads_done),
        selected=line.document_id == chosen,
        cells=[
            Cell(column.value, label, said_in(column, line, told), _tone(column, line, due))
            for column, label in columns.items()
        ],
    )


def said_in(column: Column, line: Line, told: Told | None) -> str:
    """What a column says of a line, in words."""
    match column:
        case Column.NUMBER:
            return number_of(line)
        case Column.CODE:
            return line.symbol
        case Column.DATED:
            return wording.moment(line.dated_on, "day") if line.dated_on else ""
        case Column.ABSTRACT:
            return line.abstract
        case Column.SENDER:
            return line.issuer
        case Column.TYPE:
            return told.types.get(line.type_id or 0, "") if told else ""
        case Column.URGENCY:
            return capfirst(str(Urgency(line.urgency).label)) if line.urgency else ""
        case Column.ARRIVED:
            return wording.moment(line.arrived_on, "day")
        case Column.DUE:
            return wording.moment(line.due_at) if line.due_at else ""
        case Column.STATE:
            return said(line.standing, leads=line.leads, done=line.leads_done)
        case Column.LEADS:
            return told.leads.get(line.id, "") if told else ""
        case Column.SINCE:
            return wording.moment(line.standing_since, "day")
    raise AssertionError(column)


def _tone(column: Column, line: Line, due: wording.DueState | None) -> str:
    if column == Column.DUE and due is not None:
        return due.tone
    if column == Column.URGENCY and line.urgency:
        return urgency_tone(line.urgency)
    return ""


def number_of(line: Line) -> str:
    """The arrival number as the book writes it."""
    return f"{line.number:02d}"


def urgency_tone(urgency: int) -> str:
    """The colour that goes with the word of an urgency."""
    return "late" if urgency >= Urgency.VERY_URGENT else "soon"


def said(standing: str, *, leads: int, done: int) -> str:
    """The standing of a slip in words, with figures while it is being dealt with."""
    if standing == Standing.DOING:
        return _("%(done)s of %(leads)s leads done") % {"done": done, "leads": leads}
    return capfirst(str(Standing(standing).label))

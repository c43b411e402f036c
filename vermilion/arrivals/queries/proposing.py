"""Make a proposal of an arrival: what was stated, read, found and learned, field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language

from vermilion.arrivals import models, policy, rules
from vermilion.arrivals.queries.listing import files_in
from vermilion.arrivals.types import LessonKind, Mark, Origin, Standing
from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.documents.types import IssuerMatch, Particulars
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry import queries as books
from vermilion.registry.types import Received

SURE = 0.8
"""Below this a value that was read is said to be doubtful."""

_READ = ("symbol", "dated_on", "issuer", "abstract", "signer", "signer_post", "competence")
_READ_MARKS = ("urgency", "secrecy", "circulation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A form already filled, and of each field where its value comes from."""

    initial: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    reading: Any = None
    """What the reader of papers made of it: a `Reading` of documents, or nothing."""
    matches: Sequence[IssuerMatch] = ()

    @property
    def doubts(self) -> int:
        """How many fields want a look."""
        return sum(mark.certainty < SURE for mark in self.marks.values())


def proposal_of(
    actor: Actor, found: models.Arrival, blob_id: int | None, *, at: datetime
) -> Proposed:
    """Everything that can be said of an arrival before a clerk has looked at it.

    What the sender stated counts before what was read, and what was learned before both where
    earlier papers of the kind were corrected.
    """
    day = local_day(at, actor.time_zone)
    reading = documents.reading_of(blob_id) if blob_id else None
    matches = documents.issuers_of(reading, day) if reading else []
    initial, marks = _read(reading, matches)
    for name, value in _stated(found.stated).items():
        initial[name], marks[name] = value, Mark(origin=Origin.STATED)
    if found.urgency and found.urgency >= int(initial.get("urgency") or 0):
        initial["urgency"] = found.urgency
        marks.setdefault("urgency", Mark(origin=Origin.STATED))
    _learned(actor, found, reading, initial, marks, at=at)
    return Proposed(initial=initial, marks=marks, reading=reading, matches=matches)


def proposed_of(actor: Actor, found: models.Arrival, *, at: datetime) -> Proposed:
    """The proposal of an arrival by its paper, unless the paper may not be shown."""
    files = files_in(actor, found)
    paper = files[0] if files and files[0].shown else None
    return proposal_of(actor, found, paper.blob_id if paper else None, at=at)


def received_of(
    actor: Actor,
    found: models.Arrival,
    proposed: Proposed,
    corrections: Mapping[str, Any] | None = None,
    **said: Any,
) -> Received:
    """An arrival as it is entered: as proposed, but for what is corrected or said otherwise."""
    stated = {**_EMPTY, **proposed.initial, **(corrections or {})}
    laid_before = stated.get("laid_before")
    known = {each.name for each in fields(Particulars)}
    particulars = {name: value for name, value in stated.items() if name in known}
    return Received(
        **{
            "particulars": Particulars(**particulars),
            "arrived_on": local_day(found.came_at, actor.time_zone),
            "channel": found.channel,
            "laid_before_id": laid_before,
            **said,
        }
    )


_EMPTY = {"symbol": "", "dated_on": None, "issuer": "", "abstract": ""}


def known_of(actor: Actor, typed: Mapping[str, Any], *, at: datetime) -> Proposed:
    """What earlier papers and the directory say of a paper that is being typed: nothing that was
    typed already, only what follows from it."""
    issuer = str(typed.get("issuer") or "")
    if not issuer or not policy.can_read_inbox(actor):
        return Proposed()
    said = {"issuer": issuer, "symbol": str(typed.get("symbol") or "")}
    initial: dict[str, Any] = dict(said)
    marks: dict[str, Mark] = {}
    _found(issuer, initial, marks, on=local_day(at, actor.time_zone))
    _learned_of(actor, initial, marks, parent="", issuer=issuer, at=at)
    follows = {
        name: value for name, value in initial.items() if name in marks and value != said.get(name)
    }
    return Proposed(initial=follows, marks=marks)


def seen_in(blob_id: int, *, day: date) -> dict[str, Any]:
    """What was read of a file, in plain values: for the list, and to learn from later.

    Nothing of a scan whose words are not known yet, though its pages can be counted.
    """
    reading = documents.reading_of(blob_id)
    matches = documents.issuers_of(reading, day)
    initial, marks = _read(reading, matches)
    if not marks:
        return {}
    return {
        "symbol": initial.get("symbol", ""),
        "dated_on": initial["dated_on"].isoformat() if initial.get("dated_on") else "",
        "issuer": reading.issuer.value if reading.issuer else "",
        "parent": reading.parent.value if reading.parent else "",
        "issuer_proposed": initial.get("issuer", ""),
        "issuer_body_id": initial.get("issuer_body_id"),
        "type_id": initial.get("type_id"),
        "abstract": initial.get("abstract", ""),
        "urgency": initial.get("urgency") if isinstance(initial.get("urgency"), int) else 0,
        "doubts": sum(mark.certainty < SURE for mark in marks.values()),
        "fields": len(marks),
        "language": initial.get("language", ""),
    }


def last_sender(actor: Actor) -> dict[str, Any] | None:
    """The issuer of the paper that this person registered last, for the key that repeats it."""
    last = (
        models.Arrival.objects.filter(
            body_id=actor.own_body, settled_by_id=actor.person_id, standing=Standing.REGISTERED
        )
        .select_related("entry__document")
        .order_by("-settled_at", "-pk")
        .first()
    )
    if last is None or last.entry is None:
        return None
    document = last.entry.document
    return {"issuer": document.issuer, "issuer_body_id": document.issuer_body_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinLine:
    """A line of the book that may be the same document, and how it was recognised."""

    entry: books.Entry
    how: str


def twins_of(
    actor: Actor,
    found: models.Arrival,
    particulars: Particulars | None,
    digests: Sequence[str],
) -> list[TwinLine]:
    """Lines of the book that may be the same document as an arrival, the surest first (8.4)."""
    twins = books.twins_of(
        actor,
        particulars or _NOTHING_SAID,
        digests,
        packet=found.packet_id,
        document_code=found.document_key,
    )
    lines = books.entries_of([twin.document_id for twin in twins])
    return [
        TwinLine(entry=lines[twin.document_id], how=str(twin.how))
        for twin in twins
        if twin.document_id in lines
    ]


_NOTHING_SAID = Particulars(symbol="", dated_on=None, issuer="", abstract="")


def type_words(type_id: int, day: date) -> str:
    """What a type of document is called in the language at hand."""
    row = documents.types_on(day).filter(pk=type_id).first()
    return row.name_in(get_language() or "vi") if row else ""


def _read(reading: Any, matches: Sequence[IssuerMatch]) -> tuple[dict[str, Any], dict[str, Mark]]:
    """What stands on the paper, and what follows from that."""
    initial: dict[str, Any] = {}
    marks: dict[str, Mark] = {}
    if reading is None:
        return initial, marks
    for name in (*_READ, *_READ_MARKS):
        guess = getattr(reading, name)
        if guess is not None:
            initial[name] = guess.value
            page = guess.place.page if guess.place else None
            marks[name] = Mark(origin=Origin.READ, certainty=guess.certainty, page=page)
    if reading.pages:
        initial["pages"] = min(reading.pages, 999)
    if reading.language:
        initial["language"] = reading.language.value
    if reading.type_code:
        code = reading.type_code
        initial["type_id"] = documents.type_id_of(code.value)
        page = code.place.page if code.place else None
        marks["type_id"] = Mark(origin=Origin.READ, certainty=code.certainty, page=page)
    if matches and matches[0].fit >= SURE:
        initial["issuer_body_id"] = matches[0].body_id
        initial["issuer"] = matches[0].name
        marks["issuer_body_id"] = Mark(origin=Origin.FOUND, certainty=matches[0].fit)
    return initial, marks


def _stated(stated: Mapping[str, Any]) -> dict[str, Any]:
    """What the sender said of the paper, as the form takes it."""
    values = {name: value for name, value in stated.items() if value not in ("", None)}
    for name in ("dated_on", "reply_due_on"):
        if isinstance(values.get(name), str):
            values[name] = date.fromisoformat(values[name])
    return values


def _learned(
    actor: Actor,
    found: models.Arrival,
    reading: Any,
    initial: dict[str, Any],
    marks: dict[str, Mark],
    *,
    at: datetime,
) -> None:
    """Apply what earlier papers taught; what the sender stated stands."""
    read = reading and reading.issuer and "issuer" not in found.stated
    _learned_of(
        actor,
        initial,
        marks,
        parent=reading.parent.value if read and reading.parent else "",
        issuer=reading.issuer.value if read else "",
        with_type="type_id" not in found.stated,
        at=at,
    )


def _learned_of(
    actor: Actor,
    initial: dict[str, Any],
    marks: dict[str, Mark],
    *,
    parent: str,
    issuer: str,
    with_type: bool = True,
    at: datetime,
) -> None:
    """What the words of an issuer mean; then the type and the leader of that issuer's papers."""
    living = models.Lesson.objects.filter(body_id=actor.own_body, forgotten_at=None)
    if issuer:
        cue = rules.issuer_cue(parent, issuer)
        _apply(living.filter(kind=LessonKind.ISSUER, cue=cue[:500]), initial, marks)
    named = str(initial.get("issuer", ""))
    if named and with_type:
        cue = rules.type_cue(named, str(initial.get("symbol", "")))
        _apply(living.filter(kind=LessonKind.TYPE, cue=cue[:500]), initial, marks)
    if named:
        _learned_leader(actor, living.filter(kind=LessonKind.LEADER), initial, marks, at=at)


def _learned_leader(
    actor: Actor, leads: Any, initial: dict[str, Any], marks: dict[str, Mark], *, at: datetime
) -> None:
    issuer = str(initial["issuer"])
    cue = rules.leader_cue(issuer, initial.get("type_id"))
    near = rules.leader_cue(issuer, None)
    lesson = (
        leads.filter(cue=cue[:500]).first()
        or leads.filter(cue__startswith=near[:500]).order_by("-last_at", "-id").first()
    )
    leaders = {each.pk for each in directory.leaders_of(actor.own_body, at)}
    if lesson and lesson.says.get("laid_before_id") in leaders:
        initial["laid_before"] = lesson.says["laid_before_id"]
        marks["laid_before"] = _mark_of(lesson)


def _found(issuer: str, initial: dict[str, Any], marks: dict[str, Mark], *, on: date) -> None:
    """The body of the directory that bears this name, if one surely does."""
    matches = documents.issuer_matches(issuer, on)
    if matches and matches[0].fit >= SURE:
        initial["issuer_body_id"] = matches[0].body_id
        marks["issuer_body_id"] = Mark(origin=Origin.FOUND, certainty=matches[0].fit)


def _apply(lessons: Any, initial: dict[str, Any], marks: dict[str, Mark]) -> None:
    lesson = lessons.first()
    if lesson is None:
        return
    for name, value in lesson.says.items():
        initial[name] = value
        marks[name] = _mark_of(lesson)


def _mark_of(lesson: models.Lesson) -> Mark:
    return Mark(origin=Origin.LEARNED, lesson_id=lesson.pk, words=lesson.learned_from)

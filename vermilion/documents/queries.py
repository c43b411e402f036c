"""What is known of documents, cut down to what the actor may see."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from vermilion.access import queries as access
from vermilion.access.rules import may_carry
from vermilion.access.types import Grade
from vermilion.directory import queries as directory
from vermilion.documents import models, policy, rules
from vermilion.documents.reading.beginnings import beginning_of as beginning_of
from vermilion.documents.reading.marks import FoundMark
from vermilion.documents.reading.paper import Reading
from vermilion.documents.reading.reader import MOST_PAGES, read
from vermilion.documents.reading.words import type_rows
from vermilion.documents.types import (
    FileOfDocument,
    HeldFile,
    IssuerMatch,
    Settlement,
    Summary,
)
from vermilion.files import queries as files
from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict


def visible(actor: Actor, at: datetime) -> QuerySet[models.Document]:
    """Every document that some grant lets the actor see, and whose grade the clearance covers."""
    return models.Document.objects.filter(
        id__in=access.visible(actor, "document", at=at), secrecy__lte=actor.clearance
    )


def document(actor: Actor, document_id: int, at: datetime) -> models.Document:
    """One document with its type and files. Unseen and unknown are the same refusal."""
    found = (
        visible(actor, at)
        .select_related("type", "issuer_body", "body")
        .prefetch_related("attachments__blob")
        .filter(pk=document_id)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def summary_of(document_id: int) -> Summary:
    """A document in one line. Asks nobody's leave: for packages that have asked already."""
    [found] = summaries_of([document_id]).values() or [None]
    if found is None:
        raise NotFound
    return found


def summaries_of(document_ids: Iterable[int]) -> dict[int, Summary]:
    """Documents in one line each, by id, in one query."""
    rows = (
        models.Document.objects.filter(pk__in=set(document_ids))
        .select_related("type")
        .annotate(files=Count("attachments"))
    )
    language = get_language() or "vi"
    return {
        row.pk: Summary(
            id=row.pk,
            symbol=row.symbol,
            dated_on=row.dated_on,
            issuer=row.issuer,
            type=row.type.name_in(language) if row.type else "",
            abstract=row.abstract,
            urgency=row.urgency,
            secrecy=row.secrecy,
            files=row.files,
        )
        for row in rows
    }


def types_on(day: date) -> QuerySet[models.DocumentType]:
    """The types of documents in use on a day, in the order of the rules they come from."""
    return models.DocumentType.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day
    ).order_by("ordinal", "id")


def types_of(type_ids: Iterable[int | None]) -> list[models.DocumentType]:
    """These types of documents, whether in use or not."""
    return list(models.DocumentType.objects.filter(pk__in={each for each in type_ids if each}))


def type_id_of(code: str) -> int | None:
    """The row of a type by its code."""
    return models.DocumentType.objects.filter(code=code).values_list("id", flat=True).first()


def type_row(type_id: int) -> models.DocumentType:
    """A type of document by its id."""
    found = models.DocumentType.objects.filter(pk=type_id).first()
    if found is None:
        raise NotFound
    return found


def family_of(type_id: int | None) -> str:
    """Whose rules of form a type belongs to; empty where none was stated."""
    rows = models.DocumentType.objects.filter(pk=type_id or 0)
    return rows.values_list("family", flat=True).first() or ""


def parts_of_symbol(symbol: str) -> tuple[str, str]:
    """Number and notation apart: 15 and QĐ-BNV."""
    return rules.number_and_notation(symbol)


def is_a_body(body_id: int) -> bool:
    """Whether the directory knows a body by this id."""
    return bool(directory.names_of([body_id]))


def names_of_bodies(body_ids: Iterable[int]) -> dict[int, str]:
    """The present names of bodies, by id."""
    return directory.names_of(body_ids)


def issuer_matches(wanted: str, on: date, *, parent: str = "") -> list[IssuerMatch]:
    """Bodies that an issuer's name on a paper may mean, the best first; at most five.

    A former name or a code leads to the body that bears it now. The body above, where the paper
    names it, decides between bodies of one name.
    """
    asked = list(dict.fromkeys((wanted, rules.spelt_out(wanted), f"{wanted} {parent}".strip())))
    found: dict[int, IssuerMatch] = {}
    for words in asked:
        for choice in directory.search(words, on=on):
            fit = rules.fit(wanted, parent=parent, name=choice.name, above=choice.detail)
            if choice.note:
                # Found by a code or a former name, which need not resemble the present one.
                fit = max(fit, 0.85)
            match = IssuerMatch(
                body_id=choice.id, name=choice.name, parent=choice.detail, fit=round(fit, 2)
            )
            found.setdefault(choice.id, match)
    best = sorted(found.values(), key=lambda match: (-match.fit, match.body_id))[:5]
    if len(best) > 1 and best[0].fit == best[1].fit:
        # Two that fit alike: the person chooses.
        best = [replace(match, fit=min(match.fit, 0.7)) for match in best]
    return [match for match in best if match.fit > 0]


def reading_of(blob_id: int) -> Reading:
    """What can be read out of a stored file: proposals with their certainty and place.

    Of a file that bears a mark which this network may not carry, the mark alone is told until a
    clerk has found it open.
    """
    pages = files.text_of(blob_id, count=MOST_PAGES)
    counted = files.standing_of([blob_id])[blob_id].pages
    if not pages:
        pages = files.first_pages_text(blob_id, pages=MOST_PAGES)
    made = read(pages, page_count=counted)
    if made.secrecy is None or may_carry(settings.VERMILION.zone, int(made.secrecy.value)):
        return made
    found_open = models.Hold.objects.filter(blob_id=blob_id, settlement=Settlement.NOT_SECRET)
    return made if found_open.exists() else Reading(secrecy=made.secrecy, pages=made.pages)


def issuers_of(reading: Reading, on: date) -> list[IssuerMatch]:
    """Bodies of the directory that may have issued the paper that was read, the best first."""
    if reading.issuer is None:
        return []
    parent = reading.parent.value if reading.parent else ""
    matches = issuer_matches(reading.issuer.value, on, parent=parent)
    if matches and matches[0].fit >= 0.8:
        return matches
    # The lines of the issuer's cell may have been put together wrongly.
    whole = " ".join(reading.issuer_lines)
    others = issuer_matches(whole, on) if whole != reading.issuer.value else []
    return sorted([*matches, *others], key=lambda match: -match.fit)[:5]


def twins(*, body_id: int, symbol: str, issuer: str, year: int | None) -> QuerySet[models.Document]:
    """Documents of a body with the same number, notation, issuer and year, oldest first.

    Compared as a clerk would: case, spaces, kinds of hyphen, leading zeros and the way letters
    are composed do not count. A document without a symbol has no twin.
    """
    key = text.same_symbol_key(symbol)
    if not key:
        return models.Document.objects.none()
    same = models.Document.objects.filter(
        body_id=body_id, symbol_key=key, issuer_key=text.same_name_key(issuer)
    )
    same = same.filter(dated_on__year=year) if year else same.filter(dated_on=None)
    return same.order_by("id")


def same_bytes(*, body_id: int, digest: str) -> QuerySet[models.Document]:
    """Documents of a body that hold a file of exactly these bytes, oldest first."""
    return (
        models.Document.objects.filter(body_id=body_id, attachments__blob__digest=digest)
        .distinct()
        .order_by("id")
    )


def corrections_of(document_id: int) -> QuerySet[models.Correction]:
    """Every field of a document that was corrected, oldest first."""
    return models.Correction.objects.filter(document_id=document_id).order_by("id")


def marks_of(blob_id: int, *, at_once: bool = False) -> list[FoundMark]:
    """Marks of secrecy on the first page of a stored file.

    Of the text that the examination kept; `at_once` looks into the file itself while that is
    still to come.
    """
    pages = files.text_of(blob_id, count=1)
    if not pages and at_once:
        pages = files.first_pages_text(blob_id, pages=1)
    return [found for page in pages[:1] for found in rules.secrecy_marks(page.text)]


def hands_of(blob_id: int) -> list[tuple[int, str]]:
    """The bodies in which a file was handed in, each with the person who did so first."""
    return [
        (body_id, directory.person(person_id).full_name if person_id else "")
        for body_id, person_id in files.hands_of(blob_id)
    ]


def is_held(blob_id: int) -> bool:
    """Whether a file waits for a clerk's check: it is not to be indexed, shown or sent."""
    return models.Hold.objects.filter(blob_id=blob_id, settled_at=None).exists()


def held_among(blob_ids: Iterable[int]) -> set[int]:
    """Those of these files that wait for a clerk's check, in one query: for lists."""
    rows = models.Hold.objects.filter(blob_id__in=set(blob_ids), settled_at=None)
    return {blob_id for blob_id in rows.values_list("blob_id", flat=True) if blob_id is not None}


def was_found_open(blob_id: int, *, body_id: int) -> bool:
    """Whether a clerk of this body has already found that the file is not secret."""
    return models.Hold.objects.filter(
        blob_id=blob_id, body_id=body_id, settlement=Settlement.NOT_SECRET
    ).exists()


def may_read_blob(actor: Actor, blob_id: int, at: datetime) -> bool:
    """Whether a document that the actor may see holds this file, and no check holds it back."""
    held = models.Hold.objects.filter(blob_id=OuterRef("blob_id"), settled_at=None)
    return (
        models.Attachment.objects.filter(blob_id=blob_id, document__in=visible(actor, at))
        .exclude(Exists(held))
        .exists()
    )


def open_hold(actor: Actor, blob_id: int) -> models.Hold | None:
    """The check of the actor's body that a file waits for, if any."""
    return _holds(actor).filter(blob_id=blob_id, settled_at=None).first()


def hold(actor: Actor, hold_id: int) -> models.Hold:
    """One stopped file of the actor's body."""
    found = _holds(actor).filter(pk=hold_id).first()
    if found is None:
        raise NotFound
    return found


def settled_holds(actor: Actor) -> QuerySet[models.Hold]:
    """The files of the actor's body that were checked, the latest first."""
    return _holds(actor).filter(settled_at__isnull=False).order_by("-settled_at", "-id")


def held_files(actor: Actor) -> list[HeldFile]:
    """The files of the actor's body that wait for a clerk's check, oldest first."""
    return [
        HeldFile(
            id=row.pk,
            size=row.blob.size if row.blob else 0,
            grade=row.grade,
            words=row.words,
            line=row.line,
            held_at=row.held_at,
            handed_in_by=row.handed_in_by,
        )
        for row in _holds(actor).filter(settled_at=None).order_by("id")
    ]


def may_check(actor: Actor) -> Verdict:
    """Whether the actor may check stopped files, with the reasons why not."""
    return policy.can_check_marks(actor)


def may_settle(actor: Actor, hold: models.Hold) -> Verdict:
    """Whether the actor may say what a check of this file came to, with the reasons why not."""
    return policy.can_settle(actor, hold)


def _holds(actor: Actor) -> QuerySet[models.Hold]:
    """What the clerks of a body may know of; anybody else sees only what they handed in."""
    rows = models.Hold.objects.filter(body_id=actor.body_id or 0).select_related("blob")
    if not policy.can_check_marks(actor):
        rows = rows.filter(handed_in_by=actor.name)
    return rows


def files_of(actor: Actor, document_id: int, *, at: datetime) -> list[FileOfDocument]:
    """The files of a document that the actor may see, the document itself first."""
    rows = (
        models.Attachment.objects.filter(document_id=document_id, document__in=visible(actor, at))
        .select_related("blob")
        .annotate(
            held=Exists(models.Hold.objects.filter(blob_id=OuterRef("blob_id"), settled_at=None)),
        )
        .order_by("ordinal", "id")
    )
    return [
        FileOfDocument(
            attachment_id=row.pk,
            blob_id=row.blob_id,
            name=row.name,
            digest=row.blob.digest,
            size=row.blob.size,
            media_type=row.blob.media_type,
            held=row.held,
            has_pages=(has_pages := _has_pages(row)),
            under_way=row.ordinal == 0 and not has_pages and _is_examined(row.blob_id),
        )
        for row in rows
    ]


def _is_examined(blob_id: int) -> bool:
    """Whether a file is being examined just now, so that it may have pages in a moment."""
    return files.standing_of([blob_id])[blob_id].under_way


def _has_pages(row: models.Attachment) -> bool:
    """Whether the reader shows it. A PDF made of it is looked for of the first file alone."""
    if row.blob.media_type == "application/pdf":
        return True
    return row.ordinal == 0 and files.reading_copy(row.blob) is not None


def documents_with_stale_keys(*, limit: int) -> list[int]:
    """Documents whose keys for twins do not follow from their fields."""
    rows = models.Document.objects.order_by("id").values_list(
        "id", "symbol", "issuer", "symbol_key", "issuer_key"
    )
    stale = (
        document_id
        for document_id, symbol, issuer, symbol_key, issuer_key in rows.iterator(chunk_size=5000)
        if symbol_key != text.same_symbol_key(symbol) or issuer_key != text.same_name_key(issuer)
    )
    return list(islice(stale, limit))


def documents_above_the_zone(*, limit: int) -> list[int]:
    """Documents of a grade that the network zone of this installation may not carry.

    A bare line without abstract and files is no content.
    """
    grades = [grade for grade in Grade.values if not may_carry(settings.VERMILION.zone, grade)]
    rows = models.Document.objects.filter(secrecy__in=grades).order_by("id")
    rows = rows.exclude(abstract="", attachments=None)
    return list(rows.values_list("id", flat=True)[:limit])


def types_out_of_line() -> bool:
    """Whether a type of the data file is missing here, or differs from what the file says."""
    known = {row.code: (row.abbreviation, row.names) for row in models.DocumentType.objects.all()}
    stated = {row["code"]: (row["abbreviation"], row["names"]) for row in type_rows()}
    return any(known.get(code) != value for code, value in stated.items())

"""The fields that the law asks for of a document (Decree 30/2020, Appendix VI, part II)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.registry import models
from vermilion.registry.rules import padded
from vermilion.registry.types import BookKind

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One field: its name in the law, what it is called here, what the document says in it."""

    name: str
    label: str | Promise
    value: Value


def metadata_of(line: models.Entry) -> list[Metadatum]:
    """Every field of the law, in its order, for an incoming or an outgoing document."""
    incoming = line.series.book.kind == BookKind.INCOMING
    return [*_of_the_paper(line), *(_of_arrival(line) if incoming else _of_issue(line))]


def own_fields_of(line: models.Entry) -> list[tuple[str, str]]:
    """What the line says in the fields of the body, those that are asked for no longer too."""
    language = get_language() or "vi"
    fields = models.CustomField.objects.filter(pk__in=[int(key) for key in line.custom])
    return [(each.name_in(language), line.custom[str(each.pk)]) for each in fields.order_by("id")]


def _of_the_paper(line: models.Entry) -> list[Metadatum]:
    document = line.document
    number, notation = documents.parts_of_symbol(document.symbol)
    kind = document.type.name_in(get_language() or "vi") if document.type else ""
    return [
        Metadatum("FileCode.OrganId", _("Code of the body"), code_of_body(line.body_id)),
        Metadatum("FileCode.FileCatalog", _("Year of the dossier"), document.dossier_year),
        Metadatum("FileCode.FileNotation", _("Notation of the dossier"), document.dossier_notation),
        Metadatum("DocOrdinal", _("Ordinal in the dossier"), document.dossier_ordinal),
        Metadatum("TypeName", _("Type"), kind),
        Metadatum("CodeNumber", _("Number"), number),
        Metadatum("CodeNotation", _("Notation"), notation),
        Metadatum("IssuedDate", _("Document date"), document.dated_on),
        Metadatum("OrganName", _("Author"), document.issuer),
        Metadatum("Subject", _("Abstract"), document.abstract),
        Metadatum("Language", _("Language"), document.language),
        Metadatum("PageAmount", _("Pages"), document.pages),
        Metadatum("Description", _("Note"), document.note),
    ]


def _of_arrival(line: models.Entry) -> list[Metadatum]:
    return [
        Metadatum("ArrivalDate", _("Arrival date"), line.arrived_on),
        Metadatum("ArrivalNumber", _("Arrival number"), padded(line.number)),
        *_signed_and_marked(line),
        Metadatum("ToPlaces", _("Unit or person receiving it"), _handed_on(line)),
        Metadatum("TraceHeaderList", _("Handed on"), _acknowledged(line)),
        Metadatum("DueDate", _("Reply asked for by"), line.document.reply_due_on),
    ]


def _of_issue(line: models.Entry) -> list[Metadatum]:
    to = "; ".join(each.name for each in line.addressees.all())
    return [
        *_signed_and_marked(line),
        Metadatum("To", _("Recipients"), to),
        Metadatum("IssuedAmount", _("Copies"), line.document.copies),
        Metadatum("DueDate", _("Reply asked for by"), line.document.reply_due_on),
    ]


def _signed_and_marked(line: models.Entry) -> list[Metadatum]:
    document = line.document
    return [
        Metadatum("SignerInfo.Position", _("Post of the signer"), document.signer_post),
        Metadatum("SignerInfo.FullName", _("Signed by"), document.signer),
        Metadatum("Priority", _("Urgency"), document.get_urgency_display()),
        Metadatum("Secrecy", _("Grade of secrecy"), document.get_secrecy_display()),
    ]


def _handed_on(line: models.Entry) -> str:
    return "; ".join(each.recipient for each in line.transfers.all())


def _acknowledged(line: models.Entry) -> str:
    """Who acknowledged a transfer, and when, in order of time."""
    received = [each for each in line.transfers.all() if each.received_at]
    return "; ".join(
        f"{each.recipient}: {each.received_by}, {each.received_at:%Y-%m-%dT%H:%MZ}"
        for each in received
        if each.received_at
    )


def code_of_body(body_id: int) -> str:
    """The code under which a body is known at present; empty if it has none."""
    found = directory.identifiers_of(body_id).filter(valid_to=None).first()
    return found.value if found else ""

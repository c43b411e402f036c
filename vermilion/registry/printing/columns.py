"""The columns of each register, in the order of Decree 30/2020, Appendix IV."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from vermilion.registry import models
from vermilion.registry.printing.setting import apart, day, from_left, moment
from vermilion.registry.types import BookKind

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its width in millimetres (0: what is left), what a line says in it."""

    name: str | Promise
    width: int
    says: Callable[[models.Entry, ZoneInfo], Lines]
    centred: bool = False
    strikes: bool = False
    bold: bool = False


def columns_of(kind: BookKind) -> tuple[Column, ...]:
    """The ten columns of a register of this kind."""
    return INCOMING if kind == BookKind.INCOMING else OUTGOING


def _one(words: str) -> Lines:
    return [words] if words else []


def type_and_abstract(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    """The type of a document before what it is about."""
    kind = entry.document.type
    name = kind.name_in(get_language() or "vi") if kind else ""
    abstract = apart(entry.document.abstract)
    return _one(f"{name}: {abstract}" if name and abstract else name or abstract)


def _symbol(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return _one(from_left(entry.document.symbol))


def _dated(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return _one(day(entry.document.dated_on))


def _arrived(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return _one(day(entry.arrived_on))


def _recipients(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return [apart(each.recipient) for each in entry.transfers.all()]


def _transferred(entry: models.Entry, zone: ZoneInfo) -> Lines:
    return sorted({day(each.at.astimezone(zone).date()) for each in entry.transfers.all()})


def _receipts(entry: models.Entry, zone: ZoneInfo) -> Lines:
    return [
        f"{apart(each.received_by)}, {moment(each.received_at, zone)}"
        for each in entry.transfers.all()
        if each.received_at
    ]


def _signer(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return _one(apart(entry.document.signer))


def _addressees(entry: models.Entry, _zone: ZoneInfo) -> Lines:
    return [apart(each.name) for each in entry.addressees.all()]


def notes_of(entry: models.Entry, zone: ZoneInfo) -> Lines:
    """Why a line is struck out, was entered late or twice, and how it came again."""
    return list(_notes(entry, zone))


def _notes(entry: models.Entry, zone: ZoneInfo) -> Iterable[str]:
    if entry.struck_out:
        yield gettext("Struck out: %(reason)s") % {"reason": apart(entry.striking.reason)}
    entered = day(entry.registered_at.astimezone(zone).date())
    if entry.late_by:
        yield ngettext(
            "Late registration, on %(day)s, %(count)s working day late",
            "Late registration, on %(day)s, %(count)s working days late",
            entry.late_by,
        ) % {"day": entered, "count": entry.late_by}
    elif entry.of_earlier_period:
        yield gettext("Of an earlier period, entered on %(day)s") % {"day": entered}
    if entry.second_copy_reason:
        yield gettext("Second copy: %(reason)s") % {"reason": apart(entry.second_copy_reason)}
    if entry.series.book.kind == BookKind.INCOMING:
        for each in entry.joinings.all():
            yield gettext("Came again %(how)s on %(day)s") % {
                "how": each.get_channel_display(),
                "day": day(each.arrived_on),
            }
    if entry.document.note:
        yield apart(entry.document.note)


INCOMING = (
    Column(_("Arrival date"), 20, _arrived, centred=True),
    Column(
        _("Arrival number"),
        13,
        lambda entry, _zone: [str(entry)],
        centred=True,
        strikes=True,
        bold=True,
    ),
    Column(_("Author"), 32, lambda entry, _zone: _one(apart(entry.document.issuer)), strikes=True),
    Column(_("Number and notation"), 30, _symbol, strikes=True),
    Column(_("Document date"), 20, _dated, centred=True),
    Column(_("Type and abstract"), 0, type_and_abstract, strikes=True),
    Column(_("Unit or person receiving it"), 36, _recipients),
    Column(_("Transfer date"), 20, _transferred, centred=True),
    Column(_("Receipt"), 26, _receipts),
    Column(_("Note"), 26, notes_of),
)

OUTGOING = (
    Column(_("Number and notation"), 30, _symbol, strikes=True, bold=True),
    Column(_("Document date"), 20, _dated, centred=True),
    Column(_("Type and abstract"), 0, type_and_abstract, strikes=True),
    Column(_("Signer"), 30, _signer),
    Column(_("Recipients"), 40, _addressees),
    Column(
        _("Unit or person keeping the file copy"),
        28,
        lambda entry, _zone: _one(apart(entry.file_copy)),
    ),
    Column(_("Copies"), 14, lambda entry, _zone: [str(entry.document.copies)], centred=True),
    Column(_("Transfer date"), 20, _transferred, centred=True),
    Column(_("Receipt"), 24, _receipts),
    Column(_("Note"), 26, notes_of),
)

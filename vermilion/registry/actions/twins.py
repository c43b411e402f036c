"""How a document that is in the book already is kept from a second number."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.documents.types import Particulars
from vermilion.kernel import text
from vermilion.kernel.refusals import Refused
from vermilion.registry import models, rules
from vermilion.registry.types import Received


class AlreadyRegistered(Refused):
    message = _(
        "This document is already in the book, as number %(number)s. If this is a second copy "
        "that needs a number of its own, say why."
    )
    field = "second_copy_reason"


class NotationTaken(Refused):
    message = _(
        "Number and notation %(symbol)s stand in this book already. Let the types that share a "
        "notation share one series of numbers, or use another notation."
    )
    field = "notation"


def refuse_twin(body_id: int, received: Received) -> None:
    """Refuse what has a line already: its packet, its number and notation of issuer and year."""
    twins = Q()
    if received.packet:
        twins |= Q(packet=received.packet) | Q(joinings__packet=received.packet)
    if received.document_code and not received.second_copy_reason:
        twins |= Q(document_code=received.document_code, second_copy_reason="")
    keys = twin_keys(received.particulars)
    if keys["symbol_key"] and not received.second_copy_reason:
        twins |= Q(second_copy_reason="", **keys)
    if twins:
        _refuse(models.Entry.objects.filter(twins, body_id=body_id, struck_out=False))


def refuse_same(entry: models.Entry, keys: dict[str, str | int | None]) -> None:
    """Refuse a correction that would make a line the twin of another."""
    if keys["symbol_key"] and not entry.second_copy_reason:
        others = models.Entry.objects.filter(body_id=entry.body_id, struck_out=False)
        _refuse(others.filter(second_copy_reason="", **keys).exclude(pk=entry.pk))


def twin_keys(particulars: Particulars) -> dict[str, str | int | None]:
    """By what a received document is known: number and notation, issuer, year."""
    return {
        "symbol_key": text.same_symbol_key(particulars.symbol),
        "issuer_key": text.same_name_key(particulars.issuer),
        "dated_in": particulars.dated_on.year if particulars.dated_on else None,
    }


def keys_of_issued(symbol: str, series: models.Series) -> dict[str, str | int | None]:
    """By what a document of the body itself is known: number and notation, book, period."""
    return {
        "symbol_key": text.same_symbol_key(symbol),
        "issuer_key": f"book {series.book_id} from {series.opens_on.isoformat()}",
        "dated_in": None,
    }


def words_of(particulars: Particulars, symbol: str, more: dict[str, str]) -> str:
    """What the line of a document is found by."""
    return rules.found_by(
        symbol=symbol,
        issuer=particulars.issuer,
        abstract=particulars.abstract,
        more=list(more.values()),
    )


def _refuse(same: QuerySet[models.Entry]) -> None:
    twin = same.order_by("id").first()
    if twin is not None:
        raise AlreadyRegistered(number=rules.padded(twin.number), entry_id=twin.pk)

"""How a document that is in the book already is kept from a second number."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.documents.types import Particulars
from vermilion.kernel import text
from vermilion.kernel.refusals import Refused
from vermilion.registry import models, rules


class AlreadyRegistered(Refused):
    message = _(
        "This document is already in the book, as number %(number)s. If this is a second copy "
        "that needs a number of its own, say why."
    )
    field = "second_copy_reason"


def refuse_same(
    entries: QuerySet[models.Entry], body_id: int, keys: dict[str, str | int | None]
) -> None:
    if not keys["symbol_key"]:
        return
    same = entries.filter(body_id=body_id, struck_out=False, second_copy_reason="", **keys)
    twin = same.first()
    if twin is not None:
        raise AlreadyRegistered(number=rules.padded(twin.number), entry_id=twin.pk)


def twin_keys(particulars: Particulars) -> dict[str, str | int | None]:
    return {
        "symbol_key": text.same_symbol_key(particulars.symbol),
        "issuer_key": text.same_name_key(particulars.issuer),
        "dated_in": particulars.dated_on.year if particulars.dated_on else None,
    }

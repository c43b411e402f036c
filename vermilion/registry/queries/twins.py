"""Whether a document that has come is in the book already, and by what one knows."""

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from vermilion.documents.types import Particulars
from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.registry import models, policy
from vermilion.registry.rules import padded
from vermilion.registry.types import BookKind, Sameness, Twin

MOST = 5
"""So many lines are told of a kind of sameness."""


def twins_of(
    actor: Actor,
    particulars: Particulars,
    digests: Iterable[str] = (),
    *,
    packet: str = "",
    document_code: str = "",
) -> list[Twin]:
    """Lines of the body that seem to hold the same document, the surest sameness first.

    The same packet, the same identifier of the sender, the same number, notation, issuer and
    year, the same bytes. A line is told once, by the surest. What the actor may not read stays
    untold.
    """
    if not policy.can_read_book(actor):
        return []
    told: dict[int, Twin] = {}
    for how, same in _questions(particulars, list(digests), packet, document_code):
        for line in _lines(actor, same):
            twin = Twin(line.pk, line.document_id, padded(line.number), how)
            told.setdefault(line.pk, twin)
    return list(told.values())


def _questions(
    particulars: Particulars, digests: list[str], packet: str, document_code: str
) -> Iterator[tuple[Sameness, Q]]:
    if packet:
        yield Sameness.PACKET, Q(packet=packet) | Q(joinings__packet=packet)
    if document_code:
        yield Sameness.DOCUMENT_ID, Q(document_code=document_code)
    if symbol := text.same_symbol_key(particulars.symbol):
        yield (
            Sameness.SYMBOL,
            Q(
                symbol_key=symbol,
                issuer_key=text.same_name_key(particulars.issuer),
                dated_in=particulars.dated_on.year if particulars.dated_on else None,
            ),
        )
    if digests:
        yield Sameness.BYTES, Q(document__attachments__blob__digest__in=digests)


def _lines(actor: Actor, wanted: Q) -> QuerySet[models.Entry]:
    return (
        models.Entry.objects.filter(
            wanted,
            body_id=actor.own_body,
            book__kind=BookKind.INCOMING,
            document__secrecy__lte=actor.clearance,
            struck_out=False,
        )
        .distinct()
        .order_by("id")[:MOST]
    )

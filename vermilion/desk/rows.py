"""Slips as rows of a list."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vermilion.documents.types import Urgency
from vermilion.routing.queries import Slips
from vermilion.routing.types import Standing
from vermilion.web.pieces import DocumentRow


def document_rows(slips: Slips, *, query: str, chosen: int | None) -> Iterable[DocumentRow]:
    """Each slip as a list shows it; `query` keeps the list while one opens a row of it."""
    for slip in slips:
        document = slip.document
        yield DocumentRow(
            url=f"{reverse('desk:desk')}?{query}&chosen={document.pk}",
            abstract=document.abstract,
            number=str(slip.entry),
            code=document.symbol,
            urgency=capfirst(Urgency(document.urgency).label) if document.urgency else "",
            urgency_tone=urgency_tone(document.urgency),
            due=slip.due_at,
            done=slip.standing == Standing.CLOSED,
            done_at=slip.standing_since if slip.standing == Standing.CLOSED else None,
            sender=document.issuer,
            state=said(slip.standing, leads=slip.leads, done=slip.leads_done),
            language=document.language,
            selected=document.pk == chosen,
        )


def urgency_tone(urgency: int) -> str:
    """The colour that goes with the word of an urgency."""
    return "late" if urgency >= Urgency.VERY_URGENT else "soon"


def said(standing: str, *, leads: int, done: int) -> str:
    """The standing of a slip in words, with figures while it is being dealt with."""
    if standing == Standing.DOING:
        return _("%(done)s of %(leads)s leads done") % {"done": done, "leads": leads}
    return capfirst(str(Standing(standing).label))

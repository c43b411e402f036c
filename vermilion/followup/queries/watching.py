"""Who watches what, and what papers may be called where nobody's rights are asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.followup import models
from vermilion.followup.queries.people import still_see
from vermilion.kernel.actors import Actor
from vermilion.notices.types import Paper
from vermilion.registry import queries as registry


@dataclass(frozen=True, slots=True)
class Watch:
    """Whether an actor, and the unit of the actor, watch a document."""

    mine: bool
    of_unit: bool
    has_unit: bool


def watched(actor: Actor) -> QuerySet[models.Watching, int]:
    """The documents that the actor, or the actor's unit, watches. For use in `id__in=`."""
    mine = Q(appointment_id=actor.appointment_id)
    if actor.unit_id is not None:
        mine |= Q(unit_id=actor.unit_id)
    watching = models.Watching.objects.filter(mine, ended_at=None)
    return watching.order_by().values_list("document_id", flat=True)


def watch_of(actor: Actor, document_id: int) -> Watch:
    """How an actor watches a document. One query."""
    rows = models.Watching.objects.filter(document_id=document_id, ended_at=None).values_list(
        "appointment_id", "unit_id"
    )
    holders: set[tuple[int | None, int | None]] = set(rows)
    return Watch(
        mine=(actor.appointment_id, None) in holders,
        of_unit=actor.unit_id is not None and (None, actor.unit_id) in holders,
        has_unit=actor.unit_id is not None,
    )


def watchers_of(document_id: int, *, at: datetime) -> list[int]:
    """The appointments that watch a document, alone or with their unit, and may see it still."""
    rows = list(models.Watching.objects.filter(document_id=document_id, ended_at=None))
    found = [row.appointment_id for row in rows if row.appointment_id]
    for row in rows:
        if row.unit_id:
            body_id = directory.body_of_unit(row.unit_id)
            if body_id is not None:
                found += [each.pk for each in directory.people_in(body_id, at, unit_id=row.unit_id)]
    return still_see(dict.fromkeys(found), document_id, at=at) if found else []


def papers_called(document_ids: Sequence[int]) -> Mapping[int, Paper]:
    """What documents may be called in a notice: with a grade of secrecy only by their number."""
    entries = registry.entries_of(list(document_ids))
    found = {}
    for key, summary in documents.summaries_of(document_ids).items():
        number = str(entries[key]) if key in entries else ""
        if summary.secrecy:
            words = (
                _("Something waits under number %(number)s") % {"number": number}
                if number
                else _("Something waits that has a grade of secrecy")
            )
            found[key] = Paper(title=words, number=number, veiled=True)
        else:
            found[key] = Paper(title=summary.abstract, number=summary.symbol or number)
    return found


def turns_called(turn_ids: Sequence[int]) -> Mapping[int, Paper]:
    """What duties of the list are called: by their bodies."""
    turns = models.Turn.objects.filter(pk__in=turn_ids).select_related("body")
    return {
        each.pk: Paper(title=_("Duty list of %(body)s") % {"body": each.body.name})
        for each in turns.order_by("pk")
    }


def arrivals_called(arrival_ids: Sequence[int]) -> Mapping[int, Paper]:
    """What arrivals may be called: nobody has looked yet whether they bear a grade of secrecy."""
    return {
        key: Paper(title=_("Arrival %(number)s in the inbox") % {"number": key}, veiled=True)
        for key in arrival_ids
    }

"""Narrowing and sorting a list: what filters and sort keys mean of slips."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from vermilion.desk.paging import Key
from vermilion.desk.types import Term, View
from vermilion.desk.wanted import Filters
from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.routing.queries import Slip, Slips
from vermilion.routing.types import UNFINISHED

SOON = timedelta(days=3)
"""A filter for what falls due soon looks this far ahead."""

BY_ID = Key("id", descending=True, kind=int)
BY_DUE = Key("due_at", may_be_empty=True, kind=datetime)

KEYS = {
    # Slips are opened as papers arrive: their order is that of arrival.
    "arrived": Key("id", kind=int),
    "number": Key("entry__number", kind=int),
    "due": BY_DUE,
    "urgency": Key("document__urgency", kind=int),
    "sender": Key("document__issuer_key"),
    "code": Key("document__symbol_key"),
    "dated": Key("document__dated_on", may_be_empty=True, kind=date),
    "type": Key("document__type__ordinal", may_be_empty=True, kind=int),
    "state": Key("standing"),
    "since": Key("standing_since", kind=datetime),
}

USUAL_SORTS = {View.LATE: ("due",), View.TODAY: ("due",)}
"""Lists that begin with what presses most; the others begin with what came last."""


def keys_of(sorts: Sequence[str], view: View) -> list[Key]:
    """What to sort by, ending in a key that no two lines share."""
    keys = []
    for each in sorts or USUAL_SORTS.get(view, ()):
        key = KEYS[each.removeprefix("-")]
        if each.startswith("-"):
            key = Key(key.field, True, key.may_be_empty, key.kind)
        keys.append(key)
        if key.field == "id":
            return keys
    return [*keys, BY_ID]


def narrowed(slips: Slips, filters: Filters, *, actor: Actor, at: datetime) -> Slips:
    """The slips of a list whose papers the filters want."""
    zone = ZoneInfo(actor.time_zone)
    if filters.words:
        slips = slips.filter(_says(filters.words))
    if filters.urgency:
        slips = slips.filter(document__urgency__in=filters.urgency)
    if filters.types:
        slips = slips.filter(document__type_id__in=filters.types)
    if filters.sender:
        slips = slips.filter(document__issuer_key__contains=text.same_name_key(filters.sender))
    if filters.since:
        slips = slips.filter(entry__arrived_on__gte=filters.since)
    if filters.until:
        slips = slips.filter(entry__arrived_on__lte=filters.until)
    if filters.due_since:
        slips = slips.filter(due_at__gte=_midnight(filters.due_since, zone))
    if filters.due_until:
        slips = slips.filter(due_at__lt=_midnight(filters.due_until + timedelta(days=1), zone))
    if filters.standing:
        slips = slips.filter(standing__in=filters.standing)
    slips = _due(slips, filters.term, actor=actor, at=at)
    return _held(slips, filters)


def _says(words: str) -> Q:
    wanted = text.composed(words)
    says = (
        Q(document__symbol_key__contains=text.same_symbol_key(wanted))
        | Q(document__issuer_key__contains=text.same_name_key(wanted))
        | Q(document__abstract__icontains=wanted)
    )
    return says | Q(entry__number=int(wanted)) if wanted.isdecimal() and len(wanted) < 9 else says


def _due(slips: Slips, term: str, *, actor: Actor, at: datetime) -> Slips:
    if not term:
        return slips
    if term == Term.NONE:
        return slips.filter(due_at=None)
    if term == Term.LATE:
        return slips.filter(standing__in=UNFINISHED, due_at__lt=at)
    if term == Term.TODAY:
        today = local_day(at, actor.time_zone)
        zone = ZoneInfo(actor.time_zone)
        return slips.filter(
            due_at__gte=_midnight(today, zone),
            due_at__lt=_midnight(today + timedelta(days=1), zone),
        )
    return slips.filter(standing__in=UNFINISHED, due_at__gte=at, due_at__lt=at + SOON)


def _held(slips: Slips, filters: Filters) -> Slips:
    """Those of which a unit or a person has a share; those that have a file or none."""
    if filters.unit_id:
        slips = slips.filter(_such(assignments__task__unit_id=filters.unit_id))
    if filters.appointment_id:
        held = _such(assignments__task__appointment_id=filters.appointment_id)
        slips = slips.filter(Q(laid_before_id=filters.appointment_id) | Q(held))
    if filters.has_file is not None:
        filed = _such(document__attachments__isnull=False)
        slips = slips.filter(filed if filters.has_file else ~filed)
    return slips


def _such(**condition: object) -> Exists:
    """Asked of the slip at hand, so that one slip stays one line however many rows fit."""
    return Exists(Slip.objects.filter(pk=OuterRef("pk"), **condition))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def start_of_tomorrow(actor: Actor, at: datetime) -> datetime:
    """When this day ends on the wall of the actor's body."""
    return _midnight(local_day(at, actor.time_zone) + timedelta(days=1), ZoneInfo(actor.time_zone))

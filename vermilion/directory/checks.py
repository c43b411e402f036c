"""What the doctor asks of the directory."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vermilion.directory import models
from vermilion.kernel.actors import Duty
from vermilion.kernel.findings import Finding, Level, check

_MOST = 20
"""Of one kind this many are told; the rest is more of the same."""

_INTERVALS = """
    select b.id, b.name from directory_body b
      left join directory_body p on p.id = b.parent_id
     where b.lo > b.hi or (b.parent_id is not null and (b.lo <= p.lo or b.hi > p.hi))
     union
    select id, name from (
        select id, name, lo, max(hi) over (
            partition by parent_id order by lo, id
            rows between unbounded preceding and 1 preceding
        ) as taken from directory_body
    ) beside where taken >= lo
     order by id limit %s
"""

_STATES = """
    select b.id, b.name from directory_body b
      left join lateral (
        select * from directory_bodystate s
         where s.body_id = b.id order by valid_from desc limit 1
      ) s on true
     where s.id is null or (s.name, s.short_name, s.abbreviation, s.kind_id)
           is distinct from (b.name, b.short_name, b.abbreviation, b.kind_id)
        or s.parent_id is distinct from b.parent_id or s.valid_to is distinct from b.valid_to
     order by b.id limit %s
"""


@check(id="directory.intervals")
def intervals() -> Iterator[Finding]:
    """The interval of every body lies in its parent's, and beside its sisters'."""
    for pk, name in _rows(_INTERVALS):
        yield Finding(
            id="directory.intervals",
            sentence=_("The place of %(name)s in the tree overlaps that of another body."),
            hint=_("Lay the tree out anew: vermilion directory lay-out"),
            subject=f"body:{pk}",
            level=Level.FAULT,
            facts={"name": name},
        )


@check(id="directory.states")
def present_states() -> Iterator[Finding]:
    """The last line of a body's history says what the body is now."""
    for pk, name in _rows(_STATES):
        yield Finding(
            id="directory.states",
            sentence=_("The history of %(name)s does not end with what the body is now."),
            hint=_("Look for acts upon it in the log, then rename it to what is right."),
            subject=f"body:{pk}",
            level=Level.FAULT,
            facts={"name": name},
        )


@check(id="directory.codes")
def codes_of_ended() -> Iterator[Finding]:
    """No code belongs to a body that has ended."""
    open_codes = models.Identifier.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=F("body__valid_to")), body__valid_to__isnull=False
    )
    for code in open_codes.select_related("body").order_by("pk")[:_MOST]:
        yield Finding(
            id="directory.codes",
            sentence=_("The code %(code)s outlasts its body %(name)s."),
            hint=_("Retire the code on the page of the body."),
            subject=f"body:{code.body_id}",
            facts={"code": code.value, "name": code.body.name},
        )


@check(id="directory.appointments")
def appointments_to_ended_posts() -> Iterator[Finding]:
    """Nobody is appointed to a post that has ended."""
    seats = models.Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=F("post__valid_to")), post__valid_to__isnull=False
    )
    for seat in seats.select_related("person", "post").order_by("pk")[:_MOST]:
        yield Finding(
            id="directory.appointments",
            sentence=_("%(person)s is appointed to the post %(title)s, which has ended."),
            hint=_("End the appointment on the page of the person."),
            subject=f"appointment:{seat.pk}",
            level=Level.FAULT,
            facts={"person": seat.person.full_name, "title": seat.post.title},
        )


@check(id="directory.leaders")
def bodies_without_leader() -> Iterator[Finding]:
    """Every body in being has somebody who leads it and somebody who keeps its books."""
    today = timezone.localdate()
    for duty, sentence in (
        (Duty.LEADER, _("%(count)s bodies have no leader: %(name)s and others.")),
        (Duty.CLERK, _("%(count)s bodies have no clerk: %(name)s and others.")),
    ):
        seated = models.Appointment.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=today),
            valid_from__lte=today,
            post__duties__contains=[duty.value],
        )
        without = models.Body.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=today), valid_from__lte=today
        ).exclude(pk__in=seated.values("post__body"))
        found = without.aggregate(count=Count("pk"))["count"]
        first = without.order_by("lo", "pk").first()
        if first is not None:
            yield Finding(
                id="directory.leaders",
                sentence=sentence,
                hint=_("Create the post on the page of the body and appoint somebody."),
                subject=f"body:{first.pk}",
                level=Level.NOTICE,
                facts={"count": found, "name": first.name},
            )


@check(id="directory.heads")
def several_heads() -> Iterator[Finding]:
    """Nobody shares the head's place at one body."""
    today = timezone.localdate()
    heads = (
        models.Appointment.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=today),
            valid_from__lte=today,
            post__signs_as__in=["head", "tm"],
        )
        .values("post__body", "post__body__name")
        .annotate(count=Count("pk"))
        .filter(count__gt=1)
        .order_by("post__body")
    )
    for row in heads[:_MOST]:
        yield Finding(
            id="directory.heads",
            sentence=_("%(name)s has %(count)s heads at once."),
            hint=_("End the appointment of whoever no longer heads it."),
            subject=f"body:{row['post__body']}",
            facts={"name": row["post__body__name"], "count": row["count"]},
        )


def _rows(statement: str) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [_MOST])
        return [(int(pk), str(name)) for pk, name in cursor.fetchall()]

"""Everything read about notices. A person reads those of all posts in one place."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from vermilion.kernel.actors import Actor
from vermilion.kernel.cursors import moment_and_key
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.notices import models, policy
from vermilion.notices.types import Channel, Happening, Parcel, Reason, Rhythm, house
from vermilion.notices.words import papers_called as papers_called

MANY = 99
"""The bell counts so far and then says "99+"; nobody acts on the difference."""

PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which notices somebody wants to read. Empty fields ask nothing."""

    unseen: bool = False
    muted: bool = False
    reason: str = ""
    holder_id: int | None = None


def number_unseen(person_id: int | None) -> int:
    """How many papers have news for a person, counted up to one more than `MANY`."""
    if person_id is None:
        return 0
    return _unseen(person_id).order_by()[: MANY + 1].count()


def notices_of(person_id: int, wanted: Wanted, *, after: str = "") -> list[models.Notice]:
    """A page of notices and one more, the newest first; `after` is the last one of the page before.

    With `unseen` only what is new; the others follow the new ones in the view of all.
    """
    found = models.Notice.objects.filter(person_id=person_id)
    found = found.filter(muted_at__isnull=not wanted.muted)
    if wanted.unseen:
        found = found.filter(unseen__gt=0)
    if wanted.reason:
        found = found.filter(reason=wanted.reason)
    if wanted.holder_id:
        found = found.filter(holder_id=wanted.holder_id)
    if (last_read := moment_and_key(after)) is not None:
        at, key = last_read
        found = found.filter(Q(at__lt=at) | Q(at=at, pk__lt=key))
    return list(found.order_by("-at", "-id")[: PAGE + 1])


def told_to(person_id: int | None, *, unseen: bool = False) -> QuerySet[models.Notice]:
    """Every notice of a person, also of muted papers; with `unseen` only what is new."""
    found = models.Notice.objects.filter(person_id=person_id or 0)
    return found.filter(unseen__gt=0) if unseen else found


def happenings_of(notices: Sequence[models.Notice]) -> dict[int, list[models.Told]]:
    """What each of these notices is made of, the newest first, at most ten each. One query."""
    if not notices:
        return {}
    rows = models.Told.objects.raw(
        "SELECT told.* FROM unnest(%s::bigint[]) AS mine (id) CROSS JOIN LATERAL ("
        "SELECT * FROM notices_told WHERE notice_id = mine.id ORDER BY at DESC, id DESC LIMIT 10"
        ") AS told",
        [[each.pk for each in notices]],
    )
    found: dict[int, list[models.Told]] = {}
    for row in rows:
        found.setdefault(row.notice_id, []).append(row)
    return found


def notice(person_id: int | None, notice_id: int) -> models.Notice:
    """One notice of a person. NotFound if it is somebody else's, or cleared."""
    found = models.Notice.objects.filter(pk=notice_id, person_id=person_id or 0).first()
    if found is None:
        raise NotFound
    return found


def has_unseen(person_id: int | None, kind: str, key: int) -> bool:
    """Whether something new was told to a person of this paper."""
    if person_id is None:
        return False
    return _unseen(person_id).filter(about_kind=kind, about_id=key).exists()


def reasons_of(person_id: int) -> dict[str, int]:
    """For which reasons a person has notices that are not muted, and how many each."""
    mine = models.Notice.objects.filter(person_id=person_id, muted_at=None)
    return dict(mine.order_by("reason").values_list("reason").annotate(number=Count("id")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One line of a matrix: a happening, for one reason, and how one is told of it.

    `chosen` is what was chosen here (None: nothing was), `usual` what holds without a choice.
    """

    happening: Happening
    reason: Reason
    chosen: Channel | None
    usual: Channel

    @property
    def key(self) -> str:
        """The name of the line in a form."""
        return f"{self.happening.name}|{self.reason.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of a matrix that belong together."""

    label: str
    cells: list[Cell] = field(default_factory=list)


def matrix_of(actor: Actor) -> list[Group]:
    """How a person is told of everything there is, in groups, with what is usual in the body."""
    wishes = models.Wish.objects.filter(person_id=actor.person_id or 0)
    chosen = {(each.event, each.reason): each.channel for each in wishes}
    usual = _usual_in(house.lineage(actor.own_body)) if actor.body_id else {}
    return _groups(chosen, usual)


def usual_matrix_of(body_id: int) -> list[Group]:
    """How the people of a body are usually told, with what the bodies above it settled."""
    here, *above = house.lineage(body_id)
    return _groups(_usual_in([here]), _usual_in(above))


def wishes_for(event: str, reason: str, people: Collection[int]) -> dict[int, int]:
    """What these people chose for one line, by person."""
    wishes = models.Wish.objects.filter(event=event, reason=reason, person_id__in=set(people))
    return dict(wishes.values_list("person_id", "channel"))


def usual_for(event: str, reason: str, bodies: Iterable[int]) -> dict[int, int]:
    """What is settled for one line in these bodies, or in the nearest one above."""
    lineages = {body: house.lineage(body) for body in bodies}
    settled = dict(
        models.Usual.objects.filter(
            event=event,
            reason=reason,
            body_id__in={each for line in lineages.values() for each in line},
        ).values_list("body_id", "channel")
    )
    found = {}
    for body, line in lineages.items():
        nearest = next((settled[each] for each in line if each in settled), None)
        if nearest is not None:
            found[body] = nearest
    return found


def rhythms(people: Collection[int]) -> dict[int, Rhythm]:
    """When these people want the mail of the day, as far as they said."""
    hours = models.DigestHour.objects.filter(person_id__in=set(people))
    return {each.person_id: Rhythm(minute=each.minute, days=tuple(each.days)) for each in hours}


def rhythm_of(person_id: int | None) -> Rhythm:
    """When a person wants the mail of the day."""
    return rhythms([person_id or 0]).get(person_id or 0, Rhythm())


def waiting_for_digest(person_id: int, *, at: datetime) -> QuerySet[models.Told]:
    """What waits for the next mail of the day of a person."""
    return models.Told.objects.filter(person_id=person_id, letter_id=None, mail_due_at__gt=at)


def told_in(letter: models.Letter) -> list[models.Told]:
    """The happenings that a letter tells, in their order."""
    return list(models.Told.objects.filter(letter_id=letter.pk).order_by("at", "id"))


def by_id(notice_ids: Iterable[int]) -> dict[int, models.Notice]:
    """Notices by their ids."""
    return models.Notice.objects.in_bulk(set(notice_ids))


def letters_in_trouble(*, since: datetime) -> QuerySet[models.Letter]:
    """Letters that were given up, and those that have waited for long, the oldest first."""
    stuck = Q(state=Parcel.FAILED) | Q(
        state__in=[Parcel.WAITING, Parcel.SENDING], written_at__lt=since
    )
    return models.Letter.objects.filter(stuck).order_by("written_at", "id")


def may_settle_usual(actor: Actor) -> Verdict:
    """Whether the actor may settle what people of the body are usually told."""
    return policy.can_settle_usual(actor)


def _unseen(person_id: int) -> QuerySet[models.Notice]:
    return models.Notice.objects.filter(person_id=person_id, unseen__gt=0)


def _usual_in(lineage: Sequence[int]) -> dict[tuple[str, str], int]:
    """What is settled in the nearest of these bodies, by happening and reason."""
    rank = {body: number for number, body in enumerate(lineage)}
    settled: dict[tuple[str, str], int] = {}
    rows = models.Usual.objects.filter(body_id__in=lineage)
    for row in sorted(rows, key=lambda row: -rank[row.body_id]):
        settled[row.event, row.reason] = row.channel
    return settled


def _groups(
    chosen: Mapping[tuple[str, str], int], usual: Mapping[tuple[str, str], int]
) -> list[Group]:
    groups: dict[str, Group] = {}
    for kind in house.happenings.values():
        group = groups.setdefault(str(kind.group), Group(label=str(kind.group)))
        for reason, channel in kind.usual.items():
            here = chosen.get((kind.name, reason))
            group.cells.append(
                Cell(
                    happening=kind,
                    reason=house.reasons[reason],
                    chosen=None if here is None else Channel(here),
                    usual=Channel(usual.get((kind.name, reason), channel)),
                )
            )
    return list(groups.values())

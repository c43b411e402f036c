"""Posts are created, altered and closed."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions import endings
from vermilion.directory.actions.bodies import NothingChanges, body_of, must_stand
from vermilion.directory.actions.days import (
    AlreadyEnded,
    called,
    day_of_change,
    first_day,
    must_end_after,
    turn_state,
)
from vermilion.directory.actions.units import UnitOfAnotherBody, must_be_open, unit_of
from vermilion.directory.rules import known_duties
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require


class NoSuchDuty(Refused):
    message = _("There is no duty called %(word)s.")
    field = "duties"


class HeadNeedsUnit(Refused):
    message = _("The head of a unit holds a post within that unit; name the unit.")
    field = "unit"


@transaction.atomic
def create_post(
    *,
    actor: Actor,
    body_id: int,
    title: str,
    at: datetime,
    unit_id: int | None = None,
    duties: Iterable[str] = (),
    signs_as: str = "",
    ordinal: int | None = None,
    on: date | None = None,
) -> models.Post:
    """A post comes about in a body, or in a unit of it, with the duties it carries.

    Refused: a duty nobody knows, a head without a unit, a unit of another body.
    """
    body = body_of(body_id)
    given = _duties(duties)
    require(policy.can_administer(actor, body) & policy.can_give_duties(actor, given))
    day = first_day(on, at, body.time_zone)
    must_stand(body, day)
    unit = _unit(unit_id, body_id, day, given)

    last = models.Post.objects.filter(body=body).order_by("-ordinal").first()
    post = models.Post.objects.create(
        body=body,
        unit=unit,
        title=called(title, 120),
        duties=[each.value for each in given],
        signs_as=Authority(signs_as).value if signs_as else "",
        ordinal=ordinal if ordinal is not None else (last.ordinal + 1 if last else 1),
        valid_from=day,
    )
    models.PostState.objects.create(post=post, valid_from=day, **_state_values(post))

    audit.record(
        actor,
        "directory.post.created",
        f"post:{post.pk}",
        at=at,
        body=body_id,
        unit=unit_id,
        title=post.title,
        duties=post.duties,
        valid_from=day.isoformat(),
    )
    return post


@transaction.atomic
def alter_post(
    *,
    actor: Actor,
    post_id: int,
    title: str,
    duties: Iterable[str],
    at: datetime,
    unit_id: int | None = None,
    signs_as: str = "",
    ordinal: int | None = None,
    on: date | None = None,
) -> models.Post:
    """A post is called otherwise, stands in another unit or carries other duties from a day on.

    Whoever holds it keeps it. Refused: no change, days to come, a post that has ended.
    """
    post = post_of(post_id)
    given = _duties(duties)
    require(
        policy.can_administer(actor, post.body)
        & policy.can_give_duties(actor, given)
        & policy.can_alter_duties(actor, post, given)
    )
    day = day_of_change(post.states.all(), on, local_day(at, post.body.time_zone))
    must_exist(post, day)
    before = _state_values(post) | {"ordinal": post.ordinal}
    post.title = called(title, 120)
    post.duties = [each.value for each in given]
    post.unit = _unit(unit_id, post.body_id, day, given)
    post.signs_as = Authority(signs_as).value if signs_as else ""
    post.ordinal = post.ordinal if ordinal is None else ordinal
    if before == _state_values(post) | {"ordinal": post.ordinal}:
        raise NothingChanges()

    post.save(update_fields=["title", "duties", "unit", "signs_as", "ordinal"])
    turn_state(post.states.all(), day, **_state_values(post))

    audit.record(
        actor,
        "directory.post.altered",
        f"post:{post.pk}",
        at=at,
        title=post.title,
        unit=unit_id,
        duties=post.duties,
        valid_from=day.isoformat(),
    )
    return post


@transaction.atomic
def close_post(*, actor: Actor, post_id: int, at: datetime, on: date | None = None) -> models.Post:
    """A post ends on a day, and with it every appointment to it. Refused when it has ended."""
    post = post_of(post_id)
    require(policy.can_administer(actor, post.body))
    must_exist(post, post.valid_from)
    day = first_day(on, at, post.body.time_zone)
    must_end_after(post.states.order_by("-valid_from")[0].valid_from, day)

    ended = endings.end_posts(models.Post.objects.filter(pk=post.pk), day)

    audit.record(
        actor,
        "directory.post.closed",
        f"post:{post.pk}",
        at=at,
        title=post.title,
        appointments=ended["appointments"],
        valid_to=day.isoformat(),
    )
    post.refresh_from_db()
    return post


def post_of(post_id: int) -> models.Post:
    """The post with its body, locked; refused when there is none."""
    posts = models.Post.objects.select_for_update(of=("self",)).select_related("body", "unit")
    post = posts.filter(pk=post_id).first()
    if post is None:
        raise NotFound()
    return post


def must_exist(post: models.Post, day: date) -> None:
    """Refuse when the post has ended by a day."""
    if post.valid_to is not None and post.valid_to <= day:
        raise AlreadyEnded(name=post.title, day=post.valid_to.isoformat())


def _duties(words: Iterable[str]) -> list[Duty]:
    words = list(words)
    for word in words:
        if word not in set(Duty):
            raise NoSuchDuty(word=word)
    return known_duties(words)


def _unit(unit_id: int | None, body_id: int, day: date, duties: list[Duty]) -> models.Unit | None:
    if unit_id is None:
        if Duty.HEAD in duties:
            raise HeadNeedsUnit()
        return None
    unit = unit_of(unit_id)
    if unit.body_id != body_id:
        raise UnitOfAnotherBody()
    must_be_open(unit, day)
    return unit


def _state_values(post: models.Post) -> dict[str, object]:
    return {
        "body": post.body,
        "unit": post.unit,
        "title": post.title,
        "duties": post.duties,
        "signs_as": post.signs_as,
    }

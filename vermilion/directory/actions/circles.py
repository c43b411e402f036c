"""Circles: named sets of recipients, by list or by rule."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.bodies import body_of
from vermilion.directory.actions.days import AlreadyEnded, called, one_at_a_time
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require


class CircleNameTaken(Refused):
    message = _("There is already a circle called %(name)s.")
    field = "name"


class CircleIsEmpty(Refused):
    message = _("Name at least one body, or a branch and the kinds of bodies in it.")
    field = "members"


class MemberUnknown(Refused):
    message = _("Some of the bodies named do not exist.")
    field = "members"


class KindUnknown(Refused):
    message = _("Some of the kinds named do not exist.")
    field = "kinds"


@transaction.atomic
def draw_circle(
    *,
    actor: Actor,
    owner_id: int,
    name: str,
    at: datetime,
    branch_id: int | None = None,
    kinds: Iterable[str] = (),
    members: Iterable[int] = (),
) -> models.Circle:
    """A body names a set of recipients: every body of some kinds in a branch, and bodies by name.

    Refused: a name it uses already, a circle that can hold nobody.
    """
    owner = body_of(owner_id)
    require(policy.can_keep_circles(actor, owner))
    one_at_a_time(f"directory.circles {owner_id}")
    title = called(name)
    _refuse_namesake(owner, title)

    circle = models.Circle.objects.create(owner=owner, name=title)
    _fill(circle, branch_id=branch_id, kinds=kinds, members=members)

    audit.record(
        actor, "directory.circle.drawn", f"circle:{circle.pk}", at=at, name=title, **_facts(circle)
    )
    return circle


@transaction.atomic
def redraw_circle(
    *,
    actor: Actor,
    circle_id: int,
    name: str,
    at: datetime,
    branch_id: int | None = None,
    kinds: Iterable[str] = (),
    members: Iterable[int] = (),
) -> models.Circle:
    """A circle holds others from now on; what was sent before keeps the recipients it had.

    Refused: a name used already, a circle that can hold nobody, a circle that has ended.
    """
    circle = _circle(circle_id)
    require(policy.can_keep_circles(actor, circle.owner))
    one_at_a_time(f"directory.circles {circle.owner_id}")
    title = called(name)
    _refuse_namesake(circle.owner, title, apart_from=circle)

    circle.name = title
    _fill(circle, branch_id=branch_id, kinds=kinds, members=members)

    audit.record(
        actor,
        "directory.circle.redrawn",
        f"circle:{circle.pk}",
        at=at,
        name=title,
        **_facts(circle),
    )
    return circle


@transaction.atomic
def end_circle(*, actor: Actor, circle_id: int, at: datetime) -> models.Circle:
    """A circle is no longer offered. Refused when it has ended."""
    circle = _circle(circle_id)
    require(policy.can_keep_circles(actor, circle.owner))

    circle.ended_at = at
    circle.save(update_fields=["ended_at"])

    audit.record(actor, "directory.circle.ended", f"circle:{circle.pk}", at=at, name=circle.name)
    return circle


def _circle(circle_id: int) -> models.Circle:
    circles = models.Circle.objects.select_for_update(of=("self",)).select_related("owner")
    circle = circles.filter(pk=circle_id).first()
    if circle is None:
        raise NotFound()
    if circle.ended_at is not None:
        raise AlreadyEnded(name=circle.name, day=circle.ended_at.date().isoformat())
    return circle


def _fill(
    circle: models.Circle, *, branch_id: int | None, kinds: Iterable[str], members: Iterable[int]
) -> None:
    wanted, codes = set(members), set(kinds)
    if not wanted and branch_id is None:
        raise CircleIsEmpty()
    bodies = list(models.Body.objects.filter(pk__in=wanted))
    if len(bodies) != len(wanted):
        raise MemberUnknown()
    known = list(models.BodyKind.objects.filter(code__in=codes))
    if len(known) != len(codes):
        raise KindUnknown()
    circle.branch = body_of(branch_id) if branch_id is not None else None
    circle.save(update_fields=["name", "branch"])
    circle.members.set(bodies)
    circle.kinds.set(known)


def _refuse_namesake(
    owner: models.Body, name: str, *, apart_from: models.Circle | None = None
) -> None:
    same = models.Circle.objects.filter(owner=owner, name=name, ended_at=None)
    if same.exclude(pk=apart_from.pk if apart_from else 0).exists():
        raise CircleNameTaken(name=name)


def _facts(circle: models.Circle) -> dict[str, int | list[str] | None]:
    return {
        "branch": circle.branch_id,
        "kinds": sorted(circle.kinds.values_list("code", flat=True)),
        "members": sorted(str(pk) for pk in circle.members.values_list("pk", flat=True)),
    }

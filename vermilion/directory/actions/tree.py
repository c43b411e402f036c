"""Where a body stands in the tree: its parent, and the interval that holds its branch.

The intervals are copies for speed of what `parent` says; `doctor` compares the two. There is room
between them, so that founding and moving touch few rows; when a parent is full, the whole tree is
laid out anew in two statements.
"""

from collections import defaultdict
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, Max

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.days import one_at_a_time
from vermilion.directory.rules import WHOLE, Interval, laid_out, room_for_child
from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import require


def lock_tree() -> None:
    """Let one transaction at a time rearrange the tree; two would take the same room."""
    one_at_a_time("directory.tree")


@transaction.atomic
def lay_out_tree(*, actor: Actor, at: datetime) -> int:
    """Every body gets a fresh place in the tree, as its parent says; gives how many there are.

    Refused to all but operators.
    """
    require(policy.can_lay_out_tree(actor))
    lock_tree()
    count = lay_out_anew()
    audit.record(actor, "directory.tree.laid_out", "installation:0", at=at, bodies=count)
    return count


def place_for_child(parent: models.Body | None) -> Interval:
    """Room for one more child, made if there was none. The tree must be locked."""
    found = _room(parent)
    if found is None:
        lay_out_anew()
        found = _room(parent)
    if found is None:
        raise RuntimeError("a tree laid out anew has room everywhere")
    return found


def move_branch(body: models.Body, parent: models.Body | None) -> None:
    """Shift the intervals of a branch below its new parent. The tree must be locked."""
    branch = models.Body.objects.filter(lo__gte=body.lo, hi__lte=body.hi)
    found = _room(parent, at_least=body.hi - body.lo)
    models.Body.objects.filter(pk=body.pk).update(parent=parent)
    if found is None:
        lay_out_anew()
        return
    distance = found.lo - body.lo
    # The branch keeps its shape; its top takes all the room that was found.
    branch.update(lo=F("lo") + distance, hi=F("hi") + distance)
    models.Body.objects.filter(pk=body.pk).update(hi=found.hi)


def lay_out_anew() -> int:
    """Give every body a fresh interval, with room at every end, in the order that stands."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for pk, parent in models.Body.objects.order_by("lo", "pk").values_list("pk", "parent_id"):
        children[parent].append(pk)
    places = laid_out(dict(children))
    with connection.cursor() as cursor:
        cursor.execute(
            "update directory_body b set lo = n.lo, hi = n.hi"
            " from unnest(%s::bigint[], %s::bigint[], %s::bigint[]) as n(id, lo, hi)"
            " where b.id = n.id",
            [
                list(places),
                [place.lo for place in places.values()],
                [place.hi for place in places.values()],
            ],
        )
    return len(places)


def _room(parent: models.Body | None, *, at_least: int = 1) -> Interval | None:
    if parent is None:
        around = Interval(*WHOLE)
    else:
        parent.refresh_from_db(fields=["lo", "hi"])
        around = Interval(parent.lo, parent.hi)
    last = models.Body.objects.filter(parent=parent).aggregate(last=Max("hi"))["last"]
    return room_for_child(around, around.lo if last is None else last, at_least=at_least)

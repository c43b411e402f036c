"""What a person keeps of the desk: layouts, saved views, pins. For runs see `running`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.desk import models, policy, queries
from vermilion.desk.types import Audience
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused


class NameTaken(Refused):
    message = _("You have a view of that name already. Choose another, or change that one.")
    status = 409
    field = "name"


@transaction.atomic
def keep_layout(*, actor: Actor, view: str, kept: Mapping[str, Any], at: datetime) -> models.Layout:
    """Keep how this person wants a list drawn from now on."""
    policy.require(policy.can_keep(actor))
    layout, _made = models.Layout.objects.update_or_create(
        person_id=_person(actor), view=view, defaults={"kept": dict(kept)}
    )
    audit.record(actor, "desk.layout.kept", f"layout:{layout.pk}", at=at, list=view)
    return layout


@transaction.atomic
def reset_layout(*, actor: Actor, view: str, at: datetime) -> None:
    """Draw a list as usual again."""
    policy.require(policy.can_keep(actor))
    layout = models.Layout.objects.filter(person_id=_person(actor), view=view).first()
    if layout is None:
        return
    audit.record(actor, "desk.layout.reset", f"layout:{layout.pk}", at=at, list=view)
    layout.delete()


@transaction.atomic
def save_view(
    *, actor: Actor, name: str, audience: str, view: str, query: str, pinned: bool, at: datetime
) -> models.SavedView:
    """Save a state of the desk under a name. Refused when one has a view of that name."""
    policy.require(policy.can_share(actor, audience))
    if models.SavedView.objects.filter(person_id=_person(actor), name=name).exists():
        raise NameTaken
    saved = models.SavedView.objects.create(
        person_id=_person(actor),
        body_id=actor.own_body,
        unit_id=actor.unit_id if audience == Audience.UNIT else None,
        audience=audience,
        name=name,
        view=view,
        query=query,
        saved_by=actor.name,
        saved_at=at,
    )
    if pinned:
        models.Pin.objects.create(person_id=_person(actor), saved_view=saved)
    audit.record(actor, "desk.view.saved", f"view:{saved.pk}", at=at, name=name, audience=audience)
    return saved


@transaction.atomic
def change_view(
    *, actor: Actor, view_id: int, view: str, query: str, at: datetime
) -> models.SavedView:
    """Let a saved view be what one sees now. Refused to anybody but its owner."""
    saved = _locked(view_id)
    policy.require(policy.can_change(actor, saved))
    saved.view, saved.query, saved.saved_at = view, query, at
    saved.save(update_fields=["view", "query", "saved_at"])
    audit.record(actor, "desk.view.changed", f"view:{saved.pk}", at=at, name=saved.name)
    return saved


@transaction.atomic
def remove_view(*, actor: Actor, view_id: int, at: datetime) -> None:
    """Remove a saved view, for everybody with whom it was shared. No paper is touched."""
    saved = _locked(view_id)
    policy.require(policy.can_change(actor, saved))
    audit.record(actor, "desk.view.removed", f"view:{saved.pk}", at=at, name=saved.name)
    saved.delete()


@transaction.atomic
def pin(*, actor: Actor, view_id: int, pinned: bool, at: datetime) -> None:
    """Keep a saved view in one's rail, or take it off."""
    policy.require(policy.can_keep(actor))
    saved = queries.saved_view(actor, view_id)
    if pinned:
        models.Pin.objects.get_or_create(person_id=_person(actor), saved_view=saved)
    else:
        models.Pin.objects.filter(person_id=_person(actor), saved_view=saved).delete()
    act = "desk.view.pinned" if pinned else "desk.view.unpinned"
    audit.record(actor, act, f"view:{saved.pk}", at=at, name=saved.name)


@transaction.atomic
def take_along(*, actor: Actor, view: str, query: str, papers: int, at: datetime) -> None:
    """Note that somebody took a list along, as a sheet or on paper, and what it was."""
    policy.require(policy.can_keep(actor))
    audit.record(
        actor,
        "desk.list.taken",
        f"person:{actor.person_id}",
        at=at,
        list=view,
        query=query,
        papers=papers,
    )


def _person(actor: Actor) -> int:
    """The person, whom the policy has asked for; 0, which nobody is numbered, for anything else."""
    return actor.person_id or 0


def _locked(view_id: int) -> models.SavedView:
    saved = models.SavedView.objects.select_for_update().filter(pk=view_id).first()
    if saved is None:
        raise NotFound
    return saved

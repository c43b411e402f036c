"""What the page beside a paper shows of its slip: the forms, the suggestions, what is mine."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vermilion.kernel.actors import Actor
from vermilion.routing import models, queries
from vermilion.routing.forms import direction as directing
from vermilion.routing.forms.slips import Closing
from vermilion.routing.types import Learned
from vermilion.tasks import forms as tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """Whom earlier papers of the kind were given to, by name."""

    learned: Learned
    names: list[str]


def about(actor: Actor, slip: models.Slip, *, at: datetime) -> dict[str, Any]:
    """Everything the panels of a slip show this actor; for the templates of this package."""
    may = queries.verdicts(actor, slip, at=at)
    page: dict[str, Any] = {
        "may": may,
        "directions": queries.directions_on(slip),
        "panels": [tasks.panel(actor, task, at=at) for task in queries.duties_on(actor, slip)],
        "why_here": queries.why_here(actor, slip),
        "closing_form": Closing(),
    }
    if may.direct or may.prepare:
        page |= direction(actor, slip, at=at, preparing=not may.direct)
    return page


def direction(
    actor: Actor,
    slip: models.Slip,
    *,
    at: datetime,
    preparing: bool,
    initial: dict[str, Any] | None = None,
    data: Any = None,
) -> dict[str, Any]:
    """The form of a direction with all that helps to fill it in."""
    deadline = queries.deadline_for(slip, at=at)
    prepared = slip.preparation
    last = slip.last_direction
    start: dict[str, Any] = {"due_on": deadline.day, "directed": last.pk if last else None}
    stands = directing.nothing_prepared()
    if prepared is not None:
        ready = directing.from_preparation(prepared, time_zone=slip.body.time_zone)
        start |= ready
        stands |= {name: value for name, value in ready.items() if name in stands}
    form = directing.Direction(
        data,
        slip=slip,
        at=at,
        preparing=preparing,
        stands=stands,
        initial={**start, **(initial or {})},
    )
    return {
        "direction_form": form,
        "preparing": preparing,
        "prepared": prepared,
        "deadline": deadline,
        "learned": _suggested(slip, form, at=at),
        "phrases": queries.phrases_for(actor),
    }


def _suggested(slip: models.Slip, form: directing.Direction, *, at: datetime) -> Suggested | None:
    learned = queries.learned_for(slip, at=at)
    if learned is None:
        return None
    names = form.names
    held = [*learned.leads, *learned.supports, *learned.readers]
    return Suggested(learned=learned, names=[names[each] for each in held if each in names])

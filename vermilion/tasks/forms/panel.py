"""A duty as the page beside a paper shows it: one main act, the others in a menu with reasons."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import Verdict
from vermilion.tasks import models, queries
from vermilion.tasks.forms import acts
from vermilion.tasks.types import Part, State


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An act that is not the main one: what it is called, where it is done, or why not."""

    label: str | Promise
    icon: str
    url: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A duty, its one main act (by name), the others, and why it is due when it is."""

    task: models.Task
    may: queries.Verdicts
    main: str
    menu: list[MenuItem]
    parts: list[models.Task]
    why_due: list[str]
    why_mine: str
    holds: bool
    completion_form: acts.Completion
    answer_form: acts.Answering
    decision_form: acts.Deciding | None


def panel(actor: Actor, task: models.Task, *, at: datetime) -> Panel:
    """Everything the panel of a duty shows this actor. The task comes with its acts."""
    may = queries.verdicts(actor, task)
    main = _main(may)
    return Panel(
        task=task,
        may=may,
        main=main,
        menu=[item for item in _menu(task, may, main) if _is_sensible(item, task)],
        parts=queries.tree_of(task.pk),
        why_due=queries.why_due(task),
        why_mine=queries.why_mine(actor, task) if queries.is_held(actor, task) else "",
        holds=queries.is_held(actor, task),
        completion_form=acts.Completion(),
        answer_form=acts.Answering(),
        decision_form=acts.Deciding(task=task, actor=actor, at=at) if may.decide else None,
    )


def _main(may: queries.Verdicts) -> str:
    """What this actor is most likely here for."""
    if may.answer:
        return "answer"
    if may.decide:
        return "decide"
    if may.approve:
        return "approve"
    if may.take_in:
        return "take_in"
    return "complete" if may.complete else ""


def _menu(task: models.Task, may: queries.Verdicts, main: str) -> list[MenuItem]:
    def item(name: str, label: str | Promise, icon: str, verdict: Verdict) -> MenuItem:
        return MenuItem(label, icon, reverse(f"tasks:{name}", args=[task.pk]), verdict)

    items = [
        item("passing-on", _("Pass it on to a person"), "user-check", may.pass_on),
        item("parts", _("Give parts of it on"), "list-tree", may.share),
        item("question", _("Ask about it"), "circle-question-mark", may.ask),
        item("progress", _("Report progress"), "gauge", may.progress),
        item("extension", _("Ask for a later deadline"), "calendar-clock", may.extend),
        item("deadline", _("Set another deadline"), "calendar-clock", may.set_deadline),
        item("return", _("Return it with a reason"), "undo-2", may.give_back),
        item("taking-over", _("Take it over"), "hand", may.take_over),
        item("sending-back", _("Send the report back"), "undo-2", may.approve),
        item("reopening", _("Reopen the duty"), "rotate-ccw", may.reopen),
        item("withdrawal", _("Withdraw it"), "x", may.withdraw),
    ]
    if main != "complete" and task.part != Part.INFORMATION:
        items.insert(0, item("completion", _("Report it completed"), "circle-check", may.complete))
    return items


def _is_sensible(item: MenuItem, task: models.Task) -> bool:
    """Leave out what nobody would look for in this state; what one may do is always there."""
    if item.verdict:
        return True
    name = item.url.rstrip("/").rpartition("/")[2]
    if task.part == Part.INFORMATION or task.state == State.DONE:
        return False
    unlikely = {"deadline", "sending-back", "reopening", "withdrawal", "taking-over"}
    return name not in unlikely

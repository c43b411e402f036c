"""This package's lines of `doctor`."""

from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.findings import Finding, check
from vermilion.tasks import models, standing
from vermilion.tasks.types import OPEN


@check(id="tasks.state", deep=True)
def stored_states_are_what_the_acts_say() -> Iterable[Finding]:
    """The copies on each task (state, deadline, who does it, progress) agree with its acts."""
    tasks = standing.with_acts(models.Task.objects.order_by("id"))
    for task in tasks.iterator(chunk_size=2000):
        now = standing.derived(task)
        stored = (task.state, task.due_at, task.doer_id, task.progress)
        if stored != (now.state, now.due_at, now.doer_id, now.progress):
            yield Finding(
                id="tasks.state",
                sentence=_("The stored state of a task is not what its acts say."),
                hint=_("The acts count. Report it: no act leaves a task in this state."),
                subject=f"task:{task.pk}",
            )


@check(id="tasks.orphans")
def nothing_is_open_below_what_was_taken_back() -> Iterable[Finding]:
    """What was given below a duty ended when that was returned or withdrawn."""
    orphans = models.Task.objects.filter(
        state__in=OPEN, parent__state__in=["returned", "withdrawn"]
    )
    for task in orphans.order_by("id")[:100]:
        yield Finding(
            id="tasks.orphans",
            sentence=_("A duty is open although the duty above it was returned or withdrawn."),
            hint=_("Withdraw it, and report it: ending a duty ends what was given below it."),
            subject=f"task:{task.pk}",
        )


@check(id="tasks.later")
def no_deadline_lies_behind_the_matter() -> Iterable[Finding]:
    """No duty is due later than the matter itself."""
    later = models.Task.objects.filter(due_at__gt=F("latest_at"))
    for task in later.order_by("id")[:100]:
        yield Finding(
            id="tasks.later",
            sentence=_("A duty is due later than the matter of which it is part."),
            hint=_("Look at its extensions; the earlier day counts."),
            subject=f"task:{task.pk}",
        )

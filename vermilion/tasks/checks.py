"""This package's lines of `doctor`."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vermilion.kernel.findings import Finding, check
from vermilion.tasks import models, rules


@check(id="tasks.state", deep=True)
def stored_states_are_what_the_acts_say() -> Iterable[Finding]:
    """The copy of the state on each task agrees with its acts."""
    tasks = models.Task.objects.select_related(
        "taking_in", "return_act", "completion", "withdrawal"
    )
    for task in tasks.iterator(chunk_size=2000):
        derived = rules.state_of(
            taken=hasattr(task, "taking_in"),
            returned=hasattr(task, "return_act"),
            completed=hasattr(task, "completion"),
            withdrawn=hasattr(task, "withdrawal"),
        )
        if derived != task.state:
            yield Finding(
                id="tasks.state",
                sentence=_("The stored state of a task is not what its acts say."),
                hint=_("The acts count. Report it: no act leaves a task in this state."),
                subject=f"task:{task.pk}",
            )

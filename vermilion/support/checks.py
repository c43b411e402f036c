"""This package's lines of `doctor`."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check
from vermilion.support import models, queries
from vermilion.support.types import WAITING, State


@check(id="support.state", deep=True)
def stored_states_are_what_the_steps_say() -> Iterable[Finding]:
    """The copy of how each problem stands agrees with its steps."""
    for problem in models.Problem.objects.order_by("pk").iterator(chunk_size=500):
        now = queries.derived(problem)
        stored = (problem.state, problem.owner_id, problem.due_at, problem.joined_to_id)
        if stored != (now.state, now.owner_id, now.due_at, now.joined_to_id):
            yield Finding(
                id="support.state",
                sentence=_("The stored state of a reported problem is not what its steps say."),
                hint=_("The steps count. Report it: no act leaves a problem in this state."),
                subject=f"problem:{problem.pk}",
            )


@check(id="support.late")
def problems_are_solved_by_their_day() -> Iterable[Finding]:
    """No reported problem waits beyond its day without anybody having it in hand."""
    late = models.Problem.objects.filter(state__in=WAITING, due_at__lt=clock.now())
    count = late.filter(state=State.REPORTED).count()
    if count:
        yield Finding(
            id="support.late",
            sentence=_("Reported problems that are late and in nobody's hands: %(number)s."),
            hint=_("Put each into somebody's hands on the list of reported problems."),
            level=Level.NOTICE,
            facts={"number": count},
        )

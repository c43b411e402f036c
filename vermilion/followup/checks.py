"""This package's lines of `doctor`."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from vermilion.followup import queries
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check

PATIENCE = timedelta(minutes=10)


@check(id="followup.hanging", running=True)
def steps_are_climbed() -> Iterable[Finding]:
    """No step of a ladder and no reminder is more than ten minutes behind."""
    at = clock.now()
    for wait in queries.hanging(before=at - PATIENCE)[:50]:
        due = min(each for each in (wait.next_step_at, wait.remind_at) if each)
        yield Finding(
            id="followup.hanging",
            sentence=_("A step of a ladder was due at %(due)s and was not climbed."),
            hint=_("Is a worker running that serves the queue upkeep? vermilion jobs list."),
            subject=f"wait:{wait.pk}",
            level=Level.FAULT,
            facts={"due": f"{due:%Y-%m-%d %H:%M}Z"},
        )


@check(id="followup.unanswered")
def somebody_answers_alarms() -> Iterable[Finding]:
    """Of everything urgent that waits, somebody is still to be told, or has read it."""
    at = clock.now()
    for wait in queries.everybody_told(since=at - timedelta(days=30))[:50]:
        yield Finding(
            id="followup.unanswered",
            sentence=_(
                "Everybody on the ladder was told, and nobody has answered since %(since)s."
            ),
            hint=_("Call the body. Its duty list and its ladder may name too few people."),
            subject=f"wait:{wait.pk}",
            facts={"since": f"{wait.since:%Y-%m-%d %H:%M}Z"},
        )


@check(id="followup.duty")
def somebody_is_on_duty_tonight() -> Iterable[Finding]:
    """Every body that plans its duty list has somebody on duty now."""
    for body_id, name in queries.bodies_without_duty_tonight(at=clock.now()).items():
        yield Finding(
            id="followup.duty",
            sentence=_("Nobody is on the duty list of %(body)s for the present day and night."),
            hint=_("Its leaders and clerks plan it under Alarms and duty."),
            subject=f"body:{body_id}",
            facts={"body": name},
        )

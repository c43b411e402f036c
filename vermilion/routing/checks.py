"""This package's lines of `doctor`."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from vermilion.kernel.findings import Finding, check
from vermilion.registry import queries as registry
from vermilion.routing import models, standing


@check(id="routing.standing", deep=True)
def stored_standings_are_what_the_acts_say() -> Iterable[Finding]:
    """The copy of the standing on each slip agrees with its acts."""
    for slip in models.Slip.objects.iterator(chunk_size=1000):
        now = standing.derived(slip)
        stored = (slip.standing, slip.leads, slip.leads_done, slip.due_at)
        if stored != (now.standing, now.progress.leads, now.progress.done, now.due_at):
            yield Finding(
                id="routing.standing",
                sentence=_("The stored standing of a slip is not what its acts say."),
                hint=_("The acts count. Report it: no act leaves a slip in this standing."),
                subject=f"slip:{slip.pk}",
            )


@check(id="routing.slips")
def registered_documents_have_slips() -> Iterable[Finding]:
    """Every line that was not struck out has its slip."""
    for entry_id in registry.entries_without("slip")[:100]:
        yield Finding(
            id="routing.slips",
            sentence=_(
                "A registered document has no slip, so that nobody is asked to deal with it."
            ),
            hint=_("Look up the line in the audit log and report it."),
            subject=f"entry:{entry_id}",
        )

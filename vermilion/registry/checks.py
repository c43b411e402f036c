"""This package's lines of `doctor`."""

from collections.abc import Iterable

from django.db.models import Count, F, Max
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.findings import Finding, check
from vermilion.registry import models


@check(id="registry.gaps")
def books_have_no_gaps() -> Iterable[Finding]:
    """Every number of a series up to its counter has exactly one line."""
    uneven = (
        models.Series.objects.annotate(lines=Count("entries"), highest=Max("entries__number"))
        .exclude(lines=F("last"), highest=F("last"))
        .exclude(last=0, lines=0)
    )
    for series in uneven.select_related("book"):
        yield Finding(
            id="registry.gaps",
            sentence=_("A book has numbers without a line, or lines beyond its counter."),
            hint=_(
                "Compare the book with the audit log; never lower or raise the counter by hand."
            ),
            subject=f"series:{series.pk}",
        )


@check(id="registry.struck_out")
def struck_out_lines_have_their_act() -> Iterable[Finding]:
    """The mark on a line and the act that struck it out agree."""
    marked = models.Entry.objects.filter(struck_out=True, striking=None)
    unmarked = models.Entry.objects.filter(struck_out=False, striking__isnull=False)
    for entry in [*marked[:100], *unmarked[:100]]:
        yield Finding(
            id="registry.struck_out",
            sentence=_("The mark of a struck-out line and the act that struck it out disagree."),
            hint=_("Read the history of the line; only the act counts."),
            subject=f"entry:{entry.pk}",
        )

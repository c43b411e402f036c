"""Deadlines of duties: why they are when they are, and how far they can be moved."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.tasks import models, rules
from vermilion.web import wording
from vermilion.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """How often, and by how many days in all, deadlines may be extended; and who said so."""

    most: int
    days: int
    body: str = ""
    body_id: int | None = None


def extension_rule_of(body_id: int) -> ExtensionRule:
    """The rule of extensions that holds in a body: its own, or of the nearest body above it."""
    body = directory.body(body_id)
    row = (
        models.ExtensionRule.objects.filter(body__lo__lte=body.lo, body__hi__gte=body.hi)
        .select_related("body")
        .order_by("-body__lo", "-id")
        .first()
    )
    if row is None:
        return ExtensionRule(rules.MOST_EXTENSIONS, rules.MOST_DAYS)
    return ExtensionRule(row.most, row.days, row.body.name, row.body_id)


def last_extension(task: models.Task) -> datetime | None:
    """The moment behind which the deadline of a duty cannot be moved."""
    if task.first_due_at is None:
        return None
    rule = extension_rule_of(task.body_id)
    return rules.last_possible(task.first_due_at, rule.days, task.latest_at)


def why_due(task: models.Task) -> list[str]:
    """Why a duty is due when it is, as sentences: who set it, how it counts, what moved it."""
    if task.due_at is None:
        return []
    said = []
    if task.first_due_at is not None:
        name, day = task.given_for or task.given_by, wording.moment(task.given_at, "day")
        said.append(_("%(name)s set it on %(day)s.") % {"name": name, "day": day})
        said += workdays.why_day(body_id=task.body_id, at=task.given_at, due_at=task.first_due_at)
    for each in task.extensions.all():
        if each.unasked:
            said.append(
                _("%(name)s set it to %(day)s, because: %(reason)s")
                % {
                    "name": each.by,
                    "day": wording.moment(each.until, "day"),
                    "reason": each.reason,
                }
            )
        elif each.is_decided and each.decision.until is not None and each.due_before is not None:
            said.append(
                _("%(name)s extended it from %(before)s to %(day)s; asked for because: %(reason)s")
                % {
                    "name": each.decision.by,
                    "before": wording.moment(each.due_before, "day"),
                    "day": wording.moment(each.decision.until, "day"),
                    "reason": each.reason,
                }
            )
    if task.latest_at is not None:
        said.append(
            _("It cannot go behind %(day)s, when the matter itself is due.")
            % {"day": wording.moment(task.latest_at, "day")}
        )
    return said

"""Ask every package what is not as it should be. Looks only; the hints name what mends it."""

from collections.abc import Iterator

from django.apps import apps
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.findings import Check, Finding, Level, checks_of


def checks() -> list[Check]:
    """Every check of every package, ordered by id."""
    return checks_of(app.name for app in apps.get_app_configs() if app.name.startswith("vermilion"))


def findings(*, deep: bool, running: bool = True) -> Iterator[Finding]:
    """What the checks find, worst first within each check; the deep ones only when asked for.

    Where nothing runs yet, those about what runs are left out. A check that cannot look is a
    finding of its own and keeps no other from looking.
    """
    if unreachable := _unreachable():
        yield unreachable
        return
    for each in checks():
        if (deep or not each.deep) and (running or not each.running):
            yield from _look(each)


def _unreachable() -> Finding | None:
    """Without a database every check would wait for one in vain, one after the other."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        return Finding(
            id="site.database",
            sentence=_("The database does not answer: %(error)s"),
            hint=_("Start it, or correct VERMILION_DATABASE_URL."),
            level=Level.FAULT,
            facts={"error": str(error).strip()},
        )
    return None


def _look(check: Check) -> list[Finding]:
    order = list(Level)
    try:
        # One snapshot for the whole look, so that acts meanwhile are not taken for faults.
        with transaction.atomic():
            found = list(check.look())
    except (DatabaseError, OSError, RuntimeError, LookupError, TypeError, ValueError) as error:
        return [
            Finding(
                id="site.check-failed",
                sentence=_("The check %(check)s could not look: %(error)s"),
                hint=_("Read the log around this time; migrate if the schema is older."),
                subject=check.id,
                level=Level.FAULT,
                facts={"check": check.id, "error": f"{type(error).__name__}: {error}".strip()},
            )
        ]
    return sorted(found, key=lambda finding: -order.index(finding.level))

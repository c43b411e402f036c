"""What the doctor looks at in the log."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import make_conninfo

from vermilion.audit import integrating, keys, memory, queries, verifying
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check

PATIENCE = timedelta(minutes=5)


@check(id="audit.waiting")
def waiting() -> Iterator[Finding]:
    """Every trace is in the signed tree soon after its act."""
    late = queries.waiting().filter(at__lt=clock.now() - PATIENCE)
    count = late.count()
    if count:
        yield Finding(
            id="audit.waiting",
            sentence=_("%(count)s entries of the log wait to be signed for more than 5 minutes."),
            hint=_("A worker must serve the queue log: vermilion worker."),
            facts={"count": count},
        )


@check(id="audit.follows")
def follows() -> Iterator[Finding]:
    """The stored tree has the root that was signed last, here and as this machine remembers."""
    try:
        integrating.compare()
    except integrating.DoesNotFollow as wrong:
        yield Finding(
            id="audit.follows",
            sentence=_("The log does not continue what was signed before: %(reason)s."),
            hint=_(
                "Find what was changed: vermilion audit verify. After a restore that lost entries, "
                "go on under a new VERMILION_ORIGIN."
            ),
            level=Level.FAULT,
            facts={"reason": str(wrong)},
        )


@check(id="audit.months")
def months() -> Iterator[Finding]:
    """This month and the next have partitions of their own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_char(month, 'YYYY-MM') FROM "
            "(SELECT now() + make_interval(months => ahead) AS month FROM generate_series(0, 1) "
            "AS ahead) AS due WHERE to_regclass(to_char(month, '\"audit_trace_\"YYYY_MM')) IS NULL"
        )
        missing = [month for (month,) in cursor.fetchall()]
    for month in missing:
        yield Finding(
            id="audit.months",
            sentence=_("The log has no partition for %(month)s."),
            hint=_("A worker makes them every night: vermilion worker."),
            level=Level.NOTICE,
            facts={"month": month},
        )


@check(id="audit.verify", deep=True)
def verified() -> Iterator[Finding]:
    """Every entry is as it was signed, from the first to the last."""
    note = memory.last_note()
    with verifying.opened(_address()) as (reading, reader):
        report = verifying.verify(
            reading,
            verifier=keys.verifier(),
            reader=reader,
            seal_key=keys.seal_key(),
            outside=[note] if note else [],
        )
    for finding in report.findings:
        yield Finding(
            id="audit.verify",
            sentence=_("The log is not as it was signed: %(what)s."),
            hint=_("See everything that was found: vermilion audit verify."),
            subject=f"trace:{finding.entry}" if finding.entry else "",
            level=Level.FAULT,
            facts={"what": finding.says},
        )


def _address() -> str:
    """The same database by a connection of its own, which the reader may close to writing."""
    settings = connection.settings_dict
    parts = {
        "dbname": settings["NAME"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        "host": settings["HOST"],
        "port": settings["PORT"],
    }
    return make_conninfo(**{name: str(value) for name, value in parts.items() if value})

"""Hundreds of thousands of papers in one office, put in by the thousand and whole all the same.

What the acts would have written, written in bulk: documents, lines, slips, grants. The doctor
looks at the books afterwards.
"""

from datetime import date, datetime

from django.db import connection, transaction

from tests.cast import Office
from vermilion.access.types import Cause, body_token, post_token
from vermilion.registry import models as registry
from vermilion.registry import policy
from vermilion.registry.types import BookKind
from vermilion.site import doctor

DOCUMENTS = """
INSERT INTO documents_document (id, symbol, dated_on, issuer, abstract, signer, signer_post,
    competence, urgency, secrecy, circulation, pages, copies, language, note, reply_due_on,
    recorded_at, symbol_key, issuer_key, body_id)
SELECT %(base)s + n, n || '-CV/BENCH', %(day)s, 'Ban Tổ chức Trung ương',
    'V/v triển khai nhiệm vụ thứ ' || n || ' của chương trình công tác năm', '', '', '', n %% 3, 0,
    '', NULL, 1, 'vi', '', NULL, %(at)s, n || '-cv/bench', 'ban tổ chức trung ương', %(body)s
FROM generate_series(1, %(count)s) n
"""

ENTRIES = """
INSERT INTO registry_entry (id, series_id, number, body_id, document_id, arrived_on, channel,
    laid_before_id, registered_at, registrar, registrar_post, symbol_key, issuer_key, dated_in,
    second_copy_reason, struck_out, book_id, says)
SELECT %(base)s + n, %(series)s, n, %(body)s, %(base)s + n, %(day)s, 'electronic',
    CASE WHEN n %% 2 = 0 THEN %(minh)s ELSE %(chief)s END, %(at)s, 'Trần Thị Lan', 'Văn thư',
    n || '-cv/bench', 'ban tổ chức trung ương', 2026, '', false, %(book)s,
    ' ' || n || ' cv bench ' || n || 'cb ban to chuc trung uong btctu v trien khai nhiem vu thu cua'
        || ' chuong trinh cong tac nam vvtknvtnccctcn'
FROM generate_series(1, %(count)s) n
"""

SLIPS = """
INSERT INTO routing_slip (id, body_id, document_id, entry_id, laid_before_id, opened_at, standing,
    standing_since, due_at, leads, leads_done)
SELECT %(base)s + n, %(body)s, %(base)s + n, %(base)s + n,
    CASE WHEN n %% 2 = 0 THEN %(minh)s ELSE %(chief)s END, %(at)s, 'directing', %(at)s, NULL, 0, 0
FROM generate_series(1, %(count)s) n
"""

GRANTS = """
INSERT INTO access_grant (holder, thing_kind, thing_id, cause, cause_id, since, until)
SELECT holder, 'document', %(base)s + n, %(registered)s, %(base)s + n, %(at)s, NULL::timestamptz
FROM generate_series(1, %(count)s) n, unnest(%(readers)s::text[]) holder
UNION ALL
SELECT CASE WHEN n %% 2 = 0 THEN %(minh_token)s ELSE %(chief_token)s END, 'document', %(base)s + n,
    %(directing)s, %(base)s + n, %(at)s, NULL::timestamptz
FROM generate_series(1, %(count)s) n
"""

TABLES = ("documents_document", "registry_entry", "routing_slip", "access_grant")


def fill(office: Office, *, count: int, at: datetime) -> int:
    """So many papers in the incoming book of the office, half of them laid before Minh.

    Gives the number below which none of them lies.
    """
    book, _made = registry.Book.objects.get_or_create(
        body_id=office.body_id, kind=BookKind.INCOMING
    )
    series = registry.Series.objects.create(
        book=book, opens_on=date(2026, 1, 1), closes_on=date(2027, 1, 1)
    )
    base = 1_000_000
    values = {
        "base": base,
        "count": count,
        "body": office.body_id,
        "series": series.pk,
        "book": book.pk,
        "minh": office.minh,
        "chief": office.chief,
        "minh_token": post_token(office.minh),
        "chief_token": post_token(office.chief),
        "registered": Cause.REGISTERED,
        "directing": Cause.DIRECTING,
        "readers": [body_token(office.body_id, duty) for duty in policy.READERS],
        "at": at,
        "day": at.date(),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        # In bulk the counter moves in one step; the doctor counts afterwards.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for statement in (DOCUMENTS, ENTRIES, SLIPS, GRANTS):
            cursor.execute(statement, values)
        cursor.execute("UPDATE registry_series SET last = %s WHERE id = %s", [count, series.pk])
        for table in TABLES:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
            )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return base


def what_the_doctor_finds(*packages: str) -> list[str]:
    """What is not as it should be in the books of these packages."""
    return [
        f"{each.id} {each.subject} {each.sentence}"
        for each in doctor.findings(deep=False)
        if each.id.split(".")[0] in packages
    ]

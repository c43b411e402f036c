"""A million papers in one office, put in by copying and whole all the same.

Three papers go through the acts: one waits for direction, one lies with a unit, one is closed.
Their rows are copied in bulk under other numbers, so that whatever the acts write is there: rights,
duties, notices, what is waited for. The doctor looks at the books afterwards.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from tests.cast import Office
from vermilion.directory import queries as directory
from vermilion.documents.types import Particulars
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.site import doctor
from vermilion.tasks.types import Part

COPY = """
INSERT INTO {table} ({columns}) SELECT {values}
FROM generate_series(%(first)s, %(last)s) n, {table} kept
WHERE kept.{key} = %(of)s AND {kind}
"""
"""A row again for each number, with what differs said anew."""

BASE = 10_000_000
"""Below it lies what the acts made; everything of paper n has the number BASE + n."""

APART = f"kept.id * 1000000000 + {BASE} + n"
"""The number of a row of which a paper has several."""

FILLED = (
    "documents_document",
    "registry_entry",
    "routing_slip",
    "routing_direction",
    "routing_assignment",
    "routing_closing",
    "routing_precedent",
    "tasks_task",
    "access_grant",
    "followup_wait",
    "notices_notice",
)
"""Tables that are filled with their indexes away."""

WAITING, WITH_A_UNIT = 10, 10
"""Of a hundred papers: so many wait for Minh, as many for the chief, as many lie with units."""

IS_WAITING = "n %% 10 IN (0, 1)"
IS_WITH_A_UNIT = "n %% 10 = 2"
IS_CLOSED = "n %% 10 > 2"
OF_IT = "n %% 200 IN (2, 3)"
"""Of a hundred papers that went to units, hardly one to the IT department, the others to one."""

ISSUERS = (
    "(ARRAY['Ban Tổ chức Trung ương','Văn phòng Chính phủ','Bộ Tài chính',"
    "'Tỉnh uỷ Ninh Bình'])[1 + n %% 4]"
)
DUE = "to_timestamp(%(epoch)s + (n %% 60 - 12) * 86400 + n %% 3600)"


@dataclass(frozen=True, slots=True)
class Filled:
    """The numbers below and at which the last paper lies, and those that wait for Minh."""

    base: int
    last: int
    waiting: int

    def newest_for_minh(self, count: int, *, after: int = 0) -> list[int]:
        """The slips that the list of what waits for Minh shows, newest first."""
        top = (self.last - self.base) // 10 * 10 + self.base
        return [top - 10 * place for place in range(after, after + count)]


def fill(office: Office, *, count: int, at: datetime) -> Filled:
    """So many papers in the incoming book: a tenth wait for Minh, a tenth for the chief, a tenth
    lie with units, some of them late; the rest is closed.
    """
    earlier = at - timedelta(days=30)
    waiting, doing, closed = (_paper(office, place, earlier) for place in range(3))
    _direct(office, doing, Part.LEAD, earlier)
    _direct(office, closed, Part.INFORMATION, earlier)
    lan = directory.actor_in(office.lan, at=earlier)
    routing.close(actor=lan, slip_id=closed.pk, note="", at=earlier)
    with transaction.atomic(), connection.cursor() as cursor:
        # In bulk the counter moves in one step; the doctor counts afterwards.
        cursor.execute("SET LOCAL session_replication_role = replica")
        with _indexes_away(cursor):
            for slip, kind in ((waiting, IS_WAITING), (doing, IS_WITH_A_UNIT), (closed, IS_CLOSED)):
                _copy(cursor, office, slip, kind, count, at)
        cursor.execute(
            "UPDATE registry_series SET last = %s WHERE id = %s",
            [3 + count, waiting.entry.series_id],
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return Filled(BASE, BASE + count, count // 10)


def _paper(office: Office, place: int, at: datetime) -> slips.Slip:
    lan = directory.actor_in(office.lan, at=at)
    particulars = Particulars(
        symbol=f"{place}-CV/MAU",
        dated_on=date(at.year, 1, 5),
        issuer="Ban Tổ chức Trung ương",
        abstract="V/v triển khai nhiệm vụ của chương trình công tác năm",
    )
    received = Received(particulars=particulars, arrived_on=at.date(), laid_before_id=office.minh)
    entry = registry.register_incoming(actor=lan, received=received, at=at)
    found = slips.slip_of(lan, entry.document_id, at=at)
    assert found is not None
    return found


def _direct(office: Office, slip: slips.Slip, part: Part, at: datetime) -> None:
    due_at = at + timedelta(days=60) if part == Part.LEAD else None
    routing.direct(
        actor=directory.actor_in(office.minh, at=at),
        slip_id=slip.pk,
        instruction="Tham mưu.",
        shares=[Share(part=part, unit_id=office.it_id, due_at=due_at)],
        at=at,
    )


def _copy(cursor, office: Office, slip: slips.Slip, kind: str, count: int, at: datetime) -> None:
    """Every row of one paper, for each number of its kind."""
    slip.refresh_from_db()
    assigned = slip.assignments.first()
    number = f"{BASE} + n"
    document = {
        "id": number,
        "symbol": "n || '-CV/BENCH'",
        "symbol_key": "n || '-cv/bench'",
        "issuer": ISSUERS,
        "issuer_key": f"lower({ISSUERS})",
        "abstract": "'V/v triển khai nhiệm vụ thứ ' || n || ' của chương trình công tác năm'",
        "urgency": "CASE n %% 7 WHEN 0 THEN 2 WHEN 1 THEN 1 ELSE 0 END",
    }
    entry = {
        "id": number,
        "number": "n + 3",
        "document_id": number,
        "symbol_key": "n || '-cv/bench'",
        "issuer_key": f"lower({ISSUERS})",
        "says": "' ' || n || ' cv bench trien khai nhiem vu thu cua chuong trinh cong tac nam'",
    }
    own = {"id": number, "document_id": number, "entry_id": number}
    if kind == IS_WAITING:
        own["laid_before_id"] = f"CASE n %% 10 WHEN 0 THEN {office.minh} ELSE {office.chief} END"
    if kind == IS_WITH_A_UNIT:
        own["due_at"] = DUE
    rows = [
        ("documents_document", "id", slip.document_id, document),
        ("registry_entry", "id", slip.entry_id, entry),
        ("routing_slip", "id", slip.pk, own),
    ]
    if assigned is not None:
        rows += _shares(office, slip, assigned, number)
    if kind == IS_CLOSED:
        closing = {"id": number, "slip_id": number}
        rows.append(("routing_closing", "slip_id", slip.pk, closing))
    else:
        rows += _notices(office, slip, kind)
    rows += _waits(office, slip, kind)
    rows.append(("access_grant", "thing_id", slip.document_id, _grant(office, kind)))
    for table, key, of, fields in rows:
        values = {"first": 1, "last": count, "of": of, "epoch": at.timestamp()}
        cursor.execute(_statement(cursor, table, key, kind, fields), values)


def _shares(office: Office, slip: slips.Slip, assigned, number: str) -> list:
    of_a_unit = {"unit_id": f"CASE WHEN {OF_IT} THEN {office.it_id} ELSE {office.finance_id} END"}
    task = {"id": number, "subject_id": number, **of_a_unit}
    if assigned.part == Part.LEAD:
        task |= dict.fromkeys(("due_at", "first_due_at"), DUE)
        task["state"] = "CASE WHEN n %% 400 < 200 THEN 'given' ELSE 'doing' END"
    shares = {"id": number, "direction_id": number, "slip_id": number, "task_id": number}
    learned = {"id": number, "slip_id": number, "issuer_key": f"lower({ISSUERS})"}
    return [
        ("routing_precedent", "slip_id", slip.pk, learned),
        ("routing_direction", "slip_id", slip.pk, {"id": number, "slip_id": number}),
        ("tasks_task", "id", assigned.task_id, task),
        ("routing_assignment", "id", assigned.pk, shares),
    ]


def _grant(office: Office, kind: str) -> Mapping[str, str]:
    holder = "kept.holder"
    if kind == IS_WAITING:
        holder = (
            f"CASE WHEN kept.cause = 'directing' AND n %% 10 = 1 THEN 'post:{office.chief}' "
            "ELSE kept.holder END"
        )
    else:
        holder = (
            f"CASE WHEN kept.holder = 'unit:{office.it_id}' AND NOT ({OF_IT}) "
            f"THEN 'unit:{office.finance_id}' ELSE kept.holder END"
        )
    number = f"{BASE} + n"
    fresh = "nextval(pg_get_serial_sequence('access_grant', 'id'))"
    return {"id": fresh, "thing_id": number, "cause_id": number, "holder": holder}


def _notices(office: Office, slip: slips.Slip, kind: str) -> list:
    """What people are told of a paper that is not closed; of closed ones they threw it away."""
    number = f"{BASE} + n"
    other, when = office.chief, "n %% 10 = 1"
    if kind == IS_WITH_A_UNIT:
        other, when = (
            office.head_of_finance,
            f"kept.holder_id = {office.head_of_it} AND NOT ({OF_IT})",
        )
    person = directory.seat(other).person.pk
    told = {
        "id": APART,
        "about_id": number,
        "holder_id": f"CASE WHEN {when} THEN {other} ELSE kept.holder_id END",
        "person_id": f"CASE WHEN {when} THEN {person} ELSE kept.person_id END",
        "url": f"'/documents/' || {number} || '/'",
    }
    return [("notices_notice", "about_id", slip.document_id, told)]


def _waits(office: Office, slip: slips.Slip, kind: str) -> list:
    """What is waited for, and what was."""
    number = f"{BASE} + n"
    paper = {"id": APART, "subject_id": number, "document_id": number}
    if kind == IS_WAITING:
        paper["holder_id"] = f"CASE n %% 10 WHEN 1 THEN {office.chief} ELSE kept.holder_id END"
    elif kind == IS_WITH_A_UNIT:
        paper["unit_id"] = (
            f"CASE WHEN kept.unit_id IS NULL OR {OF_IT} THEN kept.unit_id "
            f"ELSE {office.finance_id} END"
        )
    return [("followup_wait", "document_id", slip.document_id, paper)]


def _statement(cursor, table: str, key: str, kind: str, fields: Mapping[str, str]) -> str:
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
        "AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        [table],
    )
    columns = [row[0] for row in cursor.fetchall()]
    assert set(fields) <= set(columns)
    values = [fields.get(each, f'kept."{each}"') for each in columns]
    said = ", ".join(f'"{each}"' for each in columns)
    return COPY.format(table=table, key=key, kind=kind, columns=said, values=", ".join(values))


@contextmanager
def _indexes_away(cursor) -> Iterator[None]:
    """Indexes are built faster at once than row by row. They are the same ones afterwards."""
    cursor.execute(
        """
        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
        LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
        WHERE c.oid IS NULL AND i.indrelid = ANY(%s::regclass[]) ORDER BY 1
        """,
        [list(FILLED)],
    )
    away = cursor.fetchall()
    for name, _told in away:
        cursor.execute(f"DROP INDEX {name}")
    yield
    cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
    for _name, told in away:
        cursor.execute(told)


def what_the_doctor_finds(*packages: str) -> list[str]:
    """What is not as it should be in the books of these packages."""
    return [
        f"{each.id} {each.subject} {each.sentence}"
        for each in doctor.findings(deep=False)
        if each.id.split(".")[0] in packages
    ]

"""What the database is asked, and how it goes about answering."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

BIG = {
    "documents_document",
    "registry_entry",
    "routing_slip",
    "access_grant",
    "audit_trace",
    "directory_body",
    "directory_bodystate",
}
"""Tables that grow with the years; nobody reads them through for a page."""


@contextmanager
def asked() -> Iterator[list[str]]:
    """Every statement that is asked while this lasts."""
    statements: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield statements
    statements += [each["sql"] for each in captured.captured_queries]


def read_through(statements: list[str], *, rows: int = 1_000) -> list[str]:
    """The big tables that a statement reads through, of which it looks at so many rows or more."""
    found = []
    for sql in statements:
        if not sql.lstrip().upper().startswith("SELECT"):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}")
            told = cursor.fetchone()[0]
        plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
        found += [
            f"{node['Relation Name']} ({looked:,} rows): {sql[:300]}"
            for node, looked in _scans(plan)
            if node["Relation Name"] in BIG and looked >= rows
        ]
    return found


def _scans(node: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int]]:
    if node["Node Type"] == "Seq Scan":
        looked = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        yield node, int(looked * node["Actual Loops"])
    for each in node.get("Plans", []):
        yield from _scans(each)

"""Makes the cast known to the tests of every package, and lets tests empty the log."""

import pytest
from pytest_django import DjangoDbBlocker

pytest_plugins = ["tests.cast"]


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,  # noqa: ARG001 - it goes before
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Let tests that commit empty every table when they end, also the log, which refuses it."""
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'audit_refuse'")
        [(refuse,)] = cursor.fetchall()
        cursor.execute(
            "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $let$"
            + refuse.replace("BEGIN", "BEGIN IF TG_OP = 'TRUNCATE' THEN RETURN NULL; END IF;", 1)
            + "$let$"
        )

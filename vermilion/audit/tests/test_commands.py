"""`vermilion audit`, as it is typed."""

import json
import os
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from vermilion.audit import memory
from vermilion.audit.commands import audit
from vermilion.audit.tests.tampering import address, tamper, trace_at

pytestmark = pytest.mark.django_db(transaction=True)


def _line(*words):
    @contextmanager
    def prepared():
        before = os.environ["VERMILION_DATABASE_URL"]
        os.environ["VERMILION_DATABASE_URL"] = address()
        try:
            yield
        finally:
            os.environ["VERMILION_DATABASE_URL"] = before

    return CliRunner().invoke(audit, words, obj=prepared)


def test_the_command_says_that_all_is_well(a_log):
    result = _line("verify")

    assert result.exit_code == 0
    assert "600 entries, 4 checkpoints, 0 waiting" in result.output
    assert "Every entry is as it was signed." in result.output


def test_the_command_names_what_it_finds_and_fails(a_log):
    trace = trace_at(5)
    tamper(f"UPDATE audit_trace SET act = 'x' WHERE id = {trace}")

    result = _line("verify", "--json")

    assert result.exit_code == 1
    report = json.loads(result.output)
    assert report["counts"] == {"altered": 1}
    assert report["findings"][0]["entry"] == trace


def test_the_command_reads_elsewhere_with_the_public_key_alone(a_log, tmp_path):
    kept = tmp_path / "checkpoint"
    kept.write_text(memory.last_note())
    key = _line("key").output.strip()

    result = _line("verify", "--database-url", address(), "--key", key, "--checkpoint", str(kept))

    assert result.exit_code == 0
    assert "seals were not checked" in result.output


def test_a_database_that_is_not_there_is_status_two():
    result = _line("verify", "--database-url", "host=/nowhere dbname=none connect_timeout=1")

    assert result.exit_code == 2

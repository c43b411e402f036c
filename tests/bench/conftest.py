"""A database that writes to disk for good, filled once, and the figures of the whole run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.bench import report
from tests.bench.measuring import Figures, machine
from tests.cast import Office, build_office
from tests.installation import home_of_tests
from vermilion.audit import keys
from vermilion.site import embedded
from vermilion.site.commands.setting_up import set_up

FIGURES = pytest.StashKey[Figures]()
MACHINE = pytest.StashKey[list[tuple[str, str]]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/bench/" in str(item.path):
            item.add_marker(pytest.mark.bench)
            item.add_marker(pytest.mark.timeout(1200))
            item.add_marker(pytest.mark.xdist_group("bench"))


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = terminalreporter.config.stash.get(FIGURES, Figures())
    if figures.taken or figures.facts:
        terminalreporter.section("figures")
        for line in report.table(figures):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session", autouse=True)
def durable(django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config) -> Iterator[str]:
    """A server of its own with fsync and synchronous_commit on; Django speaks to it meanwhile."""
    home = home_of_tests() / "bench"
    before = dict(connection.settings_dict)
    with django_db_blocker.unblock(), embedded.running(home) as server:
        _anew(server.url("postgres"))
        url = server.url("bench")
        lines = (home / "postgres" / "postmaster.pid").read_text().splitlines()
        _hang_up()
        connection.settings_dict.update(
            NAME="bench", HOST=lines[4].strip(), PORT=lines[3].strip(), USER="postgres"
        )
        _forget_the_log()
        try:
            set_up()
            pytestconfig.stash[MACHINE] = machine(_described())
            yield url
        finally:
            _forget_the_log()
            _hang_up()
            connection.settings_dict.update(before)


@pytest.fixture(scope="session")
def office(durable: str) -> Office:
    """The office of the cast, in the durable database."""
    return build_office()


@pytest.fixture(scope="session", autouse=True)
def _the_page(figures: Figures, pytestconfig: pytest.Config, durable: str) -> Iterator[None]:
    """Write the page of the reference when everything was measured, nothing picked out."""
    yield
    everything = not (pytestconfig.option.keyword or pytestconfig.option.lf)
    if everything and len(figures.taken) == len(report.budgets()) and not os.environ.get("CI"):
        text = report.page(figures, pytestconfig.stash[MACHINE])
        Path(report.PAGE).write_text(text, encoding="utf-8")


def _forget_the_log() -> None:
    """Each run keeps a log of its own; this machine would rightly refuse to sign another."""
    shutil.rmtree(keys.memory_folder(), ignore_errors=True)


def _anew(address: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS bench WITH (FORCE)")
        server.execute("CREATE DATABASE bench TEMPLATE template0")


def _described() -> str:
    with connection.cursor() as cursor:
        told = {}
        for name in ("server_version", "fsync", "synchronous_commit", "shared_buffers"):
            cursor.execute(f"SHOW {name}")
            told[name] = cursor.fetchone()[0]
    assert (told["fsync"], told["synchronous_commit"]) == ("on", "on")
    return (
        f"PostgreSQL {told['server_version']}, fsync and synchronous_commit on, "
        f"shared_buffers {told['shared_buffers']}"
    )


def _hang_up() -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # of PostgreSQL's backend alone

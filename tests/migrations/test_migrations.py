"""Migrations: one line of them in each package, nothing forgotten, back and forth on data."""

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.source import REPOSITORY, level
from tests.installation import home_of_tests
from vermilion.site import embedded

ONE_AFTER_ANOTHER = """
import json, os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
import django
django.setup()
from django.core.management import call_command
for step in json.loads(sys.argv[1]):
    call_command("migrate", *step, verbosity=0)
"""

OURS = sorted(app.label for app in apps.get_app_configs() if app.name.startswith("vermilion."))


@pytest.fixture(scope="module")
def loader():
    return MigrationLoader(None, ignore_no_migrations=True)


def test_models_and_migrations_agree(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("label", OURS)
def test_a_package_has_one_last_migration(loader, label):
    if not loader.graph.leaf_nodes(label):
        assert not list(apps.get_app_config(label).get_models())
        return
    assert len(loader.graph.leaf_nodes(label)) == 1


def test_numbers_follow_one_another():
    for app in apps.get_app_configs():
        if app.name.startswith("vermilion.") and (Path(app.path) / "migrations").exists():
            names = sorted(p.stem for p in (Path(app.path) / "migrations").glob("0*.py"))
            assert [int(name[:4]) for name in names] == [*range(1, len(names) + 1)], app.label


def test_every_statement_written_by_hand_can_be_taken_back():
    wrong = []
    for app in apps.get_app_configs():
        for path in sorted((Path(app.path) / "migrations").glob("0*.py")):
            if not app.name.startswith("vermilion."):
                continue
            migration = import_module(f"{app.name}.migrations.{path.stem}").Migration
            wrong += [
                f"{app.label}.{path.stem}: {operation.describe()}"
                for operation in migration.operations
                if not operation.reversible
            ]
    assert wrong == []


def test_tables_are_made_in_the_order_of_packages(loader):
    """A package's first migration waits for those below it alone."""
    wrong = [
        f"{label}.{name} waits for {other}"
        for (label, name), migration in loader.disk_migrations.items()
        if label in OURS
        for other, _ in migration.dependencies
        if other in OURS and other != label and level(_package(other)) > level(_package(label))
    ]
    assert wrong == []


def _package(label: str) -> str:
    return apps.get_app_config(label).name.split(".")[1]


@pytest.mark.fault
def test_migrations_go_back_and_forth():
    """What a migration made it can take away; what it took away it can make again."""
    home = home_of_tests() / "migrations"
    shutil.rmtree(home, ignore_errors=True)
    with embedded.running(home, settings={"fsync": "off", "timezone": "UTC"}) as server:

        def migrate(*steps: tuple[str, ...]) -> None:
            done = subprocess.run(
                [sys.executable, "-c", ONE_AFTER_ANOTHER, json.dumps(steps)],
                cwd=REPOSITORY,
                env={
                    **os.environ,
                    "VERMILION_HOME": str(home),
                    "VERMILION_DATABASE_URL": server.url(),
                },
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr[-2000:]

        def tables() -> list[str]:
            with psycopg.connect(server.url()) as there:
                rows = there.execute(
                    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relname ~ %s "
                    "ORDER BY relname",
                    ["^(" + "|".join(OURS) + ")_"],
                )
                return [name for (name,) in rows]

        migrate(())
        made = tables()
        known = MigrationLoader(None).graph
        labels = [label for label in OURS if known.leaf_nodes(label)]
        labels.sort(key=lambda label: -level(_package(label)))
        migrate(*((label, "zero") for label in labels))
        assert tables() == []
        migrate(())
        assert tables() == made

"""Texts in the tree that are written from the code, reviewed like code: none may be stale."""

import pytest

from tools import docs, reference


@pytest.mark.parametrize("name", reference.pages())
def test_no_page_of_the_reference_is_stale(name, db):
    path = reference.REFERENCE / name
    assert path.exists(), "make snapshots"
    assert reference.pages()[name]() == path.read_text(encoding="utf-8"), "make snapshots"


def test_every_link_of_the_documentation_leads_somewhere():
    assert docs.broken_links() == []


def test_migrations_say_what_models_say(db):
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

"""The pages on which files are checked, what the doctor says, and the word `read`."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from typer.testing import CliRunner

from tests.cast import MONDAY
from tests.papers import make
from vermilion.documents import actions, checks, models
from vermilion.documents.models import Hold
from vermilion.kernel import clock


@pytest.fixture
def held(lan, hand_in) -> Hold:
    file = hand_in(lan, make("decision", marks=("TỐI MẬT",)), "a.pdf")
    hold = actions.stop_if_marked(actor=lan, blob_id=file.blob_id, at=MONDAY)
    assert hold
    return hold


def visit(rf, view, actor, *arguments, **data):
    """A page as an actor sees it; `data` is sent as a form."""
    request = rf.post("/", data) if data else rf.get("/")
    request.actor, request.now, request.trace, request.htmx = actor, MONDAY, "", False
    request.session = {}
    from django.contrib.messages.storage.cookie import CookieStorage

    request._messages = CookieStorage(request)
    return view(request, *arguments)


def test_the_clerk_sees_what_is_held_and_not_its_content(rf, lan, held):
    from vermilion.documents import views

    page = visit(rf, views.held, lan).content.decode()
    one = visit(rf, views.hold, lan, held.pk).content.decode()

    assert "TỐI MẬT" in page
    assert "TỐI MẬT" in one
    assert "Quy chế" not in page + one


def test_a_specialist_is_shown_no_one_elses(rf, hoa, held):
    from vermilion.documents import views
    from vermilion.kernel.refusals import NotFound

    assert "TỐI MẬT" not in visit(rf, views.held, hoa).content.decode()
    with pytest.raises(NotFound):
        visit(rf, views.hold, hoa, held.pk)


def test_a_check_needs_a_reason(rf, lan, held):
    from vermilion.documents import views

    answer = visit(rf, views.clearance, lan, held.pk, reason="no")

    assert answer.status_code == 422
    assert Hold.objects.get().settled_at is None


def test_the_clerk_lets_a_file_go_on_or_hands_it_back(rf, lan, held):
    from vermilion.documents import views

    answer = visit(rf, views.handing_back, lan, held.pk, reason="a secret of that grade")

    assert (answer.status_code, answer["Location"]) == (303, reverse("documents:held"))
    assert Hold.objects.get().settlement == "handed_back"
    assert visit(rf, views.hold, lan, held.pk).status_code == 200
    again = visit(rf, views.clearance, lan, held.pk, reason="it is open after all")
    assert again.status_code == 422


def test_the_doctor_tells_of_types_that_were_not_loaded(db):
    assert [found.id for found in checks.types_are_loaded()] == ["documents.types"]


def test_the_doctor_finds_nothing_where_all_is_well(types, lan, a_letter, hand_in):
    actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)

    for look in (
        checks.types_are_loaded,
        checks.documents_have_their_files,
        checks.keys_follow_from_fields,
        checks.held_files_are_checked,
        checks.nothing_is_kept_that_the_zone_may_not_carry,
    ):
        assert not list(look()), look


def test_the_doctor_finds_stale_keys_late_checks_and_secrets(types, lan, a_letter, held):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)
    models.Document.objects.filter(pk=document.pk).update(symbol_key="x", secrecy=2)
    Hold.objects.update(held_at=clock.now() - timedelta(days=2))

    said = [
        found.in_words
        for look in (
            checks.keys_follow_from_fields,
            checks.held_files_are_checked,
            checks.nothing_is_kept_that_the_zone_may_not_carry,
        )
        for found in look()
    ]

    assert len(said) == 3
    assert str(document.pk) in said[0]


def test_the_word_read_tells_what_stands_on_a_paper(tmp_path):
    from contextlib import nullcontext

    import typer

    from vermilion.documents import commands

    paper = tmp_path / "a.pdf"
    paper.write_bytes(make())
    line = typer.Typer()
    commands.mount(line)
    line.command(name="other")(lambda: None)

    told = CliRunner().invoke(line, ["read", str(paper), "--json"], obj=nullcontext)

    [found] = json.loads(told.stdout)
    assert found["symbol"]["value"] == "15/UBND-KT"
    assert found["dated_on"]["value"] == "2026-10-30"
    assert "15/UBND-KT" in CliRunner().invoke(line, ["read", str(paper)], obj=nullcontext).stdout

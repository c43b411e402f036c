"""Documents for machines."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest

from tests.papers import make
from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.accounts.types import Scope
from vermilion.directory import queries as directory
from vermilion.documents import actions
from vermilion.files import actions as files
from vermilion.kernel import clock

ROOT = "/api/v1/documents"


@pytest.fixture
def lan_now(office):
    return directory.actor_in(office.lan, at=clock.now())


@pytest.fixture
def ask(client, office, lan_now):
    """Ask an address with a token of Lan's."""
    now = clock.now()
    user = User.objects.create(sign_in_name="lan", person_id=lan_now.person_id)
    issued = accounts.issue_token(
        actor=lan_now,
        user_id=user.pk,
        appointment_id=office.lan,
        name="scanner",
        scopes=[Scope.READ],
        expires_at=now + timedelta(days=30),
        at=now,
    )
    return lambda path: client.get(
        f"{ROOT}{path}", headers={"Authorization": f"Bearer {issued.secret}"}
    )


def test_the_types_of_a_day_are_listed(ask, types):
    now = ask("/types").json()
    before_the_decree = ask("/types?on=2019-01-01").json()

    assert len([each for each in now if each["family"] == "state"]) == 29
    assert not [each for each in before_the_decree if each["family"] == "state"]


def test_a_document_is_told_to_whoever_may_see_it(ask, lan_now, a_letter, show):
    document = actions.record_document(actor=lan_now, particulars=a_letter, at=clock.now())
    assert ask(f"/{document.pk}").status_code == 404

    show(document)

    told = ask(f"/{document.pk}").json()
    assert (told["symbol"], told["dated_on"], told["files"]) == ("15/UBND-KT", "2026-10-30", [])


def test_what_can_be_read_out_of_a_file_is_proposed_with_its_place(ask, lan_now):
    upload = files.hand_in(actor=lan_now, stream=BytesIO(make()), name="a.pdf", at=clock.now())

    told = ask(f"/readings/{upload.pk}").json()

    found = {each["field"]: each for each in told["found"]}
    assert found["symbol"]["value"] == "15/UBND-KT"
    assert found["symbol"]["place"]["page"] == 1
    assert len(found["symbol"]["place"]["box"]) == 4
    assert found["dated_on"]["value"] == "2026-10-30"


def test_a_held_file_is_not_read_out(ask, lan_now):
    paper = make("decision", marks=("TỐI MẬT",))
    upload = files.hand_in(actor=lan_now, stream=BytesIO(paper), name="a.pdf", at=clock.now())
    actions.stop_if_marked(actor=lan_now, blob_id=upload.blob_id, at=clock.now())

    assert ask(f"/readings/{upload.pk}").status_code == 409
    assert ask(f"/readings/{uuid4()}").status_code == 404


def test_nobody_is_told_what_lies_above_their_clearance(ask, lan_now, a_letter, show, settings):
    settings.VERMILION = replace(settings.VERMILION, zone="enclave")
    document = actions.record_document(
        actor=lan_now, particulars=replace(a_letter, secrecy=1), at=clock.now()
    )
    show(document)

    assert ask(f"/{document.pk}").status_code == 404

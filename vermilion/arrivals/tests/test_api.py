"""The inbox for machines."""

import pytest

from tests.cast import MONDAY
from tests.papers import make
from tests.programs import program as program_of
from vermilion.accounts.types import Scope
from vermilion.arrivals.types import Standing
from vermilion.registry.models import Entry


@pytest.fixture
def program(client):
    """A program of a registry, in the post of somebody."""
    return lambda appointment: program_of(client, appointment, Scope.READ, Scope.REGISTER)


@pytest.fixture
def call(program, office):
    return program(office.lan)


def test_the_proposal_says_of_each_field_where_it_comes_from(call, comes):
    arrival = comes(make("letter"))

    told = call("get", f"arrivals/{arrival.pk}/proposal").json()

    fields = {each["field"]: each for each in told["fields"]}
    assert fields["symbol"]["value"] == "15/UBND-KT"
    assert (fields["symbol"]["origin"], fields["symbol"]["page"]) == ("read", 1)
    assert told["twins"] == []


def test_an_arrival_is_entered_as_proposed_but_for_what_is_corrected(call, comes, office):
    arrival = comes(make("letter"))
    given = {"corrections": {"abstract": "Đã sửa trích yếu"}, "laid_before_id": office.minh}

    answer = call("post", f"arrivals/{arrival.pk}/registration", given)

    assert answer.status_code == 201, answer.content
    entry = Entry.objects.get()
    assert (entry.document.symbol, entry.document.abstract) == ("15/UBND-KT", "Đã sửa trích yếu")
    assert entry.laid_before_id == office.minh
    assert entry.document.attachments.count() == 1
    assert (answer.json()["entry"], answer.json()["number"]) == (entry.pk, str(entry))


def test_entered_again_under_another_key_it_is_the_same_line(call, comes):
    arrival = comes(make("letter"))

    first = call("post", f"arrivals/{arrival.pk}/registration", {})
    again = call(
        "post", f"arrivals/{arrival.pk}/registration", {"corrections": {"abstract": "Khác"}}
    )

    assert first.json() == again.json()
    assert Entry.objects.count() == 1


def test_a_twin_is_told_refused_and_joined(call, comes):
    first, copy = comes(make("letter")), comes(make("letter", text=("Bản giấy",)))
    entered = call("post", f"arrivals/{first.pk}/registration", {}).json()

    [twin] = call("get", f"arrivals/{copy.pk}/proposal").json()["twins"]
    refused = call("post", f"arrivals/{copy.pk}/registration", {})
    joined = call(
        "post", f"arrivals/{copy.pk}/joining", {"entry": twin["entry"], "channel": "paper"}
    )

    assert (twin["entry"], twin["how"]) == (entered["entry"], "symbol")
    assert (refused.status_code, refused.json()["code"]) == (409, "already-registered")
    assert (joined.json()["standing"], joined.json()["number"]) == ("joined", entered["number"])
    assert Entry.objects.count() == 1


def test_an_arrival_of_which_nothing_is_known_is_not_entered_without_words(call, comes):
    arrival = comes(b"%PDF-1.4 nothing to be read")

    answer = call("post", f"arrivals/{arrival.pk}/registration", {})

    assert answer.status_code == 422
    assert not Entry.objects.exists()


def test_an_arrival_is_put_aside_and_taken_up(call, comes):
    arrival = comes()

    aside = call("post", f"arrivals/{arrival.pk}/laying-aside", {"reason": "Chờ bản giấy có dấu"})
    short = call("post", f"arrivals/{arrival.pk}/laying-aside", {"reason": "Chờ"})
    up = call("post", f"arrivals/{arrival.pk}/taking-up")

    assert (aside.json()["standing"], aside.json()["reason"]) == ("aside", "Chờ bản giấy có dấu")
    assert short.status_code == 422
    assert up.json()["standing"] == Standing.WAITING


def test_arrivals_of_others_are_unknown_to_a_machine(program, comes, office):
    arrival = comes(at=MONDAY)

    for other in (program(office.hoa), program(office.a_stranger)):
        for method, path in (
            ("get", "proposal"),
            ("post", "registration"),
            ("post", "taking-up"),
        ):
            assert other(method, f"arrivals/{arrival.pk}/{path}", {}).status_code == 404
    assert not Entry.objects.exists()

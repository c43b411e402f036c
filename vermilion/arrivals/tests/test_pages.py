"""One scan of several papers becomes several arrivals, page by page."""

import json

import pytest

from tests.papers import make
from vermilion.arrivals import queries
from vermilion.arrivals.models import Arrival
from vermilion.files import jobs
from vermilion.files.queries import page_count


@pytest.fixture
def as_lan(client, office):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))
    return client


@pytest.fixture
def a_pile(comes):
    """One file of two pages that are two papers."""
    arrival = comes(make("letter", text=("Dòng chữ dài để sang trang sau.",) * 60))
    jobs.examine(blob_id=arrival.enclosures.get().blob_id)
    return arrival


def test_a_pile_is_parted_into_papers(as_lan, lan, a_pile):
    blob_id = a_pile.enclosures.get().blob_id
    assert (page_count(blob_id) or 0) >= 2
    assert as_lan.get(f"/arrivals/{a_pile.pk}/pages/").status_code == 200

    plan = {
        "papers": [
            {"name": "thu nhat", "pages": [[blob_id, 1, 0]]},
            {"name": "thu hai", "pages": [[blob_id, 2, 180]]},
        ]
    }
    answer = as_lan.post(f"/arrivals/{a_pile.pk}/pages/", {"plan": json.dumps(plan)})

    assert answer.status_code == 303, answer.content.decode()[:2000]
    assert Arrival.objects.count() == 2
    [first, second] = [
        [each.name for each in queries.files_in(lan, arrival)] for arrival in queries.inbox(lan)
    ]
    assert (first, second) == (["thu nhat.pdf"], ["thu hai.pdf"])


def test_all_pages_left_out_makes_nothing(as_lan, a_pile):
    answer = as_lan.post(f"/arrivals/{a_pile.pk}/pages/", {"plan": json.dumps({"papers": []})})

    assert answer.status_code == 422
    assert Arrival.objects.count() == 1


def test_a_file_still_under_examination_is_not_sorted(as_lan, comes):
    arrival = comes(make("letter"))

    assert as_lan.get(f"/arrivals/{arrival.pk}/pages/").status_code == 303

"""What is kept for directions, for machines."""

import pytest

from tests.programs import program
from vermilion.accounts.types import Scope


@pytest.fixture
def call(client, office):
    return program(client, office.minh, Scope.READ, Scope.WORK)


def test_a_circle_is_kept_named_once_and_struck(call, office):
    given = {"name": "Khối tham mưu", "members": [f"unit:{office.it_id}", f"post:{office.hoa}"]}

    made = call("post", "routing/circles", given)
    again = call("post", "routing/circles", given)
    kept = call("get", "routing/circles").json()
    struck = call("post", f"routing/circles/{made.json()['id']}/striking")

    assert (made.status_code, kept) == (201, [made.json()])
    assert again.status_code in (409, 422)
    assert struck.status_code == 204
    assert call("get", "routing/circles").json() == []


def test_a_circle_holds_units_and_people_of_the_body(call, office):
    strange = {"name": "Lạ", "members": ["unit:999999"]}
    no_member = {"name": "Lạ", "members": ["body:1"]}

    assert call("post", "routing/circles", strange).status_code in (409, 422)
    assert call("post", "routing/circles", no_member).status_code == 422


def test_a_phrase_is_offered_no_longer(call, client, office):
    made = call("post", "routing/phrases", {"text": "Chủ trì, báo cáo trước ngày 20."}).json()
    other = program(client, office.head_of_it, Scope.READ, Scope.WORK)

    assert other("post", f"routing/phrases/{made['id']}/striking").status_code in (403, 404)
    assert call("post", f"routing/phrases/{made['id']}/striking").status_code == 204
    assert made not in call("get", "routing/phrases").json()

import json
from datetime import timedelta

import pytest

from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.accounts.types import Scope
from vermilion.directory import queries
from vermilion.kernel import clock
from vermilion.kernel.actors import system

ROOT = "/api/v1/directory"


@pytest.fixture
def call(client, office):
    """Call the API as the administrator, with a token for the directory."""
    seat = queries.seat(office.an_administrator)
    user = User.objects.create(sign_in_name="nam", person=seat.person)
    now = clock.now()
    token = accounts.issue_token(
        actor=system("test"),
        user_id=user.pk,
        appointment_id=office.an_administrator,
        name="machine",
        scopes=[Scope.READ, Scope.DIRECTORY],
        expires_at=now + timedelta(days=1),
        at=now,
    )
    keys = iter(range(1_000))

    def called(method, address, given=None):
        headers = {"Authorization": f"Bearer {token.secret}"}
        if method == "get":
            return client.get(f"{ROOT}{address}", given or {}, headers=headers)
        return client.post(
            f"{ROOT}{address}",
            json.dumps(given),
            content_type="application/json",
            headers={**headers, "Idempotency-Key": f"key-{next(keys)}"},
        )

    return called


def test_bodies_come_in_the_order_of_the_tree_page_by_page(call, office):
    first = call("get", "/bodies", {"limit": 2}).json()
    rest = call("get", "/bodies", {"limit": 2, "cursor": first["next"]}).json()

    assert [each["id"] for each in first["items"] + rest["items"]] == [
        office.body_id,
        office.commune_id,
        office.neighbour_id,
    ]
    assert rest["next"] is None
    below = call("get", "/bodies", {"below": office.body_id, "kind": "commune-party"}).json()
    assert [each["id"] for each in below["items"]] == [office.commune_id]


def test_a_body_is_founded_filled_and_read_back(call, office):
    founded = call(
        "post",
        "/bodies",
        {"kind": "commune-party", "name": "Đảng uỷ xã Suối Hai", "parent": office.body_id},
    )
    assert founded.status_code == 201
    number = founded.json()["id"]
    assert (
        call("post", f"/bodies/{number}/codes", {"scheme": "S", "value": "A9"}).status_code == 201
    )
    unit = call("post", f"/bodies/{number}/units", {"name": "Văn phòng"}).json()["id"]
    post = call(
        "post",
        f"/bodies/{number}/posts",
        {"title": "Văn thư", "unit": unit, "duties": ["clerk"]},
    ).json()["id"]
    person = call("post", "/people", {"full_name": "Tạ Thị Nga", "kept_by": number}).json()["id"]
    seat = call("post", f"/posts/{post}/appointments", {"person": person}).json()["id"]

    body = call("get", f"/bodies/{number}").json()
    assert (body["name"], body["kind"], body["parent"]) == (
        "Đảng uỷ xã Suối Hai",
        "commune-party",
        office.body_id,
    )
    assert body["codes"] == [{"scheme": "S", "value": "A9"}]
    assert call("get", f"/bodies/{number}/units").json()[0]["id"] == unit
    [held] = call("get", f"/bodies/{number}/posts").json()
    assert held["held_by"] == [{"appointment": seat, "person": person, "name": "Tạ Thị Nga"}]
    assert call("get", "/bodies/by-code", {"value": "A9"}).json()["id"] == number
    assert call("get", "/bodies/search", {"q": "suoi hai"}).json()[0]["id"] == number
    assert call("post", f"/bodies/{number}/name", {"name": "Đảng uỷ xã Ba Trại"}).json() == {
        "id": number
    }


def test_what_the_screens_refuse_machines_are_refused(call, office):
    outside = call("post", f"/bodies/{office.neighbour_id}/units", {"name": "Phòng mới"})
    assert (outside.status_code, outside.json()["code"]) == (403, "not-allowed")
    twin = call(
        "post",
        "/bodies",
        {"kind": "commune-party", "name": "Đảng uỷ xã Ba Vì", "parent": office.body_id},
    )
    assert (twin.status_code, twin.json()["code"]) == (409, "name-taken-beside-it")
    assert call("get", "/bodies/999999999").status_code == 404
    assert call("get", "/bodies/by-code", {"value": "nothing"}).status_code == 404
    assert call("get", f"/bodies/{office.body_id}", {"on": "1999-01-01"}).status_code == 404

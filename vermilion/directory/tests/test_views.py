import pytest
from django.urls import reverse

from tests.cast import MONDAY
from vermilion.accounts import models as accounts
from vermilion.directory import models, queries
from vermilion.kernel import clock


@pytest.fixture
def as_administrator(client, office):
    seat = queries.seat(office.an_administrator)
    client.force_login(accounts.User.objects.create(sign_in_name="nam", person=seat.person))
    return client


@pytest.fixture
def as_lan(client, office):
    seat = queries.seat(office.lan)
    client.force_login(accounts.User.objects.create(sign_in_name="lan", person=seat.person))
    return client


def pages_of(office):
    body, unit = office.body_id, office.it_id
    post = queries.seat(office.hoa).post_id
    person = queries.seat(office.hoa).person_id
    return [
        reverse("directory:bodies"),
        reverse("directory:bodies") + f"?below={body}",
        reverse("directory:bodies") + "?q=van+phong",
        reverse("directory:bodies") + "?on=01/02/2021",
        reverse("directory:below", args=[body]),
        reverse("directory:body", args=[body]),
        reverse("directory:body", args=[body]) + "?on=2021-02-01",
        reverse("directory:body", args=[body]) + "?on=2001-02-01",
        *(
            reverse(f"directory:{name}", args=[body])
            for name in (
                "founding",
                "body-name",
                "body-particulars",
                "body-place",
                "body-closing",
                "successors",
                "identifiers",
                "units",
                "posts",
                "people",
                "person-new",
                "delegations",
                "deputies",
                "authorities",
                "assistants",
                "circles",
                "circle-new",
            )
        ),
        *(reverse(f"directory:unit-{name}", args=[unit]) for name in ("name", "place", "closing")),
        *(reverse(f"directory:{name}", args=[post]) for name in ("post", "post-closing")),
        reverse("directory:appointments", args=[post]),
        *(reverse(f"directory:appointment-{name}", args=[office.hoa]) for name in ("end", "main")),
        *(reverse(f"directory:{name}", args=[person]) for name in ("person", "person-particulars")),
    ]


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_every_page_opens(as_administrator, office, language):
    for address in pages_of(office):
        answer = as_administrator.get(address, headers={"accept-language": language})
        assert answer.status_code == 200, address


def test_a_clerk_reads_everything_and_is_told_why_nothing_may_be_changed(as_lan, office):
    for address in pages_of(office):
        assert as_lan.get(address).status_code == 200, address
    page = as_lan.get(reverse("directory:founding", args=[office.body_id]))
    assert "Only an administrator may change the organisation." in page.content.decode()


def test_an_administrator_founds_a_body_below(as_administrator, office):
    answer = as_administrator.post(
        reverse("directory:founding", args=[office.body_id]),
        {"name": "Đảng uỷ xã Suối Hai", "kind": "commune-party"},
    )
    made = models.Body.objects.get(name="Đảng uỷ xã Suối Hai")
    assert answer.status_code == 303
    assert answer.url == reverse("directory:body", args=[made.pk])


def test_a_refusal_stands_beside_its_field(as_administrator, office):
    answer = as_administrator.post(
        reverse("directory:founding", args=[office.body_id]),
        {"name": "Đảng uỷ xã Ba Vì", "kind": "commune-party"},
    )
    assert answer.status_code == 422
    assert "already a body called Đảng uỷ xã Ba Vì" in answer.content.decode()


def test_another_body_is_out_of_reach(as_administrator, office):
    answer = as_administrator.post(
        reverse("directory:units", args=[office.neighbour_id]), {"name": "Phòng mới"}
    )
    assert answer.status_code == 422
    assert "administers its own body" in answer.content.decode()


def test_a_body_is_meant_by_its_name_or_by_what_the_list_offered(as_administrator, office):
    moving = reverse("directory:body-place", args=[office.commune_id])
    unknown = as_administrator.post(moving, {"parent": "khong co"})
    assert "No body is known by this name or code: khong co." in unknown.content.decode()
    outside = as_administrator.post(
        moving, {"parent": "whatever", "parent-picked": office.neighbour_id}
    )
    assert "administers its own body" in outside.content.decode()
    same = as_administrator.post(moving, {"parent": "van phong trung uong"})
    assert "This is how it stands already." in same.content.decode()


def test_the_list_offers_what_may_be_meant(as_lan, office):
    offered = as_lan.get(reverse("directory:choices-bodies"), {"q": "ban to chuc"}).json()
    assert offered == {
        "results": [
            {"value": str(office.neighbour_id), "label": "Ban Tổ chức Trung ương", "note": ""}
        ],
        "more": False,
    }
    units = as_lan.get(reverse("directory:choices-units"), {"q": "cntt"}).json()
    assert [each["value"] for each in units["results"]] == [str(office.it_id)]
    posts = as_lan.get(reverse("directory:choices-posts"), {"q": "le hoa"}).json()
    assert [each["value"] for each in posts["results"]] == [str(office.hoa)]


def test_the_head_names_a_deputy_on_the_page(client, office):
    chief = queries.seat(office.chief)
    client.force_login(accounts.User.objects.create(sign_in_name="hung", person=chief.person))
    answer = client.post(
        reverse("directory:deputies", args=[office.body_id]),
        {"giver": office.chief, "holder": office.minh, "on": "01/11/2026"},
    )
    assert answer.status_code == 303
    assert [each.person for each in queries.who_stands_in_for(office.chief, at=MONDAY)] == [
        "Nguyễn Văn Minh"
    ]


def test_ending_asks_first_and_then_ends(as_administrator, office):
    end = reverse("directory:appointment-end", args=[office.hoa])
    assert as_administrator.get(end).status_code == 200
    assert as_administrator.post(end, {}).status_code == 303
    assert not any(seat.pk == office.hoa for seat in queries.people_in(office.body_id, clock.now()))

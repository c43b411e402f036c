"""Doors of the books that are kept for who knows them."""

import pytest


@pytest.fixture
def as_lan(client, office):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))
    return client


def test_the_old_door_of_registering_leads_to_the_one_that_is_used(as_lan):
    answer = as_lan.get("/registry/incoming/new/")

    assert (answer.status_code, answer["Location"]) == (303, "/arrivals/paper/")


def test_a_file_that_was_handed_in_is_taken_along(as_lan):
    answer = as_lan.get("/registry/incoming/new/?upload=8b1f")

    assert answer["Location"] == "/arrivals/new/?upload=8b1f"

from collections.abc import Callable

import pytest
from django.test import Client

from vermilion.accounts.models import User
from vermilion.directory.models import Appointment


@pytest.fixture
def signed_in(client: Client) -> Callable[[int], Client]:
    """A browser signed in as the holder of an appointment."""

    def sign_in(appointment_id: int) -> Client:
        person = Appointment.objects.get(pk=appointment_id).person
        user, _made = User.objects.get_or_create(sign_in_name=f"u{appointment_id}", person=person)
        client.force_login(user)
        return client

    return sign_in

import pytest
from django.test import Client

from tests.cast import MONDAY
from vermilion.accounts.models import User
from vermilion.directory.models import Appointment
from vermilion.support import actions
from vermilion.support.types import Kind, Report, Weight


@pytest.fixture
def a_report():
    return Report(
        kind=Kind.BROKEN,
        weight=Weight.STOPPED,
        words="The register does not open since this morning.",
        page="/registry/incoming/",
        trace="ab12",
        screen={"viewport": "1440x900"},
    )


@pytest.fixture
def reported(a_report):
    """Report it as somebody; gives the problem."""

    def report(actor, at=MONDAY):
        return actions.report(actor=actor, report=a_report, at=at)

    return report


@pytest.fixture
def signed_in(db):
    """A browser of somebody of the cast."""

    def browser(actor):
        person = Appointment.objects.get(pk=actor.appointment_id).person
        user, _made = User.objects.get_or_create(
            person=person, defaults={"sign_in_name": f"person-{person.pk}"}
        )
        client = Client()
        client.force_login(user)
        return client

    return browser

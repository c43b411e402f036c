from io import BytesIO

import pytest

from tests.cast import MONDAY
from tests.papers import make
from vermilion.documents.models import Hold
from vermilion.files import actions as files


@pytest.fixture
def registering(client, office):
    """Lan before the form of registration, with a file that she has just handed in."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))

    def page(lan, content: bytes) -> str:
        upload = files.hand_in(actor=lan, stream=BytesIO(content), name="a.pdf", at=MONDAY)
        return client.get(f"/registry/incoming/new/?upload={upload.pk}").content.decode()

    return page


def test_a_paper_opens_beside_the_form_before_it_is_examined(registering, lan):
    assert "<pdf-reader" in registering(lan, make("decision"))


def test_a_marked_paper_is_held_before_it_is_shown(registering, lan):
    page = registering(lan, make("decision", marks=("TỐI MẬT",)))

    assert "<pdf-reader" not in page
    assert f"/documents/held/{Hold.objects.get().pk}/" in page

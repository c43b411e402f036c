"""A draft goes with the answer to its form, and stays with a form shown again."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tests.cast import MONDAY
from vermilion.live import drafts
from vermilion.live.middleware import forget_drafts


@pytest.mark.parametrize(("status", "stays"), [(303, False), (422, True), (500, True)])
def test_a_draft_goes_when_its_form_was_dealt_with(lan, status, stays):
    drafts.keep(lan, "a.form", fields={"abstract": ["V/v"]}, version=0, at=MONDAY)
    request = RequestFactory().post("/", {"_draft": "a.form"})
    request.actor = lan

    forget_drafts(lambda _request: HttpResponse(status=status))(request)

    assert (drafts.draft_of(lan, "a.form", at=MONDAY) is not None) is stays


def test_another_form_and_another_person_keep_theirs(lan, minh):
    for actor, form in ((lan, "b.form"), (minh, "a.form")):
        drafts.keep(actor, form, fields={}, version=0, at=MONDAY)
    request = RequestFactory().post("/", {"_draft": "a.form"})
    request.actor = lan

    forget_drafts(lambda _request: HttpResponse(status=303))(request)

    assert drafts.draft_of(lan, "b.form", at=MONDAY) is not None
    assert drafts.draft_of(minh, "a.form", at=MONDAY) is not None

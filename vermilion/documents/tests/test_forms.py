"""The form in which a clerk states what stands on a document."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.cast import MONDAY
from vermilion.documents import actions, models
from vermilion.documents.forms import ParticularsForm, initial_of
from vermilion.documents.reading.paper import Guess, Place, Reading
from vermilion.documents.types import IssuerMatch

ON = date(2026, 11, 2)


def typed(**changes: str) -> dict[str, str]:
    return {
        "symbol": "15/UBND-KT",
        "dated_on": "30/10/2026",
        "issuer": "UBND tỉnh Lạng Sơn",
        "abstract": "Về việc triển khai",
        "urgency": "0",
        "secrecy": "0",
        "copies": "1",
        "language": "vi",
        **changes,
    }


def test_what_was_typed_becomes_particulars(types):
    decision = models.DocumentType.objects.get(code="state-decision")
    form = ParticularsForm(typed(type_id=str(decision.pk), urgency="2"), on=ON)

    assert form.is_valid(), form.errors
    stated = form.particulars()
    assert (stated.symbol, stated.dated_on) == ("15/UBND-KT", date(2026, 10, 30))
    assert (stated.type_id, stated.urgency, stated.issuer_body_id) == (decision.pk, 2, None)


@pytest.mark.parametrize(
    "written",
    ["30/10/2026", "30-10-2026", "2026-10-30", "301026", "30.10.26", "30102026", "30 10 2026"],
)
def test_a_day_is_understood_however_it_is_typed(types, written):
    form = ParticularsForm(typed(dated_on=written), on=ON)

    assert form.is_valid(), form.errors
    assert form.particulars().dated_on == date(2026, 10, 30)


@pytest.mark.parametrize("written", ["31/02/2026", "tomorrow", "13/13/2026", "99", "1/2"])
def test_a_day_that_is_none_is_refused_with_an_example(types, written):
    form = ParticularsForm(typed(dated_on=written), on=ON)

    assert not form.is_valid()
    assert "2026" in str(form.errors["dated_on"])


def test_a_fault_stands_beside_its_field(types):
    form = ParticularsForm(typed(symbol=f"15/{'X' * 31}", dated_on="03/11/2026"), on=ON)

    assert not form.is_valid()
    assert set(form.errors) == {"symbol", "dated_on"}


def test_a_body_that_is_not_in_the_directory_is_refused(types):
    form = ParticularsForm(typed(issuer_body_id="987654"), on=ON)

    assert not form.is_valid()
    assert "issuer_body_id" in form.errors


def test_a_reading_fills_the_form_and_points_at_its_places(types, office):
    place = Place(1, 3, (0.1, 0.2, 0.4, 0.22))
    reading = Reading(
        symbol=Guess("15/UBND-KT", 0.97, place),
        signer=Guess("Nguyễn Văn An", 0.5, place),
        type_code=Guess("state-letter", 0.85, None),
        issuer=Guess("Văn phòng Trung ương Đảng", 0.9, place),
        pages=3,
    )
    match = IssuerMatch(body_id=office.body_id, name="Văn phòng Trung ương", parent="", fit=0.95)
    form = ParticularsForm(on=ON, reading=reading, matches=[match])

    page = render_to_string("documents/particulars.html", {"form": form})

    assert 'value="15/UBND-KT"' in page
    assert 'data-reader-page="1"' in page
    assert 'data-reader-box="0.1000,0.2000,0.4000,0.2200"' in page
    assert "field--doubtful" in page
    assert f'<option value="{office.body_id}" selected>' in page
    assert form.initial["issuer"] == "Văn phòng Trung ương"
    assert form.initial["pages"] == 3


def test_the_form_that_corrects_shows_what_is_there(types, lan, a_letter):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)

    form = ParticularsForm(on=ON, initial=initial_of(document))

    assert 'value="15/UBND-KT"' in str(form["symbol"])
    assert "30/10/2026" in str(form["dated_on"])


@pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
def test_the_fragments_are_drawn_in_every_language(types, lan, a_letter, language):
    document = actions.record_document(actor=lan, particulars=a_letter, at=MONDAY)

    with translation.override(language):
        panel = render_to_string("documents/panel.html", {"document": document})
        form = render_to_string("documents/particulars.html", {"form": ParticularsForm(on=ON)})
        files = render_to_string("documents/files.html", {"document": document, "files": []})

    assert "15/UBND-KT" in panel
    assert "<fieldset" in form
    assert files.strip()

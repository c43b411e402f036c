"""The tags, one by one."""

from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation
from lxml import html

from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import refused_because
from vermilion.web import pieces
from vermilion.web.forms import DayField
from vermilion.web.responses import refusals_on

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def draw(source: str, address: str = "/books/?year=2026&after=40", **names: object) -> str:
    request = RequestFactory().get(address)
    request.now = NOON
    return Template(source).render(RequestContext(request, names))


class TestButton:
    def test_says_what_it_sends(self):
        [button] = html.fragments_fromstring(
            draw("{% button 'Take in' tone='act' name='step' value='in' %}")
        )

        assert (button.get("type"), button.get("name"), button.get("value")) == (
            "submit",
            "step",
            "in",
        )

    def test_that_may_not_be_pressed_says_why(self):
        drawn = html.fromstring(
            draw("{% button 'Strike out' verdict=no %}", no=refused_because("The book is closed."))
        )
        [button] = drawn.xpath(".//button")
        [reasons] = drawn.xpath(f".//*[@id='{button.get('aria-describedby')}']")

        assert button.get("disabled") is not None
        assert "The book is closed." in reasons.text_content()

    def test_with_an_address_is_a_link(self):
        assert "<a " in draw("{% button 'Open' url='/books/' %}")


class TestIcon:
    def test_beside_its_word_is_silent(self):
        assert 'aria-hidden="true"' in draw("{% icon 'inbox' %}")

    def test_alone_has_a_name(self):
        drawn = draw("{% icon 'x' 'Close' %}")

        assert 'role="img"' in drawn
        assert 'aria-label="Close"' in drawn

    def test_that_points_turns_round_with_the_line(self):
        assert "icon--mirror" in draw("{% icon 'chevron-right' %}")
        assert "icon--mirror" not in draw("{% icon 'clock' %}")


class TestDocumentRow:
    ROW = pieces.DocumentRow(
        url="/entries/412/",
        number="412",
        code="1568-CV/VPTW",
        urgency="flash",
        due=NOON - timedelta(days=1, hours=1),
        abstract="<b>On the roll-out</b>",
        sender="Central Office",
        state="Waits for direction",
        remarks=("Late to be entered",),
        unread=True,
    )

    def test_answers_the_seven_questions(self):
        text = html.fromstring(draw("{% document_row row %}", row=self.ROW)).text_content()

        for answer in ("412", "1568-CV/VPTW", "flash", "Late by 1 day", "On the roll-out"):
            assert answer in text
        assert "Central Office" in text
        assert "Waits for direction" in text
        assert "Late to be entered" in text
        assert "Unread" in text

    def test_sets_codes_apart_and_writes_out_what_was_typed(self):
        drawn = draw("{% document_row row %}", row=self.ROW)

        assert '<bdi class="row__code">1568-CV/VPTW</bdi>' in drawn
        assert "<b>" not in drawn


class TestSorting:
    def test_begins_upward_and_turns_round(self):
        cell = draw('{% sort_head _("Number") "number" %}')
        first = html.fromstring(f"<table><tr>{cell}</tr></table>")
        again = draw('{% sort_head _("Number") "number" %}', "/books/?sort=number")

        assert first.xpath("//th/@aria-sort") == ["none"]
        assert first.xpath("//a/@href") == ["?year=2026&sort=number"]
        assert 'aria-sort="ascending"' in again
        assert "?sort=-number" in again


class TestPiecesWithContent:
    @pytest.mark.parametrize("tone", ["info", "done", "soon", "late"])
    def test_a_notice_is_never_told_by_colour_alone(self, tone):
        drawn = draw(f"{{% notice '{tone}' %}}Words{{% endnotice %}}")

        assert "<svg" in drawn
        assert "Words" in drawn

    def test_content_is_escaped_once(self):
        source = "{% panel title=title %}{{ typed }}{% endpanel %}"
        drawn = draw(source, title="A & B", typed="<i>")

        assert "A &amp; B" in drawn
        assert "&lt;i&gt;" in drawn
        assert "&amp;lt;" not in drawn

    def test_why_and_confirm_open_without_script(self):
        for source in (
            "{% why 'Why this?' %}So.{% endwhy %}",
            "{% confirm 'Strike out' %}Sure?{% endconfirm %}",
        ):
            assert html.fromstring(draw(source)).tag == "details"


class _Letter(forms.Form):
    symbol = forms.CharField(label="Symbol", help_text="As printed")
    dated_on = DayField(label="Dated on", required=False)
    parts = forms.MultipleChoiceField(
        label="Parts", choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple
    )


class _Twin(Refused):
    message = "Already number %(number)s."
    field = "symbol"


class TestForms:
    def test_an_error_stands_beside_its_field_and_in_the_summary(self):
        form = _Letter({"dated_on": "1/13/2026", "parts": ["a"], "symbol": "12/QĐ"})

        drawn = html.fromstring(f"<form>{form}</form>")
        [field] = drawn.xpath("//input[@name='dated_on']")
        [summary] = drawn.find_class("summary")

        assert field.get("aria-invalid") == "true"
        assert field.get("aria-describedby") == "id_dated_on_error"
        assert drawn.xpath("//*[@id='id_dated_on_error']")
        assert (summary.get("role"), summary.get("tabindex")) == ("alert", "-1")
        assert summary.get("autofocus") is not None
        assert summary.xpath(".//a/@href") == ["#id_dated_on"]

    def test_a_refusal_lands_at_its_field_and_nothing_typed_is_lost(self):
        form = _Letter({"symbol": "12/QĐ", "dated_on": "02112026", "parts": ["a"]})
        assert form.is_valid()

        with refusals_on(form):
            raise _Twin(number=412)
        drawn = str(form)

        assert "Already number 412." in drawn
        assert 'value="12/QĐ"' in drawn
        assert 'value="02112026"' in drawn

    def test_help_and_what_may_be_left_empty_are_said(self):
        drawn = html.fromstring(f"<form>{_Letter()}</form>")
        [symbol] = drawn.xpath("//input[@name='symbol']")

        assert symbol.get("aria-describedby") == "id_symbol_helptext"
        assert "(may be left empty)" in drawn.xpath("//label[@for='id_dated_on']")[0].text_content()
        assert drawn.xpath("//fieldset/legend[contains(., 'Parts')]")

    @pytest.mark.parametrize(
        "typed", ["21/11/2026", "21-11-2026", "21.11.2026", "21112026", " 21/11/26 ", "2026-11-21"]
    )
    @pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
    def test_a_day_may_be_typed_as_offices_do(self, language, typed):
        with translation.override(language):
            form = _Letter({"symbol": "1", "parts": ["a"], "dated_on": typed})

            assert form.is_valid()
            assert form.cleaned_data["dated_on"].isoformat() == "2026-11-21"
            assert 'value="21/11/2026"' in str(_Letter(initial=form.cleaned_data)["dated_on"])

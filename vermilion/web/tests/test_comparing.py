"""The later saver gets a comparison: what one side changed is taken, what both changed is asked."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string

from vermilion.web.comparing import Compared
from vermilion.web.forms import DayField


class Particulars(Compared):
    abstract = forms.CharField()
    issuer = forms.CharField(required=False)
    urgency = forms.TypedChoiceField(
        choices=[(0, "normal"), (1, "urgent")], coerce=int, empty_value=0
    )
    dated_on = DayField(required=False)
    reason = forms.CharField()


BEFORE = {"abstract": "V/v cũ", "issuer": "Bộ Nội vụ", "urgency": 0, "dated_on": None}


def shown(initial) -> str:
    """The hidden field of the form as it was shown."""
    page = render_to_string("web/forms/summary.html", {"form": Particulars(initial=initial)})
    return re.search('name="edited_version" value="([^"]+)"', page)[1]


def sent(version: str, now, **typed) -> Particulars:
    fields = {"urgency": "0", "issuer": "Bộ Nội vụ", "abstract": "V/v cũ", "dated_on": ""}
    data = QueryDict(mutable=True)
    data.update({**fields, "reason": "sai", "edited_version": version, **typed})
    return Particulars(data, initial=now)


def test_without_a_change_of_others_what_was_typed_is_taken():
    form = sent(shown(BEFORE), BEFORE, abstract="V/v mới")
    assert form.is_valid()
    assert form.cleaned_data["abstract"] == "V/v mới"
    assert "edited_version" not in form.cleaned_data


def test_what_only_the_other_changed_is_not_overwritten():
    now = {**BEFORE, "issuer": "Bộ Tài chính", "urgency": 1}
    form = sent(shown(BEFORE), now, abstract="V/v mới")
    assert form.is_valid()
    assert form.cleaned_data["abstract"] == "V/v mới"
    assert form.cleaned_data["issuer"] == "Bộ Tài chính"
    assert form.cleaned_data["urgency"] == 1


def test_the_same_change_by_both_is_no_difference():
    now = {**BEFORE, "abstract": "V/v  mới "}
    assert sent(shown(BEFORE), {**now, "abstract": "V/v mới"}, abstract=" V/v mới").is_valid()


def test_what_both_changed_is_shown_beside_each_other_and_decided():
    now = {**BEFORE, "abstract": "V/v của người khác", "urgency": 1}
    first = sent(shown(BEFORE), now, abstract="V/v của tôi")
    assert not first.is_valid()
    [one] = first.differences
    assert (one.before, one.theirs, one.mine) == ("V/v cũ", "V/v của người khác", "V/v của tôi")
    page = render_to_string("web/forms/summary.html", {"form": first})
    assert "V/v của người khác" in page
    version = re.search('name="edited_version" value="([^"]+)"', page)[1]
    assert first["abstract"].value() == "V/v của tôi"
    assert first["urgency"].value() == "1"

    again = {"abstract": "V/v của tôi", "urgency": "1"}
    undecided = sent(version, now, **again)
    assert not undecided.is_valid()
    assert [each.name for each in undecided.differences] == ["abstract"]

    mine = sent(version, now, **again, take_abstract="mine")
    assert mine.is_valid()
    assert (mine.cleaned_data["abstract"], mine.cleaned_data["urgency"]) == ("V/v của tôi", 1)
    theirs = sent(version, now, **again, take_abstract="theirs")
    assert theirs.is_valid()
    assert theirs.cleaned_data["abstract"] == "V/v của người khác"


def test_a_third_who_saves_in_between_is_compared_anew():
    now = {**BEFORE, "abstract": "hai"}
    first = sent(shown(BEFORE), now, abstract="một")
    assert not first.is_valid()
    version = first.data["edited_version"]

    form = sent(version, {**BEFORE, "abstract": "ba"}, abstract="một", take_abstract="mine")

    assert not form.is_valid()
    assert form.differences[0].theirs == "ba"


@pytest.mark.parametrize("version", ["", "rubbish"])
def test_a_form_that_does_not_say_what_it_was_shown_with_is_taken_as_it_is(version):
    assert sent(version, {**BEFORE, "issuer": "x"}, abstract="V/v mới").is_valid()

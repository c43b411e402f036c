"""What is typed and not sent is kept: for its owner alone, never over what another window kept."""

import json
from datetime import timedelta

import pytest

from tests.cast import MONDAY
from vermilion.live import drafts, models, types

FORM = "registry.incoming"
TYPED = {"abstract": ["V/v triển khai"], "unit": ["3", "4"]}


def keep(actor, fields=TYPED, *, version=0, at=MONDAY, form=FORM):
    return drafts.keep(actor, form, fields=fields, version=version, at=at)


def test_a_draft_comes_back_to_its_owner_in_the_same_post_alone(lan, minh):
    keep(lan)

    kept = drafts.draft_of(lan, FORM, at=MONDAY)
    assert kept is not None
    assert (kept.fields, kept.version) == (TYPED, 1)
    assert drafts.draft_of(minh, FORM, at=MONDAY) is None
    assert drafts.draft_of(lan, "another.form", at=MONDAY) is None


def test_on_the_disk_nobody_reads_it_not_even_as_somebody_else(lan, minh):
    keep(lan)
    [row] = models.Draft.objects.all()
    assert "triển khai".encode() not in bytes(row.sealed)

    models.Draft.objects.update(person_id=minh.person_id, appointment_id=minh.appointment_id)
    assert drafts.draft_of(minh, FORM, at=MONDAY) is None


def test_a_second_window_overwrites_nothing_unseen(lan):
    first = keep(lan)
    second = keep(lan, {"abstract": ["V/v thứ hai"]}, version=first.version)
    assert second.version == 2

    with pytest.raises(drafts.Newer) as newer:
        keep(lan, {"abstract": ["V/v thứ ba"]}, version=first.version)

    assert newer.value.draft == second
    assert keep(lan, {"abstract": ["V/v thứ ba"]}, version=second.version).version == 3


def test_the_same_text_from_two_windows_is_no_conflict(lan):
    keep(lan)
    assert keep(lan, version=0).version == 2


def test_drafts_are_forgotten_after_two_weeks_and_when_dealt_with(lan):
    keep(lan)
    assert drafts.draft_of(lan, FORM, at=MONDAY + drafts.KEPT_FOR) is None
    assert drafts.forget(before=MONDAY) == 0
    assert drafts.forget(before=MONDAY + timedelta(seconds=1)) == 1

    keep(lan)
    drafts.drop(lan, FORM)
    assert models.Draft.objects.count() == 0


def test_the_oldest_make_room(lan, monkeypatch):
    monkeypatch.setattr(drafts, "AT_MOST", 2)
    for number in range(3):
        keep(lan, form=f"form.{number}", at=MONDAY + timedelta(minutes=number))
    assert sorted(models.Draft.objects.values_list("form", flat=True)) == ["form.1", "form.2"]


def test_too_much_is_refused(lan):
    with pytest.raises(drafts.TooMuch):
        keep(lan, {"abstract": ["x" * drafts.LARGEST]})


def test_a_graded_text_is_not_kept_here_and_what_was_is_forgotten(office, signed_in):
    """The installation of the tests stands on the Internet zone."""
    browser = signed_in(office.lan)

    def send(grade: str, version: int):
        fields = json.dumps({"abstract": ["V/v mật"], "grade": [grade]})
        return browser.post(f"/live/drafts/{FORM}/", {"fields": fields, "version": version})

    assert send("0", 0).status_code == 200
    assert models.Draft.objects.count() == 1
    refused = send("1", 1)
    assert refused.status_code == 422
    assert "graded too high" in refused.json()["reason"]
    assert models.Draft.objects.count() == 0


def test_the_door_keeps_gives_back_compares_and_forgets(office, signed_in, monkeypatch):
    monkeypatch.setattr(types, "bars", [])
    browser = signed_in(office.lan)
    address = f"/live/drafts/{FORM}/"
    assert browser.get(address).status_code == 204

    kept = browser.post(address, {"fields": json.dumps(TYPED), "version": 0})
    assert kept.json()["version"] == 1
    assert browser.get(address).json()["fields"] == TYPED

    other = browser.post(address, {"fields": json.dumps({"abstract": ["x"]}), "version": 0})
    assert (other.status_code, other.json()["fields"]) == (409, TYPED)

    assert browser.delete(address).status_code == 204
    assert browser.get(address).status_code == 204


@pytest.mark.parametrize(
    ("fields", "version"),
    [("", "0"), ("[]", "0"), ('{"a": "b"}', "0"), ('{"a": [1]}', "0"), ("{}", "-1"), ("{}", "x")],
)
def test_what_is_no_draft_is_refused(office, signed_in, fields, version):
    browser = signed_in(office.lan)
    answer = browser.post(f"/live/drafts/{FORM}/", {"fields": fields, "version": version})
    assert answer.status_code == 400

"""Two people on one paper see each other, and nobody else sees them."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY
from vermilion.audit.models import Trace
from vermilion.kernel.types import Subject
from vermilion.live import models, presence, types

PAPER = Subject("trial", 7)
LAN, MINH = "aaaaaaaa-1", "bbbbbbbb-1"


def here(actor, window, *, writing=False, at=MONDAY):
    return presence.be_here(actor, PAPER, window=window, writing=writing, at=at)


def test_two_see_each_other_and_who_writes(lan, minh):
    assert here(lan, LAN) == []
    [seen] = here(minh, MINH, writing=True)
    assert (seen.name, seen.writing) == (lan.name, False)
    [seen] = presence.others(lan, PAPER, at=MONDAY)
    assert (seen.name, seen.post, seen.writing) == (minh.name, minh.post, True)


def test_a_lease_ends_by_itself(lan, minh):
    here(lan, LAN)
    later = MONDAY + presence.LEASE
    assert here(minh, MINH, at=later) == []


def test_one_with_two_windows_is_there_once_and_writes_if_one_does(lan, minh):
    here(lan, LAN)
    here(lan, "aaaaaaaa-2", writing=True)
    [seen] = presence.others(minh, PAPER, at=MONDAY)
    assert seen.writing
    presence.leave(lan, PAPER, window="aaaaaaaa-2")
    [seen] = presence.others(minh, PAPER, at=MONDAY)
    assert not seen.writing
    presence.leave(lan, PAPER, window=LAN)
    assert presence.others(minh, PAPER, at=MONDAY) == []


def test_staying_is_said_to_nobody_again_and_leaves_no_trace(lan):
    traces = Trace.objects.count()
    here(lan, LAN)
    told = models.Change.objects.count()
    for seconds in (20, 40, 60):
        here(lan, LAN, at=MONDAY + timedelta(seconds=seconds))
    assert models.Change.objects.count() == told == 1
    here(lan, LAN, writing=True, at=MONDAY + timedelta(seconds=61))
    assert models.Change.objects.count() == 2
    assert Trace.objects.count() == traces


def test_old_leases_are_dropped(lan):
    here(lan, LAN)
    assert presence.forget(before=MONDAY) == 0
    assert presence.forget(before=MONDAY + 2 * presence.LEASE) == 1


@pytest.mark.parametrize("may", [True, False])
def test_only_who_may_see_the_paper_is_answered(office, signed_in, monkeypatch, may):
    monkeypatch.setitem(types.seers, "trial", lambda _actor, _number: may)
    browser = signed_in(office.lan)
    answers = [
        browser.get("/live/present/trial/7/"),
        browser.post("/live/present/trial/7/", {"doing": "reading", "window": LAN}),
        browser.post("/live/present/trial/7/", {"doing": "gone", "window": LAN}),
    ]
    assert [each.status_code for each in answers] == ([200, 200, 204] if may else [404] * 3)
    assert browser.get("/live/present/unknown/7/").status_code == 404
    assert models.Presence.objects.count() == 0

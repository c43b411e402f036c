"""Who is told what, and who is told to look again."""

from vermilion.live import hub as hubs
from vermilion.live.hub import Change, Desk, Hub


def a_desk(*tokens: str, person: str = "person:1", session: str = "s1") -> Desk:
    return Desk(tokens=frozenset(tokens), person=person, session=session)


def a_change(*tokens: str, number: int = 1, fresh: int = 0, by: str = "") -> Change:
    return Change(number, tokens, "desk", fresh, by)


def test_a_desk_is_told_once_what_concerns_it_by_two_tokens():
    hub, desk, other = Hub(), a_desk("body:1", "unit:2"), a_desk("body:9", person="person:2")
    hub.join(desk)
    hub.join(other)

    hub.deliver([a_change("body:1", "unit:2", fresh=1), a_change("unit:2", number=2, fresh=1)])

    assert desk.fresh == {"desk": 2}
    assert desk.wake.is_set()
    assert other.fresh == {}
    assert not other.wake.is_set()


def test_what_one_did_oneself_changes_the_desk_and_is_not_new():
    hub, desk = Hub(), a_desk("body:1")
    hub.join(desk)

    hub.deliver([a_change("body:1", fresh=3, by="person:1")])

    assert desk.fresh == {"desk": 0}


def test_whoever_comes_back_is_told_what_was_missed():
    hub = Hub()
    hub.join(first := a_desk("body:1"))
    hub.deliver([a_change("body:1", fresh=1)])
    place = hub.name_of(first.heard)
    hub.leave(first)
    hub.deliver([a_change("body:1", number=2, fresh=1), a_change("body:7", number=3)])

    hub.join(again := a_desk("body:1"), last=place)

    assert (again.fresh, again.refresh) == ({"desk": 1}, False)


def test_whoever_comes_from_another_process_or_from_long_ago_looks_again(monkeypatch):
    monkeypatch.setattr(hubs, "REMEMBERED", 2)
    hub = Hub()
    long_ago = hub.name_of(0)
    hub.deliver([a_change("body:1", number=each) for each in range(3)])

    for last in (long_ago, Hub().name_of(2), "rubbish", hub.name_of(99)):
        hub.join(desk := a_desk("body:1", person=last), last=last)
        assert desk.refresh, last
    hub.join(new := a_desk("body:1", person="new"))
    assert not new.refresh


def test_after_a_fault_everybody_looks_again_also_whoever_comes_back():
    hub, desk = Hub(), a_desk("body:1")
    hub.join(desk)
    place = hub.name_of(desk.heard)

    hub.everybody_look_again()

    assert desk.refresh
    hub.join(back := a_desk("body:1"), last=place)
    assert back.refresh


def test_the_oldest_window_of_a_person_gives_way(monkeypatch):
    monkeypatch.setattr(hubs, "WINDOWS_OF_ONE", 2)
    hub = Hub()
    windows = [a_desk("body:1") for _each in range(3)]
    for window in windows:
        hub.join(window)

    assert [window.ending for window in windows] == ["elsewhere", "", ""]
    assert hub.desks == set(windows[1:])


def test_a_stream_ends_with_its_session():
    hub = Hub()
    hub.join(stays := a_desk("body:1", session="s1"))
    hub.join(goes := a_desk("body:1", session="s2"))

    hub.end_sessions({"s1"})

    assert (stays.ending, goes.ending) == ("", "signed-out")


def test_nothing_is_left_of_whoever_has_gone():
    hub, desk = Hub(), a_desk("body:1", "unit:2")
    hub.join(desk)
    hub.leave(desk)
    hub.leave(desk)

    assert (hub.desks, hub._by_token, hub._by_person) == (set(), {}, {})

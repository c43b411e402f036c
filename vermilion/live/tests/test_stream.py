"""Streams through the real door: sign-in, changes of acts, faults, ends."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction

from vermilion.accounts.models import Session, User
from vermilion.accounts.sessions import SessionStore
from vermilion.directory.models import Appointment
from vermilion.kernel.types import Subject
from vermilion.live import listener, queue, stream, types
from vermilion.live.stream import Door
from vermilion.live.tests.opening import Stream

pytestmark = pytest.mark.django_db(transaction=True)


async def _nothing(_scope: object, _receive: object, send: Callable[..., Coroutine]) -> None:
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b"a page"})


@pytest.fixture
def cookie(office) -> str:
    """Lan's browser, signed in."""
    return signed_in(office.lan)


def signed_in(appointment_id: int) -> str:
    person = Appointment.objects.get(pk=appointment_id).person
    user = User.objects.create(sign_in_name=f"u{appointment_id}", person=person)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = django_settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


def run(story: Callable[[Door], Coroutine]) -> None:
    async def told() -> None:
        door = Door(_nothing)
        try:
            await story(door)
        finally:
            await door.close()

    asyncio.run(told())


async def act(**what: object) -> None:
    def write() -> None:
        queue.changed(**what)
        connection.close()

    await asyncio.to_thread(write)


def test_a_change_reaches_the_desk_it_concerns_and_no_other(office, cookie):
    other = signed_in(office.tuan)

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.events == [("refresh", {})])
        tuan = Stream(other).through(door)
        await tuan.until(lambda each: "retry:" in each.text)
        assert lan.headers["content-type"].startswith("text/event-stream")
        assert lan.headers["x-accel-buffering"] == "no"

        await act(bodies=[office.body_id], fresh=2)

        await lan.until(lambda each: ("changed", {"desk": 2}) in each.events)
        await act(appointments=[office.tuan])
        await tuan.until(lambda each: ("changed", {"desk": 0}) in each.events)
        assert len(lan.events) == 2
        await lan.leave()
        await tuan.leave()
        assert door.hub.desks == set()

    run(story)


def test_without_a_sign_in_there_is_no_stream(db):
    async def story(door):
        stranger = Stream("made-up").through(door)
        await stranger.until(lambda each: each.closed)
        assert stranger.status == 302

    run(story)


def test_what_is_undone_is_told_to_nobody(office, cookie):
    def undone() -> None:
        with transaction.atomic():
            queue.changed(bodies=[office.body_id], fresh=1)
            transaction.set_rollback(True)
        connection.close()

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.events == [("refresh", {})])
        await asyncio.to_thread(undone)
        await act(bodies=[office.body_id], topic="last")
        await lan.until(lambda each: len(each.events) > 1)
        assert lan.events[1:] == [("changed", {"last": 0})]
        await lan.leave()

    run(story)


def test_a_transaction_that_ends_late_is_not_passed_over(office, cookie):
    """Its row has the lower number and appears after rows with higher ones were read."""
    written, may_end = asyncio.Event(), asyncio.Event()

    async def story(door):
        loop = asyncio.get_running_loop()

        def slowly() -> None:
            with transaction.atomic():
                queue.changed("slow", bodies=[office.body_id], fresh=1)
                loop.call_soon_threadsafe(written.set)
                asyncio.run_coroutine_threadsafe(may_end.wait(), loop).result(10)
            connection.close()

        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.events == [("refresh", {})])
        slow = asyncio.create_task(asyncio.to_thread(slowly))
        await written.wait()
        for number in range(3):
            await act(topic=f"quick{number}", bodies=[office.body_id], fresh=1)
        await lan.until(lambda each: any("quick2" in data for _name, data in each.events))
        may_end.set()
        await slow
        await lan.until(lambda each: any("slow" in data for _name, data in each.events))

        await asyncio.sleep(3 * listener.EVERY)
        told: dict[str, int] = {}
        for name, data in lan.events:
            for topic, fresh in data.items() if name == "changed" else ():
                told[topic] = told.get(topic, 0) + fresh
        assert told == {"quick0": 1, "quick1": 1, "quick2": 1, "slow": 1}
        await lan.leave()

    run(story)


def test_when_the_line_to_the_database_breaks_everybody_looks_again(office, cookie):
    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.events == [("refresh", {})])

        def cut() -> int:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE application_name = 'vermilion live'"
                )
                [cut] = cursor.fetchone()
            connection.close()
            return cut

        assert await asyncio.to_thread(cut) == 1
        await lan.until(lambda each: each.events == [("refresh", {})] * 2)
        await act(bodies=[office.body_id], fresh=1)
        await lan.until(lambda each: each.events[-1] == ("changed", {"desk": 1}))
        await lan.leave()

    run(story)


def test_whoever_comes_back_is_told_what_was_missed(office, cookie):
    async def story(door):
        stays = Stream(cookie).through(door)
        await stays.until(lambda each: each.events == [("refresh", {})])
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: "retry:" in each.text)
        await lan.leave()
        await act(bodies=[office.body_id], fresh=1)
        await stays.until(lambda each: ("changed", {"desk": 1}) in each.events)

        again = Stream(cookie, last=lan.place).through(door)
        await again.until(lambda each: each.events == [("changed", {"desk": 1})])
        stranger = Stream(cookie, last="00000000-7").through(door)
        await stranger.until(lambda each: each.events == [("refresh", {})])
        for each in (stays, again, stranger):
            await each.leave()

    run(story)


def test_a_stream_ends_soon_after_its_session_was_ended(office, cookie, monkeypatch):
    monkeypatch.setattr(listener, "SESSIONS_EVERY", 0.2)

    def sign_out() -> None:
        Session.objects.filter(session_key=cookie).delete()
        connection.close()

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: len(each.events) == 1)
        await asyncio.sleep(0.5)
        assert not lan.closed

        await asyncio.to_thread(sign_out)

        await lan.until(lambda each: each.closed)
        assert lan.events[-1] == ("ended", "signed-out")

    run(story)


def test_an_open_stream_does_not_keep_its_session_from_falling_idle(office, cookie):
    Session.objects.update(seen_at="2026-01-01T00:00:00Z")
    Session.objects.update(expire_date="2099-01-01T00:00:00Z")

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.closed)
        assert lan.status == 302

    run(story)
    [row] = Session.objects.filter(session_key=cookie)
    assert row.seen_at.month == 1


def test_whoever_takes_nothing_is_let_go(office, cookie, monkeypatch):
    monkeypatch.setattr(stream, "TAKES", 0.2)

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: len(each.events) == 1)
        lan.slow.clear()
        await act(bodies=[office.body_id], fresh=1)
        async with asyncio.timeout(5):
            while door.hub.desks:
                await asyncio.sleep(0.05)

    run(story)


def test_a_quiet_stream_says_that_it_lives_and_asks_to_come_again(office, cookie, monkeypatch):
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    monkeypatch.setattr(stream, "LASTS", 0.5)

    async def story(door):
        lan = Stream(cookie).through(door)
        await lan.until(lambda each: each.closed)
        assert lan.text.count("\n:\n\n") >= 3
        assert ("ended", "signed-out") not in lan.events

    run(story)


def test_of_a_thing_is_told_only_to_who_may_see_it(office, cookie, monkeypatch):
    monkeypatch.setitem(types.seers, "trial", lambda _actor, number: number == 1)

    async def story(door):
        lan = Stream(cookie, query="about=trial:1&about=trial:2&about=rubbish").through(door)
        await lan.until(lambda each: len(each.events) == 1)
        await act(topic="two", subjects=[Subject("trial", 2)])
        await act(topic="one", subjects=[Subject("trial", 1)])
        await lan.until(lambda each: len(each.events) == 2)
        assert lan.events[1] == ("changed", {"one": 0})
        await lan.leave()

    run(story)


def test_everything_else_is_served_by_the_pages(db):
    async def story(door):
        page = Stream()
        page.scope["path"] = "/elsewhere/"
        page.through(door)
        await page.until(lambda each: each.closed)
        assert (page.status, page.text) == (418, "a page")

    run(story)


def test_where_no_door_holds_streams_the_browser_is_told_so(client, office, cookie):
    client.cookies["session"] = cookie
    assert client.get("/live/").status_code == 204

"""Desks held open by one process while acts change them: when each shows it, and what it costs."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection

from tests.bench.desks import Browsers, a_web_process, memory_of, threads_of
from tests.bench.measuring import Figures
from tests.cast import LONG_AGO, OPERATOR, SINCE, Office
from vermilion.accounts.models import User
from vermilion.accounts.sessions import SessionStore
from vermilion.directory import actions as directory
from vermilion.directory import queries
from vermilion.directory.models import Appointment
from vermilion.directory.types import BodyData, SeatData
from vermilion.documents.types import Particulars
from vermilion.kernel import clock
from vermilion.kernel.actors import Actor, Duty
from vermilion.registry import actions
from vermilion.registry.types import Received

pytestmark = pytest.mark.bench

BODIES, CLERKS = 40, 50
DESKS = BODIES * CLERKS
A_SECOND = 50
SECONDS = 20
WITHIN = 2.0
THREADS = 6
NUMBERS = count(1)


@dataclass(frozen=True)
class Seats:
    """Who acts in each body, and the cookie of every desk, body after body."""

    writers: list[Actor]
    cookies: list[str]


@pytest.fixture(scope="module")
def seats(office: Office) -> Seats:
    """Two thousand clerks in forty bodies, all of them signed in."""
    made = directory.enter_in_bulk(
        actor=OPERATOR,
        bodies=[
            BodyData(
                key=f"open-{number}",
                kind="commune-party",
                name=f"Đảng uỷ xã mở {number}",
                seats=tuple(
                    SeatData(
                        full_name=f"Văn Thư {number} {each}",
                        title=f"Văn thư {each}",
                        duties=(Duty.CLERK,),
                    )
                    for each in range(CLERKS)
                ),
            )
            for number in range(BODIES)
        ],
        at=LONG_AGO,
        on=SINCE,
    )
    appointments = Appointment.objects.filter(pk__in=made.appointments.values()).order_by("pk")
    by_body: dict[int, list[Appointment]] = {}
    for each in appointments.select_related("post", "person"):
        by_body.setdefault(each.post.body_id, []).append(each)
    assert [len(each) for each in by_body.values()] == [CLERKS] * BODIES
    cookies = [_signed_in(each) for held in by_body.values() for each in held]
    # Somebody writes who has no desk open: to whom else would it be new?
    writers = [queries.actor_in(_writer(body_id), at=clock.now()) for body_id in by_body]
    return Seats(writers, cookies)


def _writer(body_id: int) -> int:
    from tests.cast import seat

    return seat("Người ghi", body_id=body_id, title="Văn thư ghi", duties=[Duty.CLERK])


def _signed_in(appointment: Appointment) -> str:
    user = User.objects.create(
        sign_in_name=f"open-{appointment.pk}", person=appointment.person, opened_at=clock.now()
    )
    user.set_unusable_password()
    user.save(update_fields=["password"])
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    assert session.session_key is not None
    return session.session_key


def _register(clerk: Actor) -> tuple[int, float]:
    now = clock.now()
    received = Received(
        particulars=Particulars(
            symbol=f"{next(NUMBERS)}/OPEN",
            dated_on=now.date(),
            issuer="Bộ Nội vụ",
            abstract="V/v thử bàn làm việc mở",
        ),
        arrived_on=now.date(),
    )
    actions.register_incoming(actor=clerk, received=received, at=now)
    return clerk.own_body, time.monotonic()


def _acts(writers: list[Actor]) -> dict[int, list[float]]:
    """So many registrations a second, body after body; when each was committed."""
    done: dict[int, list[float]] = {writer.own_body: [] for writer in writers}
    begun = time.monotonic()

    def one(number: int) -> tuple[int, float]:
        wait = begun + number / A_SECOND - time.monotonic()
        time.sleep(max(0, wait))
        return _register(writers[number % len(writers)])

    with ThreadPoolExecutor(THREADS) as threads:
        for body, at in threads.map(one, range(A_SECOND * SECONDS)):
            done[body].append(at)
        for _each in range(THREADS):
            threads.submit(connection.close)
    return {body: sorted(times) for body, times in done.items()}


def test_two_thousand_open_desks_show_fifty_acts_a_second_within_two_seconds(
    durable: str, seats: Seats, figures: Figures, tmp_path: Path
) -> None:
    with a_web_process(durable, tmp_path / "web.log") as (port, worker):
        before, threads = memory_of(worker), threads_of(worker)
        browsers = Browsers(port, seats.cookies, tmp_path)
        opened = browsers.wait_until_open()
        held = memory_of(worker)
        begun = time.monotonic()
        acts = _acts(seats.writers)
        lasted = time.monotonic() - begun
        time.sleep(WITHIN + 1)
        after, threads_held = memory_of(worker), threads_of(worker)
        with psycopg.connect(durable) as asked:
            [connections] = asked.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vermilion live'"
            ).fetchone() or [0]
        told = browsers.stop()

    waits = _waits(acts, told, list(acts))
    waits.sort()
    assert len(waits) == A_SECOND * SECONDS * CLERKS
    figures.tell("live: desks held open by one process", f"{len(told):,}")
    figures.tell("live: acts a second", f"{A_SECOND * SECONDS / lasted:.0f} for {lasted:.0f} s")
    figures.tell(
        "live: from commit to desk",
        f"p50 {waits[len(waits) // 2]:.2f} s, p99 {waits[len(waits) * 99 // 100]:.2f} s, "
        f"max {waits[-1]:.2f} s over {len(waits):,} tellings",
    )
    figures.tell(
        "live: memory of the web process",
        f"{before / 2**20:.0f} MiB before, {held / 2**20:.0f} MiB with all desks, "
        f"{after / 2**20:.0f} MiB after the acts: {(after - before) / DESKS / 1024:.1f} KiB a desk",
    )
    figures.tell("live: all desks open within", f"{opened:.1f} s, one by one through the sign-in")
    figures.tell(
        "live: threads, connections", f"{threads} before, {threads_held} with all; {connections}"
    )
    assert waits[-1] < WITHIN
    assert connections == 1
    assert threads_held - threads < 20


def _waits(
    acts: dict[int, list[float]], told: list[list[tuple[float, int]]], bodies: list[int]
) -> list[float]:
    """How long each change took to each desk that it concerns. Every one came, once."""
    found = []
    for number, heard in enumerate(told):
        times = acts[bodies[number // CLERKS]]
        shown = [at for at, fresh in heard for _each in range(fresh)]
        assert len(shown) == len(times), f"desk {number}: {len(shown)} of {len(times)}"
        found += [max(0.0, at - since) for at, since in zip(shown, times, strict=True)]
    return found

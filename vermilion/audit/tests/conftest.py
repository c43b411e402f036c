"""A log of its own for each test: its memory outside the database begins empty."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.conf import settings

from vermilion.audit import actions, integrating
from vermilion.kernel.actors import Actor, ActorKind, Duty

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path, monkeypatch):
    keys = settings.VERMILION.home_folder / "keys"
    keys.mkdir(parents=True, exist_ok=True)
    (tmp_path / "keys").symlink_to(keys)
    monkeypatch.setattr(settings, "VERMILION", replace(settings.VERMILION, home=str(tmp_path)))


@pytest.fixture
def lan():
    """A clerk of the office, body 1."""
    return Actor(
        kind=ActorKind.PERSON,
        name="Nguyễn Thị Lan",
        person_id=11,
        appointment_id=111,
        post="Văn thư",
        body_id=1,
        body="Văn phòng",
        duties=frozenset({Duty.CLERK}),
    )


@pytest.fixture
def an_administrator():
    """Who administers body 1."""
    return Actor(
        kind=ActorKind.PERSON,
        name="Trần Văn Quân",
        person_id=12,
        appointment_id=112,
        post="Quản trị",
        body_id=1,
        body="Văn phòng",
        duties=frozenset({Duty.ADMINISTRATOR}),
    )


@pytest.fixture
def an_operator():
    """Who runs the installation."""
    return Actor(
        kind=ActorKind.PERSON, name="Vận hành", person_id=13, duties=frozenset({Duty.OPERATOR})
    )


@pytest.fixture
def recorded(lan):
    """Record so many acts of Lan; gives nothing back."""

    def record(count, *, act="registry.incoming.registered", subject="entry", at=MONDAY):
        for number in range(1, count + 1):
            actions.record(lan, act, f"{subject}:{number}", at=at, number=number)

    return record


@pytest.fixture
def a_log(recorded):
    """600 entries under four checkpoints: two full tiles, and a third one growing."""
    for count in (3, 250, 200, 147):
        recorded(count)
        integrating.integrate(at=MONDAY)

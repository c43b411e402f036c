"""Accounts for the cast, and browsers for them."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests.cast import LONG_AGO, OPERATOR
from vermilion.accounts import actions, models, queries
from vermilion.kernel import clock
from vermilion.kernel.actors import Actor

PASSWORD = "bốn từ chẳng ai ghép nhau"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime | timedelta], None]:
    """Sets the clock of the edges: to a time, or onward by a while."""
    state = {"at": datetime.fromisoformat("2026-11-02T02:00:00+00:00")}
    monkeypatch.setattr(clock, "now", lambda: state["at"])

    def turn(to: datetime | timedelta) -> None:
        state["at"] = state["at"] + to if isinstance(to, timedelta) else to

    return turn


@pytest.fixture
def account_of(now) -> Callable[..., models.User]:
    """Opens an account for an actor and sets its password, as a person would by a link."""

    def opened(actor: Actor, name: str, password: str = PASSWORD) -> models.User:
        user = actions.open_account(
            actor=OPERATOR, person_id=actor.person_id or 0, sign_in_name=name, at=LONG_AGO
        )
        if password:
            actions.set_password(
                actor=queries.holder(user), user_id=user.pk, password=password, at=LONG_AGO
            )
        return queries.account(user.pk)

    return opened


@pytest.fixture
def lans(lan, account_of) -> models.User:
    """Lan's account."""
    return account_of(lan, "lan")


@pytest.fixture
def browser() -> Callable[..., Client]:
    """A browser of its own."""

    def opened(agent: str = "Mozilla/5.0 (Windows NT 10.0) Firefox/128.0") -> Client:
        return Client(headers={"user-agent": agent})

    return opened


def sign_in(client: Client, name: str = "lan", password: str = PASSWORD, **more: object):
    """Type name and password and send them."""
    return client.post(
        "/account/sign-in/", {"login": name, "password": password, **more}, follow=False
    )

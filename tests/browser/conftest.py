"""A real Chromium before a real server. What a page complains of in its console fails the test."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.chromium import program, sign_in, started
from tests.installation import Installation, running, speaking_to

# Playwright keeps a loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if program() is None:
        pytest.fail("Chromium is not installed; `make machine` installs it.")
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def demo(django_db_blocker) -> Iterator[Installation]:
    """The demonstration of the office, brought up once by the same command as anybody's.

    Its models may be read and its actions called from tests: Django speaks to its database while
    it runs. Tests leave behind what they did, and ask for nothing to be empty.
    """
    with (
        running("demo", "demo", "--seed", "office") as installation,
        django_db_blocker.unblock(),
        speaking_to(installation),
    ):
        yield installation


@pytest.fixture
def complaints() -> list[str]:
    """What the console said: errors, and what the content policy kept out."""
    return []


@pytest.fixture
def page(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(10_000)

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"{message.text} ({message.location.get('url', '')})")

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def window(chromium: Browser, demo: Installation) -> Iterator[Callable[[str], Page]]:
    """A browser of its own for each who signs in."""
    opened = []

    def of(name: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        sign_in(page, demo.url, name)
        return page

    yield of
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def trial_server() -> Iterator[LiveServer]:
    """A server for pages that need no database; other tests may use `live_server` beside it."""
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def trials(trial_server: LiveServer, settings) -> str:
    """The address under which the pages of `tests.browser.pages` stand."""
    settings.ROOT_URLCONF = "tests.browser.pages"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    return f"{trial_server.url}/try"

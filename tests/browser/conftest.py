"""A real Chromium before a real server. What a page complains of in its console fails the test."""

import os
from collections.abc import Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

# Playwright keeps a loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    if program is None:
        pytest.fail("Chromium is not installed; `make machine` installs it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


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

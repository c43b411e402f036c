"""The desk in a browser: light on a first visit, quick by keyboard, a list alone on a phone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.installation import Installation

pytestmark = pytest.mark.browser

MOST = 150_000
"""Octets on the wire of the first page of the desk, with an empty cache."""

PAPER = (
    "/static/pdf/",
    "pdf-reader",
    "/files/",
    "fragment=thing",
    "/live/",
    "/notices/",
    "/fonts/tinos-",
)
"""What comes with an open paper and with the day, not with the page: its stamp has its face."""


def _sign_in(page: Page, demo: Installation, name: str) -> None:
    page.goto(f"{demo.url}/demo/")
    page.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def _weight(page: Page, address: str) -> dict[str, int]:
    """What each file of a page weighs on the wire, nothing of it being at hand."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.clearBrowserCache")
    names: dict[str, str] = {}
    weights: dict[str, int] = {}

    def begun(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"]

    def ended(event: dict[str, Any]) -> None:
        weights[event["requestId"]] = int(event["encodedDataLength"])

    protocol.on("Network.responseReceived", begun)
    protocol.on("Network.loadingFinished", ended)
    page.goto(address)
    expect(page.locator("#thing h1")).to_be_visible()
    page.wait_for_timeout(2_000)
    return {names[each]: weight for each, weight in weights.items() if each in names}


@pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
def test_the_first_page_weighs_little(page: Page, demo: Installation, language: str) -> None:
    """Hindi and Arabic letters come from the computer where it has them, as this one does."""
    _sign_in(page, demo, "Nguyễn Văn Minh")
    page.context.add_cookies([{"name": "language", "value": language, "url": demo.url}])

    weights = _weight(page, f"{demo.url}/?view=direct")

    own = {url: weight for url, weight in weights.items() if not any(p in url for p in PAPER)}
    assert any(url.endswith(".woff2") for url in own)
    assert any(".css" in url for url in own)
    heaviest = sorted(own.items(), key=lambda each: -each[1])[:8]
    assert sum(own.values()) < MOST, heaviest


def test_a_range_is_marked_by_keyboard_and_looked_over(page: Page, demo: Installation) -> None:
    _sign_in(page, demo, "Nguyễn Văn Minh")
    page.goto(f"{demo.url}/?view=others")
    rows = page.locator("[data-key-item]")
    assert rows.count() >= 3

    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("Shift+X")

    expect(page.locator("input[name=slip]:checked")).to_have_count(2)
    page.locator("#marks select").select_option("watch")
    page.locator("#marks button[name=go]").click()
    expect(page).to_have_url(re.compile(r"/desk/runs/\d+/$"))
    page.locator("button[data-primary]").click()
    expect(page.locator(".run")).to_be_visible()
    expect(page.locator(".run .chip--done")).to_be_visible(timeout=30_000)


def test_a_line_opens_its_paper_and_the_list_stays_where_it_is(
    page: Page, demo: Installation
) -> None:
    _sign_in(page, demo, "Nguyễn Văn Minh")
    page.goto(f"{demo.url}/?view=others")
    line = page.locator("[data-key-item]").nth(1)
    words = line.locator("h3").inner_text()

    page.keyboard.press("j")
    page.keyboard.press("o")

    expect(page.locator("#thing h1")).to_have_text(words)
    expect(line).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile("chosen="))


def test_the_paper_asked_for_last_is_shown_whichever_comes_last(
    page: Page, demo: Installation
) -> None:
    held: list[Route] = []
    _sign_in(page, demo, "Nguyễn Văn Minh")
    page.route("**/*fragment=thing*", lambda route: held.append(route))
    page.goto(f"{demo.url}/?view=others")
    line = page.locator("[data-key-item]").nth(1)
    words = line.locator("h3").inner_text()
    page.wait_for_timeout(500)
    assert held

    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page.locator("#thing h1")).to_have_text(words)
    with page.expect_response("**/*fragment=thing*"):
        held[-1].continue_()
    page.wait_for_timeout(500)

    expect(page.locator("#thing h1")).to_have_text(words)
    expect(line).to_have_attribute("aria-current", "true")


def test_the_first_paper_takes_nobody_back_who_has_gone_on(page: Page, demo: Installation) -> None:
    held: list[Route] = []
    _sign_in(page, demo, "Nguyễn Văn Minh")
    page.route("**/*fragment=thing*", lambda route: held.append(route))
    page.goto(f"{demo.url}/?view=others")
    line = page.locator("[data-key-item]").nth(1)
    page.keyboard.press("j")
    expect(line).to_have_attribute("data-key-item", "here")
    page.wait_for_timeout(500)

    with page.expect_response("**/*fragment=thing*"):
        held[-1].continue_()
    expect(page.locator("#thing h1[dir=auto]")).to_be_visible()

    expect(line).to_have_attribute("data-key-item", "here")


def test_a_phone_shows_the_list_and_fetches_no_paper(chromium: Browser, demo: Installation) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    _sign_in(page, demo, "Nguyễn Văn Minh")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{demo.url}/?view=others")
    page.wait_for_timeout(1_500)
    assert not [url for url in asked if "fragment=thing" in url]

    page.locator(".row__abstract a").first.click()
    expect(page.locator("#thing h1")).to_be_visible()
    expect(page.locator(".workbench__list")).to_be_hidden()
    context.close()

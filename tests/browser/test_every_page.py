"""Every page, in every language: nothing keeps anybody out, nothing runs off the screen."""

import pytest

from tests.browser.chromium import choose, sign_in, what_axe_finds
from tests.browser.every_page import LANGUAGES, PAGES, EveryPage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def signed_in(chromium, demo):
    """One window for each reader, kept for all the pages that person reads."""
    windows = {}

    def window(who: str):
        if who not in windows:
            context = chromium.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            page.set_default_timeout(15_000)
            if who:
                sign_in(page, demo.url, who)
            windows[who] = page
        return windows[who]

    yield window
    for page in windows.values():
        page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("each", PAGES, ids=lambda each: each.name)
def test_axe_finds_nothing(signed_in, demo, each: EveryPage, language: str):
    page = signed_in(each.who)
    choose(page.context, demo.url, language=language, theme="dark" if language == "hi" else "light")

    answer = page.goto(f"{demo.url}{each.address()}")

    assert answer is not None
    assert answer.status == each.status
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert what_axe_finds(page) == []


@pytest.mark.parametrize("each", PAGES, ids=lambda each: each.name)
def test_nothing_runs_off_a_narrow_screen(signed_in, demo, each: EveryPage):
    page = signed_in(each.who)
    choose(page.context, demo.url, language="vi")
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        answer = page.goto(f"{demo.url}{each.address()}")
        assert answer is not None
        assert answer.status == each.status
        wider = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    finally:
        page.set_viewport_size({"width": 1280, "height": 800})
    assert wider <= 1

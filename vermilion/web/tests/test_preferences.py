"""Language, theme and density, chosen without script."""

import pytest
from django.test import Client, RequestFactory, override_settings

from vermilion.web import preferences

KEPT: list[tuple[str, str]] = []


def remember(request: object, chosen: preferences.Preferences) -> None:
    KEPT.append((chosen.language, chosen.theme))


@pytest.fixture
def browser() -> Client:
    return Client(headers={"Accept-Language": "en"})


def test_a_choice_is_kept_and_one_returns_to_where_one_was(browser):
    answer = browser.post("/preferences/", {"language": "ar", "next": "/offline/?a=1"})

    assert (answer.status_code, answer["Location"]) == (303, "/offline/?a=1")
    page = browser.get("/offline/").content.decode()
    assert 'lang="ar"' in page
    assert 'dir="rtl"' in page


def test_one_choice_leaves_the_others_as_they_are(browser):
    browser.post("/preferences/", {"theme": "dark"})
    browser.post("/preferences/", {"density": "compact"})

    page = browser.get("/offline/").content.decode()

    assert 'data-theme="dark"' in page
    assert 'data-density="compact"' in page
    assert 'lang="en"' in page


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"]
)
def test_nobody_is_sent_elsewhere(browser, elsewhere):
    answer = browser.post("/preferences/", {"theme": "dark", "next": elsewhere})

    assert answer["Location"] == "/"


def test_without_an_address_one_returns_to_the_page_one_came_from(browser):
    answer = browser.post(
        "/preferences/", {"theme": "dark"}, headers={"Referer": "http://testserver/offline/"}
    )

    assert answer["Location"] == "http://testserver/offline/"


def test_what_was_just_chosen_is_what_one_returns_to(browser):
    answer = browser.post("/preferences/", {"language": "vi", "next": "/offline/?language=ar&a=1"})

    assert answer["Location"] == "/offline/?a=1"


def test_nonsense_changes_nothing(browser):
    browser.post("/preferences/", {"theme": "dark"})
    browser.post("/preferences/", {"theme": "pink", "language": "xx", "density": "<b>"})

    assert 'data-theme="dark"' in browser.get("/offline/").content.decode()


def test_a_damaged_cookie_counts_as_not_chosen():
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = '"><script>'

    assert preferences.of(request).theme is preferences.Theme.SYSTEM


def test_reading_changes_nothing(browser):
    assert browser.get("/preferences/").status_code == 405


@override_settings(PREFERENCE_KEEPERS=[f"{__name__}.remember"])
def test_whoever_remembers_persons_is_told(browser):
    browser.post("/preferences/", {"language": "hi", "theme": "dark"})

    assert KEPT == [("hi", "dark")]

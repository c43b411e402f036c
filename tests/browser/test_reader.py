"""The reader, in a browser: what a person does with a document."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def opened(page: Page, trials: str, source: str = "/try/papers/12.pdf") -> Page:
    page.goto(f"{trials}/reader/?source={source}")
    expect(page.locator("pdf-reader[data-state=ready]")).to_be_visible()
    return page


def page_shown(page: Page) -> str:
    return page.get_by_label("Go to page").input_value()


def test_the_first_page_stands_before_the_file_is_there(page, trials):
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.headers.get("range", "")))

    opened(page, trials, "/try/papers/300.pdf")

    assert any(each.startswith("bytes=0-") for each in asked)
    expect(page.locator('.reader-sheet[data-page="1"] canvas')).to_be_visible()
    assert page.locator(".reader-sheet").count() == 300
    assert page.locator(".reader-sheet canvas").count() <= 3

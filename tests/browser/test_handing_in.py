"""Handing a file in and reading it, against the running house: real upload, real store."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import papers
from tests.browser.chromium import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    """A PDF of a few hundred pages: several parts on the way."""
    place = tmp_path / "Kế hoạch 12.pdf"
    place.write_bytes(papers.a_paper(300))
    return place


@pytest.fixture
def at_the_book(page: Page, demo) -> Page:
    """Lan before the form in which a signed paper is handed in to get its number."""
    sign_in(page, demo.url, "lan")
    page.goto(f"{demo.url}/registry/outgoing/new/")
    expect(page.locator("file-drop:defined")).to_be_visible()
    return page


def read(page: Page) -> None:
    """Wait until what was handed in has been examined and can be read."""
    page.wait_for_url("**upload=*", timeout=60_000)
    expect(page.locator(".upload-state[data-state=done]")).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.locator("pdf-reader[data-state=ready]")).to_be_visible(timeout=20_000)


def test_a_file_is_handed_in_by_parts_and_read(at_the_book, a_file):
    sent: list[str] = []
    at_the_book.on("request", lambda each: sent.append(each.url) if each.method == "PUT" else None)

    at_the_book.locator("file-drop input[type=file]").set_input_files(a_file)

    read(at_the_book)
    assert len(sent) > 1
    assert all(re.search(r"/parts/\d+/$", each) for each in sent)
    expect(at_the_book.locator("[data-part=pages]")).to_have_text("300")


def test_a_cut_line_loses_nothing(at_the_book, a_file, complaints):
    cuts = iter([True, True])

    def cut(route):
        if next(cuts, False):
            route.abort("connectionreset")
        else:
            route.continue_()

    at_the_book.route("**/parts/*/", cut)
    at_the_book.locator("file-drop input[type=file]").set_input_files(a_file)

    read(at_the_book)
    assert next(cuts, None) is None
    complaints.clear()  # the browser itself writes each request that failed into the console


def test_sending_can_be_paused_and_gone_on_with(at_the_book, a_file):
    held: list = []
    at_the_book.route("**/parts/*/", lambda route: held.append(route) or route.continue_())
    at_the_book.locator("file-drop input[type=file]").set_input_files(a_file)
    row = at_the_book.locator("[data-row]")
    row.locator("[data-act=pause]").click()
    expect(row).to_have_attribute("data-state", "paused")

    row.locator("[data-act=resume]").click()

    read(at_the_book)

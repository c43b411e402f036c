"""Files and pages by the pointer: dropped on the inbox, dragged from place to place."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import sign_in
from vermilion.arrivals.models import Arrival

pytestmark = pytest.mark.browser


def test_files_dropped_anywhere_on_the_inbox_lie_in_it(page: Page, demo):
    sign_in(page, demo.url, "lan")
    page.goto(f"{demo.url}/arrivals/")
    expect(page.locator("inbox-drop:defined")).to_have_count(1)
    drop = page.locator("inbox-drop")
    expect(drop).to_be_hidden()
    carried = page.evaluate_handle(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["mot"], "tha-mot.txt", {type: "text/plain"}));
            carried.items.add(new File(["hai"], "tha-hai.txt", {type: "text/plain"}));
            return carried;
        }"""
    )
    page.dispatch_event("#thing", "dragenter", {"dataTransfer": carried})
    expect(drop).to_be_visible()
    page.dispatch_event("#thing", "drop", {"dataTransfer": carried})

    expect(page.locator("#arrivals")).to_contain_text("tha-mot", timeout=20_000)
    assert Arrival.objects.filter(title__in=["tha-mot.txt", "tha-hai.txt"]).count() == 2


def test_a_page_is_dragged_to_another_place_and_the_act_taken_back(page: Page, demo):
    sign_in(page, demo.url, "lan")
    arrival = Arrival.objects.get(title="88-BC-TU.pdf")
    page.goto(f"{demo.url}/arrivals/{arrival.pk}/pages/")
    expect(page.locator("page-sorter[data-state=ready]")).to_be_visible()

    def order() -> list[int]:
        plan = json.loads(page.locator("input[name=plan]").input_value())
        return [number for paper in plan["papers"] for _blob, number, _turn in paper["pages"]]

    assert order() == [1, 2]
    first, second = page.locator(".sorter__sheet").nth(0), page.locator(".sorter__sheet").nth(1)
    start, end = first.bounding_box(), second.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 30, start["y"] + 30)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 40, steps=4)
    page.mouse.move(end["x"] + end["width"] - 10, end["y"] + 40, steps=2)
    expect(page.locator("[data-aim=behind]")).to_have_count(1)
    page.mouse.up()

    assert order() == [2, 1]
    page.keyboard.press("u")
    assert order() == [1, 2]

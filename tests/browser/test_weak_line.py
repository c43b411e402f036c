"""What is typed survives: a cut line, a closed window, another machine. Nothing is done twice."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import register
from tests.installation import Installation
from vermilion.routing.models import Direction, Slip

pytestmark = pytest.mark.browser

WORDS = "Giao Cục Công nghệ thông tin nghiên cứu, báo cáo trước ngày 30"


def at_the_direction(page: Page, demo: Installation, document_id: int) -> None:
    page.goto(f"{demo.url}/documents/{document_id}/")
    expect(page.locator("#direction textarea").first).to_be_visible()


def test_another_machine_offers_what_the_first_kept(window, demo):
    document = register().document_id
    minh = window("minh")
    at_the_direction(minh, demo, document)
    minh.locator("#direction textarea").first.fill(WORDS)
    expect(minh.locator("#direction .draft-state")).to_contain_text("máy chủ", timeout=15_000)
    minh.context.close()  # as by a power cut: no page says good-bye

    elsewhere = window("minh")
    at_the_direction(elsewhere, demo, document)
    offer = elsewhere.locator("#direction .draft-offer")
    expect(offer).to_contain_text("được giữ trên máy chủ")
    offer.get_by_role("button").first.click()
    expect(elsewhere.locator("#direction textarea").first).to_have_value(WORDS)


def test_a_lost_answer_is_sent_again_and_the_act_is_done_once(window, demo):
    entry = register()
    minh = window("minh")
    at_the_direction(minh, demo, entry.document_id)
    minh.locator("#direction textarea").first.fill(WORDS)
    minh.get_by_role("combobox", name="Chủ trì").first.focus()
    minh.keyboard.type("Công nghệ")
    expect(minh.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    minh.keyboard.press("Enter")
    key = minh.locator("#direction input[data-once]").first.input_value()

    # The act is done; its answer never arrives.
    def lost(route):
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    minh.route("**/directions/", lost)
    minh.locator("#direction [data-primary]").first.click()
    minh.wait_for_timeout(2500)
    minh.unroute("**/directions/")
    assert Direction.objects.filter(slip__entry=entry).count() == 1

    # Sent again with the same key: answered as the first time.
    token = minh.context.cookies()
    answer = minh.context.request.post(
        f"{demo.url}/routing/slips/{Slip.objects.get(entry=entry).pk}/directions/",
        form={"_once": key, "csrfmiddlewaretoken": csrf(token)},
        headers={"Referer": demo.url},
        max_redirects=0,
    )
    assert answer.status == 303
    assert Direction.objects.filter(slip__entry=entry).count() == 1


def csrf(cookies) -> str:
    return next(each["value"] for each in cookies if each["name"] == "csrftoken")


def test_without_a_line_nothing_is_sent_and_the_text_stays(window, demo):
    document = register().document_id
    minh = window("minh")
    at_the_direction(minh, demo, document)
    minh.locator("#direction textarea").first.fill(WORDS)
    minh.context.set_offline(True)
    minh.locator("#direction [data-primary]").first.click()
    expect(minh.locator("#direction .draft-state")).to_contain_text("Chưa gửi được")
    expect(minh.locator("#direction textarea").first).to_have_value(WORDS)
    minh.context.set_offline(False)

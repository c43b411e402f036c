"""What happens now, in two windows at once: desks that change, people who meet on one paper."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.acts import lay_in, listening, register, somebody
from vermilion.arrivals import actions as arrivals
from vermilion.kernel import clock
from vermilion.routing.models import Slip

pytestmark = pytest.mark.browser


def test_what_is_new_is_offered_and_moves_nothing(window, demo):
    minh = window("minh")
    minh.goto(f"{demo.url}/?view=direct")
    listening(minh)
    first = minh.locator("#desk-rows [data-key-item]").first
    before = first.inner_text()

    entry = register()

    offer = minh.locator(".live__offer").first
    expect(offer).to_contain_text("Mới ở đây: 1")
    assert first.inner_text() == before
    register()
    expect(offer).to_contain_text("Mới ở đây: 2")

    minh.keyboard.press("n")

    expect(minh.locator("#desk-rows")).to_contain_text(entry.document.symbol)
    expect(offer).to_be_hidden()


def test_two_on_one_paper_see_each_other(window, demo):
    document = register().document_id
    minh, lan = window("minh"), window("lan")
    minh.goto(f"{demo.url}/documents/{document}/")
    lan.goto(f"{demo.url}/documents/{document}/")

    expect(minh.locator(".presence")).to_contain_text("Trần Thị Lan")
    expect(lan.locator(".presence")).to_contain_text("Nguyễn Văn Minh")
    minh.locator("#direction textarea").first.press_sequentially("Giao")
    expect(lan.locator(".presence")).to_contain_text(re.compile("Minh .*đang nhập"))

    minh.goto(f"{demo.url}/offline/")
    expect(lan.locator(".presence li")).to_have_count(0)


def test_the_bell_rings_on_any_page_and_takes_nothing_from_the_hand(window, demo):
    minh = window("minh")
    minh.goto(f"{demo.url}/routing/phrases/")
    listening(minh)
    bell = minh.locator(".bell")
    told = bell.inner_text()
    words = minh.locator("main textarea, main input[type=text]").first
    words.fill("Đang viết dở")

    register()

    expect(bell).not_to_have_text(told, timeout=10_000)
    expect(bell.locator(".bell__number")).to_be_visible()
    expect(words).to_have_value("Đang viết dở")
    expect(words).to_be_focused()

    # What is read in one window is read in the other.
    elsewhere = window("minh")
    elsewhere.goto(f"{demo.url}/notices/")
    elsewhere.get_by_role("button", name="Đánh dấu đã đọc hết").click()
    expect(bell.locator(".bell__number")).to_have_count(0, timeout=10_000)


def test_the_inbox_draws_itself_anew_and_keeps_marks_and_words(window, demo):
    first = lay_in("một.txt")
    lan = window("lan")
    lan.goto(f"{demo.url}/arrivals/?chosen={first.pk}")
    # Until it is read the page draws itself anew by itself, as long as nobody touched it.
    expect(lan.locator("#arrival-state[hx-get]")).to_have_count(0, timeout=30_000)
    listening(lan)
    lan.mouse.move(900, 400)
    mark = lan.locator(f"input[name=arrival][value='{first.pk}']")
    mark.press("Space")
    expect(mark).to_be_checked()
    abstract = lan.locator("proposal-form textarea[name=abstract]")
    abstract.fill("Trích yếu đang viết")
    place = lan.locator(".rail [data-live=place-inbox]").first
    waiting = place.inner_text()

    second = lay_in("hai.txt")

    row = lan.locator(f"input[name=arrival][value='{second.pk}']")
    expect(row).to_have_count(1, timeout=10_000)
    expect(place).not_to_have_text(waiting, timeout=10_000)
    expect(mark).to_be_checked()
    expect(abstract).to_have_value("Trích yếu đang viết")
    expect(abstract).to_be_focused()

    # Somebody else deals with the one that lies open: said, and nothing is taken away.
    reason = "Gửi nhầm nơi nhận, trả lại nơi gửi."
    arrivals.refuse(actor=somebody("lan"), arrival_id=first.pk, reason=reason, at=clock.now())
    expect(mark).to_have_count(0, timeout=10_000)
    expect(lan.locator("#thing .live__offer")).to_contain_text("đã thay đổi", timeout=10_000)
    expect(abstract).to_have_value("Trích yếu đang viết")


def test_a_cut_line_is_said_in_words_and_comes_back_by_itself(window, demo):
    minh = window("minh")
    minh.goto(f"{demo.url}/?view=direct")
    listening(minh)
    minh.context.set_offline(True)
    state = minh.locator(".live__state").first
    expect(state).to_contain_text("mất kết nối")
    register()
    minh.context.set_offline(False)
    expect(state).to_be_hidden(timeout=30_000)
    register()
    expect(minh.locator(".live__offer").first).to_contain_text("Mới ở đây", timeout=30_000)


def test_a_number_and_an_act_are_typed_and_lead_to_the_form(window, demo):
    entry = register()
    minh = window("minh")
    minh.goto(f"{demo.url}/")
    minh.keyboard.press("Control+k")
    box = minh.get_by_role("combobox", name="Tìm hoặc nhập thao tác")
    expect(box).to_be_focused()
    minh.keyboard.type(f"chuyen {entry.number}")
    options = minh.get_by_role("listbox", name="Tìm hoặc nhập thao tác").get_by_role("option")
    expect(options.filter(has_text=entry.document.symbol).first).to_be_visible()
    minh.keyboard.press("ArrowDown")
    minh.keyboard.press("Enter")
    minh.wait_for_url(f"**/documents/{entry.document_id}/#direction")
    assert Slip.objects.get(entry=entry).standing == "directing"

    # It is remembered by its number for this tab, and what it says is not.
    minh.keyboard.press("Control+k")
    expect(options.first).to_contain_text(entry.document.symbol)
    kept = json.dumps(minh.evaluate("({...sessionStorage})"))
    assert entry.document.abstract not in kept


def test_the_box_works_without_script(chromium, demo):
    entry = register()
    context = chromium.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(f"{demo.url}/demo/")
    page.get_by_role("button", name="Trần Thị Lan").first.click()
    box = page.get_by_role("searchbox", name="Tìm hoặc nhập thao tác")
    box.fill(entry.document.symbol.replace("-", " "))
    box.press("Enter")
    page.wait_for_url(f"**/documents/{entry.document_id}/")
    context.close()

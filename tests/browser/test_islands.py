"""The small islands, in a browser: choosing, keys, drafts, sending."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import pages

pytestmark = pytest.mark.browser


@pytest.fixture
def form(page: Page, trials: str) -> Page:
    pages.posted.clear()
    page.goto(f"{trials}/islands/")
    # Every field is the island's, not the plain one that is there before the script.
    expect(page.locator("combo-box:not([data-ready])")).to_have_count(0)
    return page


def sent(page: Page) -> dict[str, list[str]]:
    expect(page.get_by_role("heading", name="Đã ghi sổ")).to_be_visible()
    [only] = pages.posted
    return only


def test_one_is_chosen_by_typing_and_enter(form):
    field = form.get_by_role("combobox", name="Đơn vị chủ trì")
    field.fill("công nghệ")
    option = form.get_by_role("option", name="Phòng Cơ yếu - Công nghệ thông tin")
    expect(option).to_be_visible()
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")

    field.press("Enter")

    expect(field).to_have_value("Phòng Cơ yếu - Công nghệ thông tin")
    expect(form.get_by_role("listbox")).to_have_count(0)
    form.keyboard.press("Control+Enter")
    assert sent(form)["unit"] == ["2"]


def test_what_was_chosen_stays_when_one_only_looks(form):
    field = form.get_by_role("combobox", name="Đơn vị chủ trì")
    field.fill("tổ chức")
    form.get_by_role("option", name="Ban Tổ chức").click()
    field.fill("xyz")
    expect(form.locator(".combo__note")).to_contain_text("Nothing found.")
    form.keyboard.press("Escape")
    form.keyboard.press("Tab")
    expect(field).to_have_value("Ban Tổ chức")

    field.fill("")
    form.keyboard.press("Tab")

    assert form.locator("select[name=unit]").input_value() == ""


def test_several_are_chosen_without_tones_and_taken_away(form):
    field = form.get_by_role("combobox", name="Phối hợp")
    for typed in ("tong hop", "to chuc", "الامانة"):
        field.fill(typed)
        field.press("Enter")
    chips = form.locator(".combo__chip")
    expect(chips).to_have_count(3)

    field.press("Backspace")
    form.get_by_role("button", name="Take Phòng Tổng hợp away").click()

    expect(chips).to_have_text(["Ban Tổ chức×"])
    field.press("Control+Enter")
    assert sent(form)["support"] == ["3"]


def test_free_text_may_take_a_suggestion_with_its_number(form):
    field = form.get_by_role("combobox", name="Nơi gửi")
    field.fill("ban")
    expect(form.get_by_role("option", name="Ban Tổ chức")).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("Ban Tổ chức")
    expect(form.locator("#id_sender_body")).to_have_value("3")

    field.press("End")
    field.type(" cũ")

    expect(form.locator("#id_sender_body")).to_have_value("")


def test_letters_being_composed_choose_nothing(form):
    """As an input method does it: the letters are there and not yet settled; Enter settles them."""
    field = form.get_by_role("combobox", name="Đơn vị chủ trì")
    field.focus()
    keyboard = form.context.new_cdp_session(form)
    keyboard.send(
        "Input.imeSetComposition", {"text": "phòng", "selectionStart": 5, "selectionEnd": 5}
    )
    # Of this list alone: the plain select beside it has options of its own.
    offered = form.locator(f"#{field.get_attribute('aria-controls')}").get_by_role("option")
    expect(offered).to_have_count(2)
    expect(field).to_have_attribute("aria-activedescendant", re.compile("."))

    field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})

    expect(offered).to_have_count(2)
    assert form.locator("select[name=unit]").input_value() == ""

    keyboard.send("Input.insertText", {"text": "phòng"})
    expect(field).to_have_value("phòng")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("Enter")
    expect(field).to_have_value("Phòng Tổng hợp")


def test_today_and_the_last_words_come_by_a_key(form):
    day = form.get_by_label("Ngày văn bản")
    day.press("F2")
    assert re.fullmatch(r"\d\d/\d\d/20\d\d", day.input_value())

    form.get_by_label("Trích yếu").press("F4")
    expect(form.get_by_label("Trích yếu")).to_have_value("V/v triển khai")


def test_enter_leads_to_the_next_field(form):
    form.get_by_role("combobox", name="Nơi gửi").press("Enter")
    expect(form.get_by_label("Ngày văn bản")).to_be_focused()
    assert pages.posted == []


def test_an_impatient_hand_sends_once(form):
    button = form.get_by_role("button", name="Ghi sổ")
    button.evaluate("each => { each.click(); each.click(); each.form.requestSubmit(each); }")

    sent(form)


def test_what_was_typed_survives_and_is_offered(form, trials):
    form.get_by_label("Trích yếu").fill("V/v triển khai Kế hoạch 12")
    form.get_by_label("Mật khẩu").fill("bí mật")
    form.get_by_label("Ghi chú riêng").fill("của tôi")
    expect(form.get_by_text("Kept on this device.", exact=True)).to_be_visible()
    kept = form.evaluate("Object.values(localStorage).join()")
    assert "Kế hoạch 12" in kept
    assert "bí mật" not in kept
    assert "của tôi" not in kept

    form.on("dialog", lambda dialog: dialog.accept())
    form.goto(f"{trials}/islands/")
    form.get_by_role("button", name="Put it back").click()

    expect(form.get_by_label("Trích yếu")).to_have_value("V/v triển khai Kế hoạch 12")


def test_what_was_sent_is_forgotten(form, trials):
    form.get_by_label("Trích yếu").fill("V/v triển khai")
    expect(form.get_by_text("Kept on this device.", exact=True)).to_be_visible()
    form.keyboard.press("Control+Enter")
    sent(form)

    assert form.evaluate("localStorage.length") == 0


def test_a_secret_grade_keeps_nothing_on_the_device(form):
    form.get_by_label("Trích yếu").fill("Việc tuyệt mật")
    expect(form.get_by_text("Kept on this device.", exact=True)).to_be_visible()

    form.get_by_label("Độ mật").select_option("A")

    assert form.evaluate("localStorage.length") == 0


def test_leaving_typed_text_is_asked_about(form, trials):
    asked: list[str] = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    form.get_by_label("Trích yếu").press_sequentially("Chưa gửi")

    form.goto(f"{trials}/done/")

    assert asked == ["beforeunload"]


def test_keys_walk_mark_and_open(form):
    form.locator("body").click(position={"x": 1200, "y": 700})
    form.keyboard.press("j")
    form.keyboard.press("j")
    expect(form.get_by_role("link", name="Văn bản 2")).to_be_focused()
    form.keyboard.press("x")
    expect(form.get_by_role("checkbox", name="2")).to_be_checked()
    form.keyboard.press("k")
    form.keyboard.press("o")
    assert form.url.endswith("#row-1")
    form.keyboard.press("g")
    form.keyboard.press("d")
    assert form.url.endswith("#desk")


def test_an_arabic_keyboard_acts_by_the_place_of_its_keys(form):
    form.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent("
        "'keydown', {key: 'ت', code: 'KeyJ', bubbles: true, cancelable: true}))"
    )
    expect(form.get_by_role("link", name="Văn bản 1")).to_be_focused()


def test_the_help_lists_only_what_works_here(form):
    form.keyboard.press("?")
    help_ = form.get_by_role("dialog", name="Keys on this page")
    expect(help_).to_be_visible()

    expect(help_.get_by_text("Giao việc")).to_be_visible()
    expect(help_.get_by_text("Bàn làm việc")).to_be_visible()
    expect(help_.get_by_text("Hoàn thành")).to_have_count(0)
    form.keyboard.press("Escape")
    expect(help_).to_be_hidden()


def test_keys_rest_while_somebody_types(form):
    form.get_by_label("Trích yếu").press_sequentially("j x o ? g d")

    expect(form.get_by_label("Trích yếu")).to_have_value("j x o ? g d")
    expect(form.get_by_role("dialog")).to_have_count(0)
    assert "#" not in form.url


def test_without_script_the_plain_form_is_sent(chromium, trials):
    pages.posted.clear()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{trials}/islands/")
    page.locator("select[name=unit]").select_option("3")
    page.locator("select[name=support]").select_option(["1", "2"])
    page.get_by_role("button", name="Ghi sổ").click()

    assert sent(page)["support"] == ["1", "2"]
    context.close()

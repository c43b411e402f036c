"""The reader, in a browser: what a person does with a document."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import papers

pytestmark = pytest.mark.browser


def opened(page: Page, trials: str, source: str = "/try/papers/12.pdf", more: str = "") -> Page:
    page.goto(f"{trials}/reader/?source={source}{more}")
    # The paper is set when it is first asked for.
    expect(page.locator("pdf-reader[data-state=ready]")).to_be_visible(timeout=20_000)
    return page


def shows_page(page: Page, number: int) -> None:
    expect(page.get_by_label("Go to page")).to_have_value(str(number))
    expect(page.locator(f'.reader-sheet[data-page="{number}"] canvas')).to_be_visible()


def room(page: Page):
    return page.locator(".reader-room")


def test_the_first_page_stands_before_the_file_is_there(page, trials):
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.headers.get("range", "")))

    opened(page, trials, "/try/papers/300.pdf")

    pieces = [each for each in asked if each]
    assert pieces[0] == "bytes=0-131071"
    assert len(pieces) > 1
    received = page.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.name.includes('.pdf'))"
        ".reduce((sum, e) => sum + e.encodedBodySize, 0)"
    )
    whole = page.request.get(f"{trials}/papers/300.pdf").headers["content-length"]
    assert received < int(whole) / 2
    assert page.locator(".reader-sheet").count() == 300


def test_three_hundred_pages_cost_what_a_few_do(page, trials):
    opened(page, trials, "/try/papers/300.pdf")

    for number in (40, 120, 299):
        page.get_by_label("Go to page").fill(str(number))
        page.keyboard.press("Enter")
        shows_page(page, number)

    assert page.locator(".reader-sheet canvas").count() <= 9


def test_pages_are_turned_by_keys(page, trials):
    opened(page, trials)
    room(page).focus()

    page.keyboard.press("ArrowRight")
    shows_page(page, 2)
    page.keyboard.press("End")
    shows_page(page, 12)
    page.keyboard.press("Home")
    shows_page(page, 1)
    for _ in range(3):
        page.keyboard.press("PageDown")
    shows_page(page, 2)


def test_sizes_and_turning_by_keys(page, trials):
    opened(page, trials)
    sheet = page.locator('.reader-sheet[data-page="1"]')
    room(page).focus()
    before = sheet.bounding_box()

    page.keyboard.press("+")
    larger = sheet.bounding_box()
    page.keyboard.press("0")
    page.keyboard.press("r")
    turned = sheet.bounding_box()

    assert larger["width"] > before["width"]
    assert turned["width"] == pytest.approx(before["width"], abs=1)
    assert turned["height"] < turned["width"]


def test_the_point_under_the_wheel_stays_when_the_size_changes(page, trials):
    opened(page, trials)
    page.get_by_label("Size").select_option("2")
    page.wait_for_timeout(200)
    box = page.locator('.reader-sheet[data-page="1"]').bounding_box()
    x, y = box["x"] + box["width"] * 0.75, box["y"] + 200
    page.mouse.move(x, y)

    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)

    after = page.locator('.reader-sheet[data-page="1"]').bounding_box()
    assert after["width"] > box["width"] * 1.2
    assert (x - after["x"]) / after["width"] == pytest.approx(0.75, abs=0.02)
    assert (y - after["y"]) / after["height"] == pytest.approx(200 / box["height"], abs=0.02)


def test_words_are_found_without_their_tones(page, trials):
    opened(page, trials)
    room(page).focus()
    page.keyboard.press("Control+f")
    page.keyboard.type("van thu")

    expect(page.locator("[data-part=count]")).to_have_text("Hit 1 of 2")
    shows_page(page, 5)
    expect(page.locator(".reader-mark--chosen")).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("[data-part=count]")).to_have_text("Hit 2 of 2")
    shows_page(page, 10)
    expect(page.locator(".reader-mark--chosen")).to_be_in_viewport()

    page.keyboard.press("Escape")
    expect(page.locator(".reader-find")).to_be_hidden()
    assert page.locator(".reader-mark").count() == 0


def test_a_hit_lies_where_the_words_are(page, trials):
    opened(page, trials)
    room(page).focus()
    page.keyboard.press("/")
    page.keyboard.type("đơn vị")
    expect(page.locator("[data-part=count]")).to_have_text("Hit 1 of 24")

    marked = page.locator(".reader-mark--chosen").first.bounding_box()
    heading = page.locator('.reader-sheet[data-page="1"] .reader-text span').first.bounding_box()
    assert heading["y"] - 2 <= marked["y"] <= heading["y"] + heading["height"]
    assert heading["x"] < marked["x"] < heading["x"] + heading["width"]
    assert 20 < marked["width"] < heading["width"] / 2


def test_arabic_is_found_as_it_is_read(chromium, page, trials):
    printer = chromium.new_page()
    printer.set_content("<p lang=ar dir=rtl>محضر اجتماع اللجنة الإدارية رقم 2026</p>")
    papers.laid["ar"] = printer.pdf()
    printer.close()

    opened(page, trials, "/try/papers/ar.pdf")
    room(page).focus()
    page.keyboard.press("/")
    page.locator(".reader-find input").fill("اجتماع اللجنه الاداريه")

    expect(page.locator("[data-part=count]")).to_have_text("Hit 1 of 1")
    expect(page.locator(".reader-mark--chosen").first).to_be_in_viewport()
    page.locator(".reader-find input").fill("không có")
    expect(page.locator("[data-part=count]")).to_have_text("Not found in this document")


def test_text_can_be_chosen_and_copied(page, trials):
    opened(page, trials)
    span = page.locator('.reader-sheet[data-page="1"] .reader-text span').first
    span.click(click_count=3)

    assert "Trách nhiệm" in page.evaluate("getSelection().toString()")


def test_small_pages_lead_to_the_large(page, trials):
    opened(page, trials)
    page.locator("button[data-act=thumbnails]").click()

    page.locator('.reader-thumb[data-page="4"] canvas').click()
    shows_page(page, 4)
    expect(page.locator('.reader-thumb[data-page="4"]')).to_have_attribute("aria-current", "page")


def test_the_place_is_remembered_for_the_session(page, trials):
    opened(page, trials)
    room(page).focus()
    page.keyboard.press("r")
    page.get_by_label("Go to page").fill("7")
    page.keyboard.press("Enter")
    shows_page(page, 7)

    opened(page, trials)

    shows_page(page, 7)
    box = page.locator('.reader-sheet[data-page="7"]').bounding_box()
    assert box["width"] > box["height"]


def test_a_field_shows_where_it_was_read(page, trials):
    opened(page, trials, more="&at=6")

    page.locator("#field").focus()

    shows_page(page, 6)
    expect(page.locator(".reader-mark--shown")).to_be_in_viewport()
    sheet = page.locator('.reader-sheet[data-page="6"]').bounding_box()
    mark = page.locator(".reader-mark--shown").bounding_box()
    assert (mark["x"] - sheet["x"]) / sheet["width"] == pytest.approx(0.15, abs=0.01)
    assert (mark["y"] - sheet["y"]) / sheet["height"] == pytest.approx(0.1, abs=0.01)


def test_a_damaged_file_says_so_and_can_be_saved(page, trials):
    page.goto(f"{trials}/reader/?source=/try/papers/rubbish.pdf")

    expect(page.locator("[data-note=damaged]")).to_be_visible()
    expect(page.get_by_role("link", name="Save “Kế hoạch số 12-KH/VP”")).to_be_visible()


def test_a_locked_file_asks_for_its_password(page, trials):
    page.goto(f"{trials}/reader/?source=/try/papers/locked.pdf")

    page.get_by_label("Password of the file").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_text("This is not the password.")).to_be_visible()
    page.get_by_label("Password of the file").fill("vermilion")
    page.get_by_role("button", name="Open the file").click()

    expect(page.locator("pdf-reader[data-state=ready]")).to_be_visible()


def test_a_file_that_is_not_there_says_so(page, trials, complaints):
    page.goto(f"{trials}/reader/?source=/try/papers/none.pdf")

    expect(page.locator("[data-note=missing]")).to_be_visible()
    complaints.clear()  # the browser itself writes the 404 into the console


def test_a_silent_line_is_said_and_reading_goes_on_by_itself(page, trials, complaints):
    opened(page, trials, "/try/papers/300.pdf")
    page.context.set_offline(True)
    page.get_by_label("Go to page").fill("290")
    page.keyboard.press("Enter")
    expect(page.locator("[data-note=silent]")).to_be_visible()

    page.context.set_offline(False)

    shows_page(page, 290)
    expect(page.locator("[data-note=silent]")).to_be_hidden()
    complaints.clear()  # the browser itself writes each request that failed into the console


def test_it_fills_the_screen_and_comes_back(page, trials):
    opened(page, trials)
    page.get_by_role("button", name="Fill the screen").click()
    expect(page.locator("pdf-reader.reader--full")).to_be_visible()
    assert page.locator("pdf-reader").bounding_box()["height"] == 800

    page.evaluate("document.exitFullscreen()")
    expect(page.locator("pdf-reader.reader--full")).to_have_count(0)


def test_two_fingers_zoom(chromium, trials):
    context = chromium.new_context(
        viewport={"width": 820, "height": 1180}, has_touch=True, is_mobile=True
    )
    page = opened(context.new_page(), trials)
    before = page.locator('.reader-sheet[data-page="1"]').bounding_box()["width"]
    touch = context.new_cdp_session(page)

    def fingers(kind: str, apart: int) -> None:
        points = [{"x": 400 - apart, "y": 500}, {"x": 400 + apart, "y": 500}]
        touch.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [] if kind == "touchEnd" else points},
        )

    fingers("touchStart", 60)
    for apart in range(65, 125, 5):
        fingers("touchMove", apart)
    fingers("touchEnd", 0)

    after = page.locator('.reader-sheet[data-page="1"]').bounding_box()["width"]
    assert after > before * 1.5
    context.close()


def test_without_script_the_file_can_still_be_had(chromium, trials):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{trials}/reader/")

    expect(page.get_by_role("link", name="Save “Kế hoạch số 12-KH/VP”")).to_be_visible()
    expect(page.locator(".reader-bar")).to_be_hidden()
    context.close()


def test_keys_rest_while_somebody_types(page, trials):
    opened(page, trials)
    page.locator("#field").click()
    page.keyboard.type("r+-/ t")
    page.get_by_label("Go to page").fill("3r")

    assert page.locator("#field").input_value() == "r+-/ t"
    assert page.locator('.reader-marks[data-turned="0"]').count() == 12

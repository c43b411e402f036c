"""Keys in a browser, under the keyboards of the house: Latin, Vietnamese, Arabic, Hindi."""

import pytest
from playwright.sync_api import CDPSession, Page, expect

pytestmark = pytest.mark.browser

ARABIC = {"KeyJ": "ت", "KeyK": "ن", "KeyX": "ء", "KeyG": "ل", "KeyD": "ي", "KeyA": "ش"}
HINDI = {"KeyJ": "र", "KeyK": "क", "KeyX": "ं", "KeyG": "ु", "KeyD": "्", "KeyA": "ो"}
LATIN = {code: code[-1].lower() for code in ARABIC}
DVORAK = {"KeyC": "j", "KeyV": "k", "KeyB": "x", "KeyU": "g", "KeyH": "d", "KeyA": "a"}
LAYOUTS = {"Latin": LATIN, "Arabic": ARABIC, "Hindi": HINDI, "Dvorak": DVORAK}


@pytest.fixture
def keyboard(page: Page, trials: str) -> CDPSession:
    page.goto(f"{trials}/islands/")
    expect(page.locator("combo-box:not([data-ready])")).to_have_count(0)
    page.locator("h1, main").first.evaluate("() => document.activeElement?.blur()")
    return page.context.new_cdp_session(page)


def press(keyboard: CDPSession, code: str, key: str, *, held: int = 0, number: int = 0) -> None:
    """Strike a key as a layout has it: the letter and the place are two things."""
    event = {"key": key, "code": code, "modifiers": held, "windowsVirtualKeyCode": number}
    text = {"text": key} if len(key) == 1 and not held & 7 and number != 229 else {}
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", **event, **text})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def strike(keyboard: CDPSession, layout: dict[str, str], letter: str) -> None:
    """Strike what stands for a Latin letter: itself where there is one, else its place."""
    found = [code for code, key in layout.items() if key == letter]
    code = found[0] if found else f"Key{letter.upper()}"
    press(keyboard, code, layout[code])


@pytest.mark.parametrize("name", LAYOUTS)
def test_lists_are_walked_and_marked_under_every_layout(page, keyboard, name):
    layout = LAYOUTS[name]
    for letter in "jjkx":
        strike(keyboard, layout, letter)

    expect(page.get_by_role("link", name="Văn bản 1")).to_be_focused()
    expect(page.get_by_role("checkbox", name="1")).to_be_checked()
    expect(page.get_by_role("checkbox", name="2")).not_to_be_checked()

    strike(keyboard, layout, "g")
    strike(keyboard, layout, "d")
    assert page.url.endswith("#desk")


@pytest.mark.parametrize(("key", "held"), [("?", 8), ("؟", 8), ("य़", 8)])
def test_help_opens_by_the_question_mark_of_every_layout(page, keyboard, key, held):
    press(keyboard, "Slash", key, held=held)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_nothing_acts_while_an_input_method_holds_the_letters(page, keyboard):
    press(keyboard, "KeyJ", "Process", number=229)
    press(keyboard, "KeyG", "Process", number=229)
    strike(keyboard, LATIN, "d")
    assert not page.url.endswith("#desk")
    expect(page.locator("[data-key-item=here]")).to_have_count(0)


def test_telex_and_vni_typed_into_a_field_stay_text(page, keyboard):
    field = page.get_by_label("Trích yếu")
    field.focus()
    for letter in "gdjkxaeo?/125":
        field.press_sequentially(letter)
    expect(field).to_have_value("gdjkxaeo?/125")
    assert not page.url.endswith("#desk")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_letters_with_a_held_key_belong_to_the_browser(page, keyboard):
    for held in (1, 2, 4):
        press(keyboard, "KeyJ", "j", held=held)
    expect(page.locator("[data-key-item=here]")).to_have_count(0)


def test_single_keys_are_turned_off_and_on_again_without_a_key(page, keyboard):
    press(keyboard, "Slash", "?", held=8)
    page.get_by_role("checkbox", name="Single keys act on this device").uncheck()
    page.keyboard.press("Escape")
    strike(keyboard, LATIN, "j")
    press(keyboard, "Slash", "?", held=8)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-key-item=here]")).to_have_count(0)

    page.reload()
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<button data-act=keys>K</button>')"
    )
    page.get_by_role("button", name="K", exact=True).click()
    page.get_by_role("checkbox", name="Single keys act on this device").check()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    strike(page.context.new_cdp_session(page), LATIN, "j")
    expect(page.get_by_role("link", name="Văn bản 1")).to_be_focused()


def test_help_tells_only_what_works_here(page, keyboard):
    press(keyboard, "Slash", "?", held=8)
    rows = page.locator(".key-help__rows")
    expect(rows).to_contain_text("Giao việc")
    expect(rows).not_to_contain_text("Hoàn thành")  # its button is disabled
    expect(rows).not_to_contain_text("Ctrl")  # no box in the bar of this page

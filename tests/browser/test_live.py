"""What happens now, in two windows at once: desks that change, people who meet on one paper."""

import json
import re
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import sign_in
from tests.installation import Installation
from vermilion.accounts.models import User
from vermilion.directory import queries as directory
from vermilion.documents.types import Particulars
from vermilion.kernel import clock
from vermilion.registry import actions as registry
from vermilion.registry.models import Entry
from vermilion.registry.types import Received
from vermilion.routing.models import Slip

pytestmark = pytest.mark.browser

NUMBERS = count(70_001)


def post_of(name: str) -> int:
    person = User.objects.get(sign_in_name=name).person_id
    return directory.posts_held_by(person, at=clock.now())[0].appointment_id


def register(*, before: str = "minh") -> Entry:
    """Lan registers a paper somewhere else, laid before a leader."""
    now = clock.now()
    received = Received(
        particulars=Particulars(
            symbol=f"{next(NUMBERS)}-CV/VPTW",
            dated_on=now.date(),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v mở bàn làm việc cùng lúc",
        ),
        arrived_on=now.date(),
        laid_before_id=post_of(before),
    )
    lan = directory.actor_in(post_of("lan"), at=now)
    return registry.register_incoming(actor=lan, received=received, at=now)


@pytest.fixture
def window(chromium: Browser, demo: Installation):
    """A browser of its own for each who signs in."""
    opened = []

    def of(name: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        sign_in(page, demo.url, name)
        return page

    yield of
    for context in opened:
        context.close()


def listening(page: Page) -> None:
    """Wait until the stream of the page stands: its counts were fetched for it once."""
    with page.expect_response(
        lambda answer: "/live/?" in answer.url or answer.url.endswith("/live/")
    ):
        page.reload()
    page.wait_for_timeout(1500)


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

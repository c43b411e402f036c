"""Passkeys in a real Chromium with a device of its own, under the content policy of the pages."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.chromium import sign_in
from tests.installation import Installation

pytestmark = pytest.mark.browser


@pytest.fixture
def house(demo: Installation) -> str:
    """The address by name: browsers give no passkey to a bare number."""
    return demo.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def device(page: Page) -> Iterator[CDPSession]:
    """A device that keeps passkeys and recognises its owner's finger."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield line
    line.send("WebAuthn.disable")


def test_a_passkey_is_added_and_then_opens_the_house_alone(house, page: Page, device):
    sign_in(page, house, "thu")
    page.goto(f"{house}/account/security/passkeys/new/")
    page.locator("passkey-form input[name=name]").fill("máy ở cơ quan")

    page.locator("passkey-form button").click()

    page.wait_for_url("**/account/security/recovery-codes/")
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    page.goto(f"{house}/account/security/")
    expect(page.get_by_text("máy ở cơ quan")).to_be_visible()

    page.goto(f"{house}/account/sign-out/")
    page.locator("main form button").first.click()
    page.goto(f"{house}/account/sign-in/")
    page.locator("passkey-form button").click()

    page.wait_for_url(re.compile(r"^(?!.*/account/sign-in/)"))
    page.goto(f"{house}/account/sessions/")
    expect(page.locator(".person__name").first).to_have_text("Vũ Thị Thu")


def test_a_device_without_a_passkey_is_told_so_in_words(house, page: Page, device):
    page.goto(f"{house}/account/sign-in/")

    page.locator("passkey-form button").click()

    expect(page.locator(".passkey__trouble")).to_be_visible()


def test_without_script_the_button_is_not_shown_and_the_password_form_works(house, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{house}/account/sign-in/")

    expect(page.locator("passkey-form")).to_be_hidden()
    page.locator("input[name=login]").fill("nobody")
    page.locator("input[name=password]").fill("no such password at all")
    page.locator("main form button").first.click()
    expect(page.get_by_role("alert").first).to_be_visible()
    context.close()

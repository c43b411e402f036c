"""A Chromium of the machine, and what tests and screenshots do with it."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
)
"""A browser that speaks to nobody but the page's own server, and starts as root in a container."""


def program() -> str | None:
    """The Chromium of this machine, if it has one."""
    return which("chromium") or which("chromium-browser") or which("google-chrome")


@contextmanager
def started() -> Iterator[Browser]:
    """A Chromium without a window, for as long as this lasts."""
    found = program()
    if found is None:
        raise FileNotFoundError("Chromium is not installed; `make machine` installs it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


def sign_in(page: Page, url: str, sign_in_name: str) -> None:
    """Be a person of the demonstration, as one is: by picking the person from its page."""
    page.goto(f"{url}/demo/?q={sign_in_name}")
    from vermilion.accounts.models import User

    number = User.objects.values_list("pk", flat=True).get(sign_in_name=sign_in_name)
    page.locator(f"form[action$='/people/{number}/'] button").first.click()
    page.wait_for_url(re.compile(r"^(?!.*/demo/people/)"))


def choose(context: BrowserContext, url: str, *, language: str, theme: str = "light") -> None:
    """Have pages in a language and a theme, as the cookies of the preferences say."""
    context.add_cookies(
        [
            {"name": "language", "value": language, "url": url},
            {"name": "theme", "value": theme, "url": url},
        ]
    )


def what_axe_finds(page: Page) -> list[str]:
    """What keeps people out of the page shown, by the rules of WCAG 2.2 A and AA."""
    # Run through the protocol of the browser: the content policy of the page keeps scripts out.
    page.evaluate((REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text())
    found = page.evaluate(
        """async () => {
            const kinds = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            const answer = await axe.run(document, {runOnly: {type: "tag", values: kinds}});
            return answer.violations.map(v => ({
                id: v.id, help: v.help, nodes: v.nodes.map(n => n.target.join(" "))
            }));
        }"""
    )
    return [
        f"{each['id']}: {each['help']} at {json.dumps(each['nodes'][:3], ensure_ascii=False)}"
        for each in found
    ]

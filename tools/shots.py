"""Screenshots of every page, language, theme and size, and one contact sheet to look at.

python -m tools.shots [part of a page's name …]
"""

import html
import os
import sys
import tempfile
from itertools import product
from pathlib import Path

from tests.browser.chromium import choose, sign_in, started
from tests.browser.every_page import LANGUAGES, PAGES, SIZES, THEMES, EveryPage
from tests.installation import Installation, running

SHOTS = Path("build/shots")


def main(*wanted: str) -> None:
    """Bring the demonstration up, walk it, and write the contact sheet."""
    pages = [page for page in PAGES if not wanted or any(word in page.name for word in wanted)]
    SHOTS.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("VERMILION_TEST_HOME", tempfile.mkdtemp(prefix="vermilion-shots-"))
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with running("shots", "demo", "--seed", "office") as demo:
        _speak_to(demo)
        walk(demo, pages)
    (SHOTS / "index.html").write_text(contact_sheet(pages), encoding="utf-8")
    sys.stdout.write(f"{SHOTS / 'index.html'}\n")


def walk(demo: Installation, pages: list[EveryPage]) -> None:
    """Take every picture; each reader signs in once."""
    with started() as chromium:
        for who in sorted({page.who for page in pages}):
            context = chromium.new_context()
            window = context.new_page()
            if who:
                sign_in(window, demo.url, who)
            for language, theme in product(LANGUAGES, THEMES):
                choose(context, demo.url, language=language, theme=theme)
                for page, size in product([page for page in pages if page.who == who], SIZES):
                    width, height = SIZES[size]
                    window.set_viewport_size({"width": width, "height": height})
                    window.goto(f"{demo.url}{page.address()}")
                    window.wait_for_load_state("networkidle")
                    window.screenshot(path=SHOTS / file_name(page, language, theme, size))
            context.close()


def file_name(page: EveryPage, language: str, theme: str, size: str) -> str:
    return f"{page.name}-{language}-{theme}-{size}.png"


def contact_sheet(pages: list[EveryPage]) -> str:
    """One row a page, one picture a language, theme and size."""
    rows = []
    for page in pages:
        pictures = "".join(
            f'<a href="{name}"><img loading="lazy" src="{name}" alt="{name}" width="320"></a>'
            for language, theme, size in product(LANGUAGES, THEMES, SIZES)
            for name in [file_name(page, language, theme, size)]
        )
        rows.append(f"<h2>{html.escape(page.name)}</h2><p>{pictures}</p>")
    return f'<!doctype html><meta charset="utf-8"><title>Every page</title>{"".join(rows)}'


def _speak_to(demo: Installation) -> None:
    os.environ["VERMILION_HOME"] = str(demo.home)
    os.environ["VERMILION_DATABASE_URL"] = demo.database_url()
    os.environ["DJANGO_SETTINGS_MODULE"] = "vermilion.site.settings"
    import django

    django.setup()


if __name__ == "__main__":
    main(*sys.argv[1:])

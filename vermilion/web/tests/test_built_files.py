"""What the front-end build makes keeps working under the far-future names of collected files."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

BUILT = settings.REPOSITORY / "build" / "static"


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> Path:
    """The built files as an installation collects and serves them."""
    if not (BUILT / "js" / "vermilion.js").exists():
        pytest.fail("The front end has not been built; `make front` builds it.")
    place: Path = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=str(place), STATICFILES_DIRS=[str(BUILT)]):
        call_command("collectstatic", interactive=False, verbosity=0)
    return place


@pytest.fixture(scope="module")
def names(collected: Path) -> dict[str, str]:
    """The far-future name of each file."""
    paths: dict[str, str] = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return paths


def test_pages_find_their_files(collected: Path, names: dict[str, str]):
    for name in (
        "css/fonts.css",
        "css/vermilion.css",
        "js/vermilion.js",
        "icons.svg",
        "pdf/worker.js",
    ):
        assert re.search(r"\.[0-9a-f]{12}\.", names[name])
        assert (collected / names[name]).exists()


def test_what_a_script_imports_lies_where_it_looks(collected: Path, names: dict[str, str]):
    scripts = [collected / names["js/vermilion.js"], *(collected / "js" / "chunks").glob("*.js")]
    imports = [
        (script, match[1])
        for script in scripts
        for match in re.finditer(
            r"""(?:from|import\(?)\s*["'](\.{1,2}/[^"']+\.js)["']""", script.read_text()
        )
    ]
    assert imports
    for script, address in imports:
        assert (script.parent / address).exists(), f"{script.name} imports {address}"
        # Under its far-future name the first script would be a second one to a chunk.
        assert not address.endswith("vermilion.js")


def test_fonts_keep_their_places(collected: Path, names: dict[str, str]):
    sheet = collected / names["css/fonts.css"]
    addresses = re.findall(r'url\("?([^")]+)"?\)', sheet.read_text())
    assert len(addresses) >= 24
    for address in addresses:
        assert re.search(r"\.[0-9a-f]{12}\.woff2$", address)
        assert (sheet.parent / address).resolve().exists()


def test_styles_and_scripts_load_nothing_from_elsewhere(collected: Path, names: dict[str, str]):
    for name in ("css/fonts.css", "css/vermilion.css"):
        sheet = (collected / names[name]).read_text()
        assert not re.search(r"""(?:url\(["']?|@import\s+["'])(?:https?:)?//""", sheet)


def test_old_browsers_are_given_colours_they_know(collected: Path, names: dict[str, str]):
    assert "oklch" not in (collected / names["css/vermilion.css"]).read_text()


@pytest.mark.parametrize(
    ("address", "forever"),
    [
        ("/static/js/vermilion.0123456789ab.js", True),
        ("/static/js/chunks/pdf-reader-ABCDEFGH.js", True),
        ("/static/js/vermilion.js", False),
        ("/static/pdf/cmaps/90ms-RKSJ-H.bcmap", False),
    ],
)
def test_only_what_never_changes_is_kept_forever(address: str, forever: bool):
    assert bool(re.search(settings.WHITENOISE_IMMUTABLE_FILE_TEST, address)) is forever


def test_the_lock_names_no_place_to_fetch_from():
    lock = json.loads((settings.REPOSITORY / "package-lock.json").read_text())
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]

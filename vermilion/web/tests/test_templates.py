"""What no template and no stylesheet of the house may contain."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

HOUSE = Path(__file__).parents[2]
TEMPLATES = sorted(HOUSE.glob("*/templates/**/*.html"))
SHEETS = sorted(HOUSE.glob("*/styles/**/*.css"))
ICONS = {
    line.split("#")[0].strip() for line in (HOUSE / "web" / "icons.txt").read_text().splitlines()
}
FORBIDDEN = {
    "inline style": re.compile(r"<style|\sstyle="),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "script in an attribute": re.compile(r"\son[a-z]+=|javascript:"),
    "something from elsewhere": re.compile(r"""(?:src|href)=["'](?:https?:)?//"""),
}
PHYSICAL = re.compile(
    r"(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height)|text-align:\s*(?:left|right)|float:\s*(?:left|right))\s*:",
    re.MULTILINE,
)


def _name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_keeps_to_the_content_policy(path):
    text = path.read_text()

    assert [what for what, found in FORBIDDEN.items() if found.search(text)] == []


@pytest.mark.parametrize(
    "path", [each for each in TEMPLATES if "/web/templates/" in str(each)], ids=_name
)
def test_a_template_of_the_frame_can_be_read(path):
    get_template(str(path).split("/templates/", 1)[1])


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_a_stylesheet_knows_no_left_and_right(path):
    declarations = re.sub(
        r"/\*.*?\*/|@page[^{]*\{(?:[^{}]|\{[^}]*\})*\}", "", path.read_text(), flags=re.S
    )
    declarations = re.sub(r"@(?:media|container)[^{]*\{", "{", declarations)

    assert PHYSICAL.findall(declarations) == []


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_a_stylesheet_stands_in_a_layer(path):
    assert path.read_text().lstrip().startswith(("@layer", "/*")), "no rule outside a layer"
    assert "@layer" in path.read_text()


def test_every_icon_that_is_named_is_in_the_sprite():
    named = {
        name
        for path in TEMPLATES
        for name in re.findall(r"""\bicon[= ]"([a-z0-9-]+)\"""", path.read_text())
    } | {
        name
        for path in HOUSE.glob("*/*.py")
        for name in re.findall(r"""\bicon="([a-z0-9-]+)\"""", path.read_text())
    }

    assert named - ICONS == set()

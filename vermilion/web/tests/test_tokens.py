"""Ink can be read on every paper it stands on, by day and by night."""

import re
from math import cos, radians, sin
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "styles" / "tokens.css").read_text()
TEXT = 4.5
SHAPE = 3.0

GROUNDS = ("paper", "sheet", "wash", "press", "select")
READ = [
    *[(ink, ground, TEXT) for ink in ("ink", "ink-2") for ground in GROUNDS],
    *[("ink-3", ground, TEXT) for ground in ("paper", "sheet", "wash")],
    *[(tone, ground, TEXT) for tone in ("late", "soon", "done", "link") for ground in GROUNDS],
    *[(tone, f"{tone}-wash", TEXT) for tone in ("info", "done", "soon", "late")],
    ("vermilion", "sheet", TEXT),
    ("on-vermilion", "vermilion", TEXT),
    ("on-vermilion", "vermilion-deep", TEXT),
    ("on-ink", "ink", TEXT),
    ("on-ink", "ink-2", TEXT),
    *[("line-strong", ground, SHAPE) for ground in ("paper", "sheet", "wash")],
    *[("focus", ground, SHAPE) for ground in GROUNDS],
]


def _block(opening: str) -> dict[str, str]:
    body = TOKENS.split(opening, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


LIGHT = _block(":root {")
DARK = LIGHT | _block(':root[data-theme="dark"] {')
SYSTEM = LIGHT | _block(':root[data-theme="system"] {')


def _luminance(colour: str) -> float:
    """Relative luminance of an oklch colour, clipped to what a screen can show (WCAG 2.2)."""
    lightness, chroma, hue = (
        float(number) for number in re.findall(r"[\d.]+", colour.removeprefix("oklch("))[:3]
    )
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    lightness /= 100
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_knows_black_on_white():
    assert _contrast("oklch(0% 0 0)", "oklch(100% 0 0)") == pytest.approx(21, abs=0.1)


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_what_is_written_can_be_read(theme, tokens):
    faint = {
        f"{ink} on {ground}": round(contrast, 2)
        for ink, ground, least in READ
        if (contrast := _contrast(tokens[ink], tokens[ground])) < least
    }

    assert faint == {}, theme


def test_dark_is_the_same_whether_chosen_or_as_the_device_is():
    assert DARK == SYSTEM


def test_every_value_that_the_frame_uses_is_a_token():
    sheets = (Path(__file__).parents[1] / "styles").glob("**/*.css")
    used = {name for each in sheets for name in re.findall(r"var\(--([\w-]+)", each.read_text())}

    assert used - set(re.findall(r"--([\w-]+):", TOKENS)) == set()

"""Templates: every text can be translated, nothing runs or is styled inline, each one is used."""

import re

import pytest

from tests.architecture.source import HOUSE, listed, short

TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))

COMMENTS = re.compile(r"{#.*?#}|{% *comment.*?{% *endcomment *%}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(
    r"{% *blocktrans(late)?\b(?:(?!%}).)*%}.*?{% *endblocktrans(late)? *%}", re.DOTALL
)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ELEMENTS = re.compile(r"<[^<>]*>", re.DOTALL)
SPEAKING = re.compile(
    r"\s(title|aria-label|aria-description|placeholder|alt|label|data-[\w-]*(?:label|text|words))"
    r"\s*=\s*\"([^\"]*)\"",
    re.DOTALL,
)
LETTERS = re.compile(r"[^\W\d_]{2,}")

SAID_AS_IT_IS = {
    *("Vermilion", "PDF", "PAdES", "SHA", "DOCX", "ODT", "XLSX", "CSV", "API", "MiB", "KiB"),
    *("Esc", "openapi", "json"),
}
"""Names that are the same in every language."""

NOT_SHOWN = {
    "vermilion/web/templates/web/gallery/": "the gallery shows components to their makers",
}
"""Where text may stand as it is, each with its reason."""


CLASSES = re.compile(r"{% *block \w*(?:class|frame|kind)\w* *%}.*?{% *endblock[^%]*%}")
EMPTY = re.compile(r"[\w-]+=\"\s*\"")


def _bare(text: str) -> str:
    return CLASSES.sub(" ", TRANSLATED.sub(" ", COMMENTS.sub(" ", text)))


def _words(text: str) -> list[str]:
    return [word for word in LETTERS.findall(text) if word not in SAID_AS_IT_IS]


@pytest.fixture(params=TEMPLATES, ids=[short(path) for path in TEMPLATES])
def template(request):
    return request.param


def test_every_text_can_be_translated(template):
    if any(short(template).startswith(place) for place in NOT_SHOWN):
        return
    text = _bare(template.read_text(encoding="utf-8"))
    wrong = [
        f"{name}={value!r}" for name, value in SPEAKING.findall(TAGS.sub("", text)) if _words(value)
    ]
    shown = ELEMENTS.sub(
        " ", TAGS.sub("", re.sub(r"<(script|style|code|kbd).*?</\1>", " ", text, flags=re.DOTALL))
    )
    shown = EMPTY.sub(" ", re.sub(r"&\w+;", " ", shown))
    wrong += [repr(line.strip()) for line in shown.splitlines() if _words(line)]
    assert not wrong, listed(wrong)


def test_nothing_runs_or_is_styled_inline(template):
    text = COMMENTS.sub(" ", template.read_text(encoding="utf-8"))
    wrong = re.findall(r"\son\w+\s*=|\shx-on\b[^=]*=|\sstyle\s*=|<style\b|javascript:", text)
    wrong += [
        tag
        for tag in re.findall(r"<script\b[^>]*>", text)
        if "src=" not in tag and "application/json" not in tag and "json_script" not in tag
    ]
    assert not wrong, listed(wrong)


def test_text_is_not_glued_from_parts(template):
    """Whole sentences only: half of one has no meaning to whoever translates it."""
    text = COMMENTS.sub(" ", template.read_text(encoding="utf-8"))
    wrong = re.findall(r"{% *blocktrans(?:late)?(?![^%]*trimmed)[^%]*%}\s*\n", text)
    assert not wrong, listed(wrong)


def test_every_template_is_used():
    everything = "\n".join(
        path.read_text(encoding="utf-8")
        for kind in ("*.py", "*.html")
        for path in HOUSE.rglob(kind)
    )
    by_frame = re.compile(r"^(4\d\d|500)\.html$|/(email|messages|snippets)/")
    wrong = []
    for path in TEMPLATES:
        name = path.as_posix().partition("/templates/")[2]
        given = any(
            name.startswith(folder) for folder in ("account/", "mfa/", "django/", "allauth/")
        )
        # A component is a template tag of its own name.
        is_tag = "/components/" in name and re.search(rf"{{% *{path.stem}\b", everything)
        if name not in everything and not given and not is_tag and not by_frame.search(name):
            wrong.append(short(path))
    assert not wrong, listed(wrong)


def test_every_form_of_a_page_has_its_token():
    wrong = []
    for path in TEMPLATES:
        text = COMMENTS.sub(" ", path.read_text(encoding="utf-8"))
        for form in re.findall(
            r"<form\b[^>]*method=\"post\".*?</form>", text, re.DOTALL | re.IGNORECASE
        ):
            if "csrf_token" not in form and "form.html" not in form:
                wrong.append(f"{short(path)}: {form[:80]!r}")  # noqa: PERF401 - two loops read better than one long line
    assert not wrong, listed(wrong)

"""Everything that is said is said in every language."""

import shutil

import polib
import pytest

from tests.architecture.source import listed
from tools import messages


@pytest.fixture(params=messages.packages(), ids=lambda path: path.name)
def package(request):
    return request.param


def test_every_catalogue_is_whole(package):
    if shutil.which("xgettext") is None:
        pytest.fail("gettext is not installed; `make machine` installs it.")
    wrong = list(messages.problems(package, texts=messages.wanted(package)))
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("language", ["vi", "hi", "ar"])
def test_one_text_is_said_one_way_in_every_package(language):
    """Django lays all catalogues together: of two translations of one text the first one wins."""
    said: dict[str, dict[str, str]] = {}
    for catalogue in sorted(messages.HOUSE.glob(f"*/locale/{language}/LC_MESSAGES/django.po")):
        package = catalogue.relative_to(messages.HOUSE).parts[0]
        for entry in polib.pofile(str(catalogue)):
            if entry.msgctxt is None and not entry.obsolete:
                translated = entry.msgstr or " / ".join(entry.msgstr_plural.values())
                said.setdefault(entry.msgid, {}).setdefault(translated, package)
    wrong = [f"{text!r}: {ways}" for text, ways in said.items() if len(ways) > 1]
    assert not wrong, listed(wrong)

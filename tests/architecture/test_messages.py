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


MIXED_UP = {
    "tasks": ("từ chối", "thu hồi"),
    "routing": ("từ chối", "thu hồi"),
    "desk": ("từ chối", "thu hồi"),
    "followup": ("từ chối", "thu hồi"),
    "arrivals": ("trả lại", "thu hồi"),
}
"""Words that mean something else than what happens there: a body refuses to take a document in (từ
chối), a person or unit returns an assignment (trả lại), an issuer recalls what was issued (thu
hồi). What is taken back inside the body is said otherwise (thu lại)."""


@pytest.mark.parametrize("package", MIXED_UP)
def test_refusing_returning_and_recalling_are_not_mixed_up(package):
    catalogue = messages.HOUSE / package / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    wrong = [
        f"{entry.msgid} = {said}"
        for entry in polib.pofile(str(catalogue))
        for said in (entry.msgstr, *entry.msgstr_plural.values())
        if any(word in said.lower() for word in MIXED_UP[package])
        # The inbox refuses, and says of what it refuses that its sender gets it back.
        and not (package == "arrivals" and "từ chối" in said.lower())
    ]
    assert not wrong, listed(wrong)

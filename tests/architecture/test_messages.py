"""Everything that is said is said in every language."""

import shutil

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

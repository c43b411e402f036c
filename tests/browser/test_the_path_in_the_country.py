"""The same path where 34 provinces and 3,321 communes stand around the office."""

from collections.abc import Iterator

import pytest

from tests.browser.test_the_path import (
    a_paper,
    test_a_paper_goes_through_the_house_by_keyboard_alone,
)
from tests.installation import Installation, running, speaking_to

pytestmark = [pytest.mark.browser, pytest.mark.country, pytest.mark.timeout(900)]

__all__ = ["a_paper", "test_a_paper_goes_through_the_house_by_keyboard_alone"]


@pytest.fixture(scope="session")
def demo(django_db_blocker) -> Iterator[Installation]:
    """The demonstration of the whole country."""
    with (
        running("demo", "demo", "--seed", "country") as installation,
        django_db_blocker.unblock(),
        speaking_to(installation),
    ):
        yield installation

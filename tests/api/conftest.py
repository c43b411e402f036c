"""A house whose API is called over the wire, as programs elsewhere call it."""

import os
from collections.abc import Iterator

import pytest

from tests.api.house import House, furnished
from tests.installation import running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One house serves all of these tests, so one process runs them."""
    for item in items:
        if "tests/api/" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("api"))
            item.add_marker(pytest.mark.timeout(900))


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """The office of the cast, served by the same command as anybody's.

    Tests leave behind what they did, and ask for nothing to be empty.
    """
    # A process of its own has a house of its own: two would take it from under each other.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    with running(f"api-{worker}", "run") as installation:
        yield furnished(installation)

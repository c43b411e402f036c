"""A house whose API is called over the wire, as programs elsewhere call it."""

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
    with running("api", "run") as installation:
        yield furnished(installation)

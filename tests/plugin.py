"""Starts the embedded PostgreSQL of the tests before Django reads its settings.

Each test process has a server of its own: what is over and what still runs is one question to a
whole server, and one process must not answer it for another.
"""

import os
from contextlib import ExitStack
from pathlib import Path

QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "timezone": "UTC",
    "jit": "off",
}
"""For tests of rules; what must survive a crash is tested on a durable server of its own."""

OURS = "VERMILION_TEST_SERVER"
"""Set where the address of the database was put there by tests, not by whoever runs them."""

_until_the_end = ExitStack()


def _prepare() -> None:
    home = Path(os.environ.get("VERMILION_TEST_HOME", "var/test")).resolve()
    home /= os.environ.get("PYTEST_XDIST_WORKER", "")
    (home / "static").mkdir(parents=True, exist_ok=True)
    os.environ["VERMILION_HOME"] = str(home)
    os.environ.setdefault("VERMILION_LANGUAGE", "en")
    os.environ["DJANGO_SETTINGS_MODULE"] = "vermilion.site.settings"
    if OURS in os.environ or not os.environ.get("VERMILION_DATABASE_URL"):
        from vermilion.site import embedded

        server = _until_the_end.enter_context(embedded.running(home, settings=QUICK))
        os.environ["VERMILION_DATABASE_URL"] = server.url()
        os.environ[OURS] = "started"


def pytest_unconfigure() -> None:
    _until_the_end.close()


_prepare()

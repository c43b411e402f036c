"""What every command stands on: a database that runs, and Django set up on it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vermilion.site.commands import home


@contextmanager
def prepared() -> Iterator[None]:
    """Have a database running while the command runs: the named cluster, or the embedded one."""
    if os.environ.get("VERMILION_DATABASE_URL"):
        yield
        return
    from vermilion.site import embedded

    folder = home.from_environment()
    home.prepare(folder)
    with embedded.running(folder) as server:
        os.environ["VERMILION_DATABASE_URL"] = server.url()
        try:
            yield
        finally:
            del os.environ["VERMILION_DATABASE_URL"]


@contextmanager
def django_ready() -> Iterator[None]:
    """A database that runs, and every package loaded."""
    with prepared():
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
        import django

        django.setup()
        try:
            yield
        finally:
            _let_go()


def _let_go() -> None:
    """Close the connections, so that an embedded server need not wait for them."""
    from django.db import connections

    connections.close_all()
    for each in connections.all(initialized_only=True):
        close_pool = getattr(each, "close_pool", None)
        if close_pool:
            close_pool()

"""What every command stands on: a database that runs, and Django set up on it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def prepared() -> Iterator[None]:
    """Have a database running while the command runs: the named cluster, or the embedded one."""
    if os.environ.get("VERMILION_DATABASE_URL"):
        yield
        return
    from vermilion.site import embedded

    home = Path(os.environ.get("VERMILION_HOME", "var")).resolve()
    home.mkdir(parents=True, exist_ok=True)
    with embedded.running(home) as server:
        os.environ["VERMILION_DATABASE_URL"] = server.url()
        yield


@contextmanager
def django_ready() -> Iterator[None]:
    """A database that runs, and every package loaded."""
    with prepared():
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
        import django

        django.setup()
        yield

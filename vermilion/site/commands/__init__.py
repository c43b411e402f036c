"""The console command `vermilion`, and Django's own commands behind `manage.py`."""

import os
import signal
import sys
from contextlib import nullcontext

from vermilion.site.commands.house import prepared


def main() -> None:
    """Run the console command. Told to end, it leaves as it came: what it started is stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    from vermilion.site.commands.line import line

    line()


def manage(arguments: list[str]) -> None:
    """Run one of Django's commands against the database of this installation."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
    without = {"makemessages", "compilemessages", "collectstatic", "help"}
    bare = len(arguments) < 2 or arguments[1] in without
    with nullcontext() if bare else prepared():
        from django.core.management import execute_from_command_line

        execute_from_command_line(arguments)


__all__ = ["main", "manage"]

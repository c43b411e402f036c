"""One part of a running installation, as a process of its own: `web`, `worker`, `set-up`, `guard`.

Started by `vermilion.site.commands.running`, whose end they notice on their standard input.
"""

import os
import signal
import sys
from contextlib import ExitStack

from vermilion.site.commands import home, lifeline, running
from vermilion.site.commands.house import django_ready


def main(part: str, *words: str) -> None:
    """Be one part until a signal comes, or until the process that started this one is gone."""
    from vermilion.site import embedded

    if part == "guard":
        guard()
        return
    lifeline.follow_parent(grace=running.GRACE + 5)
    with ExitStack() as stack:
        if os.environ.get("VERMILION_EMBEDDED"):
            stack.enter_context(embedded.in_use(home.from_environment()))
        if part == "web":
            running.serve()
        elif part == "worker":
            with django_ready():
                running.work()
        elif part == "set-up":
            from vermilion.site.commands.setting_up import set_up

            with django_ready():
                set_up(*words)


def guard() -> None:
    """Stop the embedded database once everybody is gone who might have done so."""
    from vermilion.site import embedded

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    while os.read(sys.stdin.fileno(), 1024):
        pass
    embedded.stop_when_unused(home.from_environment(), wait=running.GRACE + 15)


if __name__ == "__main__":
    main(*sys.argv[1:])

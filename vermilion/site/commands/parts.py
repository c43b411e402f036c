"""One part of a running installation, as a process of its own: `web` or `worker`."""

import sys

from vermilion.site.commands import running
from vermilion.site.commands.house import django_ready

if __name__ == "__main__":
    [part] = sys.argv[1:]
    if part == "web":
        running.serve()
    else:
        with django_ready():
            running.work()

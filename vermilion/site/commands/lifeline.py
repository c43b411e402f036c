"""How a part learns that the process which started it is gone, however that ended.

The parent holds the writing end of a pipe that is the part's standard input, and never writes.
When the parent dies, even by kill -9, the system closes the pipe and the part ends itself.
"""

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import time


def follow_parent(*, grace: float) -> None:
    """End this process as by a signal when standard input closes; by force after the grace."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        _end(grace)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()


def follow_starter_of_this_worker(*, grace: float) -> None:
    """The same for a process that multiprocessing started, such as a worker of the web server."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        multiprocessing.connection.wait([parent.sentinel])
        _end(grace)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()


def _end(grace: float) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(grace)
    os._exit(1)

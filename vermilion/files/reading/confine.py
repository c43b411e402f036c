"""Take from this process what a reader of files does not need, before it sees the first byte."""

import ctypes
import os
import resource
import signal

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
PR_SET_PDEATHSIG = 1
PR_SET_NO_NEW_PRIVS = 38


def confine(*, memory: int, seconds: int, output: int) -> None:
    """Limit memory, computing time and output, end with the parent, and leave the network.

    Leaving the network needs a kernel that allows it; where it does not, the limits stand alone.
    """
    _limit(resource.RLIMIT_AS, memory)
    # The soft limit ends the process with a signal of its own, which tells the parent why.
    _limit(resource.RLIMIT_CPU, seconds, seconds + 5)
    _limit(resource.RLIMIT_FSIZE, output)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 256)
    if os.uname().sysname == "Linux":
        libc = ctypes.CDLL(None)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if libc.unshare(CLONE_NEWNET) != 0:
            libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _limit(kind: int, most: int, at_last: int | None = None) -> None:
    _, hard = resource.getrlimit(kind)
    ceiling = most if at_last is None else at_last
    if hard != resource.RLIM_INFINITY:
        most, ceiling = min(most, hard), min(ceiling, hard)
    resource.setrlimit(kind, (most, ceiling))

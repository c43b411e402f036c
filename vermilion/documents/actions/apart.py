"""Write down what must stay written even though the act that led to it is refused."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from django.db import connection, transaction


def in_a_transaction_of_its_own(write: Callable[[], None]) -> None:
    """Carry out a write that no rollback of the present transaction takes back.

    Within a transaction the write goes over a connection of its own, and so must not wait for
    rows that the present transaction holds.
    """
    if not connection.in_atomic_block:
        with transaction.atomic():
            write()
        return
    context = copy_context()
    with ThreadPoolExecutor(1, thread_name_prefix="apart") as thread:
        thread.submit(context.run, _write_and_close, write).result()


def _write_and_close(write: Callable[[], None]) -> None:
    try:
        with transaction.atomic():
            write()
    finally:
        connection.close()

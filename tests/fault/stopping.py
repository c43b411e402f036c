"""Stop an act at its first, second, … n-th statement, and each time look whether all is whole.

    stopping_anywhere(lambda: actions.register_incoming(…), whole=books_are_whole)

The last run is the one that came through; what it did stays.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.db import OperationalError, connection, transaction

MANY = 400
"""An act of more statements than this is no act of an office."""


class PowerCut(OperationalError):
    """The world stopped at a statement. To Django it is the error of a lost database."""


def stopping_anywhere(
    act: Callable[[], object], *, whole: Callable[[], None], finished: Callable[[], None]
) -> int:
    """Run the act again and again, stopped one statement later each time; says how many it has.

    After each stop `whole` must hold, as it did before; after the run that came through,
    `finished` must.
    """
    whole()
    for number in range(1, MANY):
        came_through = False
        with _stopping_at(number) as seen, suppress(PowerCut):
            with transaction.atomic():
                act()
            came_through = True
        if came_through:
            finished()
            return len(seen)
        whole()
    raise AssertionError(f"the act has more than {MANY} statements")


def statements_of(act: Callable[[], object]) -> list[str]:
    """The statements of an act, in order. What it did is undone."""
    with _stopping_at(0) as seen, transaction.atomic():
        act()
        transaction.set_rollback(True)
    return seen


@contextmanager
def _stopping_at(number: int) -> Iterator[list[str]]:
    """Let the n-th statement raise before it is sent. Savepoints count: there one can stop too."""
    seen: list[str] = []

    def execute(
        run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        if not sql.startswith("ROLLBACK"):
            seen.append(sql)
            if len(seen) == number:
                raise PowerCut(sql)
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield seen

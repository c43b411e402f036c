"""What came about. Published upward, inside the transaction of the act.

Who listens is one table in `vermilion.site.wiring`; a package never names its listeners.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vermilion.kernel.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact that a package publishes: past tense, plain values, the actor and the time."""

    actor: Actor
    at: datetime


Handler = Callable[[Any], None]
Wiring = Mapping[type[Event], Sequence[Handler]]


class _Switchboard:
    """Holds the one wiring table of the installation."""

    def __init__(self) -> None:
        self._wiring: Wiring = {}

    def connect(self, wiring: Wiring) -> None:
        self._wiring = wiring

    def publish(self, event: Event) -> None:
        for handler in self._wiring[type(event)]:
            handler(event)


_switchboard = _Switchboard()


def connect(wiring: Wiring) -> None:
    """Set the wiring table, once, when the installation starts."""
    _switchboard.connect(wiring)


def publish(event: Event) -> None:
    """Call every listener of the event now, in the order of the table.

    A listener that raises undoes the act. An event without a line in the table is a KeyError.
    """
    _switchboard.publish(event)

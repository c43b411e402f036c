"""Pure decisions: which day, which place in the tree's intervals, which duties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vermilion.kernel.actors import Duty

WHOLE = (0, 2**62)
"""The interval in which every root of the tree has its place."""
STRIDE = 2**40
"""Room left at each end of a body when the whole tree is laid out anew."""
SHARE = 16
"""A new child takes a sixteenth of the room that its parent has left, so that many find room."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range of places. One lies within another, or they do not touch."""

    lo: int
    hi: int

    def __contains__(self, other: "Interval") -> bool:
        return self.lo <= other.lo and other.hi <= self.hi

    @property
    def width(self) -> int:
        return self.hi - self.lo


def room_for_child(parent: Interval, last_taken: int, *, at_least: int = 1) -> Interval | None:
    """Where a child of this width or more goes, after the places taken; None when it is full."""
    first = last_taken + 1
    left = parent.hi - first
    width = max(left // SHARE, at_least)
    # A child ends before its parent does, so that no two bodies share an end.
    return Interval(first, first + width) if width >= 1 and first + width < parent.hi else None


def laid_out(children: dict[int | None, Sequence[int]]) -> dict[int, Interval]:
    """Intervals for a whole tree, in pre-order, with a stride of room at every end."""
    places: dict[int, Interval] = {}
    place = 0
    opened: dict[int, int] = {}
    waiting = [(body, True) for body in reversed(children.get(None, ()))]
    while waiting:
        body, opening = waiting.pop()
        place += STRIDE
        if opening:
            opened[body] = place
            waiting.append((body, False))
            waiting.extend((child, True) for child in reversed(children.get(body, ())))
        else:
            places[body] = Interval(opened[body], place)
    return places


def holds_on(valid_from: date, valid_to: date | None, day: date) -> bool:
    """Whether a dated row holds on a day: from its first day on, and before its end."""
    return valid_from <= day and (valid_to is None or day < valid_to)


def known_duties(words: Iterable[str]) -> list[Duty]:
    """Duties by their names, each once, in the order of the list of duties."""
    given = {Duty(word) for word in words}
    return [duty for duty in Duty if duty in given]

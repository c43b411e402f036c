"""What came about with notices."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTold(Event):
    """These people have something new in their centre: their bells may be drawn anew."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesSeen(Event):
    """A person has seen what was told of these papers (`kind:id` each) in a post."""

    person_id: int
    holder_ids: tuple[int, ...]
    abouts: tuple[str, ...]

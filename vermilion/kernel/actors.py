"""Who acts: a person in a post, a timetable, or a peer system."""

from dataclasses import dataclass, field
from enum import StrEnum


class ActorKind(StrEnum):
    PERSON = "person"
    SYSTEM = "system"
    PEER = "peer"


class Duty(StrEnum):
    """What a post lets its holder do. A post carries any number of duties."""

    CLERK = "clerk"
    LEADER = "leader"
    HEAD = "head"
    SPECIALIST = "specialist"
    ASSISTANT = "assistant"
    ADMINISTRATOR = "administrator"
    ARCHIVIST = "archivist"
    SECURITY = "security"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can be asked later about an act.

    A person acts in exactly one post at a time; `for_appointment_id` names the post in whose
    stead the act is done, when it is done for another. `tokens` are the few words by which
    grants name this actor (see `vermilion.access`).
    """

    kind: ActorKind
    name: str
    person_id: int | None = None
    appointment_id: int | None = None
    post: str = ""
    body_id: int | None = None
    body: str = ""
    unit_id: int | None = None
    for_appointment_id: int | None = None
    for_name: str = ""
    duties: frozenset[Duty] = field(default_factory=frozenset)
    clearance: int = 0
    tokens: frozenset[str] = field(default_factory=frozenset)
    time_zone: str = "UTC"

    @property
    def own_body(self) -> int:
        """The body in which this actor acts, or 0, which no body is numbered."""
        return self.body_id or 0

    def has(self, duty: Duty) -> bool:
        """Whether the post in which this actor acts carries the duty."""
        return duty in self.duties


def system(name: str, *, body_id: int | None = None, time_zone: str = "UTC") -> Actor:
    """The actor of a timetable or of a command an operator gave."""
    return Actor(kind=ActorKind.SYSTEM, name=name, body_id=body_id, time_zone=time_zone)

"""Plain values shared by every package."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A typed reference to a thing of any package, written `kind:id`, as in `entry:12`."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Subject":
        kind, _, number = text.partition(":")
        return cls(kind, int(number))

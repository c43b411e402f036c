"""What those above hang into this toolkit. Filled once, when the installation starts."""

from collections.abc import Callable, Collection, Mapping, Sequence

from vermilion.kernel.actors import Actor

Fields = Mapping[str, Sequence[str]]
"""What somebody typed: each field of a form with its values."""

seers: dict[str, Callable[[Actor, int], bool]] = {}
"""By the kind of a subject: whether an actor may see the one with this number."""

living: list[Callable[[Collection[str]], set[str]]] = []
"""Which of these sessions still hold. A stream whose session ended is closed."""

bars: list[Callable[[Actor, Fields], bool]] = []
"""Whether these fields may not lie on this server, by their grade. One is enough."""


def may_see(actor: Actor, kind: str, number: int) -> bool:
    """Whether the actor may see the thing. Of a kind that nobody answers for, nobody may."""
    seer = seers.get(kind)
    return seer is not None and seer(actor, number)

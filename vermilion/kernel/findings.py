"""What is not as it should be, and which command mends it: the lines of `vermilion doctor`.

Each package tells its own in its `checks` module. A check only looks; it never repairs.

    @check(id="registry.gaps", deep=True)
    def gaps() -> Iterator[Finding]:
        \"\"\"Every number of a book is there: entered, or struck out with a reason.\"\"\"
        for book in queries.books_with_gaps():
            yield Finding(
                id="registry.gaps",
                sentence=_("The book %(book)s lacks the number %(number)s."),
                hint=_("Look for it in the log: vermilion audit find book:%(book)s."),
                subject=f"book:{book.pk}",
                level=Level.FAULT,
                facts={"book": book.pk, "number": book.missing},
            )
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec

from django.utils.functional import Promise


class Level(StrEnum):
    """How much it matters: `notice` changes nothing, `warning` wants a look, `fault` a hand."""

    NOTICE = "notice"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, in a sentence, and a hint at what mends it.

    `sentence` and `hint` may be lazily translated; `facts` fill their named places.
    """

    id: str
    sentence: str | Promise
    hint: str | Promise
    subject: str = ""
    level: Level = Level.WARNING
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        """The sentence in the language at hand."""
        return str(self.sentence) % self.facts if self.facts else str(self.sentence)

    @property
    def what_helps(self) -> str:
        """The hint in the language at hand."""
        return str(self.hint) % self.facts if self.facts else str(self.hint)


Look = Callable[[], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A question that the doctor asks.

    A deep one takes long, and is left for the night. One about what is `running` asks after
    workers and what they are behind with, not after what is kept.
    """

    id: str
    look: Look
    deep: bool = False
    running: bool = False

    @property
    def promise(self) -> str:
        """What is true when the check finds nothing: the first line of its docstring."""
        return (self.look.__doc__ or "").strip().partition("\n")[0]


_checks: dict[str, Check] = {}


def check(
    *,
    id: str,  # noqa: A002 - a finding's id
    deep: bool = False,
    running: bool = False,
) -> Callable[[Look], Look]:
    """Make a function one of the doctor's checks. Two checks of one id are refused."""

    def register(look: Look) -> Look:
        known = _checks.get(id)
        if known and known.look.__module__ != look.__module__:
            raise ValueError(f"two checks are called {id!r}")
        _checks[id] = Check(id, look, deep, running)
        return look

    return register


def checks_of(packages: Iterable[str]) -> list[Check]:
    """Every check told by the `checks` modules of these packages, ordered by id."""
    for package in packages:
        if find_spec(f"{package}.checks"):
            import_module(f"{package}.checks")
    return [_checks[each] for each in sorted(_checks)]

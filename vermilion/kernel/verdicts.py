"""Whether something may be done, and if not, why not, in words."""

from dataclasses import dataclass

from django.utils.functional import Promise

from vermilion.kernel.refusals import NotAllowed


@dataclass(frozen=True, slots=True)
class Verdict:
    """Allowed, or every reason why not. Truthy when allowed, so that templates can ask."""

    reasons: tuple[str | Promise, ...] = ()

    @property
    def allowed(self) -> bool:
        return not self.reasons

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: "Verdict") -> "Verdict":
        """Both must allow; the reasons of both are kept."""
        return Verdict(self.reasons + other.reasons)

    @property
    def in_words(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


ALLOWED = Verdict()


def refused_because(reason: str | Promise) -> Verdict:
    """A verdict against, for one reason."""
    return Verdict((reason,))


def unless(condition: bool, reason: str | Promise) -> Verdict:
    """Allowed when the condition holds; otherwise refused for the reason."""
    return ALLOWED if condition else refused_because(reason)


def require(verdict: Verdict) -> None:
    """Let the act go on, or raise `NotAllowed` with every reason."""
    if not verdict:
        raise NotAllowed(reasons=verdict.in_words)

"""Facts this package publishes."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemReported(Event):
    """Somebody reported a problem."""

    problem_id: int
    body_id: int
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemMoved(Event):
    """Somebody did something about a problem: `step` is one of `StepKind`."""

    problem_id: int
    body_id: int
    step: str

"""What operations receive and give: plain values shared by every router."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import ConfigDict

from vermilion.kernel.actors import Actor
from vermilion.web.requests import ActingRequest

LARGEST = 2**63 - 1

Number = Annotated[int, Field(ge=1, le=LARGEST)]
"""The number of a thing of this installation, as it stands in paths, queries and bodies."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: somebody in a post, with a token that may do some things and not others."""

    actor: Actor
    token: str
    """What the token is called here; answers to repeated writes are kept under it."""
    scopes: frozenset[str]


Authenticate = Callable[[str, datetime], Caller | None]
"""Given a token and the time: who calls with it, or None where it opens nothing."""


class ApiRequest(ActingRequest):
    """What every operation behind a token receives."""

    caller: Caller | None
    given: Any
    """The body, read as JSON."""


class Given(Schema):
    """What a body is read into. A member nobody asked for is refused: it was meant somehow."""

    model_config = ConfigDict(extra="forbid")


class FieldProblem(Schema):
    """One value of a request that cannot be taken."""

    place: str = Field(description="Where the value stood: path, query, header or body.")
    pointer: str = Field(description="JSON pointer to the value, such as /items/0/number.")
    code: str = Field(description="A stable name of what is wrong.")
    detail: str = Field(description="What is wrong, in a sentence.")


class Problem(Schema):
    """What went wrong, after RFC 9457, with what is needed to act upon it."""

    type: str = Field(description="Where this kind of problem is explained.")
    title: str = Field(description="The kind of problem, in a few words.")
    status: int
    detail: str = Field(description="What happened this time, in the language asked for.")
    instance: str = Field(description="The address that was called.")
    code: str = Field(description="A stable name for machines, such as already-registered.")
    trace: str = Field(description="The number by which support finds this request.")
    facts: dict[str, Any] = Field(description="The values that the sentence speaks of.")
    errors: list[FieldProblem] = Field(description="Each value that could not be taken.")

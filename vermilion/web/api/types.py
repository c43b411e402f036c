"""What operations receive and give: plain values shared by every router."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ninja import Field, Schema
from pydantic import AwareDatetime, BeforeValidator, ConfigDict, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from vermilion.kernel.actors import Actor
from vermilion.web.requests import ActingRequest

LARGEST = 2**63 - 1

Number = Annotated[int, Field(ge=1, le=LARGEST)]
"""The number of a thing of this installation, as it stands in paths, queries and bodies."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ].+")


def _written_as_a_day(value: Any) -> Any:
    # The library would also take the seconds since 1970, which nobody who writes 0 means.
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise PydanticKnownError("date_type")
    return value


Day = Annotated[date, BeforeValidator(_written_as_a_day)]
"""A day in an address: written YYYY-MM-DD, and in no other way."""


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

    @field_validator("*", mode="before")
    @classmethod
    def _as_described(cls, value: Any, about: ValidationInfo) -> Any:
        _refuse_another_kind(value, cls.model_fields[about.field_name or ""].annotation)
        return value


def _refuse_another_kind(value: Any, wanted: Any) -> None:
    """Refuse what only a generous reader would take: "1" and true for 1, 0 for a day of 1970."""
    kind, inner = get_origin(wanted), get_args(wanted)
    if kind is Annotated:
        _refuse_another_kind(value, inner[0])
    elif kind in (Union, UnionType):
        kinds = [each for each in inner if each is not NoneType]
        if value is not None and len(kinds) == 1:
            _refuse_another_kind(value, kinds[0])
    elif kind is list and isinstance(value, list):
        for each in value:
            _refuse_another_kind(each, inner[0])
    elif wanted is date and not _is_written(value, _DAY):
        raise PydanticKnownError("date_type")
    elif wanted in (datetime, AwareDatetime) and not _is_written(value, _MOMENT):
        raise PydanticKnownError("datetime_type")
    elif wanted is bool:
        if not isinstance(value, bool):
            raise PydanticKnownError("bool_type")
    elif isinstance(wanted, type) and issubclass(wanted, int) and isinstance(value, bool | str):
        raise PydanticKnownError("int_type")


def _is_written(value: Any, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


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

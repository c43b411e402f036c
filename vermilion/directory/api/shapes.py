"""What the directory gives to machines and takes from them."""

from datetime import date
from typing import Annotated

from ninja import Field, Schema

from vermilion.directory.types import Authority, Succession
from vermilion.web.api import types as written
from vermilion.web.api.types import Given, Number

Name = Annotated[str, Field(min_length=1, max_length=200)]
Short = Annotated[str, Field(max_length=60)]
Abbreviation = Annotated[str, Field(max_length=30)]
Day = Annotated[
    date | None, Field(description="The first day on which it holds. Today when left out.")
]
AsOf = Annotated[
    written.Day | None, Field(description="As it stood on this day. Today when left out.")
]


class Code(Schema):
    """A code by which a body is known."""

    scheme: str
    value: str


class Body(Schema):
    """A body as it was on a day."""

    id: int
    name: str
    short_name: str
    abbreviation: str
    kind: str = Field(description="The code of its kind.")
    parent: int | None = Field(description="The body above it.")
    valid_from: date = Field(description="Since when it was called and stood like this.")
    valid_to: date | None
    codes: list[Code]


class BodyInBrief(Schema):
    """A body in a list."""

    id: int
    name: str
    kind: str
    parent: int | None
    since: date


class Choice(Schema):
    """A body that a search found."""

    id: int
    name: str
    above: str = Field(description="The body above it.")
    note: str = Field(description="How a former name or code led here.")


class FoundByCode(Schema):
    """The body that a code leads to."""

    id: int
    name: str
    note: str = Field(description="Says so when a former code or a successor is meant.")


class Unit(Schema):
    """A unit of a body."""

    id: int
    name: str
    abbreviation: str
    parent: int | None


class Seat(Schema):
    """Somebody in a post."""

    appointment: int
    person: int
    name: str


class Post(Schema):
    """A post of a body, and who holds it."""

    id: int
    title: str
    unit: int | None
    duties: list[str]
    signs_as: str
    held_by: list[Seat]


class Recipient(Schema):
    """A body that a circle stands for."""

    id: int
    name: str
    parent: int | None


class Circle(Schema):
    """A named set of recipients."""

    id: int
    name: str
    owner: int


class Founding(Given):
    kind: Annotated[str, Field(max_length=40)]
    name: Name
    parent: Number
    short_name: Short = ""
    abbreviation: Abbreviation = ""
    place: Annotated[str, Field(max_length=100)] = ""
    on: Day = None


class Renaming(Given):
    name: Name
    short_name: Short | None = None
    abbreviation: Abbreviation | None = None
    on: Day = None


class Moving(Given):
    parent: Number
    on: Day = None


class Ending(Given):
    on: Day = None


class Succeeding(Given):
    successors: Annotated[list[Number], Field(min_length=1, max_length=100)]
    manner: Succession
    on: Day = None


class Coding(Given):
    scheme: Annotated[str, Field(min_length=1, max_length=40)]
    value: Annotated[str, Field(min_length=1, max_length=35)]
    on: Day = None


class UnitOpening(Given):
    name: Name
    abbreviation: Abbreviation = ""
    parent: Number | None = None
    on: Day = None


class PostCreating(Given):
    title: Annotated[str, Field(min_length=1, max_length=120)]
    duties: Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=9)] = []
    unit: Number | None = None
    signs_as: Authority | None = None
    on: Day = None


class Entering(Given):
    full_name: Annotated[str, Field(min_length=1, max_length=100)]
    kept_by: Number
    email: Annotated[str, Field(max_length=254)] = ""
    telephone: Annotated[str, Field(max_length=40)] = ""


class Appointing(Given):
    person: Number
    on: Day = None
    until: Annotated[date | None, Field(description="The first day on which it ends.")] = None


class Made(Schema):
    """The number of what came about."""

    id: int

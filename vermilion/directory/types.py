"""Words and plain values of the directory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.directory.wording import ACTS as ACTS
from vermilion.directory.wording import FACTS as FACTS
from vermilion.directory.wording import SUBJECTS as SUBJECTS
from vermilion.kernel.actors import Duty


class Family(TextChoices):
    """The side of the house a body stands on; its rules of form and numbering follow from it."""

    PARTY = "party", _("Party")
    STATE = "state", _("State")
    FRONT = "front", _("Front and organisations")


class Authority(TextChoices):
    """In whose right one signs (Decree 30/2020 Art. 13; Guideline 36-HD/VPTW)."""

    HEAD = "head", _("head of the body")
    COLLECTIVE = "tm", _("on behalf of the collective (TM)")
    DEPUTY = "kt", _("for the head, by a deputy (KT)")
    BY_ORDER = "tl", _("by order of the head (TL)")
    WRITTEN = "tuq", _("by written authority (TUQ)")
    ABSENCE = "away", _("standing in during an absence")


SIGNING = tuple(each for each in Authority if each is not Authority.ABSENCE)
"""The rights in which somebody signs. Whoever stands in for an absent person signs in none."""


class Succession(TextChoices):
    """How one body took over from another."""

    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    DISSOLVED = "dissolved", _("dissolved")


class SheetKind(TextChoices):
    """What the rows of a sheet are."""

    BODIES = "bodies", pgettext_lazy("directory", "Bodies")
    UNITS = "units", _("Units")
    POSTS = "posts", _("Posts")
    PEOPLE = "people", _("People and their posts")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindData:
    """A kind of body as a country's data gives it. `names` has one name per language."""

    code: str
    family: str
    level: int
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body as it is called on a date."""

    id: int
    name: str
    parent_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyOn:
    """A body as it was on a day: its name, kind and place, and the codes it had."""

    id: int
    name: str
    short_name: str
    abbreviation: str
    kind_id: int
    parent_id: int | None
    valid_from: date
    valid_to: date | None
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One row of a type-ahead: what it is, where it belongs, and how an old name led to it."""

    id: int
    name: str
    detail: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post that a person holds on a day, as the post switch shows it."""

    appointment_id: int
    person_id: int
    person: str
    post: str
    unit_id: int | None
    unit: str
    body_id: int
    body: str
    is_main: bool
    duties: frozenset[Duty]
    signs_as: str = ""
    for_appointment_id: int | None = None
    for_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Somebody who may act in the stead of an appointment on a day, and by what right."""

    delegation_id: int
    appointment_id: int
    person: str
    post: str
    authority: Authority
    matter: str
    document_types: tuple[str, ...]
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody who is away from a post on some days, and who stands in."""

    absence_id: int
    appointment_id: int
    name: str
    post: str
    first_day: date
    last_day: date
    deputy_id: int | None
    deputy: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitData:
    """A unit to be opened; `parent` is the name of the unit above it."""

    name: str
    abbreviation: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatData:
    """A post to be created and the person appointed to it.

    `person` is a key of one's own for somebody who takes several seats; empty means somebody new.
    """

    full_name: str
    title: str
    duties: tuple[Duty, ...]
    unit: str = ""
    signs_as: str = ""
    person: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyData:
    """A body to be founded, with its codes, units and seats; `parent` is the key of another."""

    key: str
    kind: str
    name: str
    parent: str = ""
    short_name: str = ""
    abbreviation: str = ""
    place: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    units: tuple[UnitData, ...] = ()
    seats: tuple[SeatData, ...] = ()


@dataclass(frozen=True, slots=True)
class Entered:
    """Ids of what was entered at once: bodies by their keys, people and appointments by seat.

    A seat is named `body key/title/full name`; somebody who takes several has one person.
    """

    bodies: Mapping[str, int]
    people: Mapping[int, str]
    appointments: Mapping[str, int]

"""Words and plain values of notices, and what the toolkit asks of those above it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Word = str | Promise


class Channel(IntegerChoices):
    """How far a notice reaches. Each one includes those before it."""

    NONE = 0, _("not at all")
    APP = 1, _("here only")
    DIGEST = 2, _("here, and in the mail of the day")
    AT_ONCE = 3, _("here, and by mail at once")


class Parcel(TextChoices):
    """How a letter stands."""

    WAITING = "waiting", _("waiting to be sent")
    SENDING = "sending", _("being sent")
    SENT = "sent", pgettext_lazy("letter", "sent")
    FAILED = "failed", _("given up")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why somebody is told: a part that one has in a matter.

    `label` names the part, `because` is the sentence that the notice shows.
    """

    name: str
    label: Word
    because: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A kind of happening that people may be told of, as one line of the matrix.

    `told` is the sentence of the notice; its places are filled from the facts and from `by`.
    `usual` says, for each reason that occurs with it, how people are told unless they or their
    body chose otherwise. What is `fixed` nobody can turn down: alarms.
    """

    name: str
    group: Word
    label: Word
    told: Word
    usual: Mapping[str, Channel]
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whoever holds an appointment, as far as telling needs it.

    `away_until` is the moment until which no digest is sent, for somebody who is absent.
    """

    holder_id: int
    person_id: int
    body_id: int
    post: str
    body: str
    time_zone: str
    in_office: bool = True
    away_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A person as mail needs one, with the body of the main post. No address: no mail."""

    person_id: int
    body_id: int
    name: str
    address: str
    language: str
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a paper may be called in a notice: never the words of one with a grade of secrecy."""

    title: str
    number: str = ""
    language: str = ""
    veiled: bool = False


People = Callable[[Sequence[int], datetime], Mapping[int, Recipient]]
Addresses = Callable[[Sequence[int], datetime], Mapping[int, Addressee]]
Lineage = Callable[[int], Sequence[int]]
Papers = Callable[[Sequence[int]], Mapping[int, Paper]]


class House:
    """What the packages above tell the toolkit, once, when the installation starts."""

    def __init__(self) -> None:
        self.happenings: dict[str, Happening] = {}
        self.reasons: dict[str, Reason] = {}
        self.papers: dict[str, Papers] = {}
        self.recipients: People = lambda _holders, _at: {}
        self.addressees: Addresses = lambda _people, _at: {}
        self.lineage: Lineage = lambda body_id: [body_id]


house = House()
"""Filled by the site: the kinds of happenings and reasons there are, and whom to ask."""


def connect(
    *,
    happenings: Iterable[Happening],
    reasons: Iterable[Reason],
    papers: Mapping[str, Papers],
    recipients: People,
    addressees: Addresses,
    lineage: Lineage,
) -> None:
    """Set what may be told and whom to ask.

    `recipients` answers for appointments, `addressees` for people, `lineage` gives a body and
    those above it, the nearest first, and `papers` what things of a kind may be called.
    """
    house.happenings = {each.name: each for each in happenings}
    house.reasons = {each.name: each for each in reasons}
    house.papers = dict(papers)
    house.recipients = recipients
    house.addressees = addressees
    house.lineage = lineage


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When somebody wants the digest: minutes after midnight, and on which days (Monday is 0)."""

    minute: int = 7 * 60 + 30
    days: tuple[int, ...] = (0, 1, 2, 3, 4)


ACTS: Mapping[str, Word] = {
    "notices.paper.muted": _("Asked for no more notices of %(paper)s"),
    "notices.paper.unmuted": _("Asked for notices of %(paper)s again"),
    "notices.matrix.settled": _("Settled what to be told of, and how"),
    "notices.usual.settled": _("Settled what people of the body are usually told of, and how"),
    "notices.rhythm.settled": _("Settled when the mail of the day comes"),
    "notices.letter.retried": _("Asked for a letter to be sent again"),
    "notices.old.cleared": _("Cleared %(number)s old notices"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, Word] = {"letter": _("Letter"), "notice": _("Notice")}

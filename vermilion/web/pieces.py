"""Plain values that components are drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.utils.functional import Promise

Text = str | Promise

DIRECTED_ICONS: Final = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "arrow-up-right",
        "chevron-left",
        "chevron-right",
        "chevrons-left",
        "chevrons-right",
        "corner-down-left",
        "corner-down-right",
        "corner-up-left",
        "external-link",
        "forward",
        "indent",
        "list",
        "list-checks",
        "list-tree",
        "log-in",
        "log-out",
        "panel-left",
        "panel-right",
        "redo-2",
        "reply",
        "send",
        "signature",
        "text",
        "undo-2",
    }
)
"""Icons that point along the line of reading and turn round with it."""

NOTICE_ICONS: Final = {
    "info": "info",
    "done": "circle-check",
    "soon": "clock-alert",
    "late": "triangle-alert",
}

MESSAGE_TONES: Final = {
    "debug": "info",
    "info": "info",
    "success": "done",
    "warning": "soon",
    "error": "late",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    label: Text
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One view of a list. A late count is said in words by `note`, not by colour."""

    label: Text
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of a story: who did what, when."""

    at: datetime
    what: Text
    who: str = ""
    note: str = ""
    url: str = ""
    icon: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A node of a tree, open or folded."""

    label: Text
    url: str = ""
    note: Text = ""
    children: Sequence["Branch"] = field(default_factory=tuple)
    open: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A paper as a list shows it. `urgency` is its word, empty when it is ordinary; `remarks` say
    what is wrong with it, each in a few words."""

    url: str = ""
    abstract: Text
    number: str = ""
    code: str = ""
    urgency: Text = ""
    urgency_tone: str = "late"
    secrecy: Text = ""
    due: datetime | None = None
    done_at: datetime | None = None
    done: bool = False
    sender: Text = ""
    state: Text = ""
    remarks: tuple[Text, ...] = ()
    language: str = ""
    unread: bool = False
    selected: bool = False

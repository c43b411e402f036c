"""The sheet of a week on paper."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typst
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from vermilion.insight.types import Record, Sheet
from vermilion.kernel.actors import Actor
from vermilion.web.printing import fonts

TEMPLATE = Path(__file__).parent / "print" / "week.typ"


def weekly_sheet(sheet: Sheet, *, actor: Actor, at: datetime) -> bytes:
    """The sheet as a PDF/A-2b of one or two pages, with who printed it when."""
    page = _page(sheet, actor, at)
    return typst.compile(
        TEMPLATE,
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(page, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=int(at.timestamp()),
    )


def _page(sheet: Sheet, actor: Actor, at: datetime) -> dict[str, object]:
    zone = ZoneInfo(actor.time_zone)
    return {
        "language": (get_language() or "vi")[:2],
        "rtl": get_language_bidi(),
        "body": sheet.body,
        "title": _("Sheet of the week"),
        "days": _("%(first)s to %(last)s")
        % {"first": _day(sheet.days.first), "last": _day(sheet.days.last)},
        "printed": _("Printed by %(name)s, %(post)s, on %(at)s")
        % {"name": actor.name, "post": actor.post, "at": _moment(at, zone)},
        "totals": [
            {"name": capfirst(str(measure.label)), "count": figure.count, "before": before}
            for (measure, figure), before in zip(sheet.totals, sheet.before, strict=True)
        ],
        "unit": _("Unit"),
        "columns": [capfirst(str(each)) for each in sheet.by_unit.columns],
        "on_time": _("In time"),
        "units": [
            {
                "name": str(row.label),
                "counts": [each.count for each in row.figures],
                "on_time": f"{row.on_time:.0%}" if row.on_time is not None else "",
            }
            for row in sheet.by_unit.rows
        ],
        "labels": _labels(),
        "record_columns": [_("Number and notation"), _("Abstract"), _("Who"), _("Deadline")],
        "late": _rows(sheet.late, zone),
        "due": _rows(sheet.due, zone),
    }


def _labels() -> dict[str, str]:
    return {
        "count": _("This week"),
        "before": _("Week before"),
        "late": _("Late for longest"),
        "due": _("Due in the week after"),
        "none": _("None."),
        "page": _("Page"),
    }


def _rows(records: Sequence[Record], zone: ZoneInfo) -> list[list[str]]:
    return [
        [
            each.symbol,
            each.about,
            each.who,
            _day(each.due.astimezone(zone).date()) if each.due else "",
        ]
        for each in records
    ]


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M} {_day(at.astimezone(zone).date())}"

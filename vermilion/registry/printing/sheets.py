"""The lines that the page of a book shows, as a sheet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from vermilion.kernel.actors import Actor
from vermilion.registry import models
from vermilion.registry.printing.columns import columns_of
from vermilion.registry.printing.setting import print_mark
from vermilion.registry.types import BookKind, title_of

MOST_ROWS = 100_000
"""So many lines fit one sheet; a longer book is taken along a period at a time."""

WIDEST, USUAL, LETTERS_A_MILLIMETRE = 60, 12, 0.6
_UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def sheet(
    *,
    kind: BookKind,
    entries: Iterable[models.Entry],
    fields: Sequence[models.CustomField],
    question: Sequence[str],
    actor: Actor,
    at: datetime,
) -> bytes:
    """What was asked for and when, the columns of the register, then a row a line."""
    zone, language = ZoneInfo(actor.time_zone), get_language() or "vi"
    columns = columns_of(kind)
    book = Workbook(write_only=True)
    page = book.create_sheet(title=_("Register"))
    page.sheet_view.rightToLeft = get_language_bidi()
    heading = [
        f"{actor.body} — {title_of(kind, secret=False)}",
        " · ".join(question) or _("The whole book"),
        print_mark(actor, at),
    ]
    for place, column in enumerate(columns, 1):
        letters = int(column.width * LETTERS_A_MILLIMETRE) or WIDEST
        page.column_dimensions[get_column_letter(place)].width = max(letters, USUAL)
    page.freeze_panes = f"A{len(heading) + 3}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for number, words in enumerate(heading):
        page.append([_cell(page, words, bold=number == 0)])
    page.append([])
    names = [str(each.name) for each in columns] + [each.name_in(language) for each in fields]
    page.append([_cell(page, name, bold=True) for name in names])
    for entry in entries:
        said = ["\n".join(each.says(entry, zone)) for each in columns]
        said += [entry.custom.get(str(each.pk), "") for each in fields]
        page.append([_cell(page, words, struck=entry.struck_out) for words in said])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(page: Any, words: str, *, bold: bool = False, struck: bool = False) -> Any:
    kept = "".join(each for each in words.translate(_UNSEEN) if each >= " " or each in "\n\t")
    cell = WriteOnlyCell(page, value=kept)
    # What came from outside is words, even where it begins as a formula does.
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold, strike=struck)
    return cell

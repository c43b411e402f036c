"""A list as an Excel sheet: the columns, the order and the filters that are on the screen."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from vermilion.desk.rows import Cell

WIDTHS = {"abstract": 60, "sender": 32, "leads": 36, "state": 24, "code": 20, "due": 18, "type": 18}
WIDTH = 14


def sheet(
    *,
    title: str,
    heading: Sequence[str],
    labels: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    columns: Sequence[str],
    from_right: bool,
) -> bytes:
    """The sheet: what it is, what it was narrowed to and when; then a line a paper."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title=_sheet_name(title))
    page.sheet_view.rightToLeft = from_right
    for place, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, WIDTH)
    page.freeze_panes = f"A{len(heading) + 3}"
    page.print_title_rows = f"{len(heading) + 2}:{len(heading) + 2}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for number, line in enumerate(heading):
        page.append([_written(page, line, bold=number == 0)])
    page.append([])
    page.append([_written(page, label, bold=True) for label in labels])
    for cells in rows:
        page.append([_written(page, cell.text) for cell in cells])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _written(page: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(page, value=_without_controls(text))
    # What came from outside is words, even where it begins as a formula does.
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def _without_controls(text: str) -> str:
    return "".join(each for each in text if each >= " " or each in "\n\t")


def _sheet_name(title: str) -> str:
    return "".join(" " if each in "[]:*?/\\" else each for each in title)[:31] or "1"

"""Sheets of the directory: which columns they have, how they are read and written. No database.

XLSX and CSV (UTF-8, with or without a mark at its start; comma, semicolon or tab). Headings are
known in every language of the house and by their stable keys. A cell that begins like a formula
is written as text, so that opening an export runs nothing.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from vermilion.directory.types import SheetKind
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import Refused
from vermilion.kernel.text import composed

MOST_ROWS = 50_000
MOST_UNPACKED = 200 * 1024 * 1024
_MOST_COLUMNS = 100
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable key, its heading, how long a cell may be, whether it must be filled."""

    key: str
    heading: str | Promise
    limit: int = 200
    needed: bool = False


class SheetUnreadable(Refused):
    message = _("The file cannot be read as a sheet: %(reason)s")
    status = 422
    field = "file"


class ColumnMissing(Refused):
    message = _("The sheet lacks the column %(heading)s.")
    status = 422
    field = "file"


class TooManyRows(Refused):
    message = _("The sheet has more than %(most)s rows. Split it.")
    status = 422
    field = "file"


_ID = Column("id", _("Number in the system"), 19)
_BODY = Column("body", _("Body (code or name)"))
_BODY_ID = Column("body_id", _("Number of the body"), 19)
_FROM = Column("valid_from", _("From"), 10)

COLUMNS: Mapping[SheetKind, tuple[Column, ...]] = {
    SheetKind.BODIES: (
        _ID,
        Column("scheme", _("Scheme of the code"), 40),
        Column("code", _("Code"), 35),
        Column("name", _("Name"), needed=True),
        Column("short_name", _("Short name"), 60),
        Column("abbreviation", _("Abbreviation"), 30),
        Column("kind", pgettext_lazy("directory", "Kind"), 100, needed=True),
        Column("parent_id", _("Number of the body above"), 19),
        Column("parent", _("Body above (code or name)")),
        Column("place", pgettext_lazy("directory", "Place"), 100),
        Column("time_zone", _("Time zone"), 40),
        _FROM,
    ),
    SheetKind.UNITS: (
        _ID,
        _BODY_ID,
        _BODY,
        Column("name", _("Name"), needed=True),
        Column("abbreviation", _("Abbreviation"), 30),
        Column("parent", _("Unit above it")),
        Column("ordinal", _("Place in the list"), 6),
        _FROM,
    ),
    SheetKind.POSTS: (
        _ID,
        _BODY_ID,
        _BODY,
        Column("unit", _("Unit")),
        Column("title", _("Title"), 120, needed=True),
        Column("duties", pgettext_lazy("directory", "Duties"), 300),
        Column("signs_as", _("Signs"), 10),
        Column("ordinal", _("Place in the list"), 6),
        _FROM,
    ),
    SheetKind.PEOPLE: (
        _ID,
        Column("full_name", _("Full name"), 100, needed=True),
        Column("email", _("E-mail"), 254),
        Column("telephone", _("Telephone"), 40),
        _BODY_ID,
        _BODY,
        Column("unit", _("Unit")),
        Column("title", _("Title"), 120),
        _FROM,
        Column("last_day", _("Last day"), 10),
        Column("main", _("Main post"), 10),
    ),
}


def heading_of(kind: SheetKind, key: str) -> str:
    """The heading of a column in the language at hand."""
    return next(str(column.heading) for column in COLUMNS[kind] if column.key == key)


def read(kind: SheetKind, content: bytes) -> list[Row]:
    """The rows of a sheet by the keys of its columns; empty rows are passed over.

    Refused: what is no sheet, a needed column that is not there, more rows than one sheet may have.
    """
    lines = _xlsx(content) if content[:2] == b"PK" else _csv(content)
    head = next(lines, [])
    known = _known_headings(kind)
    keys = [known.get(folded(cell)) for cell in head]
    for column in COLUMNS[kind]:
        if column.needed and column.key not in keys:
            raise ColumnMissing(heading=str(column.heading))
    rows: list[Row] = []
    for line in lines:
        row = {
            key: _as_typed(cell) for key, cell in zip(keys, line, strict=False) if key is not None
        }
        if not any(row.values()):
            continue
        if len(rows) == MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        rows.append(row)
    return rows


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV that office programs open with their letters whole."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_harmless(cell) for cell in headings])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a workbook in which every cell is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    head = []
    for text in headings:
        cell = WriteOnlyCell(sheet, value=text)
        cell.font = Font(bold=True)
        head.append(cell)
    sheet.append(head)
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            # Without this a cell that begins with = would become a formula.
            cell.data_type = "s"
            if text.startswith(_LIKE_A_FORMULA):
                cell.quotePrefix = True
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def day_typed(text: str) -> date | None:
    """A day as people and programs write it; none when nothing is there. Else a ValueError."""
    if not text:
        return None
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(text)


@cache
def _known_headings(kind: SheetKind) -> dict[str, str]:
    """Every heading of every language, as it is looked for, and the key it stands for."""
    known: dict[str, str] = {}
    for column in COLUMNS[kind]:
        known[folded(column.key)] = column.key
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                known.setdefault(folded(str(column.heading)), column.key)
    return known


def _xlsx(content: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _refuse_hostile(packed)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for line in sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True):
            yield [_cell(value) for value in line]
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        SyntaxError,
        OSError,
    ) as wrong:
        raise SheetUnreadable(reason=_("it is damaged or no workbook.")) from wrong


def _refuse_hostile(packed: zipfile.ZipFile) -> None:
    if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
        raise SheetUnreadable(reason=_("it unpacks to more than this system reads."))
    for part in packed.infolist():
        if part.filename.endswith((".xml", ".rels")):
            with packed.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(2048):
                    raise SheetUnreadable(reason=_("it defines its own markup."))


def _csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise SheetUnreadable(reason=_("save it as XLSX, or as CSV in UTF-8.")) from wrong
    if "\x00" in text:
        raise SheetUnreadable(reason=_("it is damaged or no workbook."))
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as wrong:
        raise SheetUnreadable(reason=_("a quotation mark is not closed.")) from wrong


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _as_typed(cell: str) -> str:
    text = composed(cell)
    return text[1:] if text[:1] == "'" and text[1:2] in _LIKE_A_FORMULA else text


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_LIKE_A_FORMULA) else cell

"""What is made of a blob to be looked at: a PDF of an Office file, pictures of pages."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import Any, BinaryIO

from vermilion.files import child, models, rules, store, vault

MOST = 512 * 1024 * 1024
MOST_PAGES = 3_000
MOST_LETTERS = 20_000_000

Kind = models.Rendition.Kind
WIDTHS = {Kind.SCREEN: 1240, Kind.THUMB: 240}
EAGER_PAGES = 3
"""So many pages are pictured at once; the others when somebody turns to them."""


def picture_first(blob: models.Blob, file: BinaryIO, kind: str, *, at: datetime) -> int:
    """Picture the first pages at both sizes; tells how many pages there are."""
    pages = range(1, EAGER_PAGES + 1)
    wanted = [(number, size) for number in pages for size in (Kind.SCREEN, Kind.THUMB)]
    return picture(blob, file, kind, wanted, at=at)


def picture(
    blob: models.Blob, file: BinaryIO, kind: str, wanted: Sequence[tuple[int, str]], *, at: datetime
) -> int:
    """Picture pages, each at its size; tells how many pages there are."""
    with ExitStack() as open_files:
        outs = [
            open_files.enter_context(tempfile.TemporaryFile(dir=child.room())) for _each in wanted
        ]
        told = child.run(
            "picture",
            file,
            child.PICTURING,
            into=outs,
            kind=kind,
            wanted=[(number, WIDTHS[Kind(size)]) for number, size in wanted],
        )
        for (number, size), out, made in zip(wanted, outs, told["made"], strict=True):
            if made:
                keep(blob, size, out, page=number, media_type="image/webp", at=at)
    total: int = told["total"]
    return total


def converted(
    blob: models.Blob, file: BinaryIO, ending: str, program: str, *, at: datetime
) -> tuple[int, list[dict[str, Any]] | None]:
    """Make a PDF of an Office file and keep it. Tells how many pages it has, and their text
    where pages mean something."""
    with (
        tempfile.TemporaryFile(dir=child.room()) as made,
        child.private_folder() as folder,
    ):
        child.run(
            "convert", file, child.CONVERTING, into=[made], folder=folder, ending=ending,
            program=program,
        )  # fmt: skip
        keep(blob, Kind.PDF, made, media_type=rules.PDF, at=at)
        total = picture_first(blob, made, "pdf", at=at)
        return total, _paged_text(made) if ending in rules.PAGED_BY_CONVERSION else None


def keep(
    blob: models.Blob, kind: str, made: BinaryIO, *, media_type: str, at: datetime, page: int = 0
) -> None:
    """Put what was made into the store. Made twice at once, one is kept."""
    made.seek(0)
    kept = vault.keep("renditions", made, limit=MOST)
    row = models.Rendition(blob=blob, kind=kind, page=page, media_type=media_type, made_at=at)
    vault.filled(row, kept, at=at)
    models.Rendition.objects.bulk_create([row], ignore_conflicts=True)
    if not models.Rendition.objects.filter(place=kept.place).exists():
        store.remove([kept.place])


def replace(blob: models.Blob, kind: str, made: BinaryIO, *, media_type: str, at: datetime) -> None:
    """Put what was made into the store in place of an older one of its kind."""
    older = models.Rendition.objects.filter(blob=blob, kind=kind, page=0)
    places = list(older.values_list("place", flat=True))
    older.delete()
    keep(blob, kind, made, media_type=media_type, at=at)
    store.remove(places)


def _paged_text(file: BinaryIO) -> list[dict[str, Any]]:
    told = child.run(
        "text", file, child.READING, kind="pdf", first=1, count=MOST_PAGES,
        most=MOST_LETTERS,
    )  # fmt: skip
    pages: list[dict[str, Any]] = told["pages"]
    return pages

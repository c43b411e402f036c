"""What came about with files."""

from dataclasses import dataclass

from vermilion.kernel.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobExamined(Event):
    """Every stage has come to an end; type and text are known as far as they ever will be."""

    blob_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobQuarantined(Event):
    """A file turned out damaged or hostile. Its bytes are kept and served to nobody."""

    blob_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobRecognised(Event):
    """Words of a scan are known: of its first pages at first, then `whole`.

    `pages` of `of` pages were gone through. Told once for the first pages, once at the end.
    """

    blob_id: int
    pages: int
    of: int
    whole: bool

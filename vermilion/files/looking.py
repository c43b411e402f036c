"""What each stage of an examination does with the bytes, and what it finds."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO

from django.conf import settings

from vermilion.files import child, keys, models, renditions, rules, scanner, sealing, vault
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import Stage, State

MIB = 1024 * 1024
MOST_UNPACKED = 4096 * MIB
MOST_ENTRIES = 10_000
MOST_DEPTH = 4
MOST_RATIO = 200

CONTAINERS = ("zip", "gzip", "x-tar", "bzip", "x-xz", "openxmlformats", "opendocument", "epub")

READ = frozenset({"pdf", "docx", "xlsx", "odt", "ods", "html", "eml", "txt"})
"""The readers that get text out of a file."""

NO_TEXT = "no-text-layer"
"""Said of pages that are neither text nor scan; of scans, their recognition is told."""

REFUSING = frozenset({"needs-password"})
"""Troubles with files that are harmless: they cannot be read here, and are served as they are."""


@dataclass(frozen=True, slots=True)
class Found:
    """How a stage ended, and what is to be written down of it."""

    state: State
    reason: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    write: Callable[[models.Blob], None] | None = None


@dataclass(slots=True)
class Look:
    """One look at a blob: its row, and its bytes as a file once somebody needs them."""

    blob: models.Blob
    names: list[str]
    file: BinaryIO
    at: datetime

    @property
    def kind(self) -> str:
        """The reader that knows this type, or nothing."""
        return kind_of(self.blob.media_type)


@contextmanager
def looking_at(blob: models.Blob, names: list[str], *, at: datetime) -> Iterator[Look]:
    """Lay the bytes of a blob ready as a passing file, decrypted and verified."""
    with child.plain_file(vault.opened(blob)) as file:
        yield Look(blob, names, file, at)


def stage(which: Stage, look: Look) -> Found:
    """Go through one stage. Whatever is wrong with the file is found, never raised."""
    try:
        return STAGES[which](look)
    except Trouble as trouble:
        state = State.REFUSED if trouble.code in REFUSING else State.QUARANTINED
        facts = {"format": look.blob.format_name} | trouble.facts
        return Found(state, trouble.code, facts)
    except child.Killed:
        return Found(State.FAILED, "killed")
    except child.Broken:
        return Found(State.FAILED, "reader-broken")
    except vault.FAULTS as trouble:
        return fault(trouble)


def fault(error: Exception) -> Found:
    """What is said when the kept bytes themselves cannot be had."""
    if isinstance(error, sealing.Damaged):
        return Found(State.FAILED, "store-altered")
    if isinstance(error, keys.KeyMissing):
        return Found(State.FAILED, "key-missing")
    return Found(State.FAILED, "store-silent")


def kind_of(media_type: str) -> str:
    """The reader that knows a media type, or nothing."""
    if media_type == rules.PDF:
        return "pdf"
    if media_type in {"text/html", "application/xhtml+xml"}:
        return "html"
    if media_type == "message/rfc822":
        return "eml"
    if media_type.startswith("text/") and media_type != "text/rtf":
        return "txt"
    return rules.OFFICE.get(media_type, "image" if media_type in rules.PICTURES else "")


def identify(look: Look) -> Found:
    """The type by content alone; a name that promises another is noted."""
    told = child.run("identify", look.file, child.IDENTIFYING)
    media_type, called = told["media_type"], told["format_name"]
    warnings = [
        {"code": "other-type", "facts": {"ending": f".{rules.ending_of(name)}", "format": called}}
        for name in look.names
        if rules.tells_untruth(name, media_type)
    ]
    if media_type == "application/octet-stream" and not told["format"]:
        warnings.append({"code": "unknown-type"})

    def write(blob: models.Blob) -> None:
        blob.media_type, blob.format, blob.format_name = (
            media_type[:100], told["format"][:40], called[:200]
        )  # fmt: skip
        blob.save(update_fields=["media_type", "format", "format_name"])

    return Found(State.DONE, warnings=warnings[:3], write=write)


def unpack(look: Look) -> Found:
    """Whether what is packed in the file stays within bounds."""
    if not any(part in look.blob.media_type for part in CONTAINERS):
        return Found(State.SKIPPED, "no-container")
    told = child.run(
        "unpack",
        look.file,
        child.UNPACKING,
        size=MOST_UNPACKED,
        entries=MOST_ENTRIES,
        depth=MOST_DEPTH,
        ratio=MOST_RATIO,
    )
    locked = told.pop("locked")
    warnings = [{"code": "locked-entries", "facts": {"count": locked}}] if locked else []
    return Found(State.DONE, facts=told, warnings=warnings)


def scan(look: Look) -> Found:
    """Ask the ClamAV daemon, where one is set up."""
    address: str = settings.VERMILION.clamd
    if not address:
        return Found(State.SKIPPED, "no-scanner")
    look.file.seek(0)
    try:
        named = scanner.malware_in(look.file, address)
    except scanner.Silent:
        return Found(State.FAILED, "scanner-silent")
    if named:
        return Found(State.QUARANTINED, "infected", {"malware": named})
    return Found(State.DONE)


def read(look: Look) -> Found:
    """The text, page by page."""
    if look.kind not in READ:
        return Found(State.SKIPPED, "no-text")
    told = child.run(
        "text",
        look.file,
        child.READING,
        kind=look.kind,
        first=1,
        count=renditions.MOST_PAGES,
        most=renditions.MOST_LETTERS,
    )
    scanned = told.get("scanned", [])
    warnings = [each for each in told["warnings"] if not (scanned and each["code"] == NO_TEXT)]
    if told["total"] > len(told["pages"]):
        warnings.append({"code": "text-cut", "facts": {"pages": len(told["pages"])}})
    facts = {"pages": told["total"], "scanned": scanned, "signed": told.get("signed", False)}
    return Found(
        State.DONE,
        facts=facts,
        warnings=warnings,
        write=partial(write_pages, pages=told["pages"]),
    )


def show(look: Look) -> Found:
    """Pages to look at: of the file itself, or of the PDF that LibreOffice makes of it."""
    if rules.has_pages(look.blob.media_type):
        total = renditions.picture_first(look.blob, look.file, look.kind, at=look.at)
        return Found(State.DONE, facts={"pages": total})
    ending = rules.OFFICE.get(look.blob.media_type)
    if ending is None:
        return Found(State.SKIPPED, "no-pages")
    program = shutil.which("soffice")
    if program is None:
        return Found(State.SKIPPED, "no-converter")
    try:
        total, pages = renditions.converted(look.blob, look.file, ending, program, at=look.at)
    except Trouble as trouble:
        # The file was read well enough before; that no PDF comes of it is no sign of malice.
        return Found(State.REFUSED, "not-converted", {"why": trouble.code})
    takes_over = pages is not None and _tells_the_same(look.blob, pages)
    write = partial(write_pages, pages=pages or []) if takes_over else None
    return Found(State.DONE, facts={"pages": total}, write=write)


def _tells_the_same(blob: models.Blob, pages: list[dict[str, Any]]) -> bool:
    """Whether the pages of the PDF hold the words that were read from the file itself.

    A font that is missing here can scatter letters in the PDF; then the file's own text stays.
    """
    own = set(" ".join(blob.pages.order_by("number").values_list("text", flat=True)).split())
    shown = {word for page in pages for word in page["text"].split()}
    return len(own - shown) <= len(own) // 20


def write_pages(blob: models.Blob, *, pages: list[dict[str, Any]]) -> None:
    """Keep the text of the pages in place of what was kept before."""
    blob.pages.all().delete()
    models.Page.objects.bulk_create(
        [models.Page(blob=blob, **page) for page in pages], batch_size=200
    )


STAGES: dict[Stage, Callable[[Look], Found]] = {
    Stage.TYPE: identify,
    Stage.UNPACKING: unpack,
    Stage.MALWARE: scan,
    Stage.TEXT: read,
    Stage.PAGES: show,
}

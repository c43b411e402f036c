"""Tell the type of a file from its content: PRONOM's signatures, and a look at plain text."""

import os
import re
from collections.abc import Mapping
from typing import Any

import pygfried

LOOK = 64 * 1024
UNKNOWN = "UNKNOWN"
PLAIN_TEXT = "x-fmt/111"

BY_NAME = {
    "fmt/412": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "fmt/214": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "fmt/215": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "x-fmt/263": "application/zip",
    "x-fmt/266": "application/gzip",
    "x-fmt/265": "application/x-tar",
    "fmt/484": "application/x-7z-compressed",
    "fmt/278": "message/rfc822",
    "fmt/690": "application/x-elf",
    "fmt/899": "application/vnd.microsoft.portable-executable",
}
"""Media types of formats for which PRONOM names none, or another than the web does."""

OFFICE_PARTS = (
    (b"word/document.xml", "fmt/412", "Microsoft Word for Windows (Office Open XML)"),
    (b"xl/workbook.xml", "fmt/214", "Microsoft Excel for Windows (Office Open XML)"),
    (b"ppt/presentation.xml", "fmt/215", "Microsoft Powerpoint for Windows (Office Open XML)"),
)


PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "PNG"),
    (b"\xff\xd8\xff", "image/jpeg", "JPEG"),
    (b"GIF8", "image/gif", "GIF"),
    (b"II*\0", "image/tiff", "TIFF"),
    (b"MM\0*", "image/tiff", "TIFF"),
)
"""How pictures begin: one whose end is missing is still known for what it was to be."""


def answer(*, file: int) -> dict[str, Any]:
    """PRONOM id, media type and name of the format. Name and declared type are not asked."""
    found = pygfried.identify(f"/dev/fd/{file}", True)["files"][0]["matches"][0]
    head = os.pread(file, LOOK, 0)
    puid = found["id"] or UNKNOWN
    media_type = BY_NAME.get(puid) or found["mime"].partition(",")[0].strip()
    name = " ".join(part for part in (found["format"], _version(found)) if part)
    if puid in {UNKNOWN, PLAIN_TEXT, "x-fmt/263"}:
        puid, media_type, name = _looked_at(head, file, puid, media_type, name)
    return {
        "format": puid if puid != UNKNOWN else "",
        "media_type": media_type or "application/octet-stream",
        "format_name": name,
    }


def _version(found: Mapping[str, Any]) -> str:
    version: str = found["version"]
    return "" if version in found["format"] else version


def _looked_at(
    head: bytes, file: int, puid: str, media_type: str, name: str
) -> tuple[str, str, str]:
    if head.startswith(b"PK\x03\x04"):
        tail = os.pread(file, LOOK, max(0, os.fstat(file).st_size - LOOK))
        for part, office, called in OFFICE_PARTS:
            if part in head or part in tail:
                return office, BY_NAME[office], called
        return puid, media_type or "application/zip", name or "ZIP"
    if re.match(rb"%PDF-\d", head[:1024].lstrip()):
        return puid, "application/pdf", "PDF"
    for mark, shown, called in PICTURES:
        if head.startswith(mark):
            return puid, shown, called
    if b"\0" in head.replace(b"\0\0", b"")[:512] and not head.startswith(
        (b"\xff\xfe", b"\xfe\xff")
    ):
        return puid, media_type, name
    start = head[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return puid, "text/html", "HTML"
    fields = re.findall(
        rb"(?im)^(from|to|date|subject|received|message-id|mime-version):", head[:8192]
    )
    if len({field.lower() for field in fields}) >= 3 and re.match(rb"[A-Za-z-]+:", head):
        return "fmt/278", "message/rfc822", "Internet Message Format"
    if _is_text(head):
        return puid, "text/plain", name if puid == PLAIN_TEXT else "Plain text"
    return puid, media_type, name


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return bool(head) and strange == 0

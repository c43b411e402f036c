"""Take the files out of a mail or an archive: their bytes one behind the other, and a list."""

import email
import email.policy
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePosixPath
from typing import IO, Any

from vermilion.files.reading import mail
from vermilion.files.reading.archives import BROKEN
from vermilion.files.reading.trouble import Trouble

PIECE = 256 * 1024
UNSAID = ("Thumbs.db", "desktop.ini", ".DS_Store")


def answer(*, file: int, into: list[int], kind: str, most: int, size: int) -> dict[str, Any]:
    """Write the parts behind each other; tell the name, place and length of each."""
    with open(file, "rb", closefd=False) as packed, open(into[0], "wb", closefd=False) as out:
        told: dict[str, Any] = {"sender": "", "subject": "", "text": ""}
        if kind == "mail":
            told, parts = _mail(packed.read())
        else:
            parts = _archive(packed)
        listed: list[dict[str, str | int]] = []
        for name, pieces in parts:
            if len(listed) >= most:
                raise Trouble("too-many-entries", limit=most)
            begin = out.tell()
            for piece in pieces:
                out.write(piece)
                if out.tell() > size:
                    raise Trouble("bursts", limit=size)
            if out.tell() > begin:
                listed.append({"name": name, "begin": begin, "end": out.tell()})
    return {**told, "parts": listed}


def _mail(content: bytes) -> tuple[dict[str, Any], Iterator[tuple[str, Iterator[bytes]]]]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise Trouble("damaged")
    mail.keep_within_bounds(message)
    told = {
        "sender": mail.field(message, "From"),
        "subject": mail.field(message, "Subject"),
        "text": mail.written(message).strip(),
    }
    return told, _attached(message)


def _attached(message: EmailMessage) -> Iterator[tuple[str, Iterator[bytes]]]:
    for number, part in enumerate(mail.attached(message), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            whole = inner[0] if isinstance(inner, list) and inner else None
            content = whole.as_bytes() if isinstance(whole, EmailMessage) else b""
            yield _tidy(part.get_filename() or f"{number}.eml"), iter([content])
            continue
        payload = part.get_payload(decode=True)
        name = part.get_filename() or f"{number}{_ending(part.get_content_type())}"
        if isinstance(payload, bytes):
            yield _tidy(name), iter([payload])


def _archive(packed: IO[bytes]) -> Iterator[tuple[str, Iterator[bytes]]]:
    try:
        with zipfile.ZipFile(packed) as archive:
            for entry in sorted(archive.infolist(), key=lambda each: each.filename):
                name = PurePosixPath(entry.filename.replace("\\", "/")).name
                if entry.is_dir() or name in UNSAID or entry.filename.startswith("__MACOSX/"):
                    continue
                if entry.flag_bits & 0x1:
                    raise Trouble("needs-password")
                yield _tidy(name), _pieces(archive, entry)
    except BROKEN as fault:
        raise Trouble("damaged") from fault


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as content:
        while piece := content.read(PIECE):
            yield piece


def _tidy(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name[:255] or "file"


def _ending(content_type: str) -> str:
    return {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}.get(
        content_type, ".bin"
    )

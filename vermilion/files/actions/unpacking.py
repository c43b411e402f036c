"""Take the files out of a mail or an archive, each kept and examined as if handed in alone."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from vermilion.files import child, models, policy, vault, words
from vermilion.files.actions.handing_in import hand_in
from vermilion.files.reading.trouble import Trouble
from vermilion.files.vault import FileEmpty, FileTooLarge
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

MOST_PARTS = 200
PIECE = 1024 * 1024


class CannotUnpack(Refused):
    message = _("This file could not be unpacked: %(sentence)s")
    status = 422


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files taken out, and of a mail who sent it, under which subject, and what it says."""

    uploads: tuple[models.Upload, ...]
    sender: str = ""
    subject: str = ""
    text: str = ""


def unpack(*, actor: Actor, blob_id: int, kind: str, at: datetime) -> Unpacked:
    """Hand in every file that a mail (`mail`) or an archive (`zip`) holds.

    Read in a process of its own, within bounds. One that is locked, damaged, or that grows too
    large is refused whole; empty parts are passed over.
    """
    require(policy.can_hand_in(actor))
    blob = models.Blob.objects.select_related("key").filter(pk=blob_id).first()
    if blob is None or not policy.can_read(actor, blob, at):
        raise NotFound
    with (
        child.plain_file(vault.opened(blob)) as file,
        tempfile.TemporaryFile(dir=child.room()) as out,
    ):
        try:
            told = child.run(
                "parts",
                file,
                child.UNPACKING,
                into=[out],
                kind=kind,
                most=MOST_PARTS,
                size=child.UNPACKING.output,
            )
        except Trouble as trouble:
            raise CannotUnpack(sentence=_said(trouble)) from trouble
        uploads = [_kept(actor, out, each, at=at) for each in told["parts"]]
    return Unpacked(
        uploads=tuple(each for each in uploads if each is not None),
        sender=told["sender"],
        subject=told["subject"],
        text=told["text"],
    )


def _kept(
    actor: Actor, out: BinaryIO, part: dict[str, int | str], *, at: datetime
) -> models.Upload | None:
    try:
        return hand_in(
            actor=actor,
            stream=_slice(out, int(part["begin"]), int(part["end"])),
            name=str(part["name"]),
            at=at,
        )
    except (FileEmpty, FileTooLarge):
        return None


def _slice(out: BinaryIO, begin: int, end: int) -> Iterator[bytes]:
    out.seek(begin)
    left = end - begin
    while left and (piece := out.read(min(PIECE, left))):
        left -= len(piece)
        yield piece


def _said(trouble: Trouble) -> str:
    return str(words.reason(trouble.code, trouble.facts).sentence)

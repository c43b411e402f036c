"""The watched folders: one for each body, named by a code of the directory or its number.

What lies in one is taken once it has stopped growing: kept, laid into the inbox, and only then
moved to `taken`. What is refused goes to `refused`, with a text that says why. Stopped at any
step, the next look goes on: the same bytes are the same packet.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from vermilion.arrivals import actions, queries, rules
from vermilion.arrivals.types import Came, Source
from vermilion.directory import queries as directory
from vermilion.documents import actions as secrecy
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as files
from vermilion.kernel.actors import Actor, system
from vermilion.kernel.refusals import Refused

TAKEN, REFUSED = "taken", "refused"
PIECE = 1024 * 1024
AT_ONCE = 200
"""Files taken in one look; the next look takes the rest."""


def look(*, at: datetime) -> int:
    """Take in what lies whole in every watched folder; the number of files taken."""
    root = settings.VERMILION.watched_folder
    if not root or not Path(root).is_dir():
        return 0
    taken = 0
    for folder in sorted(each for each in Path(root).iterdir() if each.is_dir()):
        body = queries.folder_bodies(folder.name, at, settings.TIME_ZONE)
        if body is not None:
            taken += _look_at(folder, _watcher(body[0]), at=at)
    return taken


def _watcher(body_id: int) -> Actor:
    body = directory.body(body_id)
    return system("watched folder", body_id=body.pk, time_zone=body.time_zone)


def _look_at(folder: Path, actor: Actor, *, at: datetime) -> int:
    taken = 0
    for path in _whole_files(folder, actor, at=at):
        with translation.override(settings.LANGUAGE_CODE):
            taken += _take(path, folder, actor, at=at)
    return taken


def _whole_files(folder: Path, actor: Actor, *, at: datetime) -> Iterator[Path]:
    present = sorted(
        each
        for each in folder.iterdir()
        if each.is_file() and not each.is_symlink() and not rules.may_still_grow(each.name)
    )
    for path in present[:AT_ONCE]:
        with suppress(FileNotFoundError):
            told = path.stat()
            if actions.sight(
                actor=actor,
                path=str(path),
                size=told.st_size,
                changed_ns=told.st_mtime_ns,
                at=at,
            ):
                yield path


def _take(path: Path, folder: Path, actor: Actor, *, at: datetime) -> int:
    """Keep one file and lay it into the inbox; then, and only then, move it away."""
    try:
        with path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
            content.seek(0)
            upload = files.hand_in(actor=actor, stream=content, name=path.name, at=at)
        if upload.blob_id is not None:
            secrecy.stop_if_marked(actor=actor, blob_id=upload.blob_id, at=at)
        came = Came(
            source=Source.FOLDER,
            title=path.name,
            packet_id=f"folder:{digest}",
            files=tuple(
                FileHandedIn(blob_id=each, name=upload.name)
                for each in (upload.blob_id,)
                if each is not None
            ),
        )
        actions.take_in(actor=actor, came=came, at=at)
    except FileNotFoundError:
        return 0
    except Refused as refusal:
        actions.note_packet_refused(actor=actor, code=refusal.code, at=at)
        _say_why(_moved(path, folder / REFUSED), refusal)
    else:
        _moved(path, folder / TAKEN)
    actions.unsight(actor=actor, path=str(path), at=at)
    return 1


def _moved(path: Path, folder: Path) -> Path:
    """Move a file to a folder beside it; never over another of its name."""
    folder.mkdir(exist_ok=True)
    goal, number = folder / path.name, 1
    while goal.exists():
        number += 1
        goal = folder / f"{path.stem} ({number}){path.suffix}"
    os.replace(path, goal)
    return goal


def _say_why(path: Path, refusal: Refused) -> None:
    said = _("%(name)s was not taken in: %(sentence)s") % {
        "name": path.name,
        "sentence": str(refusal),
    }
    path.with_name(f"{path.name}.txt").write_text(f"{said}\n", encoding="utf-8")

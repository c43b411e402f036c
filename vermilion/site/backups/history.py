"""What this machine remembers of its backups: where the last one went, when one was tested."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

MADE = "backups.json"
RESTORED = "restored.json"


@dataclass(frozen=True, slots=True)
class History:
    """The last backup made, and the last one that was restored and found whole."""

    made_at: datetime | None
    tested_at: datetime | None


def history(home: Path) -> History:
    """Reads what was made from here, and beside it what was restored from it."""
    made = _read(home / MADE)
    places = [home]
    if made.get("destination"):
        places.append(Path(made["destination"]))
    tested = [_moment(_read(place / RESTORED).get("at")) for place in places]
    return History(_moment(made.get("at")), max((each for each in tested if each), default=None))


def remember_made(home: Path, destination: Path, at: datetime) -> None:
    """Note that a backup was made to this place."""
    _write(home / MADE, {"at": at.isoformat(), "destination": str(destination.resolve())})


def remember_restored(places: list[Path], name: str, at: datetime) -> None:
    """Note, with the backup and with what was restored, that it was found whole."""
    for place in places:
        _write(place / RESTORED, {"at": at.isoformat(), "backup": name})


def _read(path: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(path.read_text())
    except (FileNotFoundError, NotADirectoryError, PermissionError, json.JSONDecodeError):
        return {}
    return known


def _write(path: Path, content: dict[str, str]) -> None:
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(content, indent=2))
    draft.replace(path)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

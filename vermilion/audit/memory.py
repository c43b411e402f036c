"""What this machine has signed last, remembered outside the database.

Whoever turns the database back also turns back the checkpoints in it. A second history from an
earlier point would then be signed in good faith; this note is why it is not.
"""

import hashlib
import os
from pathlib import Path

from vermilion.audit import keys


def last_note() -> str | None:
    """The last checkpoint of this log that this machine has signed, or None."""
    try:
        return _path().read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def remember(note: str) -> None:
    """Keep a checkpoint as the last one signed. Survives a power cut whole or not at all."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        file.write(note)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _path() -> Path:
    # A log under a new name is a new log: its memory begins empty.
    name = hashlib.sha256(keys.origin().encode()).hexdigest()[:16]
    return keys.memory_folder() / f"{name}.checkpoint"

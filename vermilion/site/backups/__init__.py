"""Copies of an installation to another place, and the way back.

A backup is a folder that names itself by its time and holds a manifest, the database, the roles,
the keys and the log's memory, each sealed; what the store holds is sealed already and lies beside
it, copied once however many backups name it.
"""

from vermilion.site.backups.history import History, history, remember_restored
from vermilion.site.backups.making import make
from vermilion.site.backups.restoring import NotEmpty, fill, latest, lay_out, verify
from vermilion.site.backups.sealing import CannotOpen, Damaged, Locks, Opener, new_recipient

__all__ = [
    "CannotOpen",
    "Damaged",
    "History",
    "Locks",
    "NotEmpty",
    "Opener",
    "fill",
    "history",
    "latest",
    "lay_out",
    "make",
    "new_recipient",
    "remember_restored",
    "verify",
]

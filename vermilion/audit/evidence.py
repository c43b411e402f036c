"""What a reading of the log brings to light: each thing named, with what it was compared to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

MOST = 10_000
"""Findings kept by name; beyond them only their number is told."""


class Kind(StrEnum):
    """What happened to a part of the log."""

    ALTERED = "altered"
    REMOVED = "removed"
    INSERTED = "inserted"
    MOVED = "moved"
    UNPLACED = "unplaced"
    TREE = "tree"
    CHECKPOINT = "checkpoint"
    TRUNCATED = "truncated"
    DIVERGED = "diverged"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the log that is not as it was signed, in a sentence."""

    kind: Kind
    says: str
    entry: int | None = None
    """The number of the trace, where it is known."""
    index: int | None = None
    """The place in the tree, where it has or had one."""


@dataclass(slots=True)
class Report:
    """What was read, and what was found."""

    origin: str
    reader: str
    entries: int = 0
    checkpoints: int = 0
    waiting: int = 0
    seals_checked: bool = False
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[Kind] = field(default_factory=Counter)

    @property
    def sound(self) -> bool:
        return not self.counts

    def add(self, findings: Iterable[Finding]) -> None:
        """Keep what was found."""
        for finding in findings:
            self.counts[finding.kind] += 1
            if len(self.findings) < MOST:
                self.findings.append(finding)

    def as_json(self) -> dict[str, Any]:
        """The report for a machine."""
        return {
            "sound": self.sound,
            "origin": self.origin,
            "read_as": self.reader,
            "entries": self.entries,
            "checkpoints": self.checkpoints,
            "waiting": self.waiting,
            "seals_checked": self.seals_checked,
            "counts": {str(kind): count for kind, count in sorted(self.counts.items())},
            "findings": [asdict(finding) for finding in self.findings],
        }

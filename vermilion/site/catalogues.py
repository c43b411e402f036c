"""Compile the translations of every package. Needs no gettext on the machine.

Run as a module by `make setup`; catalogues that are newer compiled than written are left alone.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib  # type: ignore[import-untyped] # brings no types

PACKAGES = Path(__file__).resolve().parents[1]


def written() -> Iterator[Path]:
    """Every catalogue of every package, in the order of their names."""
    yield from sorted(PACKAGES.glob("*/locale/*/LC_MESSAGES/*.po"))


def uncompiled() -> list[Path]:
    """The catalogues that have no compiled form, or one that is older."""
    return [path for path in written() if _is_stale(path)]


def compile_all() -> int:
    """Compile what is stale, each file as a whole; says how many there were."""
    stale = uncompiled()
    for path in stale:
        draft = path.with_suffix(".mo.draft")
        polib.pofile(str(path)).save_as_mofile(str(draft))
        draft.replace(path.with_suffix(".mo"))
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


if __name__ == "__main__":
    number = compile_all()
    if number:
        sys.stdout.write(f"Compiled {number} catalogues.\n")

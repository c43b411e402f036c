"""The source of the house, read for the tests beside this file."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
HOUSE = REPOSITORY / "vermilion"

ORDER = (
    ("site",),
    ("desk", "insight"),
    ("support", "handover"),
    ("followup",),
    ("routing", "arrivals"),
    ("registry",),
    ("documents", "tasks", "accounts"),
    ("workdays",),
    ("directory",),
    ("access",),
    ("notices", "live"),
    ("files",),
    ("audit",),
    ("web",),
    ("jobs",),
    ("kernel",),
)
"""Higher may know lower. The same lines as in .importlinter, as far as packages exist."""


def packages() -> list[str]:
    """Every package of the house."""
    return sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))


def level(package: str) -> int:
    """How far up a package stands."""
    return next(len(ORDER) - number for number, line in enumerate(ORDER) if package in line)


@cache
def python_files(*, with_tests: bool = False) -> tuple[Path, ...]:
    """Every module of the house, without migrations."""
    return tuple(
        path
        for path in sorted(HOUSE.rglob("*.py"))
        if "migrations" not in path.parts and (with_tests or "tests" not in path.parts)
    )


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def modules(name: str) -> Iterator[tuple[str, Path]]:
    """Each package's module of a name, whether one file or a folder of several."""
    for package in packages():
        for path in python_files():
            inside = path.relative_to(HOUSE)
            if inside.parts[0] == package and inside.parts[1].removesuffix(".py") == name:
                yield package, path


def short(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (REPOSITORY / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions at the top of a module."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def called_names(node: ast.AST) -> set[str]:
    """What is called within a node, written as in the source: `audit.record`, `require`."""
    return {ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}


def listed(wrong: list[str]) -> str:
    """Everything that is wrong, one a line: a test that fails names all of it at once."""
    return "\n  " + "\n  ".join(sorted(wrong))

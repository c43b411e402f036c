"""docs/add-an-act.md is followed literally, on a copy of the tree, and works."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installation import home_of_tests

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "add-an-act.md"

STEP = re.compile(
    r"^In (?P<new>the new file )?`(?P<path>[^`]+)`"
    r"(?:, (?P<where>at the end|(?:after|before) the line that begins with)"
    r" ?`?(?P<mark>[^`\n]*)`?)?:$"
    r"\n\n```(?P<kind>\w+)\n(?P<block>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^```console\n(?P<command>.*?)\n```$", re.MULTILINE)
COPIED = ("vermilion", "tests", "tools", "docs", "changes", "requirements", "build")
ALONE = ("manage.py", "pyproject.toml", "conftest.py", ".importlinter", "package.json")


@dataclass
class Followed:
    """A copy of the tree to which the page has been applied."""

    tree: Path
    touched: list[str]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        # A database server of its own: the tests around this one use theirs meanwhile.
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTEST_", "VERMILION_", "DJANGO_"))
        }
        environment["PYTHONPATH"] = str(self.tree)
        environment["VERMILION_HOME"] = str(home_of_tests() / "followed")
        environment["VERMILION_TEST_HOME"] = str(home_of_tests() / "followed")
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.tree,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


def apply(step: re.Match[str], tree: Path) -> None:
    """Do what one sentence of the page says."""
    path, block = tree / step["path"], step["block"]
    if step["new"]:
        path.write_text(block, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if step["where"] == "at the end":
        path.write_text("".join(lines).rstrip("\n") + "\n" + block, encoding="utf-8")
        return
    found = [n for n, line in enumerate(lines) if line.strip().startswith(step["mark"])]
    assert len(found) == 1, f"{step['path']}: {len(found)} lines begin with {step['mark']!r}"
    at = found[0] + (1 if step["where"].startswith("after") else 0)
    path.write_text("".join([*lines[:at], block, *lines[at:]]), encoding="utf-8")


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> Followed:
    tree = tmp_path_factory.mktemp("followed")
    for name in COPIED:
        if (REPOSITORY / name).exists():
            leave = shutil.ignore_patterns(
                "__pycache__", "shots", "docs" if name == "build" else ""
            )
            shutil.copytree(REPOSITORY / name, tree / name, ignore=leave)
    for name in ALONE:
        shutil.copy(REPOSITORY / name, tree / name)
    page = PAGE.read_text(encoding="utf-8")
    steps = [*STEP.finditer(page)]
    assert len(steps) == page.count("\nIn `") + page.count("\nIn the new file `")
    for step in steps:
        apply(step, tree)
    return Followed(tree, sorted({step["path"] for step in steps}))


def test_the_page_can_be_followed_to_its_end(followed):
    commands = [found["command"] for found in COMMAND.finditer(PAGE.read_text(encoding="utf-8"))]
    assert len(commands) == 2
    for command in commands:
        program, *words = command.split()
        assert program == "python"
        if "pytest" in words:
            words.append("--create-db")
        done = followed.run(*words)
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


def test_what_was_written_is_in_style(followed):
    written = [path for path in followed.touched if path.endswith(".py")]
    for words in (["check", "--quiet"], ["format", "--check", "--quiet"]):
        done = followed.run("-m", "ruff", *words, *written)
        assert done.returncode == 0, done.stdout


def test_what_was_written_is_typed(followed):
    done = followed.run("-m", "mypy", "vermilion/registry")
    assert done.returncode == 0, done.stdout[-2000:]


def test_what_was_written_is_said_in_every_language(followed):
    asks = (
        "from pathlib import Path; from tools import messages; "
        "p = Path('vermilion/registry').resolve(); "
        "print(*messages.problems(p, texts=messages.wanted(p)), sep='\\n')"
    )
    done = followed.run("-c", asks)
    assert done.stdout.strip() == "", done.stdout + done.stderr


def test_what_was_written_is_shaped_as_an_act(followed):
    done = followed.run(
        "-m",
        "pytest",
        "tests/architecture/test_actions.py",
        "tests/architecture/test_words.py",
        "tests/architecture/test_imports.py",
        "-k",
        "not snapshot",
    )
    said = done.stdout
    assert "registry.note" not in said, said[-2000:]
    assert "registry.Note" not in said, said[-2000:]
    assert "passed" in said, said + done.stderr

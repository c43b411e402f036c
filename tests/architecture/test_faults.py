"""Every fault that the field complains of names what shows that it is not ours."""

import re

from tests.architecture.source import REPOSITORY, listed

FAULTS = REPOSITORY / "docs" / "faults.md"
SHOWN_BY = re.compile(r"`([\w./-]+\.py)::([\w:]+)`")
CHECK = re.compile(r"check `([a-z_]+\.[a-z_]+)`")


def test_whatever_is_said_to_show_it_is_there():
    text = FAULTS.read_text(encoding="utf-8")
    wrong = []
    for path, name in SHOWN_BY.findall(text):
        file = REPOSITORY / path
        last = name.rpartition("::")[2]
        if not file.exists() or f"def {last}(" not in file.read_text(encoding="utf-8"):
            wrong.append(f"{path}::{name}")
    assert SHOWN_BY.findall(text)
    assert not wrong, listed(wrong)


def test_every_check_named_there_exists():
    known = {
        name
        for path in (REPOSITORY / "vermilion").glob("*/checks*.py")
        for name in re.findall(r'check\(id="([a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    wrong = [
        each for each in CHECK.findall(FAULTS.read_text(encoding="utf-8")) if each not in known
    ]
    assert not wrong, listed(wrong)


def test_every_line_says_what_shows_it_or_that_it_is_to_come():
    lines = [
        line.strip().strip("|").split("|")
        for line in FAULTS.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and not set(line) <= set("|- ")
    ][2:]
    wrong = [
        cells[0].strip()
        for cells in lines
        if cells[0].strip() != "Fault" and not re.search(r"`[\w./:-]+`|to come", cells[-1])
    ]
    assert not wrong, listed(wrong)

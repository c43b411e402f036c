"""What must never be in the tree, and what the tree is installed from."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import distribution, distributions

import pytest
from packaging.requirements import Requirement

from tests.architecture.source import REPOSITORY, listed, short, tracked_files

LOCKS = ("base", "demo", "dev", "node")

ADDRESSES = re.compile(
    r"--(extra-)?index-url|--find-links|index[-_]url\s*=|^\s*registry\s*=|"
    r"\"resolved\":\s*\"http|pypi\.org/simple|registry\.npmjs\.org|deb\.debian\.org",
    re.MULTILINE,
)
OF_ONE_MACHINE = re.compile(r"(?<![\w/.-])/(work|farm|root|home|Users)/[\w.-]+")
NOT_OURS = {"test_tree.py"}

LARGE: dict[str, str] = {}
"""Files of more than one mebibyte that are kept, each with its reason."""


def _texts():
    for path in tracked_files():
        if path.name in NOT_OURS:
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_no_address_of_a_registry_and_no_path_of_one_machine():
    wrong = []
    for path, text in _texts():
        for pattern in (ADDRESSES, OF_ONE_MACHINE):
            found = pattern.search(text)
            if found:
                wrong.append(f"{short(path)}: {found.group().strip()}")
    assert not wrong, listed(wrong)


def test_no_lock_names_an_address():
    wrong = [
        short(path)
        for path, text in _texts()
        if (path.parent.name == "requirements" or path.name in {"package-lock.json", ".npmrc"})
        and re.search(r"https?://", text)
    ]
    assert not wrong, listed(wrong)


def test_nothing_is_loaded_from_elsewhere_at_run_time():
    loads = re.compile(
        r"(src|href|action)=[\"']https?://|url\(\s*[\"']?https?://|@import\s+[\"']http"
        r"|import\([\"']https?://|from [\"']https?://|fetch\([\"']https?://"
    )
    wrong = [
        f"{short(path)}: {found.group()}"
        for path, text in _texts()
        if path.suffix in {".html", ".css", ".ts", ".mjs", ".js", ".svg"}
        and "vermilion" in path.parts
        and (found := loads.search(text))
    ]
    assert not wrong, listed(wrong)


def test_no_large_file_is_kept_without_reason():
    wrong = [
        f"{short(path)}: {path.stat().st_size // 1024} KiB"
        for path in tracked_files()
        if path.stat().st_size > 1024 * 1024 and short(path) not in LARGE
    ]
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_with_hashes(name):
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text()
    entries = re.split(
        r"\n(?=[A-Za-z0-9])", text.split("\n#", 1)[0] if text.startswith("#") else text
    )
    wrong = [
        entry.splitlines()[0]
        for entry in entries
        if entry.strip()
        and not entry.startswith("#")
        and ("==" not in entry.splitlines()[0] or "--hash=sha256:" not in entry)
    ]
    assert not wrong, listed(wrong)


def _pins(name: str) -> dict[str, str]:
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", text, re.MULTILINE))


def test_what_is_tested_is_what_runs():
    base, demo, dev = _pins("base"), _pins("demo"), _pins("dev")
    assert {name: pin for name, pin in base.items() if demo.get(name) != pin} == {}
    assert {name: pin for name, pin in demo.items() if dev.get(name) != pin} == {}


def test_every_library_has_a_line_that_says_why_and_how_to_do_without():
    text = (REPOSITORY / "docs" / "decisions" / "0002-libraries.md").read_text().lower()
    wrong = []
    for name in LOCKS:
        for line in (REPOSITORY / "requirements" / f"{name}.in").read_text().splitlines():
            if line and not line.startswith(("#", "-")):
                wanted = Requirement(line).name.lower()
                if f"`{wanted}`" not in text:
                    wrong.append(wanted)
    package = json.loads((REPOSITORY / "package.json").read_text())
    ours = (*package.get("dependencies", {}), *package.get("devDependencies", {}))
    wrong += [wanted for wanted in ours if f"`{wanted}`" not in text]
    assert not wrong, listed(wrong)


ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public|PostgreSQL|"
    r"Unlicense|Public Domain|0BSD|Zlib|HPND|LGPL|GNU Lesser|CC0|OFL|Zope|BlueOak|Python-2\.0)",
    re.IGNORECASE,
)
"""Licences under which everything we install may be used and passed on."""

READ_BY_HAND: dict[str, str] = {
    "djlint": "GPL-3.0: a tool that checks our templates; nothing of it is passed on",
    "pymerkle": "GPL-3.0: a second opinion in tests of the log; nothing of it is passed on",
    "vietnam-provinces": "declares none: public names for the seed alone, never passed on with us",
    "svg-tags": "MIT by its LICENSE file; a list of names that the style checker reads",
}
"""Packages whose licence is none of those, or is not told in their metadata, with the ground."""


def test_every_licence_is_one_we_may_use():
    needed = {re.sub(r"[-_.]+", "-", name).lower() for name in (*_pins("dev"),)}
    wrong = []
    for each in distributions():
        name = re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower()
        if name not in needed or name in READ_BY_HAND:
            continue
        said = " ".join(
            [
                each.metadata.get("License-Expression") or "",
                (each.metadata.get("License") or "")[:200],
                *(
                    line
                    for line in each.metadata.get_all("Classifier") or []
                    if line.startswith("License")
                ),
            ]
        )
        if not ALLOWED.search(said):
            wrong.append(f"{name}: {said.strip()[:120] or 'says nothing'}")
    assert not wrong, listed(wrong)


def test_every_licence_of_the_front_end_is_one_we_may_use():
    lock = json.loads((REPOSITORY / "package-lock.json").read_text())
    wrong = [
        f"{path}: {entry.get('license')}"
        for path, entry in lock["packages"].items()
        if path
        and path.rpartition("/")[2] not in READ_BY_HAND
        and not ALLOWED.search(str(entry.get("license", "")))
    ]
    assert not wrong, listed(wrong)


def test_the_version_is_told_once():
    told = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    assert told["project"]["dynamic"] == ["version"]
    assert distribution("vermilion").metadata["Name"] == "vermilion"


def test_scripts_are_sound_and_may_be_run():
    scripts = [REPOSITORY / ".ci" / "run", *(REPOSITORY / "tools" / "setup").iterdir()]
    for script in scripts:
        subprocess.run(["bash", "-n", str(script)], check=True)
        assert script.stat().st_mode & 0o111, script


def test_every_change_has_a_fragment_of_a_known_kind():
    kinds = {".feature", ".fix", ".security", ".upgrade", ".removal", ".md"}
    wrong = [
        short(path)
        for path in (REPOSITORY / "changes").iterdir()
        if path.suffix not in kinds or not path.read_text().strip()
    ]
    assert not wrong, listed(wrong)

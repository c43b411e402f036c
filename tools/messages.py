"""The catalogues of every package: collect what is to be said, and see that all of it is.

python -m tools.messages collect    put new texts into the catalogues (needs gettext)
python -m tools.messages check      say what is missing, empty, uncertain or at odds
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib  # type: ignore[import-untyped] # brings no types

HOUSE = Path(__file__).resolve().parents[1] / "vermilion"
FORMS = {"vi": 1, "hi": 2, "ar": 6}
"""Languages besides English, and how many forms a number puts a sentence into."""

PLACES = re.compile(r"%\((\w+)\)[a-z]|%[sd]|\{(\w*)\}")

Key = tuple[str, str | None]


def packages() -> list[Path]:
    """Every package of the house."""
    return sorted(path.parent for path in HOUSE.glob("*/__init__.py"))


def catalogue(package: Path, language: str) -> Path:
    """Where the catalogue of a package lies."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def wanted(package: Path) -> set[Key]:
    """Every text that the sources of a package say, as gettext finds them."""
    with tempfile.TemporaryDirectory(prefix="messages-") as folder:
        copy = Path(folder) / package.name
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("locale", "tests", "*.pyc"))
        (copy / "locale").mkdir()
        command = [
            sys.executable,
            "-P",
            "-m",
            "django",
            "makemessages",
            "-l",
            "vi",
            "--no-location",
        ]
        # Paths within a package read as in the tree, whatever other settings lie about.
        environment = {
            name: v for name, v in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"
        }
        ran = subprocess.run(  # noqa: S603 - our own words
            [*command, "-v0"], cwd=copy, env=environment, capture_output=True, text=True
        )
        if ran.returncode:
            raise RuntimeError(f"{package.name}: {ran.stderr}")
        made = catalogue(copy, "vi")
        if not made.exists():
            return set()
        return {(entry.msgid, entry.msgctxt) for entry in polib.pofile(str(made))}


def problems(package: Path, *, texts: set[Key] | None = None) -> Iterator[str]:
    """Everything that keeps the catalogues of a package from being whole."""
    for language in FORMS:
        path = catalogue(package, language)
        where = f"{package.name}/{language}"
        if not path.exists():
            if texts:
                yield f"{where}: there is no catalogue, and {len(texts)} texts to say"
            continue
        known = polib.pofile(str(path))
        if known.metadata_is_fuzzy:
            yield f"{where}: its head is uncertain (fuzzy)"
        present = {(entry.msgid, entry.msgctxt) for entry in known if not entry.obsolete}
        yield from (
            f"{where}: lacks {key[0]!r}" for key in sorted((texts or set()) - present, key=str)
        )
        if texts is not None:
            yield from (
                f"{where}: nobody says {key[0]!r}" for key in sorted(present - texts, key=str)
            )
        for entry in known:
            yield from (f"{where}: {words}: {entry.msgid!r}" for words in _faults(entry, language))


def _faults(entry: polib.POEntry, language: str) -> Iterator[str]:
    if entry.obsolete:
        yield "is obsolete"
        return
    if entry.fuzzy:
        yield "is uncertain (fuzzy)"
    if entry.msgid_plural:
        forms = [entry.msgstr_plural.get(number, "") for number in range(FORMS[language])]
        if not all(form.strip() for form in forms):
            yield f"has not all {FORMS[language]} forms"
        allowed = _places(entry.msgid) | _places(entry.msgid_plural)
        if any(not _places(form) <= allowed for form in forms):
            yield "names a place that the text has not"
        # Only forms for one certain number may leave the number out.
        if _places(entry.msgid_plural) - set().union(*map(_places, forms)):
            yield "leaves a place out"
    else:
        if not entry.msgstr.strip():
            yield "is not translated"
        elif _places(entry.msgid) != _places(entry.msgstr):
            yield "has other places than the text"
    if entry.msgstr and entry.msgid.endswith("\n") != entry.msgstr.endswith("\n"):
        yield "ends its line otherwise"


def _places(text: str) -> set[str]:
    return {found.group() for found in PLACES.finditer(text)}


def collect() -> None:
    """Put new texts into each package's catalogues, and take out what nobody says any more."""
    for package in packages():
        languages = [word for language in FORMS for word in ("-l", language)]
        command = [sys.executable, "-P", "-m", "django", "makemessages", *languages]
        (package / "locale").mkdir(exist_ok=True)
        subprocess.run(  # noqa: S603 - our own words
            [*command, "--no-location", "--no-wrap", "--no-obsolete", "-v0"],
            cwd=package,
            check=True,
        )
        for path in sorted((package / "locale").glob("*/LC_MESSAGES/django.po")):
            _settle_head(path)
        if not any((package / "locale").iterdir()):
            (package / "locale").rmdir()


def _settle_head(path: Path) -> None:
    """A new catalogue comes with an uncertain head; ours says nothing to be uncertain of."""
    known = polib.pofile(str(path), wrapwidth=0)
    if known.metadata_is_fuzzy:
        known.metadata_is_fuzzy = False
        known.save()


def check() -> int:
    """Say everything that is not whole; how much there is."""
    extract = shutil.which("xgettext") is not None
    found = [
        problem
        for package in packages()
        for problem in problems(package, texts=wanted(package) if extract else None)
    ]
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return len(found)


if __name__ == "__main__":
    if sys.argv[1:] == ["collect"]:
        collect()
    else:
        sys.exit(1 if check() else 0)

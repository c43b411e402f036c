"""What an operator sets, and how it is shown."""

import json
import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.installation import Installation
from vermilion.site import catalogues, configuration
from vermilion.site.configuration import Configuration, without_secrets


def test_secrets_are_made_once_and_kept_from_others(tmp_path):
    made = Configuration(home=str(tmp_path))

    first = made.secret("django")

    assert made.secret("django") == first
    assert len(first) >= 48
    assert (tmp_path / "keys" / "django").stat().st_mode & 0o077 == 0
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0


def test_processes_that_start_at_once_share_one_secret(tmp_path):
    ask = (
        "from vermilion.site.configuration import Configuration;"
        f"print(Configuration(home={str(tmp_path)!r}).secret('django'))"
    )
    asking = [
        subprocess.Popen([sys.executable, "-c", ask], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert len({process.communicate()[0].strip() for process in asking}) == 1


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://app:geheim@db:5432/vermilion", "postgresql://app:…@db:5432/vermilion"),
        ("smtp://mail.example.org:25", "smtp://mail.example.org:25"),
        ("vi", "vi"),
        ("", ""),
    ],
)
def test_passwords_are_not_shown(given, shown):
    assert without_secrets(given) == shown


def test_the_command_shows_every_setting_and_no_password(tmp_path):
    house = Installation(tmp_path / "home", "run")
    answer = house.command("config", "--json", VERMILION_MAIL_URL="smtp://a:geheim@mail:25")

    assert answer.returncode == 0, answer.stderr
    rows = {row["variable"]: row for row in json.loads(answer.stdout)}
    assert len(rows) == len(configuration.fields(Configuration))
    assert rows["PORT"]["value"] == str(house.port)
    assert "geheim" not in answer.stdout


def test_catalogues_are_compiled_without_gettext_and_only_when_stale(tmp_path, monkeypatch):
    folder = tmp_path / "registry" / "locale" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    monkeypatch.setattr(catalogues, "PACKAGES", tmp_path)

    assert catalogues.compile_all() == 1
    assert catalogues.compile_all() == 0
    [entry] = [e for e in polib.mofile(str(folder / "django.mo")) if e.msgid]
    assert entry.msgstr == "b"
    os.utime(folder / "django.po", (2**33, 2**33))
    assert catalogues.uncompiled() == [folder / "django.po"]


def test_words_that_are_none_are_answered_with_help(tmp_path):
    house = Installation(tmp_path / "home", "run")
    for words in (["nothing"], ["worker", "--queue", "none"], ["seed", "moon"]):
        answer = house.command(*words)
        assert answer.returncode == 2, words
        assert "Traceback" not in answer.stderr
    assert "Exit status" in house.command("--help").stdout
    assert not (Path(house.home) / "postgres").exists()

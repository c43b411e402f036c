"""Make a PDF of an Office file with LibreOffice, under a profile of its own for each run."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from vermilion.files.reading.trouble import Trouble

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
CLOSED = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Load", "UpdateDocMode", "0"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "1"),
)
"""No macros, no active content, no following of links to other files or places."""


def answer(*, file: int, into: list[int], folder: str, ending: str, program: str) -> dict[str, Any]:
    """Write the PDF into the file given. The folder is this run's alone; the caller removes it."""
    room = Path(folder)
    source = room / f"source.{ending}"
    with open(file, "rb", closefd=False) as content, source.open("wb") as copy:
        shutil.copyfileobj(content, copy)
    _write_profile(room / "profile")
    subprocess.run(  # noqa: S603 - our own words and a name we gave
        [
            program,
            f"-env:UserInstallation={(room / 'profile').as_uri()}",
            "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault",
            "--nofirststartwizard", "--convert-to", "pdf", "--outdir", str(room), str(source),
        ],
        check=False,
        cwd=room,
        env={"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    made = room / "source.pdf"
    if not made.exists() or made.stat().st_size == 0:
        raise Trouble("not-converted")
    with made.open("rb") as content, os.fdopen(into[0], "wb", closefd=False) as out:
        shutil.copyfileobj(content, out)
    return {"size": made.stat().st_size}


def _write_profile(folder: Path) -> None:
    user = folder / "user"
    user.mkdir(parents=True)
    items = "\n".join(ITEM.format(path=p, name=n, value=v) for p, n, v in CLOSED)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(items=items))

"""Fifty files of a morning, as they come: printed, typed, scanned, mailed and packed."""

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from tests.papers.hands import layer, typeset, word
from tests.papers.hands.corpus import PAPERS, by_hand, scan
from tests.papers.hands.written import Written

FILES = int(os.environ.get("BURDEN_FILES", "50"))
"""So many are dropped; fewer while one looks for a fault."""

SCANS = 5
TURN = 25
SOON = date(2026, 9, 1)
"""Papers dated later than this may not have come yet on the day of the test."""

ANNEX = b"So lieu kem theo van ban.\n" * 40


@dataclass(frozen=True, slots=True)
class Coming:
    """A file that comes in, and the paper that is in it."""

    name: str
    how: str
    paper: Written


def laid_out(folder: Path, count: int = FILES) -> list[Coming]:
    """So many files in a folder; which paper is in which."""
    coming = []
    for (how, name, content), paper in _made(_chosen(count)):
        (folder / name).write_bytes(content)
        coming.append(Coming(name, how, paper))
    return coming


def _chosen(count: int) -> list[Written]:
    """Papers that state a number, may be held on this network and are told apart by it."""
    known: dict[str, Written] = {}
    for paper in PAPERS:
        if paper.filled != "empty" and not paper.secrecy and paper.day < SOON:
            known.setdefault(paper.symbol, paper)
    papers = list(known.values())
    # Where there are too few, the first ones come under another number.
    more = [replace(each, symbol=f"7{each.symbol}") for each in papers if not each.filled]
    return [*papers, *more][:count]


def _made(papers: list[Written]) -> Iterator[tuple[tuple[str, str, bytes], Written]]:
    for place, paper in enumerate(papers):
        yield _one(place, paper), paper


def _one(place: int, paper: Written) -> tuple[str, str, bytes]:
    """How a file is made turns with its place, so that a smaller pile is as mixed."""
    name, turn = f"{place:02}", place % TURN
    pdf = typeset.printed(paper, word.shown_symbol(paper))
    if turn < SCANS // 2 + place % 2:
        content = scan(paper, "skewed" if place % 2 else "noisy")
        ending = "pdf" if content.startswith(b"%PDF") else "jpg"
        return "scan", f"{name}.{ending}", content
    if turn < 5:
        return "mail", f"{name}.eml", _mailed(paper, pdf)
    if turn < 7:
        return "archive", f"{name}.zip", _packed(pdf)
    if turn < 10:
        return "typed", f"{name}.docx", word.docx(paper, head="table")
    if layer.FONT and place % 2 and paper.language == "vi":
        return "printed", f"{name}.pdf", by_hand(paper, layer.MANNERS[place % len(layer.MANNERS)])
    return "printed", f"{name}.pdf", pdf


def _mailed(paper: Written, pdf: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Văn thư <van-thu@noi-gui.example>"
    mail["Subject"] = f"Gửi văn bản {paper.symbol}"
    mail.set_content("Kính gửi Quý cơ quan văn bản kèm theo.")
    mail.add_attachment(ANNEX, maintype="text", subtype="plain", filename="phu luc.txt")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="van ban.pdf")
    return mail.as_bytes()


def _packed(pdf: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("phu luc.txt", ANNEX)
        archive.writestr("van ban.pdf", pdf)
    return out.getvalue()

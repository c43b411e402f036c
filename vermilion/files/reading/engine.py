"""Ask Tesseract: which way up a page lies, its script, and its words with place and certainty."""

import csv
import ctypes
import io
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

PR_SET_PDEATHSIG = 1
LANGUAGES = {"Latin": ("vie",), "Devanagari": ("hin",), "Arabic": ("ara",)}
"""What is read in each script. A second language beside Devanagari or Arabic spoils figures, and
English beside Vietnamese takes the tones off every other word in capitals."""

OSD_PIXELS = 2_200
SURE_OF_TURN = 2.0
SURE_OF_SCRIPT = 0.5


class TooSlow(Exception):
    """One page took longer than a page may."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in pixels of the picture, how certain it is, and the line it stands in."""

    text: str
    box: tuple[int, int, int, int]
    certainty: float
    line: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program, the languages that it may use here, and how long one call may take."""

    program: str
    languages: tuple[str, ...]
    seconds: int

    def lie_of(self, picture: Image.Image) -> tuple[int, str]:
        """Quarters to turn clockwise (in degrees) and the script; 0 and nothing if unsure."""
        if "osd" not in self.languages:
            return 0, ""
        small = picture.copy()
        small.thumbnail((OSD_PIXELS, OSD_PIXELS), Image.Resampling.BOX)
        told = self._ask(small, ["--psm", "0", "-l", "osd"])
        found = dict(re.findall(r"^([A-Za-z ]+): (.+)$", told, re.MULTILINE))
        if float(found.get("Orientation confidence", 0)) < SURE_OF_TURN:
            return 0, found.get("Script", "")
        return int(found.get("Rotate", 0)), found.get("Script", "")

    def spoken(self, script: str) -> str:
        """The languages for a script, joined as Tesseract wants them; those that are here."""
        wanted = LANGUAGES.get(script, LANGUAGES["Latin"])
        here = [each for each in wanted if each in self.languages]
        others = [each for each in self.languages if each != "osd"]
        if not here and script != "Devanagari" and script != "Arabic" and "eng" in others:
            return "eng"
        return "+".join(here or others)

    def words(self, picture: Image.Image, language: str, dpi: int, parting: int = 3) -> list[Word]:
        """Every word of a page that lies upright."""
        told = self._ask(
            picture,
            [
                "--psm",
                str(parting),
                "-l",
                language,
                "--dpi",
                str(dpi),
                "-c",
                "tessedit_create_tsv=1",
            ],
        )
        return list(_words(told))

    def _ask(self, picture: Image.Image, words: list[str]) -> str:
        bitmap = io.BytesIO()
        picture.save(bitmap, "PPM")
        try:
            answered = subprocess.run(  # noqa: S603 - our own words
                [self.program, "stdin", "stdout", *words],
                check=False,
                input=bitmap.getbuffer(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
                timeout=self.seconds,
                preexec_fn=_end_with_parent,
            )
        except subprocess.TimeoutExpired as fault:
            raise TooSlow from fault
        return answered.stdout.decode("utf-8", "replace")


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _words(told: str) -> Iterator[Word]:
    for row in csv.DictReader(io.StringIO(told), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row["level"] != "5" or not text:
            continue
        left, top = int(row["left"]), int(row["top"])
        yield Word(
            text=text,
            box=(left, top, left + int(row["width"]), top + int(row["height"])),
            certainty=max(0.0, min(1.0, float(row["conf"]) / 100)),
            line=(int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
        )

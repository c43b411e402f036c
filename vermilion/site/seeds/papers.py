"""Sample papers: the PDFs that the demonstration, the tests and the reading's score share.

Every paper is written by us, in the layout of Decree 30/2020 or of Guideline 36-HD/VPTW. Names of
people and matters are made up.
"""

import calendar
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typst

from vermilion.web.printing import fonts

ROOM = Path(__file__).parent / "print"
_TEMPLATES = {"state": "state.typ", "party": "party.typ"}
_FONTS = ["Tinos", "Liberation Serif", "Noto Naskh Arabic", "Noto Serif Devanagari", "DejaVu Sans"]
WORDS = {
    "en": {"number": "No.", "date": "", "to": "To:", "subject": "Subject:"},
    "hi": {"number": "संख्या:", "date": "दिनांक", "to": "सेवा में,", "subject": "विषय:"},
    "ar": {"number": "رقم:", "date": "التاريخ:", "to": "السادة /", "subject": "الموضوع:"},
}

_PARAGRAPHS = (
    "Thực hiện chương trình công tác năm, trên cơ sở ý kiến của các cơ quan, đơn vị có liên quan, "
    "nội dung công việc được triển khai đồng bộ, bảo đảm tiến độ và chất lượng.",
    "Đề nghị các cơ quan, đơn vị rà soát nhiệm vụ được giao, phân công rõ người, rõ việc, rõ thời "
    "gian, rõ trách nhiệm; kịp thời báo cáo khó khăn, vướng mắc để được hướng dẫn.",
    "Trong quá trình thực hiện, nếu có vấn đề phát sinh, đề nghị phản ánh về cơ quan thường trực "
    "để tổng hợp, xem xét, giải quyết theo thẩm quyền.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on a sample paper, field by field."""

    layout: str = "state"
    issuer: tuple[str, ...]
    parent: str = ""
    symbol: str
    place: str = "Hà Nội"
    dated_on: date
    title: str = ""
    abstract: str
    authority: str = ""
    to: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    pages: int = 1
    signing: tuple[str, ...] = ("CHÁNH VĂN PHÒNG",)
    signer: str = "Nguyễn Văn An"
    copies: tuple[str, ...] = ("Như trên",)
    marks: tuple[str, ...] = ()
    spaced: bool = False
    filled: bool = False
    label: str = "Số:"
    annex: str = ""
    language: str = "vi"

    @property
    def kind(self) -> str:
        """A letter bears its abstract below the number; everything else below its title."""
        return "named" if self.title else "letter"

    @property
    def day(self) -> str:
        """The date as the paper words it."""
        day = self.dated_on
        if self.language == "vi":
            # Below ten with a zero, months only up to two: so the decree.
            month = f"{day.month:02d}" if day.month < 3 else str(day.month)
            return f"ngày {day.day:02d} tháng {month} năm {day.year}"
        if self.language == "en":
            return f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"
        return f"{day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"


_MONTHS = {
    "en": calendar.month_name[1:],
    "hi": [
        "जनवरी",
        "फरवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "अक्टूबर",
        "नवंबर",
        "दिसंबर",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
}


def printed(paper: Paper) -> bytes:
    """The paper as a PDF. The same paper gives the same bytes."""
    seconds = int((paper.dated_on - date(1970, 1, 1)).total_seconds())
    made: bytes = typst.compile(timestamp=seconds, **_setting(paper))
    return made


def scanned(paper: Paper) -> bytes:
    """A paper of one page as a picture, as a scanner gives it."""
    made: bytes = typst.compile(format="png", ppi=150.0, **_setting(paper))
    return made


def _setting(paper: Paper) -> dict[str, Any]:
    number, sign, notation = _halves(paper.symbol)
    content = asdict(paper) | {
        "kind": paper.kind,
        "day": paper.day,
        "fonts": _FONTS,
        "text": _text(paper),
        "number": number,
        "notation": f"{sign}{notation}",
        "words": WORDS.get(paper.language, {}),
    }
    content.pop("dated_on")
    template = _TEMPLATES[paper.layout] if paper.language == "vi" else "foreign.typ"
    folder = fonts()
    return {
        "input": ROOM / template,
        "font_paths": [folder] if folder.is_dir() else [],
        "ignore_system_fonts": folder.is_dir(),
        "sys_inputs": {"paper": json.dumps(content, ensure_ascii=False)},
    }


def _text(paper: Paper) -> list[str]:
    """The paper's own text, and as many ordinary paragraphs as fill its pages."""
    filling = _PARAGRAPHS if paper.language == "vi" else ()
    a_page = 18 if paper.layout == "state" else 14
    wanted = len(filling) if paper.pages == 1 else a_page * (paper.pages - 1) + 2
    more = [filling[place % len(filling)] for place in range(wanted)] if filling else []
    return [*paper.text, *more]


def _halves(symbol: str) -> tuple[str, str, str]:
    for place, sign in enumerate(symbol):
        if sign in "/-":
            return symbol[:place], sign, symbol[place + 1 :]
    return symbol, "", ""

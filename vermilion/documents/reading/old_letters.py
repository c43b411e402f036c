"""Vietnamese of before Unicode in text layers: TCVN3 (ABC, fonts `.Vn…`) and VNI as letters.

Both put Vietnamese letters where Western ones stand, so that `Sè: 15/Q§-UBND` is `Số: 15/QĐ-UBND`.
A text is taken for one of them only when it makes no sense as it is and does when put right.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vermilion.documents.reading.lists import listed
from vermilion.documents.reading.paper import Bounds, LineOfText, PageOfText

LOOKED_AT = 6_000
"""Letters of a page by which it is told how they are written."""

WORDS = 5
"""So many common words must come out."""

_UNICODE = re.compile("[\u1ea0-\u1ef9đĐưƯơƠăĂ]")
_COMMON = frozenset(listed("common words with tones"))
_WORD = re.compile(r"[^\W\d_]+")

_TCVN3 = dict(
    zip(
        (*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD),
         *range(0xCE, 0xD9), *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)),
        "ĂÂÊÔƠƯĐăâêôơưđ" "àảãáạ" "ằẳẵắ" "ặầẩẫấậè" "ẻẽéẹềểễếệìỉ" "ĩíịò" "ỏõóọồổỗốộờởỡớợù"
        "ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)  # fmt: skip
"""TCVN 5712:1993, third code page: the letter for each byte, read as if it were Western."""

_TORN_U = re.compile(r"(?<![\s\d/.,;:)-])-(?=[a-z\u00a1-\u00ff])|(?<=[a-z])-(?=[\s.,;:]|$)|"
                     r"(?:(?<=\s)|^)-(?=[a-z\u00a1-\u00ff])")  # fmt: skip
"""The byte of ư is that of the soft hyphen, which comes out as a hyphen."""

_STRETCH = re.compile(r"\S+(?: \S+)*")
"""What stands on a line between wide gaps."""

_VNI_TONES = {
    "a": {"ù": "á", "ø": "à", "û": "ả", "õ": "ã", "ï": "ạ", "â": "â", "á": "ấ", "à": "ầ", "å": "ẩ",
          "ã": "ẫ", "ä": "ậ", "ê": "ă", "é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ"},
    "e": {"ù": "é", "ø": "è", "û": "ẻ", "õ": "ẽ", "ï": "ẹ", "â": "ê", "á": "ế", "à": "ề", "å": "ể",
          "ã": "ễ", "ä": "ệ"},
    "o": {"ù": "ó", "ø": "ò", "û": "ỏ", "õ": "õ", "ï": "ọ", "â": "ô", "á": "ố", "à": "ồ", "å": "ổ",
          "ã": "ỗ", "ä": "ộ"},
    "u": {"ù": "ú", "ø": "ù", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "y": {"ù": "ý", "ø": "ỳ", "û": "ỷ", "õ": "ỹ"},
    "ô": {"ù": "ớ", "ø": "ờ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "ö": {"ù": "ứ", "ø": "ừ", "û": "ử", "õ": "ữ", "ï": "ự"},
}  # fmt: skip
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = {base + tone: letter for base, tones in _VNI_TONES.items() for tone, letter in tones.items()}
_VNI |= _VNI_ALONE
_VNI |= {written.upper(): letter.upper() for written, letter in _VNI.items()}
_VNI |= {written[0].upper() + written[1:]: letter.upper() for written, letter in _VNI.items()}
_VNI_WRITTEN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    box: Bounds | None


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    text: str
    width: float
    height: float
    lines: Sequence[LineOfText]
    recognised: bool


def put_right(pages: Sequence[PageOfText]) -> Sequence[PageOfText]:
    """The pages in Unicode; those that are so already, as they are."""
    way = next((way for page in pages[:3] if (way := _way_of(page.text[:LOOKED_AT]))), None)
    if way is None or any(page.recognised for page in pages[:1]):
        return pages
    return [
        _Page(
            page.number,
            way(page.text),
            page.width,
            page.height,
            [_Line(way(line.text), line.box) for line in page.lines],
            page.recognised,
        )
        for page in pages
    ]


def _way_of(text: str) -> Callable[[str], str] | None:
    """How to put the text right, if it wants that."""
    if text.isascii() or len(_UNICODE.findall(text)) * 100 > len(text):
        return None
    as_it_is = _sense(text)
    score, way = max(((_sense(way(text)), way) for way in (from_tcvn3, from_vni)), key=_first)
    return way if score >= WORDS and score > 3 * as_it_is else None


def _first(pair: tuple[int, object]) -> int:
    return pair[0]


def _sense(text: str) -> int:
    return sum(word.lower() in _COMMON for word in _WORD.findall(text))


def from_tcvn3(text: str) -> str:
    """Text whose letters are TCVN3. Its capitals with tones are a matter of the font alone: they
    are told by the capitals beside them on the line, or in the word."""
    put = _TORN_U.sub("ư", text).translate(_TCVN3)
    return _WORD.sub(_capitals, _STRETCH.sub(_capitals, put))


def _capitals(found: "re.Match[str]") -> str:
    plain = [sign for sign in found[0] if sign.isascii() and sign.isalpha()]
    large = sum(sign.isupper() for sign in plain)
    return found[0].upper() if large > 1 and large == len(plain) else found[0]


def from_vni(text: str) -> str:
    """Text whose letters are VNI: each tone stands as a sign of its own behind its vowel."""
    return _VNI_WRITTEN.sub(lambda found: _VNI[found[0]], text)

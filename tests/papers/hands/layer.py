"""Papers set by hand: each word where we want it, in the order and in the pieces we want it."""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.papers.hands.pdfwriter import FONT as FONT
from tests.papers.hands.pdfwriter import width_of, written
from tests.papers.hands.written import Written

WIDTH, HEIGHT, LEFT, RIGHT = 595.0, 842.0, 85.0, 552.0
MANNERS = ("words", "letters", "right-first", "shuffled", "decomposed", "unspaced", "twice")


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of text at a place of a page; `part` says to which column it belongs."""

    page: int
    x: float
    y: float
    size: float
    text: str
    part: str = "text"


def _wrapped(text: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _centred(page: int, middle: float, y: float, size: float, text: str, part: str) -> Bit:
    return Bit(page, middle - width_of(text, size) / 2, y, size, text, part)


def _column(
    middle: float, top: float, room: float, lines: Iterable[tuple[str, float]], part: str
) -> Iterator[Bit]:
    y = top
    for text, size in lines:
        for line in _wrapped(text, size, room) or [""]:
            if line:
                yield _centred(1, middle, y, size, line, part)
            y += size * 1.25


def set_out(paper: Written) -> list[Bit]:
    """Every line of the paper at its place."""
    number, rest = paper.halves
    hollow = f"{paper.label}{' ' * 12}{rest}"
    left = [(each, 12.5) for each in (*paper.parent, *paper.issuer)]
    left += [("*" if paper.layout == "party" else "", 12.5)]
    symbol_at = (
        62 + sum(1.25 * size * len(_wrapped(text, size, 195)) for text, size in left if text) + 15.6
    )
    left_bits = list(_column(182, 62, 200, left, "left"))
    shown = hollow if paper.filled else f"{paper.label} {paper.symbol}"
    left_bits.append(_centred(1, 182, symbol_at, 13, shown, "left"))
    if paper.filled == "apart":
        start = 182 - width_of(shown, 13) / 2 + width_of(f"{paper.label}    ", 13)
        left_bits.append(Bit(1, start, symbol_at, 13, number, "late"))
    y = symbol_at + 17
    if not paper.title:
        left_bits += list(
            _column(
                182, y, 190, [(f"{paper.about} {' '.join(paper.abstract)}".strip(), 12)], "left"
            )
        )
        y = max(bit.y for bit in left_bits) + 24
    for mark in paper.marks:
        left_bits.append(_centred(1, 182, y, 13, mark, "mark"))
        y += 24
    title, motto = paper.motto
    right = [(each, 12.5 if place else 12.2) for place, each in enumerate((title, motto)) if each]
    right_bits = list(_column(424, 62, 270, right, "right"))
    right_bits.append(
        _centred(1, 424, max(symbol_at, 100), 13, f"{paper.place}, {paper.dated}", "right")
    )
    bits = [*left_bits, *right_bits]
    return [*bits, *_below(paper, max(bit.y for bit in bits) + 34)]


def _below(paper: Written, y: float) -> Iterator[Bit]:
    page, middle = 1, (LEFT + RIGHT) / 2
    centred = (
        [
            (paper.title, 14.0),
            *((each, 13.5) for each in paper.abstract),
            *((each, 13.0) for each in paper.authority.split("\n")),
        ]
        if paper.title
        else []
    )
    if len(paper.to) == 1:
        centred.append((f"Kính gửi: {paper.to[0]}", 13.0))
    for text, size in centred:
        if text:
            yield _centred(page, middle, y, size, text, "text")
            y += 19
    if len(paper.to) > 1:
        for text, x in (("Kính gửi:", 190), *((f"- {each};", 230) for each in paper.to)):
            yield Bit(page, x, y, 13, text)
            y += 18
    y += 8
    for paragraph in paper.paragraphs:
        for place, line in enumerate(_wrapped(paragraph, 13, RIGHT - LEFT - 40)):
            if y > 770:
                page, y = page + 1, 60
                yield _centred(page, WIDTH / 2, 35, 12, str(page), "text")
            yield Bit(page, LEFT + (30 if not place else 0), y, 13, line)
            y += 17
        y += 4
    yield from _foot(paper, page, y)


def _foot(paper: Written, page: int, y: float) -> Iterator[Bit]:
    if y > 600:
        page, y = page + 1, 60
    posts, second = paper.second
    copies = [
        ("Nơi nhận:", 12.0),
        *((f"- {each}", 11.0) for each in paper.copies),
        (paper.drafter, 9.0),
    ]
    signing = [(each, 13.0) for each in paper.signing]
    for place, (text, size) in enumerate(
        copies if not second else [(each, 13.0) for each in posts]
    ):
        if text:
            yield Bit(page, LEFT, y + 10 + 15 * place, size, text, "left")
    for place, (text, size) in enumerate(signing):
        yield _centred(page, 430, y + 10 + 17 * place, size, text, "right")
    for place, text in enumerate(paper.seal_text):
        yield Bit(page, 370, y + 50 + 11 * place, 8, text, "late")
    yield _centred(page, 430, y + 105, 13, paper.signer, "right")
    if second:
        yield Bit(page, LEFT + 20, y + 105, 13, second, "left")


def in_manner(bits: list[Bit], manner: str, seed: str) -> list[Bit]:
    """The same paper with another text layer."""
    late = sorted(bits, key=lambda bit: (bit.page, bit.part in ("late", "mark")))
    if manner == "right-first":
        return sorted(late, key=lambda bit: (bit.page, {"right": 0, "left": 1}.get(bit.part, 2)))
    if manner == "decomposed":
        return [replace(bit, text=unicodedata.normalize("NFD", bit.text)) for bit in late]
    if manner == "twice":
        return [copy for bit in late for copy in (bit, replace(bit, x=bit.x + 0.3))]
    pieces = [
        piece
        for bit in late
        for piece in _split(bit, letters=manner == "letters", blanks=manner != "unspaced")
    ]
    if manner == "shuffled":
        random.Random(seed).shuffle(pieces)
        pieces.sort(key=lambda bit: bit.page)
    return pieces


def _split(bit: Bit, *, letters: bool, blanks: bool) -> Iterator[Bit]:
    pattern = r"\S" if letters else (r"\S+ ?" if blanks else r"\S+")
    for found in re.finditer(pattern, bit.text):
        yield replace(bit, x=bit.x + width_of(bit.text[: found.start()], bit.size), text=found[0])


def pdf(bits: Iterable[Bit], *, unseen: bool = False, pictures: Sequence[bytes] = ()) -> bytes:
    """Write the bits as a PDF, in their order. `unseen`: as the layer below a scanned picture."""
    bits = list(bits)
    pages = [
        [(bit.x, HEIGHT - bit.y, bit.size, bit.text) for bit in bits if bit.page == number]
        for number in range(1, max(bit.page for bit in bits) + 1)
    ]
    return written(pages, unseen=unseen, pictures=pictures)


def with_field(
    plain: bytes, text: str, x: float, y: float, size: float = 13.0, *, form: bool = True
) -> bytes:
    """The PDF with a number filled in as a form field, or as a note on the page: a later revision."""
    page = re.search(rb"(\d+) 0 obj\s*<<(?=[^>]*/Type\s*/Page\b)", plain) or re.search(
        rb"(\d+) 0 obj\s*<<[^\0]{0,400}?/Type\s*/Page\b", plain
    )
    assert page
    start = plain.index(b"<<", page.start())
    end = plain.index(b"endobj", start)
    body = plain[start:end].rstrip()[:-2]
    count = max(int(each) for each in re.findall(rb"(\d+) 0 obj", plain)) + 1
    stream = f"BT /F {size} Tf 1 2 Td ({text}) Tj ET".encode()
    rect = f"[{x:.1f} {HEIGHT - y - 4:.1f} {x + 60:.1f} {HEIGHT - y + 12:.1f}]"
    kind = (
        f"/Subtype /Widget /FT /Tx /T (so) /V ({text})"
        if form
        else f"/Subtype /FreeText /Contents ({text}) /DA (/F 13 Tf)"
    )
    objects = {
        int(page[1]): body + f" /Annots [{count} 0 R] >>".encode(),
        count: f"<< /Type /Annot {kind} /F 4 /Rect {rect} /AP << /N {count + 1} 0 R >> >>".encode(),
        count
        + 1: f"<< /Type /XObject /Subtype /Form /BBox [0 0 60 16] /Resources << /Font << /F << /Type /Font "
        f"/Subtype /Type1 /BaseFont /Times-Roman >> >> >> /Length {len(stream)} >>\nstream\n".encode()
        + stream
        + b"\nendstream",
    }
    return _appended(plain, objects, count)


def _appended(plain: bytes, objects: dict[int, bytes], count: int) -> bytes:
    trailer = re.findall(rb"trailer\s*<<(.*?)>>", plain, re.DOTALL)[-1]
    before = int(re.findall(rb"startxref\s+(\d+)", plain)[-1])
    out, places = bytearray(plain + b"\n"), {}
    for number, content in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(
        f"{number} 1\n{at:010} 00000 n \n".encode() for number, at in sorted(places.items())
    )
    trailer = re.sub(rb"/(Size|Prev) \d+", b"", trailer)
    start_at = len(out)
    out += (
        b"xref\n"
        + table
        + b"trailer\n<<"
        + trailer
        + f" /Size {count + 2} /Prev {before} >>\nstartxref\n{start_at}\n%%EOF\n".encode()
    )
    return bytes(out)
